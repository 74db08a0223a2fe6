#include "store/receipt_rows.h"

#include <string.h>

#include "store/row_cursor.h"

/* ---- receipts -------------------------------------------------------------------------------- */

void receipt_rows_put(struct store_tx *tx, const struct receipt_record *record)
{
    struct row_cursor row = row_start(tx, STMT_RECEIPT_PUT);

    row_put_int(&row, record->id);
    row_put_int(&row, record->dossier);
    row_put_text(&row, record->series);
    row_put_int(&row, record->number);
    row_put_text(&row, record->payer);
    row_put_int(&row, record->total);
    row_put_text(&row, record->issued_by);
    row_put_instant(&row, record->issued_at);
    row_put_text_or_null(&row, record->asked_by);
    row_put_instant(&row, record->asked_at);
    row_put_text_or_null(&row, record->reason);
    row_put_text_or_null(&row, record->voided_by);
    row_put_instant(&row, record->voided_at);
    sql_run(row.sql);
}

#define COPY(field) row_copy(row, field, sizeof(field))

static void read_receipt(struct sql *sql, struct receipt_record *out)
{
    struct row_cursor cursor = {.sql = sql}, *row = &cursor;

    memset(out, 0, sizeof *out);
    out->id = row_int(row);
    out->dossier = row_int(row);
    COPY(out->series);
    out->number = row_int(row);
    COPY(out->payer);
    out->total = row_int(row);
    COPY(out->issued_by);
    out->issued_at = row_instant(row);
    COPY(out->asked_by);
    out->asked_at = row_instant(row);
    COPY(out->reason);
    COPY(out->voided_by);
    out->voided_at = row_instant(row);
}

static int give_each(struct sql *sql, receipt_fn each, void *data)
{
    struct receipt_record record;
    int count = 0;

    for (; sql_row(sql); count++) {
        read_receipt(sql, &record);
        each(&record, data);
    }
    sql_end(sql);
    return count;
}

static void keep(const struct receipt_record *record, void *data)
{
    *(struct receipt_record *)data = *record;
}

bool receipt_rows_get(struct store_tx *tx, int64_t id, struct receipt_record *out_record)
{
    struct row_cursor row = row_start(tx, STMT_RECEIPT_GET);

    row_put_int(&row, id);
    return give_each(row.sql, keep, out_record) == 1;
}

int receipt_rows_of_dossier(struct store_tx *tx, int64_t dossier, receipt_fn each, void *data)
{
    struct row_cursor row = row_start(tx, STMT_RECEIPT_OF_DOSSIER);

    row_put_int(&row, dossier);
    return give_each(row.sql, each, data);
}

int receipt_rows_page(struct store_tx *tx, int64_t before, int limit, receipt_fn each, void *data)
{
    struct row_cursor row = row_start(tx, STMT_RECEIPT_PAGE);

    row_put_int(&row, before);
    row_put_int(&row, limit);
    return give_each(row.sql, each, data);
}

/* ---- lines ----------------------------------------------------------------------------------- */

void receipt_line_put(struct store_tx *tx, int64_t receipt, const struct receipt_line *line)
{
    struct row_cursor row = row_start(tx, STMT_RECEIPT_LINE_PUT);

    row_put_int(&row, receipt);
    row_put_int(&row, line->fee);
    row_put_text(&row, line->line);
    row_put_int(&row, line->amount);
    row_put_text(&row, line->method);
    sql_run(row.sql);
}

int receipt_lines_get(struct store_tx *tx, int64_t receipt,
                      struct receipt_line out_lines[DOSSIER_FEES_MAX])
{
    struct row_cursor asked = row_start(tx, STMT_RECEIPT_LINES);
    int count = 0;

    row_put_int(&asked, receipt);
    for (; count < DOSSIER_FEES_MAX && sql_row(asked.sql); count++) {
        struct row_cursor cursor = {.sql = asked.sql}, *row = &cursor;
        struct receipt_line *line = &out_lines[count];

        line->fee = (int)row_int(row);
        COPY(line->line);
        line->amount = row_int(row);
        COPY(line->method);
    }
    sql_end(asked.sql);
    return count;
}

/* ---- for the check ------------------------------------------------------------------------------
 */

void receipt_rows_series(struct store_tx *tx,
                         void (*each)(const struct receipt_series_row *row, void *data), void *data)
{
    struct sql *sql = row_start(tx, STMT_RECEIPT_SERIES).sql;

    while (sql_row(sql)) {
        struct row_cursor row = {.sql = sql};
        struct receipt_series_row series = {.series = row_text(&row)};

        series.amount = row_int(&row);
        series.highest = row_int(&row);
        series.last = row_int(&row);
        each(&series, data);
    }
    sql_end(sql);
}

int64_t receipt_rows_sums(struct store_tx *tx,
                          void (*each)(int64_t id, int64_t total, int64_t lines, int64_t twice,
                                       void *data),
                          void *data)
{
    struct sql *sql = row_start(tx, STMT_RECEIPT_SUMS).sql;
    int64_t count = 0;

    for (; sql_row(sql); count++)
        each(sql_column_int(sql, 0), sql_column_int(sql, 1), sql_column_int(sql, 2),
             sql_column_int(sql, 3), data);
    sql_end(sql);
    return count;
}
