/*
 * Parameters and columns of a long statement, one after the other.
 *
 *     struct row_cursor row = row_start(tx, STMT_X);       parameter $1 is the centre
 *     row_put_int(&row, id); row_put_text(&row, name);     $2, $3 ...
 *     while (sql_row(row.sql)) ...
 *
 * and to read a row: `struct row_cursor row = {.sql = sql}`, then row_int(&row), row_text(&row) ...
 * take column after column.
 */
#ifndef STORE_ROW_CURSOR_H
#define STORE_ROW_CURSOR_H

#include "store/statement.h"

struct row_cursor {
    struct sql *sql;
    int next; /* parameter ($1 is 1) or column (the first is 0) */
};

static inline struct row_cursor row_start(struct store_tx *tx, enum statement statement)
{
    struct row_cursor row = {.sql = sql_start(tx, statement), .next = 2};

    sql_int(row.sql, 1, sql_centre(tx));
    return row;
}

static inline void row_put_int(struct row_cursor *row, int64_t value)
{
    sql_int(row->sql, row->next++, value);
}

static inline void row_put_null(struct row_cursor *row)
{
    sql_null(row->sql, row->next++);
}

/* 0 is stored as NULL. */
static inline void row_put_int_or_null(struct row_cursor *row, int64_t value)
{
    if (value)
        row_put_int(row, value);
    else
        row_put_null(row);
}

static inline void row_put_text(struct row_cursor *row, const char *text)
{
    sql_text(row->sql, row->next++, text);
}

/* NULL or "" is stored as NULL. */
static inline void row_put_text_or_null(struct row_cursor *row, const char *text)
{
    sql_text_or_null(row->sql, row->next++, text);
}

/* instant_none() is stored as NULL. */
static inline void row_put_instant(struct row_cursor *row, struct instant instant)
{
    sql_instant_or_null(row->sql, row->next++, instant);
}

/* NULL reads as 0. */
static inline int64_t row_int(struct row_cursor *row)
{
    return sql_column_int(row->sql, row->next++);
}

/* NULL for NULL; borrowed until the next row. */
static inline const char *row_text(struct row_cursor *row)
{
    const int column = row->next++;

    return sql_column_is_null(row->sql, column) ? NULL : sql_column_text(row->sql, column);
}

/* NULL copies as "". */
static inline void row_copy(struct row_cursor *row, char *out_text, size_t size)
{
    sql_column_copy(row->sql, row->next++, out_text, size);
}

/* NULL reads as instant_none(). */
static inline struct instant row_instant(struct row_cursor *row)
{
    return sql_column_instant(row->sql, row->next++);
}

/* Looks at the next column and stays there. */
static inline bool row_is_null(struct row_cursor *row)
{
    return sql_column_is_null(row->sql, row->next);
}

#endif
