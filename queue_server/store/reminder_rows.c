#include "store/reminder_rows.h"

#include <string.h>

#include "store/report_rows.h"
#include "store/row_cursor.h"

bool reminder_is_open(const struct reminder_record *record)
{
    return instant_is_none(record->ended_at) && instant_is_none(record->acknowledged_at);
}

void reminder_rows_insert(struct store_tx *tx, const struct reminder_record *record)
{
    struct row_cursor row = row_start(tx, STMT_REMINDER_INSERT);

    row_put_int(&row, record->id);
    row_put_int(&row, record->dossier);
    row_put_text(&row, reminder_kind_name(record->reminder.kind));
    row_put_text(&row, reminder_level_name(record->reminder.level));
    row_put_instant(&row, record->reminder.about);
    row_put_instant(&row, record->made_at);
    sql_run(row.sql);
}

void reminder_rows_end(struct store_tx *tx, int64_t id, struct instant at)
{
    struct row_cursor row = row_start(tx, STMT_REMINDER_END);

    row_put_int(&row, id);
    row_put_instant(&row, at);
    if (sql_run(row.sql) != 1)
        sql_fail(tx, ERR_STORE);
}

void reminder_rows_acknowledge(struct store_tx *tx, const struct reminder_record *record)
{
    struct row_cursor row = row_start(tx, STMT_REMINDER_ACKNOWLEDGE);

    row_put_int(&row, record->id);
    row_put_instant(&row, record->acknowledged_at);
    row_put_text(&row, record->acknowledged_by);
    if (sql_run(row.sql) != 1)
        sql_fail(tx, ERR_STORE);
}

static void read_record(struct store_tx *tx, struct sql *sql, struct reminder_record *out)
{
    struct row_cursor row = {.sql = sql};

    memset(out, 0, sizeof *out);
    out->id = row_int(&row);
    out->dossier = row_int(&row);
    if (!reminder_kind_from_name(row_text(&row), &out->reminder.kind))
        sql_fail(tx, ERR_STORE);
    if (!reminder_level_from_name(row_text(&row), &out->reminder.level))
        sql_fail(tx, ERR_STORE);
    out->reminder.about = row_instant(&row);
    out->made_at = row_instant(&row);
    out->ended_at = row_instant(&row);
    out->acknowledged_at = row_instant(&row);
    row_copy(&row, out->acknowledged_by, sizeof out->acknowledged_by);
}

bool reminder_rows_get(struct store_tx *tx, int64_t id, struct reminder_record *out_record)
{
    struct row_cursor row = row_start(tx, STMT_REMINDER_GET);

    row_put_int(&row, id);
    const bool found = sql_row(row.sql);
    if (found)
        read_record(tx, row.sql, out_record);
    sql_end(row.sql);
    return found;
}

void reminder_rows_of_dossier(struct store_tx *tx, int64_t dossier,
                              void (*each)(const struct reminder_record *record, void *data),
                              void *data)
{
    struct row_cursor row = row_start(tx, STMT_REMINDER_OF_DOSSIER);
    struct reminder_record record;

    row_put_int(&row, dossier);
    while (sql_row(row.sql)) {
        read_record(tx, row.sql, &record);
        each(&record, data);
    }
    sql_end(row.sql);
}

void reminder_rows_list(struct store_tx *tx, int64_t before,
                        bool (*each)(const struct reminder_record *record, void *data), void *data)
{
    struct row_cursor row = row_start(tx, STMT_REMINDER_LIST);
    struct reminder_record record;
    bool more = true;

    row_put_int(&row, before);
    while (more && sql_row(row.sql)) {
        read_record(tx, row.sql, &record);
        more = each(&record, data);
    }
    sql_end(row.sql);
}

struct reminder_counts reminder_rows_count(struct store_tx *tx)
{
    struct sql *sql = row_start(tx, STMT_REMINDER_COUNT).sql;
    struct reminder_counts counts = {0};

    if (sql_row(sql)) {
        struct row_cursor row = {.sql = sql};

        counts.made = row_int(&row);
        counts.acknowledged = row_int(&row);
        counts.ended = row_int(&row);
    }
    sql_end(sql);
    return counts;
}

int64_t reminder_rows_next(struct store_tx *tx, enum reminder_source source, int64_t *place)
{
    static const enum statement statements[] = {
        [REMINDER_OPEN_DOSSIERS] = STMT_DOSSIER_OPEN_AFTER,
        [REMINDER_ARRIVED_DOSSIERS] = STMT_DOSSIER_ARRIVED_AFTER,
        [REMINDER_READY_DOSSIERS] = STMT_DOSSIER_READY_AFTER,
        [REMINDER_TOLD_DOSSIERS] = STMT_REMINDER_OPEN_AFTER};
    struct row_cursor row = row_start(tx, statements[source]);
    int64_t dossier = 0;

    row_put_int(&row, *place);
    *place = 0;
    if (sql_row(row.sql)) {
        *place = sql_column_int(row.sql, 0);
        dossier = source == REMINDER_TOLD_DOSSIERS ? sql_column_int(row.sql, 1) : *place;
    }
    sql_end(row.sql);
    return dossier;
}

static void read_facts(struct sql *sql, struct reminder_facts *out)
{
    struct row_cursor row = {.sql = sql};

    out->accepted_at = row_instant(&row);
    if (!instant_is_none(row_instant(&row))) /* ended */
        out->accepted_at = instant_none();
    out->paused = row_int(&row) != 0;
    out->due.kind = due_kind_from_name(row_text(&row));
    out->due.at = row_instant(&row);
    out->due.day.day = (int32_t)row_int(&row);
    out->near_at = row_instant(&row);
    row_copy(&row, out->responsible.unit, sizeof out->responsible.unit);
    row_copy(&row, out->responsible.account, sizeof out->responsible.account);
    const bool handed = row_text(&row) != NULL;
    const struct instant given_at = row_instant(&row);
    out->given_at = handed ? given_at : instant_none();
    row_copy(&row, out->receiver.unit, sizeof out->receiver.unit);
    row_copy(&row, out->receiver.account, sizeof out->receiver.account);
    out->arrived_at = row_instant(&row);
    out->remind_at = row_instant(&row);
    out->ready_at = row_instant(&row);
    out->unscanned = row_int(&row) > 0;
}

bool reminder_rows_facts(struct store_tx *tx, int64_t dossier, struct reminder_facts *out_facts)
{
    struct row_cursor row = row_start(tx, STMT_DOSSIER_REMINDER_FACTS);

    row_put_int(&row, dossier);
    const bool found = sql_row(row.sql);
    if (found) {
        memset(out_facts, 0, sizeof *out_facts);
        read_facts(row.sql, out_facts);
    }
    sql_end(row.sql);
    return found;
}
