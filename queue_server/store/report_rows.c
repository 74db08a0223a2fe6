#include "store/report_rows.h"

#include <string.h>

#include "store/row_cursor.h"

static bool read_dossier(struct sql *sql, struct report_dossier *out)
{
    struct row_cursor cursor = {.sql = sql}, *row = &cursor;

    memset(out, 0, sizeof *out);
    out->id = row_int(row);
    out->procedure = row_text(row);
    out->field = row_text(row);
    out->online = strcmp(row_text(row), "online") == 0;
    out->accepted_at = row_instant(row);
    out->ended_at = row_instant(row);
    const char *verdict = row_text(row);
    row_copy(row, out->officer.unit, sizeof out->officer.unit);
    row_copy(row, out->officer.account, sizeof out->officer.account);
    return !verdict || verdict_from_name(verdict, strlen(verdict), &out->verdict) == ERR_OK;
}

void report_rows_each(struct store_tx *tx, struct instant from, struct instant to,
                      bool (*each)(const struct report_dossier *dossier, void *data), void *data)
{
    struct row_cursor row = row_start(tx, STMT_REPORT_DOSSIERS);
    struct report_dossier dossier;
    bool more = true;

    row_put_instant(&row, from);
    row_put_instant(&row, to);
    while (more && sql_row(row.sql)) {
        if (!read_dossier(row.sql, &dossier))
            sql_fail(tx, ERR_STORE);
        more = sql_outcome(tx) == ERR_OK && each(&dossier, data);
    }
    sql_end(row.sql);
}

enum due_kind due_kind_from_name(const char *text)
{
    if (strcmp(text, "day") == 0)
        return DUE_DAY;
    return strcmp(text, "time") == 0 ? DUE_TIME : DUE_NONE;
}

static void read_open(struct sql *sql, struct report_open_dossier *out)
{
    struct row_cursor cursor = {.sql = sql}, *row = &cursor;

    memset(out, 0, sizeof *out);
    out->dossier.id = row_int(row);
    out->dossier.procedure = row_text(row);
    out->dossier.field = row_text(row);
    out->dossier.accepted_at = row_instant(row);
    out->dossier.ended_at = instant_none();
    row_copy(row, out->dossier.officer.unit, sizeof out->dossier.officer.unit);
    row_copy(row, out->dossier.officer.account, sizeof out->dossier.officer.account);
    out->due.kind = due_kind_from_name(row_text(row));
    out->due.at = row_instant(row);
    out->due.day.day = (int32_t)row_int(row);
    out->paused = row_int(row) != 0;
    out->near_at = row_instant(row);
    out->late_at = row_instant(row);
    out->decision_signed = !instant_is_none(row_instant(row));
}

void report_rows_each_open(struct store_tx *tx,
                           bool (*each)(const struct report_open_dossier *open, void *data),
                           void *data)
{
    struct row_cursor row = row_start(tx, STMT_REPORT_OPEN);
    struct report_open_dossier open;
    bool more = true;

    while (more && sql_row(row.sql)) {
        read_open(row.sql, &open);
        more = each(&open, data);
    }
    sql_end(row.sql);
}

/* Second of the day, -1 for none. */
static int32_t row_cutoff(struct row_cursor *row)
{
    const int32_t cutoff = row_is_null(row) ? -1 : (int32_t)sql_column_int(row->sql, row->next);

    row->next++;
    return cutoff;
}

int report_rows_book(struct store_tx *tx, const char *field, struct instant from, struct instant to,
                     int limit, void (*each)(const struct report_book_row *row, void *data),
                     void *data)
{
    struct row_cursor row = row_start(tx, STMT_DOSSIER_BOOK_PAGE);
    struct report_book_row read;
    int count = 0;

    row_put_text(&row, field);
    row_put_instant(&row, from);
    row_put_instant(&row, to);
    row_put_int(&row, limit);
    for (; sql_row(row.sql); count++) {
        struct row_cursor cursor = {.sql = row.sql};

        read.row = row_int(&cursor);
        read.code = row_text(&cursor);
        read.procedure_name = row_text(&cursor);
        read.applicant = row_text(&cursor);
        read.address = row_text(&cursor);
        read.phone = row_text(&cursor);
        read.unit = row_text(&cursor);
        read.accepted_at = row_instant(&cursor);
        read.promised_at = row_instant(&cursor);
        read.returned_at = row_instant(&cursor);
        read.delivery = row_text(&cursor);
        read.dossier = row_int(&cursor);
        read.corrected = row_int(&cursor) != 0;
        each(&read, data);
    }
    sql_end(row.sql);
    return count;
}

void report_rows_book_before(struct store_tx *tx, int64_t dossier,
                             void (*each)(const char *field, const char *old, void *data),
                             void *data)
{
    struct row_cursor row = row_start(tx, STMT_DOSSIER_CORRECTION_BOOK);

    row_put_int(&row, dossier);
    while (sql_row(row.sql)) {
        struct row_cursor cursor = {.sql = row.sql};
        const char *field = row_text(&cursor);

        each(field, row_text(&cursor), data);
    }
    sql_end(row.sql);
}

bool report_rows_pinned(struct store_tx *tx, int64_t id, struct report_pinned *out_pinned)
{
    struct row_cursor put = row_start(tx, STMT_REPORT_DOSSIER), row = {.sql = put.sql};

    row_put_int(&put, id);
    const bool found = sql_row(put.sql);
    if (found) {
        row_copy(&row, out_pinned->code, sizeof out_pinned->code);
        row_copy(&row, out_pinned->procedure_name, sizeof out_pinned->procedure_name);
        row_copy(&row, out_pinned->limit_text, sizeof out_pinned->limit_text);
        out_pinned->cutoff_s = row_cutoff(&row);
        out_pinned->calendar_version = row_int(&row);
        out_pinned->extended_at = row_instant(&row);
        row_copy(&row, out_pinned->extended_limit, sizeof out_pinned->extended_limit);
        out_pinned->extended_cutoff_s = row_cutoff(&row);
    }
    sql_end(put.sql);
    return found;
}

size_t report_rows_pauses(struct store_tx *tx, int64_t id,
                          struct pause out_pauses[DOSSIER_PAUSES_MAX])
{
    struct row_cursor row = row_start(tx, STMT_DOSSIER_PAUSE_LIST);
    size_t count = 0;

    row_put_int(&row, id);
    while (count < DOSSIER_PAUSES_MAX && sql_row(row.sql)) {
        const struct instant from = sql_column_instant(row.sql, 2);
        const struct instant to = sql_column_instant(row.sql, 3);

        out_pauses[count++] = (struct pause){.from = from, .to = to, .open = instant_is_none(to)};
    }
    sql_end(row.sql);
    return count;
}

void report_rows_responsible(struct store_tx *tx, int64_t id, struct instant at,
                             struct officer *out_officer)
{
    struct row_cursor row = row_start(tx, STMT_DOSSIER_STEP_AT);

    row_put_int(&row, id);
    row_put_instant(&row, at);
    if (sql_row(row.sql)) {
        sql_column_copy(row.sql, 0, out_officer->unit, sizeof out_officer->unit);
        sql_column_copy(row.sql, 1, out_officer->account, sizeof out_officer->account);
    }
    sql_end(row.sql);
}
