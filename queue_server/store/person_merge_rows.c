#include "store/person_merge_rows.h"

#include <string.h>

#include "store/row_cursor.h"

static void join(struct store_tx *tx, int64_t person, int64_t into, int64_t seq)
{
    struct row_cursor row = row_start(tx, STMT_PERSON_JOIN);

    row_put_int(&row, person);
    row_put_int_or_null(&row, into);
    row_put_int_or_null(&row, seq);
    if (sql_run(row.sql) != 1)
        sql_fail(tx, ERR_STORE);
}

/* `standing` stands for the record and all below it, for whom `before` stood. */
static void stand(struct store_tx *tx, int64_t person, int64_t standing, int64_t before)
{
    struct row_cursor row = row_start(tx, STMT_PERSON_STAND);

    row_put_int(&row, person);
    row_put_int(&row, standing);
    row_put_int(&row, before);
    sql_run(row.sql);
}

void person_merge_rows_put(struct store_tx *tx, const struct person_merge *merge)
{
    struct row_cursor row = row_start(tx, STMT_PERSON_MERGE_PUT);

    row_put_int(&row, merge->seq);
    row_put_int(&row, merge->person);
    row_put_int(&row, merge->into);
    row_put_text(&row, merge->reason);
    row_put_text(&row, merge->merged_by);
    row_put_instant(&row, merge->merged_at);
    sql_run(row.sql);
    stand(tx, merge->person, merge->into, merge->person);
    join(tx, merge->person, merge->into, merge->seq);
}

void person_merge_rows_undo(struct store_tx *tx, const struct person_record *person, int64_t seq,
                            const struct person_merge *undone)
{
    struct row_cursor row = row_start(tx, STMT_PERSON_MERGE_UNDO);

    row_put_int(&row, person->merged_seq);
    row_put_int(&row, seq);
    row_put_text(&row, undone->undone_reason);
    row_put_text(&row, undone->undone_by);
    row_put_instant(&row, undone->undone_at);
    if (sql_run(row.sql) != 1)
        sql_fail(tx, ERR_STORE);
    stand(tx, person->id, person->id, person->standing);
    join(tx, person->id, 0, 0);
}

void person_merge_rows_each(struct store_tx *tx, int64_t person,
                            void (*each)(const struct person_merge *merge, void *data), void *data)
{
    struct row_cursor asked = row_start(tx, STMT_PERSON_MERGE_LIST);
    struct person_merge merge;

    row_put_int(&asked, person);
    while (sql_row(asked.sql)) {
        struct row_cursor row = {.sql = asked.sql};

        merge.seq = row_int(&row);
        merge.person = row_int(&row);
        merge.into = row_int(&row);
        row_copy(&row, merge.reason, sizeof merge.reason);
        row_copy(&row, merge.merged_by, sizeof merge.merged_by);
        merge.merged_at = row_instant(&row);
        row_copy(&row, merge.undone_reason, sizeof merge.undone_reason);
        row_copy(&row, merge.undone_by, sizeof merge.undone_by);
        merge.undone_at = row_instant(&row);
        each(&merge, data);
    }
    sql_end(asked.sql);
}

void person_merge_rows_count(struct store_tx *tx, struct merge_count *out_count)
{
    struct sql *sql = row_start(tx, STMT_PERSON_MERGE_CHECK).sql;

    *out_count = (struct merge_count){.merges = 0};
    if (sql_row(sql)) {
        out_count->merges = sql_column_int(sql, 0);
        out_count->undone = sql_column_int(sql, 1);
        out_count->faulty = sql_column_int(sql, 2);
    }
    sql_end(sql);
}
