#include "store/webhook_rows.h"

#include <string.h>

#include "store/row_cursor.h"

static void read_webhook(struct sql *sql, struct webhook *out)
{
    struct row_cursor cursor = {.sql = sql}, *row = &cursor;

    memset(out, 0, sizeof *out);
    row_copy(row, out->code, sizeof out->code);
    row_copy(row, out->url, sizeof out->url);
    row_copy(row, out->secret, sizeof out->secret);
    out->enabled = row_int(row) != 0;
    out->told = row_int(row);
    out->told_at = row_instant(row);
    out->failures = row_int(row);
    out->failing_since = row_instant(row);
    row_copy(row, out->failure, sizeof out->failure);
    out->version = row_int(row);
    out->changed_at = row_instant(row);
    row_copy(row, out->changed_by, sizeof out->changed_by);
}

int webhook_rows_list(struct store_tx *tx, struct webhook out_webhooks[WEBHOOKS_MAX])
{
    struct sql *sql = row_start(tx, STMT_WEBHOOK_LIST).sql;
    int count = 0;

    while (count < WEBHOOKS_MAX && sql_row(sql))
        read_webhook(sql, &out_webhooks[count++]);
    sql_end(sql);
    return count;
}

void webhook_rows_put(struct store_tx *tx, const struct webhook *webhook)
{
    struct row_cursor row = row_start(tx, STMT_WEBHOOK_PUT);

    row_put_text(&row, webhook->code);
    row_put_text(&row, webhook->url);
    row_put_text(&row, webhook->secret);
    row_put_int(&row, webhook->enabled);
    row_put_int(&row, webhook->told);
    row_put_int(&row, webhook->version);
    row_put_instant(&row, webhook->changed_at);
    row_put_text(&row, webhook->changed_by);
    sql_run(row.sql);
}

void webhook_rows_progress(struct store_tx *tx, const struct webhook *webhook)
{
    struct row_cursor row = row_start(tx, STMT_WEBHOOK_PROGRESS);

    row_put_text(&row, webhook->code);
    row_put_int(&row, webhook->told);
    row_put_instant(&row, webhook->told_at);
    row_put_int(&row, webhook->failures);
    row_put_instant(&row, webhook->failing_since);
    row_put_text_or_null(&row, webhook->failure);
    sql_run(row.sql);
}

void webhook_rows_delete(struct store_tx *tx, const char *code)
{
    struct row_cursor row = row_start(tx, STMT_WEBHOOK_DELETE);

    row_put_text(&row, code);
    if (sql_run(row.sql) != 1)
        sql_fail(tx, ERR_STORE);
}
