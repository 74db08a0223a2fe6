/*
 * The folder into which an office scanner writes: looked through, taken from, cleared.
 *
 * Any thread but the loop's; blocking: it may be a mount of another machine. One call at a time.
 * Nothing in it is run, and no link is followed. Rules R-560..R-563.
 *
 *     scanner_folder_look    what is there, and since when it stands still
 *     scanner_folder_next    the oldest that is whole, if there is one
 *     scanner_folder_take    its bytes into the scan store, or why not
 *                            ... a row tells of it, durably ...
 *     scanner_folder_remove  it leaves the folder
 *     scanner_folder_refuse  or goes to `tu-choi`, with a note beside it
 *
 * A file leaves in two steps: it is renamed to `.motcua.NAME`, and goes only when it is still what
 * was read; else it gets its name back, at the next look if a stop came between. So what was
 * written over it in the meantime is never lost.
 */
#ifndef STORE_SCANNER_FOLDER_H
#define STORE_SCANNER_FOLDER_H

#include <stdatomic.h>

#include "domain/scanner_file.h"
#include "store/scan_store.h"

#define SCANNER_REFUSED_FOLDER "tu-choi"

enum { SCANNER_NAME_SIZE = 256, SCANNER_FILES_MAX = 2000 /* known at once */ };

struct scanner_file {
    char name[SCANNER_NAME_SIZE]; /* in the folder */
    int64_t bytes;
    int64_t written_ns; /* time of its last writing, ns since 1970 */
    unsigned kind;      /* S_IFMT bits */
    uint64_t since;     /* ms of the caller's clock: stands like this since */
    bool unended;       /* looked into: its bytes have no end */
    bool held;          /* left alone as long as it stands like this */
    bool told;          /* the caller was told of it (scanner_folder_odd) */
};

struct scanner_folder {
    const char *path;            /* borrowed */
    const char *data;            /* the data folder, borrowed: they must be apart */
    const atomic_bool *stopping; /* borrowed: ends a long reading */
    bool apart;                  /* that was found */
    struct scanner_file *files;  /* owned */
    size_t count;
};

/*
 * Look at what is there; `now` in ms of a clock that only goes on.
 *
 * Returns ERR_OK, ERR_FILE (there is no such folder, or it cannot be read), ERR_BAD_VALUE (it is
 * the data folder or in it), ERR_NO_MEMORY. After a failure nothing is known.
 */
enum err scanner_folder_look(struct scanner_folder *folder, uint64_t now);
void scanner_folder_release(struct scanner_folder *folder);

/* The one written first of those that are whole by now, NULL for none. Until the next look. */
struct scanner_file *scanner_folder_next(struct scanner_folder *folder, uint64_t now);
/* Is there a file that will be whole sometime? */
bool scanner_folder_waits(const struct scanner_folder *folder);
/* One that is never taken (a folder, a partial name that stays) and was not told yet; NULL. */
struct scanner_file *scanner_folder_odd(struct scanner_folder *folder, uint64_t now);

struct scanner_take {
    struct scan_file file; /* finished, when it is not refused; always to be dropped */
    enum scan_type type;
    enum scanner_refusal refusal;
};

/*
 * Read a file into the store.
 *
 * out_take  filled in any case
 *
 * Returns ERR_OK (taken or refused); ERR_NOT_FOUND when it is gone, has changed or may have no end
 * yet: it comes again; ERR_CLOSED when the server stops; ERR_FILE, ERR_DISK_FULL.
 */
enum err scanner_folder_take(const struct scanner_folder *folder, struct scanner_file *file,
                             const struct scan_store *store, uint64_t now,
                             struct scanner_take *out_take);

/* Take a file away. ERR_OK; ERR_NOT_FOUND when another stands in its place, which stays; ERR_FILE.
 */
enum err scanner_folder_remove(const struct scanner_folder *folder,
                               const struct scanner_file *file);
/* Move it to `tu-choi` as ID-NAME, with the reason in ID-NAME.ly-do.txt; `id` as in "s12". As
 * above. */
enum err scanner_folder_refuse(const struct scanner_folder *folder, const struct scanner_file *file,
                               const char *id, enum scanner_refusal refusal);

#endif
