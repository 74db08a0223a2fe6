/*
 * Prepared statements: each file of sql/queries/ is prepared once on each connection.
 *
 * A store_tx is one connection and the transaction that runs on it; it belongs to the thread that
 * owns the connection (the writer or one reader). A statement is used as
 *
 *     struct sql *q = sql_start(tx, STMT_X);
 *     sql_int(q, 1, value); ...
 *     while (sql_row(q)) ... sql_column_int(q, 0) ...       or       sql_run(q);
 *
 * Errors are sticky: the first failure is kept in tx and every later call does nothing, so that row
 * functions need no test of their own; the writer looks once, with sql_outcome(), when the use case
 * returns. Bound texts and blobs are borrowed until the statement has run. A text column is
 * borrowed until the next sql_row() of the same statement.
 */
#ifndef STORE_STATEMENT_H
#define STORE_STATEMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/civil.h"
#include "base/error.h"
#include "base/instant.h"
#include "sql_text.h"
#include "store/engine.h"

struct store_tx;

struct sql {
    struct store_tx *tx;
    struct engine_statement *statement;
};

enum err statement_prepare_all(struct store_tx *tx, struct engine *engine);
void statement_finalize_all(struct store_tx *tx);

struct sql *sql_start(struct store_tx *tx, enum statement statement);
void sql_int(struct sql *sql, int number, int64_t value);
void sql_text(struct sql *sql, int number, const char *text);
/* NULL or "" is stored as NULL. */
void sql_text_or_null(struct sql *sql, int number, const char *text);
void sql_blob(struct sql *sql, int number, const void *bytes, size_t size);
void sql_null(struct sql *sql, int number);
void sql_instant(struct sql *sql, int number, struct instant instant);
/* instant_none() is stored as NULL. */
void sql_instant_or_null(struct sql *sql, int number, struct instant instant);
void sql_date(struct sql *sql, int number, struct date date);

/* Step to the next row; false at the end or after an error. */
bool sql_row(struct sql *sql);
/* End a statement before its last row. */
void sql_end(struct sql *sql);
/* Run a statement that returns no row; returns the number of rows changed, 0 after an error. */
int64_t sql_run(struct sql *sql);

int64_t sql_column_int(struct sql *sql, int column);
const char *sql_column_text(struct sql *sql, int column);
/* Copy a text column into `out_text`, cut to `size` - 1 bytes. */
void sql_column_copy(struct sql *sql, int column, char *out_text, size_t size);
const void *sql_column_blob(struct sql *sql, int column, size_t *out_size);
/* NULL reads as instant_none(). */
struct instant sql_column_instant(struct sql *sql, int column);
struct date sql_column_date(struct sql *sql, int column);
bool sql_column_is_null(struct sql *sql, int column);

/* The centre whose rows this connection touches: parameter $1 of nearly every statement. */
int64_t sql_centre(const struct store_tx *tx);
/* The first error since the request began, or ERR_OK. */
enum err sql_outcome(const struct store_tx *tx);
/* Record a failure that a row function found itself (a row that must be there is not). */
void sql_fail(struct store_tx *tx, enum err err);

#endif
