#include "store/apart_rows.h"

#include "store/row_cursor.h"

/* The two counts of a statement between two instants. */
static struct apart_answers two_counts(struct store_tx *tx, enum statement statement,
                                       struct instant first, struct instant second)
{
    struct row_cursor put = row_start(tx, statement), row = {.sql = put.sql};
    struct apart_answers answers = {0};

    row_put_instant(&put, first);
    row_put_instant(&put, second);
    if (sql_row(put.sql)) {
        answers.all = row_int(&row);
        answers.late = row_int(&row);
    }
    sql_end(put.sql);
    return answers;
}

static int64_t one_count(struct store_tx *tx, enum statement statement, struct instant first,
                         struct instant second)
{
    struct row_cursor put = row_start(tx, statement), row = {.sql = put.sql};

    row_put_instant(&put, first);
    row_put_instant(&put, second);
    const int64_t amount = sql_row(put.sql) ? row_int(&row) : 0;
    sql_end(put.sql);
    return amount;
}

struct apart_answers apart_rows_owed(struct store_tx *tx, struct instant end, struct instant at)
{
    return two_counts(tx, STMT_DOSSIER_ANSWER_OWED, end, at);
}

struct apart_answers apart_rows_answered(struct store_tx *tx, struct instant from,
                                         struct instant to)
{
    return two_counts(tx, STMT_DOSSIER_ANSWER_GIVEN, from, to);
}

struct apart_boundary apart_rows_boundary(struct store_tx *tx, struct instant from,
                                          struct instant to)
{
    const struct apart_answers counts = two_counts(tx, STMT_DOSSIER_BOUNDARY, from, to);

    return (struct apart_boundary){.for_others = counts.all, .by_others = counts.late};
}

struct apart_procedures apart_rows_procedures(struct store_tx *tx, struct date day)
{
    struct row_cursor put = row_start(tx, STMT_PROCEDURE_BOUNDARY), row = {.sql = put.sql};
    struct apart_procedures procedures = {0};

    row_put_int(&put, day.day);
    if (sql_row(put.sql)) {
        procedures.published = row_int(&row);
        procedures.enabled = row_int(&row);
    }
    sql_end(put.sql);
    return procedures;
}

/* Give each row of a text and a count. */
static void give_each(struct sql *sql, void (*each)(const char *key, int64_t amount, void *data),
                      void *data)
{
    while (sql_row(sql)) {
        struct row_cursor row = {.sql = sql};
        const char *key = row_text(&row);

        each(key ? key : "", row_int(&row), data);
    }
    sql_end(sql);
}

void apart_rows_notes(struct store_tx *tx, const char *kind, struct instant from, struct instant to,
                      void (*each)(const char *code, int64_t amount, void *data), void *data)
{
    struct row_cursor put = row_start(tx, STMT_DOSSIER_NOTE_COUNTS);

    row_put_text(&put, kind);
    row_put_instant(&put, from);
    row_put_instant(&put, to);
    give_each(put.sql, each, data);
}

int64_t apart_rows_supplements(struct store_tx *tx, struct instant from, struct instant to)
{
    return one_count(tx, STMT_DOSSIER_NOTE_SUPPLEMENTS, from, to);
}

int64_t apart_rows_uncollected(struct store_tx *tx, struct instant ready, struct instant at)
{
    return one_count(tx, STMT_DOSSIER_UNCOLLECTED, ready, at);
}

void apart_rows_note_kinds(struct store_tx *tx,
                           void (*each)(const char *kind, int64_t amount, void *data), void *data)
{
    give_each(row_start(tx, STMT_DOSSIER_NOTE_KINDS).sql, each, data);
}
