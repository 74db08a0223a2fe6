#include "store/shared_rows.h"

#include <string.h>

static struct sql *start_series(struct store_tx *tx, enum statement statement, const char *name,
                                int64_t period)
{
    struct sql *q = sql_start(tx, statement);

    sql_int(q, 1, sql_centre(tx));
    sql_text(q, 2, name);
    sql_int(q, 3, period);
    return q;
}

int64_t series_next(struct store_tx *tx, const char *name, int64_t period)
{
    sql_run(start_series(tx, STMT_SERIES_NEXT, name, period));

    struct sql *q = start_series(tx, STMT_SERIES_LAST, name, period);
    const int64_t number = sql_row(q) ? sql_column_int(q, 0) : 0;
    sql_end(q);
    return number;
}

bool setting_get(struct store_tx *tx, const char *name, struct text *out_value)
{
    struct sql *q = sql_start(tx, STMT_SETTING_GET);

    sql_int(q, 1, sql_centre(tx));
    sql_text(q, 2, name);
    const bool found = sql_row(q);
    if (found)
        text_add(out_value, sql_column_text(q, 0));
    sql_end(q);
    return found;
}

void setting_put(struct store_tx *tx, const char *name, const char *value)
{
    struct sql *q = sql_start(tx, STMT_SETTING_PUT);

    sql_int(q, 1, sql_centre(tx));
    sql_text(q, 2, name);
    sql_text(q, 3, value);
    sql_run(q);
}

bool idempotency_get(struct store_tx *tx, const char *actor, const char *key,
                     struct stored_answer *out_answer)
{
    struct sql *q = sql_start(tx, STMT_IDEMPOTENCY_GET);
    size_t size;

    sql_int(q, 1, sql_centre(tx));
    sql_text(q, 2, actor);
    sql_text(q, 3, key);
    const bool found = sql_row(q);
    if (found) {
        const void *stored = sql_column_blob(q, 0, &size);

        if (size == DIGEST_SIZE)
            memcpy(out_answer->digest, stored, DIGEST_SIZE);
        else
            sql_fail(tx, ERR_STORE);
        out_answer->status = (int)sql_column_int(q, 1);
        text_add(&out_answer->headers, sql_column_text(q, 2));
        text_add(&out_answer->body, sql_column_text(q, 3));
    }
    sql_end(q);
    return found;
}

void idempotency_put(struct store_tx *tx, const char *actor, const char *key,
                     const struct stored_answer *answer, struct instant stored_at)
{
    struct sql *q = sql_start(tx, STMT_IDEMPOTENCY_INSERT);

    sql_int(q, 1, sql_centre(tx));
    sql_text(q, 2, actor);
    sql_text(q, 3, key);
    sql_blob(q, 4, answer->digest, DIGEST_SIZE);
    sql_int(q, 5, answer->status);
    sql_text(q, 6, answer->headers.data ? answer->headers.data : "");
    sql_text(q, 7, answer->body.data ? answer->body.data : "");
    sql_instant(q, 8, stored_at);
    sql_run(q);
}

void idempotency_expire(struct store_tx *tx, struct instant before)
{
    struct sql *q = sql_start(tx, STMT_IDEMPOTENCY_EXPIRE);

    sql_int(q, 1, sql_centre(tx));
    sql_instant(q, 2, before);
    sql_run(q);
}

void print_rows_insert(struct store_tx *tx, const struct print_request *print)
{
    struct sql *q = sql_start(tx, STMT_PRINT_JOB_INSERT);

    sql_int(q, 1, sql_centre(tx));
    sql_int(q, 2, print->id);
    sql_text(q, 3, print->form);
    sql_text(q, 4, print->paper);
    sql_text(q, 5, print->subject);
    sql_int(q, 6, print->copy);
    sql_text(q, 7, print->printer);
    sql_text(q, 8, print->content);
    sql_instant(q, 9, print->at);
    sql_text(q, 10, print->actor);
    sql_run(q);
}
