#include "store/procedure_rows.h"

static struct procedure_row read_row(struct sql *q)
{
    struct procedure_row row = {.version = sql_column_int(q, 1),
                                .effective_from = sql_column_date(q, 2),
                                .ends = !sql_column_is_null(q, 3)};

    sql_column_copy(q, 0, row.code, sizeof row.code);
    if (row.ends)
        row.effective_to = sql_column_date(q, 3);
    return row;
}

static struct sql *start(struct store_tx *tx, enum statement statement, const char *code)
{
    struct sql *q = sql_start(tx, statement);

    sql_int(q, 1, sql_centre(tx));
    sql_text(q, 2, code);
    return q;
}

/* The row that the statement finds, if any. */
static bool take(struct sql *q, struct procedure_row *out_row, struct text *out_document)
{
    const bool found = sql_row(q);

    if (found) {
        *out_row = read_row(q);
        if (out_document)
            text_add(out_document, sql_column_text(q, 4));
    }
    sql_end(q);
    return found;
}

bool procedure_rows_begun(struct store_tx *tx, const char *code, struct date date,
                          struct procedure_row *out_row, struct text *out_document)
{
    struct sql *q = start(tx, STMT_PROCEDURE_BEGUN, code);

    sql_date(q, 3, date);
    return take(q, out_row, out_document);
}

bool procedure_rows_version(struct store_tx *tx, const char *code, int64_t version,
                            struct procedure_row *out_row, struct text *out_document)
{
    struct sql *q = start(tx, STMT_PROCEDURE_VERSION_GET, code);

    sql_int(q, 3, version);
    return take(q, out_row, out_document);
}

bool procedure_rows_newest(struct store_tx *tx, const char *code, struct procedure_row *out_row,
                           struct text *out_document)
{
    return take(start(tx, STMT_PROCEDURE_NEWEST, code), out_row, out_document);
}

void procedure_rows_insert(struct store_tx *tx, const struct procedure_row *row,
                           const struct procedure_row_texts *texts)
{
    struct sql *q = start(tx, STMT_PROCEDURE_INSERT, row->code);

    sql_int(q, 3, row->version);
    sql_date(q, 4, row->effective_from);
    if (row->ends)
        sql_date(q, 5, row->effective_to);
    else
        sql_null(q, 5);
    sql_text(q, 6, texts->name);
    sql_text(q, 7, texts->name_fold);
    sql_text(q, 8, texts->field);
    sql_text(q, 9, texts->unit);
    sql_text(q, 10, texts->document);
    sql_int(q, 11, texts->beyond_boundary);
    sql_run(q);
}

void procedure_rows_end(struct store_tx *tx, const char *code, int64_t version, struct date last)
{
    struct sql *q = start(tx, STMT_PROCEDURE_END, code);

    sql_int(q, 3, version);
    sql_date(q, 4, last);
    sql_run(q);
}

void procedure_rows_list(struct store_tx *tx, const char *after, struct date date,
                         bool (*each)(const struct procedure_row *row, const char *name_fold,
                                      const char *field, void *data),
                         void *data)
{
    struct sql *q = start(tx, STMT_PROCEDURE_LIST, after);
    bool go_on = true;

    sql_date(q, 3, date);
    while (go_on && sql_row(q)) {
        const struct procedure_row row = read_row(q);

        go_on = each(&row, sql_column_text(q, 4), sql_column_text(q, 5), data);
    }
    sql_end(q);
}

void procedure_rows_versions(struct store_tx *tx, const char *code, int64_t most,
                             void (*each)(const struct procedure_row *row, const char *name,
                                          void *data),
                             void *data)
{
    struct sql *q = start(tx, STMT_PROCEDURE_VERSIONS, code);

    sql_int(q, 3, most);
    while (sql_row(q)) {
        const struct procedure_row row = read_row(q);

        each(&row, sql_column_text(q, 4), data);
    }
    sql_end(q);
}

void procedure_rows_current(struct store_tx *tx, void (*each)(const char *document, void *data),
                            void *data)
{
    struct sql *q = sql_start(tx, STMT_PROCEDURE_CURRENT);

    sql_int(q, 1, sql_centre(tx));
    while (sql_row(q))
        each(sql_column_text(q, 0), data);
    sql_end(q);
}
