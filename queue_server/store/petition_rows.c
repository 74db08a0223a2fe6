#include "store/petition_rows.h"

#include <string.h>

#include "store/row_cursor.h"

/* A date of day 0 is stored as NULL. */
static void put_date(struct row_cursor *row, struct date date)
{
    row_put_int_or_null(row, date.day);
}

static struct date get_date(struct row_cursor *row)
{
    return (struct date){(int32_t)row_int(row)};
}

void petition_rows_insert(struct store_tx *tx, const struct petition_record *record)
{
    struct row_cursor row = row_start(tx, STMT_PETITION_INSERT);

    row_put_int(&row, record->id);
    row_put_int(&row, record->year);
    row_put_int(&row, record->number);
    row_put_text(&row, record->kind);
    row_put_text(&row, record->channel);
    row_put_text(&row, record->content);
    row_put_text_or_null(&row, record->full_name);
    row_put_text_or_null(&row, record->phone);
    row_put_int(&row, record->confidential);
    row_put_text(&row, petition_state_name(record->petition.state));
    row_put_instant(&row, record->petition.received_at);
    row_put_text(&row, record->received_by);
    put_date(&row, record->petition.sort_by);
    put_date(&row, record->petition.ask_by);
    put_date(&row, record->petition.answer_by);
    sql_run(row.sql);
}

void petition_rows_update(struct store_tx *tx, const struct petition_record *record)
{
    const struct petition *petition = &record->petition;
    struct row_cursor row = row_start(tx, STMT_PETITION_UPDATE);

    row_put_int(&row, record->id);
    row_put_text(&row, petition_state_name(petition->state));
    put_date(&row, petition->publish_by);
    row_put_instant(&row, petition->asked_at);
    row_put_text_or_null(&row, record->asked_for);
    row_put_instant(&row, petition->ended_at);
    row_put_text_or_null(&row, record->outcome);
    if (instant_is_none(petition->ended_at))
        row_put_null(&row);
    else
        row_put_int(&row, petition->on_time);
    row_put_instant(&row, petition->published_at);
    row_put_int(&row, record->version);
    row_put_instant(&row, record->changed_at);
    row_put_text(&row, record->changed_by);
    if (sql_run(row.sql) != 1)
        sql_fail(tx, ERR_STORE);
}

static void read_record(struct store_tx *tx, struct sql *sql, struct petition_record *out)
{
    struct petition *petition = &out->petition;
    struct row_cursor row = {.sql = sql};

    memset(out, 0, sizeof *out);
    out->id = row_int(&row);
    out->year = row_int(&row);
    out->number = row_int(&row);
    row_copy(&row, out->kind, sizeof out->kind);
    row_copy(&row, out->channel, sizeof out->channel);
    row_copy(&row, out->content, sizeof out->content);
    row_copy(&row, out->full_name, sizeof out->full_name);
    row_copy(&row, out->phone, sizeof out->phone);
    out->confidential = row_int(&row) != 0;
    if (!petition_state_from_name(row_text(&row), &petition->state))
        sql_fail(tx, ERR_STORE);
    petition->received_at = row_instant(&row);
    row_copy(&row, out->received_by, sizeof out->received_by);
    petition->sort_by = get_date(&row);
    petition->ask_by = get_date(&row);
    petition->answer_by = get_date(&row);
    petition->publish_by = get_date(&row);
    petition->asked_at = row_instant(&row);
    row_copy(&row, out->asked_for, sizeof out->asked_for);
    petition->ended_at = row_instant(&row);
    row_copy(&row, out->outcome, sizeof out->outcome);
    petition->on_time = row_int(&row) != 0;
    petition->published_at = row_instant(&row);
    out->version = row_int(&row);
    out->changed_at = row_instant(&row);
    row_copy(&row, out->changed_by, sizeof out->changed_by);
}

static void each_row(struct store_tx *tx, struct sql *sql, petition_each_fn each, void *data)
{
    struct petition_record record;

    while (sql_row(sql)) {
        read_record(tx, sql, &record);
        each(&record, data);
    }
    sql_end(sql);
}

static void keep(const struct petition_record *record, void *data)
{
    *(struct petition_record *)data = *record;
}

bool petition_rows_get(struct store_tx *tx, int64_t id, struct petition_record *out_record)
{
    struct row_cursor row = row_start(tx, STMT_PETITION_GET);

    out_record->id = 0;
    row_put_int(&row, id);
    each_row(tx, row.sql, keep, out_record);
    return out_record->id != 0;
}

void petition_rows_list(struct store_tx *tx, const struct petition_filter *filter,
                        petition_each_fn each, void *data)
{
    struct row_cursor row = row_start(tx, STMT_PETITION_LIST);

    row_put_int(&row, filter->before);
    row_put_text_or_null(&row, filter->state);
    put_date(&row, filter->late_on);
    row_put_int(&row, filter->limit);
    each_row(tx, row.sql, each, data);
}

void petition_rows_period(struct store_tx *tx, struct instant from, struct instant to,
                          petition_each_fn each, void *data)
{
    struct row_cursor row = row_start(tx, STMT_PETITION_PERIOD);

    row_put_instant(&row, from);
    row_put_instant(&row, to);
    each_row(tx, row.sql, each, data);
}

void petition_rows_years(struct store_tx *tx,
                         void (*each)(int64_t year, int64_t count, int64_t highest, void *data),
                         void *data)
{
    struct sql *sql = row_start(tx, STMT_PETITION_NUMBER_CHECK).sql;

    while (sql_row(sql))
        each(sql_column_int(sql, 0), sql_column_int(sql, 1), sql_column_int(sql, 2), data);
    sql_end(sql);
}
