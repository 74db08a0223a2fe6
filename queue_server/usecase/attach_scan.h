/*
 * A scan is attached to a paper of a dossier, or taken away again. Writer thread.
 *
 * The bytes were received and synced before (store/scan_store.h); here the file gets its name, and
 * row and event are written in one transaction. The dossier's version stays: what people decided
 * on does not change. The log has a salted digest of the bytes, no name. Rules.
 */
#ifndef USECASE_ATTACH_SCAN_H
#define USECASE_ATTACH_SCAN_H

#include "store/scan_rows.h"
#include "usecase/command.h"

struct attach_scan {
    struct command command;

    /* Input. */
    int64_t dossier;
    int paper;                   /* position in the list; SCAN_PAPER_RESULT */
    char name[SCAN_LABEL_SIZE];  /* "" for none */
    struct scan_file *file;      /* finished; borrowed */
    enum scan_declared declared; /* what the request said that it is */
    enum scan_type declared_type;

    /* Output. */
    struct scan_record record;
};

/*
 * ERR_OK; ERR_NOT_FOUND (dossier; also one that he may not read), ERR_FORBIDDEN, ERR_STATE_FORBIDS,
 * ERR_FIELDS (name), ERR_UNKNOWN_PAPER, ERR_SCAN_TYPE (none of the three), ERR_SCAN_FALSE_TYPE (not
 * what it was said to be), ERR_LIMIT_REACHED, ERR_FILE, ERR_DISK_FULL.
 */
enum err attach_scan_run(struct store_tx *tx, struct command *command);

struct remove_scan {
    struct command command;

    /* Input. */
    int64_t dossier, id;
    char reason[SCAN_REASON_SIZE];

    /* Output. */
    struct scan_record record;
};

/* Takes it off the list; who reads the dossier sees that it was there, by whom it was taken away,
 * and why. ERR_OK, ERR_NOT_FOUND, ERR_FORBIDDEN, ERR_STATE_FORBIDS, ERR_FIELDS, ERR_SCAN_REMOVED.
 */
enum err remove_scan_run(struct store_tx *tx, struct command *command);

/* ---- shared with reuse_scan.c, scanner_inbox.c
 * -----------------------------------------------------------------
 */

struct dossier_work;

/* The dossier, when this person may read it and scan into it now; set on success, the caller's. */
enum err attach_scan_load(struct store_tx *tx, struct command *command, int64_t id, bool of_result,
                          struct dossier_work **out_work);
/* Row and event of a new scan; the number of the event becomes its id. `from_inbox`: of which scan
 * of the office's scanner it is, 0 for none. */
void attach_scan_save(struct dossier_work *work, struct scan_record *record, int64_t from_inbox);

/* Write a scan as an element of an array (key NULL) or the whole answer. */
void scan_view(struct text *text, const struct scan_record *record);

struct read_scans {
    struct command command;
    int64_t dossier;
    struct text items; /* JSON parted by commas; owned by the caller */
};

/* ERR_OK, ERR_NOT_FOUND, ERR_NO_MEMORY. Reader thread, as the next one. */
enum err read_scans_run(struct store_tx *tx, struct command *command);

struct read_scan_file {
    struct command command;

    /* Input. */
    int64_t dossier, id;
    const struct scan_store *store; /* borrowed */

    /* Output. */
    struct scan_record record;
    struct text bytes; /* owned by the caller */
};

/* A scan that was taken away is not given. ERR_OK, ERR_NOT_FOUND, ERR_SCAN_REMOVED, ERR_FILE,
 * ERR_NO_MEMORY. */
enum err read_scan_file_run(struct store_tx *tx, struct command *command);

#endif
