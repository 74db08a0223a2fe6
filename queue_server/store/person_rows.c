#include "store/person_rows.h"

#include <string.h>

#include "store/row_cursor.h"

#define COPY(field) row_copy(&row, field, sizeof(field))

static struct sql *put_values(struct store_tx *tx, enum statement statement,
                              const struct person_record *person)
{
    struct row_cursor row = row_start(tx, statement);

    row_put_int(&row, person->id);
    row_put_text(&row, person->kind);
    row_put_text(&row, person->full_name);
    row_put_text(&row, person->name_key);
    row_put_text(&row, person->fold);
    row_put_text_or_null(&row, person->number[0] ? person->number_kind : NULL);
    row_put_text_or_null(&row, person->number);
    row_put_text_or_null(&row, person->birth_date);
    row_put_text_or_null(&row, person->sex);
    row_put_text_or_null(&row, person->address);
    row_put_text_or_null(&row, person->phone);
    row_put_instant(&row, person->verified_at);
    return row.sql;
}

int64_t person_rows_put(struct store_tx *tx, const struct person_record *person)
{
    struct sql *sql = put_values(tx, STMT_PERSON_PUT, person);
    const int64_t id = sql_row(sql) ? sql_column_int(sql, 0) : 0;

    sql_end(sql);
    return id;
}

void person_rows_change(struct store_tx *tx, const struct person_record *person)
{
    if (sql_run(put_values(tx, STMT_PERSON_CHANGE, person)) != 1)
        sql_fail(tx, ERR_STORE);
}

static void read_person(struct sql *sql, struct person_record *out)
{
    struct row_cursor row = {.sql = sql};

    out->id = row_int(&row);
    COPY(out->kind);
    COPY(out->full_name);
    COPY(out->number_kind);
    COPY(out->number);
    COPY(out->birth_date);
    COPY(out->sex);
    COPY(out->address);
    COPY(out->phone);
    out->verified_at = row_instant(&row);
    out->standing = row_int(&row);
    out->merged_into = row_int(&row);
    out->merged_seq = row_int(&row);
    COPY(out->name_key);
    COPY(out->fold);
}

bool person_rows_get(struct store_tx *tx, int64_t id, struct person_record *out_person)
{
    struct row_cursor row = row_start(tx, STMT_PERSON_GET);

    row_put_int(&row, id);
    const bool found = sql_row(row.sql);
    if (found)
        read_person(row.sql, out_person);
    sql_end(row.sql);
    return found;
}

int64_t person_rows_of_number(struct store_tx *tx, const char *number, const char *kind)
{
    struct row_cursor row = row_start(tx, STMT_PERSON_OF_NUMBER);
    int64_t found = 0;

    row_put_text(&row, number);
    while (sql_row(row.sql))
        if (!kind || strcmp(sql_column_text(row.sql, 2), kind) == 0)
            found = sql_column_int(row.sql, 1);
    sql_end(row.sql);
    return found;
}

static void each_person(struct sql *sql, person_each_fn each, void *data)
{
    struct person_record person;

    while (sql_row(sql)) {
        read_person(sql, &person);
        each(&person, data);
    }
    sql_end(sql);
}

void person_rows_list(struct store_tx *tx, const struct person_filter *filter, person_each_fn each,
                      void *data)
{
    struct row_cursor row = row_start(tx, STMT_PERSON_LIST);

    row_put_text(&row, filter->after_key);
    row_put_int(&row, filter->after);
    row_put_int(&row, filter->limit);
    for (int i = 0; i < PERSON_SEARCH_WORDS; i++)
        row_put_text_or_null(&row, filter->patterns[i]);
    row_put_text_or_null(&row, filter->scope_unit);
    row_put_text_or_null(&row, filter->scope_account);
    each_person(row.sql, each, data);
}

void person_rows_duplicates(struct store_tx *tx, int limit, person_each_fn each, void *data)
{
    struct row_cursor row = row_start(tx, STMT_PERSON_DUPLICATES);

    row_put_int(&row, limit);
    each_person(row.sql, each, data);
}

void person_rows_dossiers(struct store_tx *tx, int64_t standing, const struct person_filter *filter,
                          void (*each)(int64_t dossier, const char *part, void *data), void *data)
{
    struct row_cursor row = row_start(tx, STMT_PERSON_DOSSIERS);

    row_put_int(&row, standing);
    row_put_int(&row, filter->limit);
    row_put_text_or_null(&row, filter->scope_unit);
    row_put_text_or_null(&row, filter->scope_account);
    while (sql_row(row.sql))
        each(sql_column_int(row.sql, 0), sql_column_text(row.sql, 1), data);
    sql_end(row.sql);
}

static int64_t first_number(struct store_tx *tx, enum statement statement)
{
    struct sql *sql = row_start(tx, statement).sql;
    const int64_t number = sql_row(sql) ? sql_column_int(sql, 0) : 0;

    sql_end(sql);
    return number;
}

int64_t person_rows_missing(struct store_tx *tx)
{
    return first_number(tx, STMT_PERSON_MISSING);
}

void person_rows_count(struct store_tx *tx, struct person_count *out_count)
{
    struct sql *sql = row_start(tx, STMT_PERSON_CHECK).sql;

    *out_count = (struct person_count){.unlinked = 0};
    if (sql_row(sql)) {
        out_count->records = sql_column_int(sql, 0);
        out_count->merged = sql_column_int(sql, 1);
        out_count->faulty = sql_column_int(sql, 2);
    }
    sql_end(sql);
    out_count->unlinked = first_number(tx, STMT_PERSON_CHECK_DOSSIERS);
}
