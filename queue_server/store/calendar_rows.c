#include "store/calendar_rows.h"

#include <string.h>

#include "store/row_cursor.h"

static struct sql *start(struct store_tx *tx, enum statement statement)
{
    struct sql *q = sql_start(tx, statement);

    sql_int(q, 1, sql_centre(tx));
    return q;
}

static bool take(struct store_tx *tx, struct sql *q, struct calendar_version_row *out_row)
{
    const bool found = sql_row(q);
    size_t size;

    if (found) {
        *out_row = (struct calendar_version_row){.version = sql_column_int(q, 0),
                                                 .entered_at = sql_column_instant(q, 3)};
        sql_column_copy(q, 1, out_row->title, sizeof out_row->title);
        sql_column_copy(q, 2, out_row->decree, sizeof out_row->decree);
        sql_column_copy(q, 4, out_row->entered_by, sizeof out_row->entered_by);
        const void *stored = sql_column_blob(q, 5, &size);
        if (size == DIGEST_SIZE)
            memcpy(out_row->digest, stored, DIGEST_SIZE);
        else
            sql_fail(tx, ERR_STORE);
    }
    sql_end(q);
    return found;
}

bool calendar_rows_newest(struct store_tx *tx, struct calendar_version_row *out_row)
{
    return take(tx, start(tx, STMT_CALENDAR_NEWEST), out_row);
}

bool calendar_rows_at(struct store_tx *tx, struct instant before,
                      struct calendar_version_row *out_row)
{
    struct sql *q = start(tx, STMT_CALENDAR_AT);

    sql_instant(q, 2, before);
    return take(tx, q, out_row);
}

bool calendar_rows_get(struct store_tx *tx, int64_t version, struct calendar_version_row *out_row)
{
    struct sql *q = start(tx, STMT_CALENDAR_GET);

    sql_int(q, 2, version);
    return take(tx, q, out_row);
}

bool calendar_rows_document(struct store_tx *tx, int64_t version, struct text *out_document)
{
    struct sql *q = start(tx, STMT_CALENDAR_DOCUMENT);

    sql_int(q, 2, version);
    const bool found = sql_row(q);
    if (found)
        text_add(out_document, sql_column_text(q, 0));
    sql_end(q);
    return found;
}

void calendar_rows_insert(struct store_tx *tx, const struct calendar_version_row *row,
                          const char *document)
{
    struct sql *q = start(tx, STMT_CALENDAR_INSERT);

    sql_int(q, 2, row->version);
    sql_text(q, 3, row->title);
    sql_text(q, 4, row->decree);
    sql_instant(q, 5, row->entered_at);
    sql_text(q, 6, row->entered_by);
    sql_blob(q, 7, row->digest, DIGEST_SIZE);
    sql_text(q, 8, document);
    sql_run(q);
}

void calendar_rows_each(struct store_tx *tx, int limit,
                        void (*each)(const struct calendar_version_row *row, void *data),
                        void *data)
{
    struct sql *q = start(tx, STMT_CALENDAR_LIST);

    sql_int(q, 2, limit);
    while (sql_row(q)) {
        struct calendar_version_row row = {.version = sql_column_int(q, 0),
                                           .entered_at = sql_column_instant(q, 3)};

        sql_column_copy(q, 1, row.title, sizeof row.title);
        sql_column_copy(q, 2, row.decree, sizeof row.decree);
        sql_column_copy(q, 4, row.entered_by, sizeof row.entered_by);
        each(&row, data);
    }
    sql_end(q);
}

/* ---- how far the dossiers have followed ------------------------------------------------------ */

bool calendar_apply_newest(struct store_tx *tx, struct calendar_apply_row *out_row)
{
    struct row_cursor row = row_start(tx, STMT_CALENDAR_APPLY_NEWEST);
    const bool found = sql_row(row.sql);

    if (found) {
        row.next = 0;
        out_row->version = row_int(&row);
        out_row->begun_at = row_instant(&row);
        out_row->ended_at = row_instant(&row);
        out_row->last_id = row_int(&row);
        out_row->moves.seen = row_int(&row);
        out_row->moves.later = row_int(&row);
        out_row->moves.earlier = row_int(&row);
        out_row->moves.kept = row_int(&row);
    }
    sql_end(row.sql);
    return found;
}

void calendar_apply_put(struct store_tx *tx, const struct calendar_apply_row *apply)
{
    struct row_cursor row = row_start(tx, STMT_CALENDAR_APPLY_PUT);

    row_put_int(&row, apply->version);
    row_put_instant(&row, apply->begun_at);
    row_put_instant(&row, apply->ended_at);
    row_put_int(&row, apply->last_id);
    row_put_int(&row, apply->moves.seen);
    row_put_int(&row, apply->moves.later);
    row_put_int(&row, apply->moves.earlier);
    row_put_int(&row, apply->moves.kept);
    sql_run(row.sql);
}
