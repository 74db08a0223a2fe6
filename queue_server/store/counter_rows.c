#include "store/counter_rows.h"

#include <string.h>

static void read_record(struct sql *q, struct counter_record *out)
{
    memset(out, 0, sizeof *out);
    sql_column_copy(q, 0, out->code, sizeof out->code);
    sql_column_copy(q, 1, out->site, sizeof out->site);
    sql_column_copy(q, 2, out->name, sizeof out->name);
    sql_column_copy(q, 3, out->state, sizeof out->state);
    sql_column_copy(q, 4, out->account, sizeof out->account);
    out->counter.index = QUEUE_NONE;
    out->counter.ticket = sql_column_is_null(q, 5) ? QUEUE_NO_TICKET : sql_column_int(q, 5);
    out->counter.over_ordinary = (int32_t)sql_column_int(q, 6);
    out->counter.over_priority = (int32_t)sql_column_int(q, 7);
    out->version = sql_column_int(q, 8);
    sql_column_copy(q, 9, out->seat, sizeof out->seat);
    out->retired = sql_column_int(q, 10) != 0;
}

static bool get(struct store_tx *tx, enum statement statement, const char *key,
                struct counter_record *out_record)
{
    struct sql *q = sql_start(tx, statement);

    sql_int(q, 1, sql_centre(tx));
    sql_text(q, 2, key);
    const bool found = sql_row(q);
    if (found)
        read_record(q, out_record);
    sql_end(q);
    return found;
}

bool counter_rows_get(struct store_tx *tx, const char *code, struct counter_record *out_record)
{
    return get(tx, STMT_COUNTER_GET, code, out_record);
}

bool counter_rows_of_account(struct store_tx *tx, const char *account,
                             struct counter_record *out_record)
{
    return get(tx, STMT_COUNTER_OF_ACCOUNT, account, out_record);
}

void counter_rows_list(struct store_tx *tx,
                       void (*each)(const struct counter_record *record, void *data), void *data)
{
    struct sql *q = sql_start(tx, STMT_COUNTER_LIST);
    struct counter_record record;

    sql_int(q, 1, sql_centre(tx));
    while (sql_row(q)) {
        read_record(q, &record);
        each(&record, data);
    }
}

void counter_rows_update(struct store_tx *tx, const struct counter_record *record)
{
    struct sql *q = sql_start(tx, STMT_COUNTER_UPDATE);

    sql_int(q, 1, sql_centre(tx));
    sql_text(q, 2, record->code);
    sql_text(q, 3, record->state);
    sql_text_or_null(q, 4, record->account);
    if (record->counter.ticket == QUEUE_NO_TICKET)
        sql_null(q, 5);
    else
        sql_int(q, 5, record->counter.ticket);
    sql_int(q, 6, record->counter.over_ordinary);
    sql_int(q, 7, record->counter.over_priority);
    sql_int(q, 8, record->version);
    sql_text_or_null(q, 9, record->seat);
    if (sql_run(q) != 1)
        sql_fail(tx, ERR_STORE);
}

static void id_or_null(struct sql *q, int at, int64_t id)
{
    if (id == QUEUE_NO_TICKET)
        sql_null(q, at);
    else
        sql_int(q, at, id);
}

void counter_rows_put_undo(struct store_tx *tx, const struct queue_rules *rules, const char *code,
                           const struct ticket_undo *undo)
{
    struct sql *q = sql_start(tx, STMT_COUNTER_UNDO_PUT);

    sql_int(q, 1, sql_centre(tx));
    sql_text(q, 2, code);
    sql_int(q, 3, undo->verb);
    sql_instant(q, 4, undo->at);
    sql_int(q, 5, undo->ticket);
    sql_int(q, 6, undo->version);
    id_or_null(q, 7, undo->finished);
    sql_text_or_null(q, 8,
                     undo->counter == QUEUE_NONE ? NULL : rules->counters[undo->counter].code);
    sql_int(q, 9, undo->calls);
    sql_instant_or_null(q, 10, undo->first_called_at);
    sql_instant_or_null(q, 11, undo->called_at);
    sql_instant_or_null(q, 12, undo->started_at);
    sql_instant_or_null(q, 13, undo->no_show_at);
    sql_int(q, 14, undo->over_ordinary);
    sql_int(q, 15, undo->over_priority);
    sql_run(q);
}

static void read_undo(struct sql *q, const struct queue_rules *rules, struct ticket_undo *out)
{
    *out = (struct ticket_undo){
        .verb = (enum ticket_undo_verb)sql_column_int(q, 0),
        .at = sql_column_instant(q, 1),
        .ticket = sql_column_int(q, 2),
        .version = sql_column_int(q, 3),
        .finished = sql_column_is_null(q, 4) ? QUEUE_NO_TICKET : sql_column_int(q, 4),
        .counter = sql_column_is_null(q, 5) ? QUEUE_NONE
                                            : queue_rules_counter(rules, sql_column_text(q, 5)),
        .calls = (int32_t)sql_column_int(q, 6),
        .first_called_at = sql_column_instant(q, 7),
        .called_at = sql_column_instant(q, 8),
        .started_at = sql_column_instant(q, 9),
        .no_show_at = sql_column_instant(q, 10),
        .over_ordinary = (int32_t)sql_column_int(q, 11),
        .over_priority = (int32_t)sql_column_int(q, 12)};
}

bool counter_rows_get_undo(struct store_tx *tx, const struct queue_rules *rules, const char *code,
                           struct ticket_undo *out_undo)
{
    struct sql *q = sql_start(tx, STMT_COUNTER_UNDO_GET);

    sql_int(q, 1, sql_centre(tx));
    sql_text(q, 2, code);
    const bool found = sql_row(q);
    if (found)
        read_undo(q, rules, out_undo);
    sql_end(q);
    return found;
}

void counter_rows_new_day(struct store_tx *tx, const char *site)
{
    struct sql *q = sql_start(tx, STMT_COUNTER_NEW_DAY);

    sql_int(q, 1, sql_centre(tx));
    sql_text(q, 2, site);
    sql_run(q);
}

bool business_day_get(struct store_tx *tx, const char *site, struct date *out_date,
                      int64_t *out_first_id)
{
    struct sql *q = sql_start(tx, STMT_BUSINESS_DAY_GET);

    sql_int(q, 1, sql_centre(tx));
    sql_text(q, 2, site);
    const bool found = sql_row(q);
    if (found) {
        *out_date = sql_column_date(q, 0);
        *out_first_id = sql_column_int(q, 1);
    }
    sql_end(q);
    return found;
}

void business_day_put(struct store_tx *tx, const char *site, struct date date, int64_t first_id)
{
    struct sql *q = sql_start(tx, STMT_BUSINESS_DAY_PUT);

    sql_int(q, 1, sql_centre(tx));
    sql_text(q, 2, site);
    sql_date(q, 3, date);
    sql_int(q, 4, first_id);
    sql_run(q);
}

void queue_count_add(struct store_tx *tx, const char *site, struct date date, const char *service,
                     const struct queue_count *delta)
{
    struct sql *q = sql_start(tx, STMT_QUEUE_COUNT_ADD);

    sql_int(q, 1, sql_centre(tx));
    sql_text(q, 2, site);
    sql_date(q, 3, date);
    sql_text(q, 4, service);
    sql_int(q, 5, delta->issued);
    sql_int(q, 6, delta->waiting);
    sql_int(q, 7, delta->parked);
    sql_int(q, 8, delta->active);
    sql_int(q, 9, delta->done);
    sql_int(q, 10, delta->no_show);
    sql_int(q, 11, delta->cancelled);
    sql_run(q);
}

int queue_count_waiting(struct store_tx *tx, const char *site, struct date date,
                        const char *service)
{
    struct sql *q =
        sql_start(tx, service ? STMT_QUEUE_COUNT_WAITING : STMT_QUEUE_COUNT_ALL_WAITING);

    sql_int(q, 1, sql_centre(tx));
    sql_text(q, 2, site);
    sql_date(q, 3, date);
    if (service)
        sql_text(q, 4, service);
    const int waiting = sql_row(q) ? (int)sql_column_int(q, 0) : 0;
    sql_end(q);
    return waiting;
}

void queue_count_day(struct store_tx *tx, const char *site, struct date date,
                     void (*each)(const char *service, const struct queue_count *count, void *data),
                     void *data)
{
    struct sql *q = sql_start(tx, STMT_QUEUE_COUNT_DAY);

    sql_int(q, 1, sql_centre(tx));
    sql_text(q, 2, site);
    sql_date(q, 3, date);
    while (sql_row(q)) {
        const struct queue_count count = {
            .issued = (int)sql_column_int(q, 1),
            .waiting = (int)sql_column_int(q, 2),
            .parked = (int)sql_column_int(q, 3),
            .active = (int)sql_column_int(q, 4),
            .done = (int)sql_column_int(q, 5),
            .no_show = (int)sql_column_int(q, 6),
            .cancelled = (int)sql_column_int(q, 7),
        };

        each(sql_column_text(q, 0), &count, data);
    }
}
