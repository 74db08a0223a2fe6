#include "store/import_mapping_rows.h"

#include "store/row_cursor.h"

static void read_mapping(struct sql *sql, struct import_mapping *out)
{
    struct row_cursor cursor = {.sql = sql}, *row = &cursor;

    *out = (struct import_mapping){.code = ""};
    row_copy(row, out->code, sizeof out->code);
    text_add(&out->document, row_text(row));
    out->stamp.version = row_int(row);
    out->stamp.changed_at = row_instant(row);
    row_copy(row, out->stamp.changed_by, sizeof out->stamp.changed_by);
}

bool import_mapping_rows_get(struct store_tx *tx, const char *code,
                             struct import_mapping *out_mapping)
{
    struct row_cursor row = row_start(tx, STMT_IMPORT_MAPPING_GET);

    row_put_text(&row, code);
    if (!sql_row(row.sql))
        return false;
    read_mapping(row.sql, out_mapping);
    sql_end(row.sql);
    return true;
}

int import_mapping_rows_each(struct store_tx *tx,
                             void (*each)(const struct import_mapping *mapping, void *data),
                             void *data)
{
    struct sql *sql = row_start(tx, STMT_IMPORT_MAPPING_LIST).sql;
    int count = 0;

    while (sql_row(sql)) {
        struct import_mapping mapping;

        count++;
        if (!each)
            continue;
        read_mapping(sql, &mapping);
        each(&mapping, data);
        text_release(&mapping.document);
    }
    return count;
}

void import_mapping_rows_put(struct store_tx *tx, const struct import_mapping *mapping)
{
    struct row_cursor row = row_start(tx, STMT_IMPORT_MAPPING_PUT);

    row_put_text(&row, mapping->code);
    row_put_text(&row, mapping->document.data);
    row_put_int(&row, mapping->stamp.version);
    row_put_instant(&row, mapping->stamp.changed_at);
    row_put_text(&row, mapping->stamp.changed_by);
    sql_run(row.sql);
}
