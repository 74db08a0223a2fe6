#include "store/scan_rows.h"

#include <string.h>

#include "store/row_cursor.h"

void scan_rows_put(struct store_tx *tx, const struct scan_record *record)
{
    struct row_cursor row = row_start(tx, STMT_DOSSIER_SCAN_PUT);

    row_put_int(&row, record->dossier);
    row_put_int(&row, record->id);
    row_put_int(&row, record->paper);
    row_put_text(&row, record->sha256);
    row_put_text(&row, record->type);
    row_put_int(&row, record->bytes);
    row_put_text(&row, record->name);
    row_put_text(&row, record->added_by);
    row_put_instant(&row, record->added_at);
    row_put_text_or_null(&row, record->removed_by);
    row_put_instant(&row, record->removed_at);
    row_put_text_or_null(&row, record->reason);
    row_put_int_or_null(&row, record->from_dossier);
    row_put_int_or_null(&row, record->from_scan);
    sql_run(row.sql);
}

#define COPY(field) row_copy(row, field, sizeof(field))

static void read_columns(struct row_cursor *row, struct scan_record *out)
{
    memset(out, 0, sizeof *out);
    out->dossier = row_int(row);
    out->id = row_int(row);
    out->paper = (int)row_int(row);
    COPY(out->sha256);
    COPY(out->type);
    out->bytes = row_int(row);
    COPY(out->name);
    COPY(out->added_by);
    out->added_at = row_instant(row);
    COPY(out->removed_by);
    out->removed_at = row_instant(row);
    COPY(out->reason);
    out->from_dossier = row_int(row);
    out->from_scan = row_int(row);
}

static void read_scan(struct sql *sql, struct scan_record *out)
{
    struct row_cursor row = {.sql = sql};

    read_columns(&row, out);
}

void scan_rows_held(struct store_tx *tx, const struct held_filter *filter,
                    void (*each)(const struct held_scan *held, void *data), void *data)
{
    struct row_cursor put = row_start(tx, STMT_DOSSIER_SCAN_HELD);
    struct held_scan held;

    row_put_int(&put, filter->standing);
    row_put_int(&put, filter->apart);
    row_put_text_or_null(&put, filter->scope_unit);
    row_put_text_or_null(&put, filter->scope_account);
    while (sql_row(put.sql)) {
        struct row_cursor cursor = {.sql = put.sql}, *row = &cursor;

        read_columns(row, &held.scan);
        COPY(held.code);
        COPY(held.procedure);
        COPY(held.paper);
        each(&held, data);
    }
    sql_end(put.sql);
}

static int give_each(struct sql *sql, void (*each)(const struct scan_record *record, void *data),
                     void *data)
{
    struct scan_record record;
    int count = 0;

    for (; sql_row(sql); count++) {
        read_scan(sql, &record);
        if (each)
            each(&record, data);
    }
    sql_end(sql);
    return count;
}

int scan_rows_each(struct store_tx *tx, int64_t dossier,
                   void (*each)(const struct scan_record *record, void *data), void *data)
{
    struct row_cursor row = row_start(tx, STMT_DOSSIER_SCAN_LIST);

    row_put_int(&row, dossier);
    return give_each(row.sql, each, data);
}

struct search {
    int64_t id;
    bool found;
    struct scan_record *out;
};

static void pick(const struct scan_record *record, void *data)
{
    struct search *search = data;

    if (record->id != search->id)
        return;
    search->found = true;
    *search->out = *record;
}

bool scan_rows_get(struct store_tx *tx, int64_t dossier, int64_t id, struct scan_record *out_record)
{
    struct search search = {.id = id, .out = out_record};

    scan_rows_each(tx, dossier, pick, &search);
    return search.found;
}

void scan_rows_all(struct store_tx *tx, void (*each)(const struct scan_record *record, void *data),
                   void *data)
{
    give_each(row_start(tx, STMT_DOSSIER_SCAN_ALL).sql, each, data);
}

void scan_rows_reused(struct store_tx *tx,
                      void (*each)(const struct scan_record *record, void *data), void *data)
{
    give_each(row_start(tx, STMT_DOSSIER_SCAN_REUSED).sql, each, data);
}

bool scan_rows_has_file(struct store_tx *tx, const char *sha256)
{
    struct row_cursor row = row_start(tx, STMT_DOSSIER_SCAN_OF_FILE);

    row_put_text(&row, sha256);
    const bool found = sql_row(row.sql);
    sql_end(row.sql);
    return found;
}
