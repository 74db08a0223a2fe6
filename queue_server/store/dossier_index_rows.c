/* Rows around dossiers: who acted, the next one, words to find them by, print jobs, figures. */
#include "store/dossier_rows.h"

#include "store/row_cursor.h"

bool dossier_rows_acted(struct store_tx *tx, const char *account, int64_t id)
{
    struct row_cursor row = row_start(tx, STMT_DOSSIER_ACTED_GET);

    row_put_text(&row, account);
    row_put_int(&row, id);
    const bool acted = sql_row(row.sql);
    sql_end(row.sql);
    return acted;
}

void dossier_rows_act(struct store_tx *tx, const char *account, int64_t id)
{
    struct row_cursor row = row_start(tx, STMT_DOSSIER_ACTED_PUT);

    row_put_text(&row, account);
    row_put_int(&row, id);
    sql_run(row.sql);
}

int64_t dossier_rows_after(struct store_tx *tx, int64_t id)
{
    struct row_cursor row = row_start(tx, STMT_DOSSIER_AFTER);

    row_put_int(&row, id);
    const int64_t after = sql_row(row.sql) ? sql_column_int(row.sql, 0) : 0;
    sql_end(row.sql);
    return after;
}

void dossier_rows_word(struct store_tx *tx, int64_t id, const char *word)
{
    struct row_cursor row = row_start(tx, STMT_DOSSIER_WORD_PUT);

    row_put_text(&row, word);
    row_put_int(&row, id);
    sql_run(row.sql);
}

void dossier_rows_print_jobs(struct store_tx *tx, const char *subject,
                             void (*each)(int64_t id, void *data), void *data)
{
    struct row_cursor row = row_start(tx, STMT_PRINT_JOB_OF_SUBJECT);

    row_put_text(&row, subject);
    while (sql_row(row.sql))
        each(sql_column_int(row.sql, 0), data);
}

void dossier_rows_count(struct store_tx *tx, enum dossier_dim dim, const char *dim_id,
                        struct instant at, const struct dossier_count *delta)
{
    const struct civil day = date_civil(date_of_instant(at));
    const int64_t month = day.year * 100 + day.month;

    for (int grain = GRAIN_DAY; grain <= GRAIN_MONTH; grain++) {
        struct row_cursor row = row_start(tx, STMT_DOSSIER_COUNT_ADD);

        row_put_int(&row, grain);
        row_put_int(&row, dim);
        row_put_int(&row, grain == GRAIN_DAY ? month * 100 + day.day : month);
        row_put_text(&row, dim_id);
        row_put_int(&row, delta->received_online);
        row_put_int(&row, delta->received_other);
        row_put_int(&row, delta->early);
        row_put_int(&row, delta->on_time);
        row_put_int(&row, delta->late);
        sql_run(row.sql);
    }
}
