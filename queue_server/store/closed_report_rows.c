#include "store/closed_report_rows.h"

#include <string.h>

void closed_report_release(struct closed_report *report)
{
    text_release(&report->figures);
    text_release(&report->dossiers);
}

void closed_report_rows_insert(struct store_tx *tx, const struct closed_report *report)
{
    struct sql *q = sql_start(tx, STMT_CLOSED_REPORT_INSERT);

    sql_int(q, 1, sql_centre(tx));
    sql_text(q, 2, report->kind);
    sql_date(q, 3, report->period.from);
    sql_date(q, 4, report->period.to);
    sql_int(q, 5, report->version);
    sql_instant(q, 6, report->closed_at);
    sql_text(q, 7, report->closed_by);
    sql_int(q, 8, report->log_seq);
    sql_blob(q, 9, report->log_hash, DIGEST_SIZE);
    sql_text(q, 10, report->figures.data);
    sql_blob(q, 11, report->figures_hash, DIGEST_SIZE);
    sql_text(q, 12, report->dossiers.data);
    sql_run(q);
}

static void copy_digest(struct sql *q, int column, uint8_t out_digest[DIGEST_SIZE])
{
    size_t size;
    const void *bytes = sql_column_blob(q, column, &size);

    if (size == DIGEST_SIZE)
        memcpy(out_digest, bytes, DIGEST_SIZE);
}

static void read_row(struct sql *q, struct closed_report *out_report)
{
    *out_report = (struct closed_report){
        .period = {.from = sql_column_date(q, 1), .to = sql_column_date(q, 2)},
        .version = (int)sql_column_int(q, 3),
        .closed_at = sql_column_instant(q, 4),
        .log_seq = sql_column_int(q, 6)};
    sql_column_copy(q, 0, out_report->kind, sizeof out_report->kind);
    sql_column_copy(q, 5, out_report->closed_by, sizeof out_report->closed_by);
    copy_digest(q, 7, out_report->log_hash);
    text_init(&out_report->figures);
    text_add(&out_report->figures, sql_column_text(q, 8));
    copy_digest(q, 9, out_report->figures_hash);
    text_init(&out_report->dossiers);
    text_add(&out_report->dossiers, sql_column_text(q, 10));
}

/* The row that the statement gives, if any. */
static bool one_row(struct store_tx *tx, struct sql *q, struct closed_report *out_report)
{
    const bool found = sql_row(q);

    if (found)
        read_row(q, out_report);
    sql_end(q);
    if (found && (out_report->figures.failed || out_report->dossiers.failed))
        sql_fail(tx, ERR_NO_MEMORY);
    return found;
}

bool closed_report_rows_get(struct store_tx *tx, const char *kind, struct date from, int version,
                            struct closed_report *out_report)
{
    struct sql *q = sql_start(tx, STMT_CLOSED_REPORT_GET);

    sql_int(q, 1, sql_centre(tx));
    sql_text(q, 2, kind);
    sql_date(q, 3, from);
    sql_int(q, 4, version);
    return one_row(tx, q, out_report);
}

bool closed_report_rows_before(struct store_tx *tx, const char *kind, struct date from,
                               struct closed_report *out_report)
{
    struct sql *q = sql_start(tx, STMT_CLOSED_REPORT_BEFORE);

    sql_int(q, 1, sql_centre(tx));
    sql_text(q, 2, kind);
    sql_date(q, 3, from);
    return one_row(tx, q, out_report);
}

void closed_report_rows_ends(struct store_tx *tx, struct date date,
                             void (*each)(const char *kind, struct period period, void *data),
                             void *data)
{
    struct sql *q = sql_start(tx, STMT_CLOSED_REPORT_ENDS);

    sql_int(q, 1, sql_centre(tx));
    sql_date(q, 2, date);
    while (sql_row(q))
        each(sql_column_text(q, 0),
             (struct period){.from = sql_column_date(q, 1), .to = sql_column_date(q, 2)}, data);
    sql_end(q);
}

static void give_rows(struct sql *q, void (*each)(const struct closed_report *report, void *data),
                      void *data)
{
    struct closed_report report;

    while (sql_row(q)) {
        read_row(q, &report);
        each(&report, data);
        closed_report_release(&report);
    }
    sql_end(q);
}

void closed_report_rows_list(struct store_tx *tx, const char *kind, struct date from, int limit,
                             void (*each)(const struct closed_report *report, void *data),
                             void *data)
{
    struct sql *q = sql_start(tx, STMT_CLOSED_REPORT_LIST);

    sql_int(q, 1, sql_centre(tx));
    sql_text(q, 2, kind);
    sql_date(q, 3, from);
    sql_int(q, 4, limit);
    give_rows(q, each, data);
}

void closed_report_rows_all(struct store_tx *tx,
                            void (*each)(const struct closed_report *report, void *data),
                            void *data)
{
    struct sql *q = sql_start(tx, STMT_CLOSED_REPORT_ALL);

    sql_int(q, 1, sql_centre(tx));
    give_rows(q, each, data);
}
