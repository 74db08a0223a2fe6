#define WITH_STATEMENT_TEXT
#include "store/statement.h"

#include <stdio.h>

#include "base/log.h"
#include "store/tx.h"

static enum err outcome_of(enum engine_class class)
{
    switch (class) {
    case ENGINE_FULL:
        return ERR_DISK_FULL;
    case ENGINE_CANCELLED:
        return ERR_QUERY_TIMEOUT;
    case ENGINE_DONE:
    case ENGINE_ROW:
    case ENGINE_CONSTRAINT:
    case ENGINE_BUSY:
    case ENGINE_LOST:
    case ENGINE_FAULT:
        break;
    }
    return ERR_STORE;
}

static void fail(struct store_tx *tx, enum engine_class class)
{
    if (tx->outcome != ERR_OK)
        return;
    tx->outcome = outcome_of(class);
    if (class == ENGINE_FULL || class == ENGINE_LOST)
        tx->fatal = class;
    if (tx->outcome == ERR_STORE)
        log_error("statement failed: %s", engine_message(tx->engine));
}

static void check(struct sql *sql, enum engine_class class)
{
    if (class != ENGINE_DONE)
        fail(sql->tx, class);
}

enum err statement_prepare_all(struct store_tx *tx, struct engine *engine)
{
    tx->engine = engine;
    for (int i = 0; i < STMT_COUNT; i++) {
        tx->all[i].tx = tx;
        if (engine_prepare(engine, statement_table[i].text, &tx->all[i].statement) != ENGINE_DONE) {
            log_error("query %s: %s", statement_table[i].name, engine_message(engine));
            return ERR_STORE;
        }
    }
    return ERR_OK;
}

void statement_finalize_all(struct store_tx *tx)
{
    for (int i = 0; i < STMT_COUNT; i++)
        engine_finalize(tx->all[i].statement);
}

struct sql *sql_start(struct store_tx *tx, enum statement statement)
{
    engine_reset(tx->all[statement].statement);
    return &tx->all[statement];
}

void sql_int(struct sql *sql, int number, int64_t value)
{
    check(sql, engine_bind_int(sql->statement, number, value));
}

void sql_text(struct sql *sql, int number, const char *text)
{
    check(sql, engine_bind_text(sql->statement, number, text));
}

void sql_text_or_null(struct sql *sql, int number, const char *text)
{
    if (text && text[0])
        sql_text(sql, number, text);
    else
        sql_null(sql, number);
}

void sql_blob(struct sql *sql, int number, const void *bytes, size_t size)
{
    check(sql, engine_bind_blob(sql->statement, number, bytes, size));
}

void sql_null(struct sql *sql, int number)
{
    check(sql, engine_bind_null(sql->statement, number));
}

void sql_instant(struct sql *sql, int number, struct instant instant)
{
    sql_int(sql, number, instant.ms);
}

void sql_instant_or_null(struct sql *sql, int number, struct instant instant)
{
    if (!instant_is_none(instant))
        sql_int(sql, number, instant.ms);
    else
        sql_null(sql, number);
}

void sql_date(struct sql *sql, int number, struct date date)
{
    sql_int(sql, number, date.day);
}

bool sql_row(struct sql *sql)
{
    if (sql->tx->outcome != ERR_OK)
        return false;

    const enum engine_class class = engine_step(sql->statement);
    if (class == ENGINE_ROW)
        return true;
    if (class != ENGINE_DONE)
        fail(sql->tx, class);
    engine_reset(sql->statement);
    return false;
}

void sql_end(struct sql *sql)
{
    engine_reset(sql->statement);
}

int64_t sql_run(struct sql *sql)
{
    while (sql_row(sql))
        ;
    return sql->tx->outcome == ERR_OK ? engine_changes(sql->tx->engine) : 0;
}

int64_t sql_column_int(struct sql *sql, int column)
{
    return engine_int(sql->statement, column);
}

const char *sql_column_text(struct sql *sql, int column)
{
    return engine_text(sql->statement, column);
}

void sql_column_copy(struct sql *sql, int column, char *out_text, size_t size)
{
    snprintf(out_text, size, "%s", engine_text(sql->statement, column));
}

const void *sql_column_blob(struct sql *sql, int column, size_t *out_size)
{
    return engine_blob(sql->statement, column, out_size);
}

struct instant sql_column_instant(struct sql *sql, int column)
{
    if (engine_is_null(sql->statement, column))
        return instant_none();
    return (struct instant){engine_int(sql->statement, column)};
}

struct date sql_column_date(struct sql *sql, int column)
{
    return (struct date){(int32_t)engine_int(sql->statement, column)};
}

bool sql_column_is_null(struct sql *sql, int column)
{
    return engine_is_null(sql->statement, column);
}

int64_t sql_centre(const struct store_tx *tx)
{
    return tx->centre;
}

enum err sql_outcome(const struct store_tx *tx)
{
    return tx->outcome;
}

void sql_fail(struct store_tx *tx, enum err err)
{
    if (tx->outcome == ERR_OK)
        tx->outcome = err;
}
