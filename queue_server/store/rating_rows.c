#include "store/rating_rows.h"

bool rating_rows_given(struct store_tx *tx, const char *subject)
{
    struct sql *q = sql_start(tx, STMT_RATED_GET);

    sql_int(q, 1, sql_centre(tx));
    sql_text(q, 2, subject);
    const bool given = sql_row(q);
    sql_end(q);
    return given;
}

void rating_rows_give(struct store_tx *tx, const char *subject)
{
    struct sql *q = sql_start(tx, STMT_RATED_INSERT);

    sql_int(q, 1, sql_centre(tx));
    sql_text(q, 2, subject);
    sql_run(q);
}

void rating_rows_insert(struct store_tx *tx, const struct rating_record *record)
{
    struct sql *q = sql_start(tx, STMT_RATING_INSERT);

    sql_int(q, 1, sql_centre(tx));
    sql_date(q, 2, record->date);
    sql_int(q, 3, record->seq);
    sql_text(q, 4, record->kind);
    sql_text(q, 5, record->channel);
    sql_text(q, 6, record->site);
    sql_text(q, 7, record->service);
    sql_text(q, 8, record->field);
    sql_text(q, 9, record->procedure);
    sql_text(q, 10, record->sector);
    sql_text(q, 11, record->unit);
    sql_text(q, 12, record->officer);
    sql_int(q, 13, record->rating.level);
    sql_int(q, 14, record->rating.reasons);
    sql_int(q, 15, record->assisted);
    sql_run(q);
}

static void read_row(struct sql *q, struct rating_record *out_record)
{
    *out_record = (struct rating_record){
        .date = sql_column_date(q, 0),
        .rating = {.level = (int)sql_column_int(q, 10), .reasons = (unsigned)sql_column_int(q, 11)},
        .assisted = sql_column_int(q, 12) != 0};
    sql_column_copy(q, 1, out_record->kind, sizeof out_record->kind);
    sql_column_copy(q, 2, out_record->channel, sizeof out_record->channel);
    sql_column_copy(q, 3, out_record->site, sizeof out_record->site);
    sql_column_copy(q, 4, out_record->service, sizeof out_record->service);
    sql_column_copy(q, 5, out_record->field, sizeof out_record->field);
    sql_column_copy(q, 6, out_record->procedure, sizeof out_record->procedure);
    sql_column_copy(q, 7, out_record->sector, sizeof out_record->sector);
    sql_column_copy(q, 8, out_record->unit, sizeof out_record->unit);
    sql_column_copy(q, 9, out_record->officer, sizeof out_record->officer);
}

void rating_rows_each(struct store_tx *tx, struct date from, struct date to,
                      void (*each)(const struct rating_record *record, void *data), void *data)
{
    struct sql *q = sql_start(tx, STMT_RATING_LIST);
    struct rating_record record;

    sql_int(q, 1, sql_centre(tx));
    sql_date(q, 2, from);
    sql_date(q, 3, to);
    while (sql_row(q)) {
        read_row(q, &record);
        each(&record, data);
    }
    sql_end(q);
}
