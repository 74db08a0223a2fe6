/*
 * The scans of a centre, for the check: rows against the log, and files against the rows. Any
 * thread but the loop's, on a snapshot. Rule R-463.
 */
#ifndef USECASE_CHECK_SCANS_H
#define USECASE_CHECK_SCANS_H

#include "store/event_log.h"
#include "store/scan_store.h"
#include "usecase/check_faults.h"

struct check_scans {
    struct store_tx *tx;
    struct check_faults *faults;
    int64_t told, told_removed; /* by the log */
};

/* Take up an event; those that tell of no scan are left alone. */
void check_scans_note(struct check_scans *scans, const struct event *event);
/* Compare with the rows; returns how many there are. */
int64_t check_scans_compare(struct check_scans *scans);

struct scan_files {
    int64_t files;   /* of scans that stand, and of those from the scanner that wait */
    int64_t orphans; /* that no scan has: their transaction never committed, or all that had them
                        were taken away */
    int64_t swept;   /* of these, those taken away now */
    int64_t faults;
};

/*
 * Are the files of all scans there, with the size of the row and, with `verify`, the bytes that
 * their name says? With `sweep` orphans are taken away: only for who holds the folder's lock.
 *
 * fault  as of check_centre()
 *
 * Returns ERR_OK when the check could be made, ERR_STORE, ERR_FILE.
 */
enum err check_scan_files(struct store_tx *tx, const struct scan_store *store, bool verify,
                          bool sweep, void (*fault)(const char *sentence, void *data), void *data,
                          struct scan_files *out);

/* Have all files that scans of `tx`, those that wait too, need in `to` as well. ERR_OK, or the
 * first error. */
enum err copy_scan_files(struct store_tx *tx, const struct scan_store *from,
                         const struct scan_store *to);

#endif
