/*
 * Which scans show which papers of which dossier. Writer or reader thread; errors are sticky in the
 * transaction. The bytes are files: store/scan_store.h.
 */
#ifndef STORE_SCAN_ROWS_H
#define STORE_SCAN_ROWS_H

#include "store/dossier_rows.h"
#include "store/scan_store.h"

enum {
    SCAN_LABEL_SIZE = 201,
    SCAN_REASON_SIZE = 1001,
    SCAN_PAPER_RESULT = 0,
    DOSSIER_SCANS_MAX = 500, /* of one dossier, those taken away too */
};

struct scan_record {
    int64_t dossier;
    int64_t id; /* number of the log row that attached it */
    int paper;  /* position in the dossier's list, from 1; SCAN_PAPER_RESULT */
    char sha256[SCAN_NAME_SIZE];
    char type[SCAN_TYPE_SIZE];
    int64_t bytes;
    char name[SCAN_LABEL_SIZE]; /* "" for none */
    char added_by[ACCOUNT_CODE_SIZE];
    struct instant added_at;
    char removed_by[ACCOUNT_CODE_SIZE]; /* "": it stands */
    struct instant removed_at;
    char reason[SCAN_REASON_SIZE];
};

void scan_rows_put(struct store_tx *tx, const struct scan_record *record);
/* Give each scan of the dossier to `each`, in order; returns how many. `each` may be NULL. */
int scan_rows_each(struct store_tx *tx, int64_t dossier,
                   void (*each)(const struct scan_record *record, void *data), void *data);
/* One of them. False when there is none. */
bool scan_rows_get(struct store_tx *tx, int64_t dossier, int64_t id,
                   struct scan_record *out_record);
/* All of the centre, in the order of their files. */
void scan_rows_all(struct store_tx *tx, void (*each)(const struct scan_record *record, void *data),
                   void *data);
/* Has a scan that stands this file? */
bool scan_rows_has_file(struct store_tx *tx, const char *sha256);

#endif
