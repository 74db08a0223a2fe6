/*
 * Scans from the office's scanner that belong to no dossier yet. Writer or reader thread; errors
 * are sticky in the transaction. The bytes are files: store/scan_store.h. Rules R-562..R-566.
 */
#ifndef STORE_INBOX_ROWS_H
#define STORE_INBOX_ROWS_H

#include "domain/scanner_file.h"
#include "store/scan_rows.h"

enum { INBOX_SALT_SIZE = 27 };

struct inbox_scan {
    int64_t id;                    /* number of the log row that told of it */
    char name[SCANNER_LABEL_SIZE]; /* as it is shown */
    int64_t written_ns;            /* by the scanner; ns since 1970 */
    char salt[INBOX_SALT_SIZE];    /* of the log's digest */
    char sha256[SCAN_NAME_SIZE];   /* "" when it was refused, as is the type */
    char type[SCAN_TYPE_SIZE];
    int64_t bytes;
    char refused[SCANNER_REFUSAL_NAME_SIZE]; /* "": it was taken */
    struct instant arrived_at;
    int64_t dossier, scan; /* to which it was given; 0 */
    char ended_by[ACCOUNT_CODE_SIZE];
    struct instant ended_at; /* instant_none(): it waits */
    char reason[SCAN_REASON_SIZE];
};

typedef void (*inbox_each_fn)(const struct inbox_scan *scan, void *data);

/* Insert it, or store how it ended. */
void inbox_rows_put(struct store_tx *tx, const struct inbox_scan *scan);
/* False when there is none, and nothing is set. */
bool inbox_rows_get(struct store_tx *tx, int64_t id, struct inbox_scan *out_scan);
/*
 * What the file of this name, time, size and digest ("" when refused) was recorded as, if it was
 * not discarded since: the stop of a server came before it left the folder. Rule R-563.
 */
bool inbox_rows_same(struct store_tx *tx, const struct inbox_scan *scan,
                     struct inbox_scan *out_scan);
/* Those that nobody has seen to, before `before`, newest first, `limit` at most. */
void inbox_rows_waiting(struct store_tx *tx, int64_t before, int limit, inbox_each_fn each,
                        void *data);
/* All, in the order of their files. */
void inbox_rows_all(struct store_tx *tx, inbox_each_fn each, void *data);
/* Has one that waits this file? */
bool inbox_rows_has_file(struct store_tx *tx, const char *sha256);

#endif
