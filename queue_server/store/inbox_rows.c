#include "store/inbox_rows.h"

#include <string.h>

#include "store/row_cursor.h"

void inbox_rows_put(struct store_tx *tx, const struct inbox_scan *scan)
{
    struct row_cursor row = row_start(tx, STMT_INBOX_SCAN_PUT);

    row_put_int(&row, scan->id);
    row_put_text(&row, scan->name);
    row_put_int(&row, scan->written_ns);
    row_put_text(&row, scan->salt);
    row_put_text_or_null(&row, scan->sha256);
    row_put_text_or_null(&row, scan->type);
    row_put_int(&row, scan->bytes);
    row_put_text_or_null(&row, scan->refused);
    row_put_instant(&row, scan->arrived_at);
    row_put_int_or_null(&row, scan->dossier);
    row_put_int_or_null(&row, scan->scan);
    row_put_text_or_null(&row, scan->ended_by);
    row_put_instant(&row, scan->ended_at);
    row_put_text_or_null(&row, scan->reason);
    sql_run(row.sql);
}

#define COPY(field) row_copy(&row, field, sizeof(field))

static void read_scan(struct sql *sql, struct inbox_scan *out)
{
    struct row_cursor row = {.sql = sql};

    memset(out, 0, sizeof *out);
    out->id = row_int(&row);
    COPY(out->name);
    out->written_ns = row_int(&row);
    COPY(out->salt);
    COPY(out->sha256);
    COPY(out->type);
    out->bytes = row_int(&row);
    COPY(out->refused);
    out->arrived_at = row_instant(&row);
    out->dossier = row_int(&row);
    out->scan = row_int(&row);
    COPY(out->ended_by);
    out->ended_at = row_instant(&row);
    COPY(out->reason);
}

static void give_each(struct sql *sql, inbox_each_fn each, void *data)
{
    struct inbox_scan scan;

    while (sql_row(sql)) {
        read_scan(sql, &scan);
        each(&scan, data);
    }
    sql_end(sql);
}

static bool give_one(struct sql *sql, struct inbox_scan *out)
{
    const bool found = sql_row(sql);

    if (found)
        read_scan(sql, out);
    sql_end(sql);
    return found;
}

bool inbox_rows_get(struct store_tx *tx, int64_t id, struct inbox_scan *out_scan)
{
    struct row_cursor row = row_start(tx, STMT_INBOX_SCAN_GET);

    row_put_int(&row, id);
    return give_one(row.sql, out_scan);
}

bool inbox_rows_same(struct store_tx *tx, const struct inbox_scan *scan,
                     struct inbox_scan *out_scan)
{
    struct row_cursor row = row_start(tx, STMT_INBOX_SCAN_SAME);

    row_put_text(&row, scan->name);
    row_put_int(&row, scan->written_ns);
    row_put_text_or_null(&row, scan->sha256);
    row_put_int(&row, scan->bytes);
    return give_one(row.sql, out_scan);
}

void inbox_rows_waiting(struct store_tx *tx, int64_t before, int limit, inbox_each_fn each,
                        void *data)
{
    struct row_cursor row = row_start(tx, STMT_INBOX_SCAN_LIST);

    row_put_int(&row, before);
    row_put_int(&row, limit);
    give_each(row.sql, each, data);
}

void inbox_rows_all(struct store_tx *tx, inbox_each_fn each, void *data)
{
    give_each(row_start(tx, STMT_INBOX_SCAN_ALL).sql, each, data);
}

bool inbox_rows_has_file(struct store_tx *tx, const char *sha256)
{
    struct row_cursor row = row_start(tx, STMT_INBOX_SCAN_OF_FILE);

    row_put_text(&row, sha256);
    const bool found = sql_row(row.sql);
    sql_end(row.sql);
    return found;
}
