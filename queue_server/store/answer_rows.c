#include "store/answer_rows.h"

#include "store/row_cursor.h"

void answer_rows_begin(struct store_tx *tx, int64_t dossier, const struct dossier_answer *answer)
{
    struct row_cursor row = row_start(tx, STMT_DOSSIER_ANSWER_PUT);

    row_put_int(&row, dossier);
    row_put_int(&row, answer->round);
    row_put_instant(&row, answer->arrived_at);
    row_put_instant(&row, answer->remind_at);
    row_put_instant(&row, answer->due_at);
    sql_run(row.sql);
}

void answer_rows_end(struct store_tx *tx, int64_t dossier, struct instant at)
{
    struct row_cursor row = row_start(tx, STMT_DOSSIER_ANSWER_END);

    row_put_int(&row, dossier);
    row_put_instant(&row, at);
    sql_run(row.sql);
}

void answer_rows_correct(struct store_tx *tx, int64_t dossier, struct instant was,
                         struct instant now)
{
    struct row_cursor row = row_start(tx, STMT_DOSSIER_ANSWER_CORRECT);

    row_put_int(&row, dossier);
    row_put_instant(&row, was);
    row_put_instant(&row, now);
    sql_run(row.sql);
}

bool answer_rows_last(struct store_tx *tx, int64_t dossier, struct dossier_answer *out_answer)
{
    struct row_cursor ask = row_start(tx, STMT_DOSSIER_ANSWER_LAST);

    row_put_int(&ask, dossier);
    const bool found = sql_row(ask.sql);
    if (found) {
        struct row_cursor row = {.sql = ask.sql};

        out_answer->round = (int)row_int(&row);
        out_answer->arrived_at = row_instant(&row);
        out_answer->remind_at = row_instant(&row);
        out_answer->due_at = row_instant(&row);
        out_answer->answered_at = row_instant(&row);
    }
    sql_end(ask.sql);
    return found;
}

void answer_rows_check(struct store_tx *tx,
                       void (*each)(int64_t dossier, const char *state, int owed, void *data),
                       void *data)
{
    struct sql *q = row_start(tx, STMT_DOSSIER_ANSWER_CHECK).sql;

    while (sql_row(q)) {
        struct row_cursor row = {.sql = q};
        const int64_t dossier = row_int(&row);
        const char *state = row_text(&row);

        each(dossier, state, (int)row_int(&row), data);
    }
    sql_end(q);
}
