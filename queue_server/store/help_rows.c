#include "store/help_rows.h"

#include <string.h>

void help_rows_insert(struct store_tx *tx, const struct help_record *record)
{
    struct sql *q = sql_start(tx, STMT_HELP_CALL_INSERT);

    sql_int(q, 1, sql_centre(tx));
    sql_int(q, 2, record->id);
    sql_text(q, 3, record->site);
    sql_date(q, 4, date_of_instant(record->made_at));
    sql_instant(q, 5, record->made_at);
    sql_text(q, 6, record->made_by);
    sql_run(q);
}

void help_rows_take(struct store_tx *tx, const struct help_record *record)
{
    struct sql *q = sql_start(tx, STMT_HELP_CALL_TAKE);

    sql_int(q, 1, sql_centre(tx));
    sql_int(q, 2, record->id);
    sql_instant(q, 3, record->taken_at);
    sql_text(q, 4, record->taken_by);
    if (sql_run(q) != 1)
        sql_fail(tx, ERR_STORE);
}

static void read_record(struct sql *q, struct help_record *out)
{
    memset(out, 0, sizeof *out);
    out->id = sql_column_int(q, 0);
    sql_column_copy(q, 1, out->site, sizeof out->site);
    out->made_at = sql_column_instant(q, 2);
    sql_column_copy(q, 3, out->made_by, sizeof out->made_by);
    out->taken_at = sql_column_instant(q, 4);
    sql_column_copy(q, 5, out->taken_by, sizeof out->taken_by);
}

bool help_rows_get(struct store_tx *tx, int64_t id, struct help_record *out_record)
{
    struct sql *q = sql_start(tx, STMT_HELP_CALL_GET);

    sql_int(q, 1, sql_centre(tx));
    sql_int(q, 2, id);
    const bool found = sql_row(q);
    if (found)
        read_record(q, out_record);
    sql_end(q);
    return found;
}

void help_rows_list(struct store_tx *tx, const struct help_filter *filter,
                    void (*each)(const struct help_record *record, void *data), void *data)
{
    struct sql *q = sql_start(tx, STMT_HELP_CALL_LIST);
    struct help_record record;

    sql_int(q, 1, sql_centre(tx));
    sql_date(q, 2, filter->date);
    sql_int(q, 3, filter->before);
    sql_text_or_null(q, 4, filter->site);
    sql_text_or_null(q, 5, filter->caller);
    sql_int(q, 6, filter->only_open);
    sql_int(q, 7, filter->limit);
    while (sql_row(q)) {
        read_record(q, &record);
        each(&record, data);
    }
}
