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
    int64_t from_dossier, from_scan; /* taken over from there; 0: it was scanned here */
};

void scan_rows_put(struct store_tx *tx, const struct scan_record *record);
/* Give each scan of the dossier to `each`, in order; returns how many. `each` may be NULL. */
int scan_rows_each(struct store_tx *tx, int64_t dossier,
                   void (*each)(const struct scan_record *record, void *data), void *data);
/* One of them. False when there is none. */
bool scan_rows_get(struct store_tx *tx, int64_t dossier, int64_t id,
                   struct scan_record *out_record);
/* A scan that is held of a person, and of what. */
struct held_scan {
    struct scan_record scan;
    char code[DOSSIER_CODE_SIZE];
    char procedure[DOSSIER_NAME_SIZE];
    char paper[DOSSIER_NAME_SIZE]; /* the paper, or the title of the result */
};
struct held_filter {
    int64_t standing;       /* the record that stands for him */
    int64_t apart;          /* this dossier is looked at by who asks */
    const char *scope_unit; /* NULL: all of the centre */
    const char *scope_account;
};
/* Scans of other dossiers than that one, the newest first. Rule R-433. */
void scan_rows_held(struct store_tx *tx, const struct held_filter *filter,
                    void (*each)(const struct held_scan *held, void *data), void *data);
/* All of the centre, in the order of their files. */
void scan_rows_all(struct store_tx *tx, void (*each)(const struct scan_record *record, void *data),
                   void *data);
/* Those that were taken over from other dossiers, in no order. */
void scan_rows_reused(struct store_tx *tx,
                      void (*each)(const struct scan_record *record, void *data), void *data);
/* Has a scan that stands this file? */
bool scan_rows_has_file(struct store_tx *tx, const char *sha256);

#endif
