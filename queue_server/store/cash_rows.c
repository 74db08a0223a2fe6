#include "store/cash_rows.h"

#include <string.h>

#include "store/row_cursor.h"

/* What somebody gave back. */
static void add_refunds(struct store_tx *tx, const char *account, struct cash_sums *sums)
{
    struct row_cursor asked = row_start(tx, STMT_DOSSIER_FEE_REFUND_OPEN);

    row_put_text(&asked, account);
    while (sql_row(asked.sql)) {
        struct row_cursor row = {.sql = asked.sql};
        const char *name = row_text(&row);
        const bool cash = name && strcmp(name, payment_method_name(PAYMENT_CASH)) == 0;

        sums->refunds++;
        *(cash ? &sums->refunded_cash : &sums->refunded_transfer) += row_int(&row);
    }
    sql_end(asked.sql);
}

struct cash_sums cash_rows_open(struct store_tx *tx, const char *account)
{
    struct row_cursor asked = row_start(tx, STMT_DOSSIER_FEE_OPEN);
    struct cash_sums sums = {.fees = 0};

    add_refunds(tx, account, &sums);
    row_put_text(&asked, account);
    while (sql_row(asked.sql)) {
        struct row_cursor row = {.sql = asked.sql};
        enum payment_method method;
        const char *name = row_text(&row);

        if (!payment_method_from_name(name ? name : "", &method)) {
            sql_fail(tx, ERR_STORE);
            break;
        }
        sums.fees++;
        sums.amounts[method] += row_int(&row);
    }
    sql_end(asked.sql);
    return sums;
}

/* Fees taken, or given back, bear the closing's number. */
static void mark(struct store_tx *tx, enum statement statement, const struct cash_closing *closing)
{
    struct row_cursor row = row_start(tx, statement);

    row_put_text(&row, closing->account);
    row_put_int(&row, closing->id);
    sql_run(row.sql);
}

void cash_rows_close(struct store_tx *tx, const struct cash_closing *closing)
{
    struct row_cursor row = row_start(tx, STMT_CASH_CLOSING_PUT);

    row_put_int(&row, closing->id);
    row_put_text(&row, closing->account);
    row_put_int(&row, closing->sums.fees);
    for (int method = 0; method < PAYMENT_METHOD_COUNT; method++)
        row_put_int(&row, closing->sums.amounts[method]);
    row_put_int(&row, closing->counted);
    row_put_text_or_null(&row, closing->reason);
    row_put_instant(&row, closing->closed_at);
    row_put_int(&row, closing->sums.refunds);
    row_put_int(&row, closing->sums.refunded_cash);
    row_put_int(&row, closing->sums.refunded_transfer);
    sql_run(row.sql);
    mark(tx, STMT_DOSSIER_FEE_CLOSE, closing);
    mark(tx, STMT_DOSSIER_FEE_REFUND_CLOSE, closing);
}

#define COPY(field) row_copy(row, field, sizeof(field))

static void read_closing(struct sql *sql, struct cash_closing *out)
{
    struct row_cursor cursor = {.sql = sql}, *row = &cursor;

    memset(out, 0, sizeof *out);
    out->id = row_int(row);
    COPY(out->account);
    out->sums.fees = row_int(row);
    for (int method = 0; method < PAYMENT_METHOD_COUNT; method++)
        out->sums.amounts[method] = row_int(row);
    out->counted = row_int(row);
    COPY(out->reason);
    out->closed_at = row_instant(row);
    out->sums.refunds = row_int(row);
    out->sums.refunded_cash = row_int(row);
    out->sums.refunded_transfer = row_int(row);
}

int cash_rows_page(struct store_tx *tx, const char *account, int64_t before, int limit,
                   void (*each)(const struct cash_closing *closing, void *data), void *data)
{
    struct row_cursor row =
        row_start(tx, account[0] ? STMT_CASH_CLOSING_OF_ACCOUNT : STMT_CASH_CLOSING_PAGE);
    struct cash_closing closing;
    int count = 0;

    row_put_int(&row, before);
    row_put_int(&row, limit);
    if (account[0])
        row_put_text(&row, account);
    for (; sql_row(row.sql); count++) {
        read_closing(row.sql, &closing);
        each(&closing, data);
    }
    sql_end(row.sql);
    return count;
}

int64_t cash_rows_sums(struct store_tx *tx,
                       void (*each)(const struct cash_compared *row, void *data), void *data)
{
    struct sql *sql = row_start(tx, STMT_CASH_CLOSING_SUMS).sql;
    int64_t count = 0;

    for (; sql_row(sql); count++) {
        struct row_cursor row = {.sql = sql};
        struct cash_compared compared = {.id = row_int(&row)};

        compared.fees = row_int(&row);
        compared.total = row_int(&row);
        compared.marked_fees = row_int(&row);
        compared.marked_total = row_int(&row);
        compared.refunds = row_int(&row);
        compared.refunded = row_int(&row);
        compared.given_fees = row_int(&row);
        compared.given_total = row_int(&row);
        each(&compared, data);
    }
    sql_end(sql);
    return count;
}

struct cash_refunded cash_rows_refunded(struct store_tx *tx)
{
    struct sql *sql = row_start(tx, STMT_DOSSIER_FEE_REFUNDS).sql;
    struct cash_refunded refunded = {0};

    if (sql_row(sql)) {
        struct row_cursor row = {.sql = sql};

        refunded.fees = row_int(&row);
        refunded.total = row_int(&row);
    }
    sql_end(sql);
    return refunded;
}
