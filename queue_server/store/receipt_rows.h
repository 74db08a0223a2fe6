/*
 * Receipts of fees (biên lai) and their lines. Writer or reader thread; errors are sticky in the
 * transaction.
 */
#ifndef STORE_RECEIPT_ROWS_H
#define STORE_RECEIPT_ROWS_H

#include "store/dossier_parts.h"
#include "store/dossier_rows.h"

enum { RECEIPT_SERIES_SIZE = 13, RECEIPT_REASON_SIZE = 1001 };

struct receipt_record {
    int64_t id; /* number of the log row that issued it */
    int64_t dossier;
    char series[RECEIPT_SERIES_SIZE]; /* ký hiệu */
    int64_t number;                   /* 1, 2, 3 ... within the series */
    char payer[DOSSIER_NAME_SIZE];
    int64_t total; /* đồng */
    char issued_by[ACCOUNT_CODE_SIZE];
    struct instant issued_at;
    char asked_by[ACCOUNT_CODE_SIZE]; /* "": nobody asked that it be voided */
    struct instant asked_at;
    char reason[RECEIPT_REASON_SIZE];
    char voided_by[ACCOUNT_CODE_SIZE]; /* "": it stands */
    struct instant voided_at;
};

struct receipt_line {
    int fee; /* position among the dossier's fees, from 1 */
    char line[DOSSIER_FIELD_SIZE];
    int64_t amount; /* đồng */
    char method[FEE_METHOD_SIZE];
};

/* Insert it, or bring in what became of it. */
void receipt_rows_put(struct store_tx *tx, const struct receipt_record *record);
void receipt_line_put(struct store_tx *tx, int64_t receipt, const struct receipt_line *line);

/* False when there is none. */
bool receipt_rows_get(struct store_tx *tx, int64_t id, struct receipt_record *out_record);

typedef void (*receipt_fn)(const struct receipt_record *record, void *data);

/* Those of a dossier, voided ones too, oldest first; returns how many. */
int receipt_rows_of_dossier(struct store_tx *tx, int64_t dossier, receipt_fn each, void *data);
/* At most `limit` from the newest on, with ids below `before`; returns how many. */
int receipt_rows_page(struct store_tx *tx, int64_t before, int limit, receipt_fn each, void *data);
/* Its lines in order, at most DOSSIER_FEES_MAX; returns how many. */
int receipt_lines_get(struct store_tx *tx, int64_t receipt,
                      struct receipt_line out_lines[DOSSIER_FEES_MAX]);

/* Every receipt: its total, the sum of its lines, and how many of these stand on another receipt
 * that stands too; returns how many there are. */
int64_t receipt_rows_sums(struct store_tx *tx,
                          void (*each)(int64_t id, int64_t total, int64_t lines, int64_t twice,
                                       void *data),
                          void *data);

/* What a series gave beside where it stands. */
struct receipt_series_row {
    const char *series;            /* borrowed */
    int64_t amount, highest, last; /* receipts, their greatest number, the series' last */
};

void receipt_rows_series(struct store_tx *tx,
                         void (*each)(const struct receipt_series_row *row, void *data),
                         void *data);

#endif
