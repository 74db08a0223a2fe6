#include "store/event_log.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "store/tx.h"

int64_t event_log_next_seq(const struct store_tx *tx)
{
    return tx->head.seq + 1;
}

struct instant event_log_last_at(const struct store_tx *tx)
{
    return tx->head.at;
}

struct log_head event_log_head(const struct store_tx *tx)
{
    return tx->head;
}

static void add_field(struct text *text, const char *field)
{
    text_add(text, field);
    text_add_char(text, 0x1f);
}

void event_hash(const uint8_t before[DIGEST_SIZE], const struct event *event,
                uint8_t out_hash[DIGEST_SIZE])
{
    struct text row;

    text_init(&row);
    text_add_bytes(&row, (const char *)before, DIGEST_SIZE);
    text_add_int(&row, event->seq);
    text_add_char(&row, 0x1f);
    text_add_int(&row, event->at.ms);
    text_add_char(&row, 0x1f);
    add_field(&row, event->kind);
    add_field(&row, event->subject);
    add_field(&row, event->actor);
    add_field(&row, event->counter);
    text_add(&row, event->data);
    if (row.failed)
        abort(); /* a few hundred bytes: the machine is past saving, and the log must not be wrong
                  */
    digest(row.data, row.length, out_hash);
    text_release(&row);
}

static void insert_row(struct store_tx *tx, const struct event *event)
{
    struct sql *q = sql_start(tx, STMT_EVENT_INSERT);

    sql_int(q, 1, tx->centre);
    sql_int(q, 2, event->seq);
    sql_instant(q, 3, event->at);
    sql_text(q, 4, event->kind);
    sql_text(q, 5, event->subject);
    sql_text(q, 6, event->actor);
    sql_text(q, 7, event->counter);
    sql_text(q, 8, event->data);
    sql_blob(q, 9, event->hash, DIGEST_SIZE);
    sql_run(q);
}

void event_log_append(struct store_tx *tx, struct event *event)
{
    event->seq = tx->head.seq + 1;
    event->at = instant_later(event->at, tx->head.at);
    event_hash(tx->head.hash, event, event->hash);
    insert_row(tx, event);
    tx->head.seq = event->seq;
    tx->head.at = event->at;
    memcpy(tx->head.hash, event->hash, DIGEST_SIZE);
    if (tx->request && !store_request_add_event(tx->request, event))
        sql_fail(tx, ERR_NO_MEMORY);
}

static void read_row(struct sql *q, struct event *out_event)
{
    size_t size;
    const void *hash;

    out_event->seq = sql_column_int(q, 0);
    out_event->at = sql_column_instant(q, 1);
    sql_column_copy(q, 2, out_event->kind, sizeof out_event->kind);
    sql_column_copy(q, 3, out_event->subject, sizeof out_event->subject);
    sql_column_copy(q, 4, out_event->actor, sizeof out_event->actor);
    sql_column_copy(q, 5, out_event->counter, sizeof out_event->counter);
    hash = sql_column_blob(q, 7, &size);
    memset(out_event->hash, 0, DIGEST_SIZE);
    if (size == DIGEST_SIZE)
        memcpy(out_event->hash, hash, DIGEST_SIZE);
}

void event_log_load_head(struct store_tx *tx, struct log_head *out_head)
{
    struct sql *q = sql_start(tx, STMT_EVENT_LAST);
    struct event event = {0};

    sql_int(q, 1, tx->centre);
    *out_head = (struct log_head){.at = instant_none()};
    if (sql_row(q)) {
        read_row(q, &event);
        out_head->seq = event.seq;
        out_head->at = event.at;
        memcpy(out_head->hash, event.hash, DIGEST_SIZE);
    }
    sql_end(q);
}

/* Give what the statement finds to `each`. */
static void give(struct store_tx *tx, struct sql *q,
                 int (*each)(const struct event *event, void *data), void *data)
{
    bool go_on = true;

    while (go_on && sql_row(q)) {
        struct event event = {0};

        read_row(q, &event);
        event.data = strdup(sql_column_text(q, 6));
        if (!event.data) {
            sql_fail(tx, ERR_NO_MEMORY);
            break;
        }
        go_on = each(&event, data);
        free(event.data);
    }
    sql_end(q);
}

/* The rows on one side of `seq`, in the statement's order. */
static void read_side(struct store_tx *tx, enum statement statement, int64_t seq, int limit,
                      int (*each)(const struct event *event, void *data), void *data)
{
    struct sql *q = sql_start(tx, statement);

    sql_int(q, 1, tx->centre);
    sql_int(q, 2, seq);
    sql_int(q, 3, limit);
    give(tx, q, each, data);
}

static void read_side_of(struct store_tx *tx, enum statement statement, const char *subject,
                         int64_t seq, int limit, int (*each)(const struct event *event, void *data),
                         void *data)
{
    struct sql *q = sql_start(tx, statement);

    sql_int(q, 1, tx->centre);
    sql_text(q, 2, subject);
    sql_int(q, 3, seq);
    sql_int(q, 4, limit);
    give(tx, q, each, data);
}

void event_log_read(struct store_tx *tx, int64_t after, int limit,
                    int (*each)(const struct event *event, void *data), void *data)
{
    read_side(tx, STMT_EVENT_LIST, after, limit, each, data);
}

void event_log_read_back(struct store_tx *tx, int64_t before, int limit,
                         int (*each)(const struct event *event, void *data), void *data)
{
    read_side(tx, STMT_EVENT_LIST_BACK, before, limit, each, data);
}

void event_log_read_of(struct store_tx *tx, const char *subject, int64_t after, int limit,
                       int (*each)(const struct event *event, void *data), void *data)
{
    read_side_of(tx, STMT_EVENT_OF_SUBJECT, subject, after, limit, each, data);
}

void event_log_read_of_back(struct store_tx *tx, const char *subject, int64_t before, int limit,
                            int (*each)(const struct event *event, void *data), void *data)
{
    read_side_of(tx, STMT_EVENT_OF_SUBJECT_BACK, subject, before, limit, each, data);
}
