/* What cashiers took, and their closings. Writer or reader thread; errors are sticky in the
 * transaction. Rule R-426. */
#ifndef STORE_CASH_ROWS_H
#define STORE_CASH_ROWS_H

#include "domain/payment_method.h"
#include "store/dossier_parts.h"

enum { CASH_REASON_SIZE = 1001 };

/* Takings, and what was given back: how many fees, and their sums by how they were paid. */
struct cash_sums {
    int64_t fees;
    int64_t amounts[PAYMENT_METHOD_COUNT]; /* đồng */
    int64_t refunds;
    int64_t refunded_cash, refunded_transfer; /* đồng */
};

struct cash_closing {
    int64_t id; /* number of its log row */
    char account[ACCOUNT_CODE_SIZE];
    struct cash_sums sums;
    int64_t counted; /* đồng that were in the till */
    char reason[CASH_REASON_SIZE];
    struct instant closed_at;
};

/* What `account` took and gave back, and no closing has counted. */
struct cash_sums cash_rows_open(struct store_tx *tx, const char *account);
/* Count it by this closing: insert the closing, mark the fees. */
void cash_rows_close(struct store_tx *tx, const struct cash_closing *closing);

/* Give each of at most `limit` closings below `before` to `each`, from the newest on; of one
 * account, or of all when it is "". Returns how many. */
int cash_rows_page(struct store_tx *tx, const char *account, int64_t before, int limit,
                   void (*each)(const struct cash_closing *closing, void *data), void *data);

/* A closing beside the fees that bear its number. */
struct cash_compared {
    int64_t id, fees, total, marked_fees, marked_total;
    int64_t refunds, refunded, given_fees, given_total;
};

/* Each closing of the centre; returns how many. */
int64_t cash_rows_sums(struct store_tx *tx,
                       void (*each)(const struct cash_compared *row, void *data), void *data);

/* All that was ever given back. */
struct cash_refunded {
    int64_t fees, total;
};
struct cash_refunded cash_rows_refunded(struct store_tx *tx);

#endif
