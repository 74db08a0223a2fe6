/*
 * The seam to the database engine: one connection, its statements and the class of its errors.
 *
 * A connection belongs to one thread at a time. Everything above this header is the same for every
 * engine; engine_sqlite.c is the only file that includes sqlite3.h.
 */
#ifndef STORE_ENGINE_H
#define STORE_ENGINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"

struct engine;
struct engine_statement;

enum engine_role {
    ENGINE_WRITER,    /* creates nothing; reads and writes, every commit synced */
    ENGINE_CREATOR,   /* the same, and makes the file when it is missing */
    ENGINE_READER,    /* reads only; each read is cut off after a deadline */
    ENGINE_CHECKPOINT /* moves the write-ahead log into the file */
};

/* How an engine call ended. */
enum engine_class {
    ENGINE_DONE,       /* no more rows, or no row to give */
    ENGINE_ROW,        /* a row is there */
    ENGINE_CONSTRAINT, /* a unique or check constraint refuses it */
    ENGINE_FULL,       /* the disk is full; the transaction is rolled back */
    ENGINE_BUSY,       /* somebody else holds the lock; try again */
    ENGINE_CANCELLED,  /* a reader's deadline passed */
    ENGINE_LOST,       /* I/O error or corruption: the process must end (storage rule, R-604) */
    ENGINE_FAULT       /* a statement that is wrong: our own bug */
};

/*
 * Open a connection. Returns ERR_OK, ERR_NO_MEMORY, ERR_DATABASE_MISSING (no file),
 * ERR_DATABASE_FOREIGN (not a database, or another program's), ERR_DISK_FULL (no room for the log's
 * index), ERR_FILE (the folder may not be written, or an I/O error), ERR_STORE.
 *
 * cache_kib    page cache, KiB
 * out_engine   owned by the caller, released by engine_close(); set on success only
 */
enum err engine_open(const char *path, enum engine_role role, int cache_kib,
                     struct engine **out_engine);
void engine_close(struct engine *engine);

/* Run statements without parameters or rows. */
enum engine_class engine_exec(struct engine *engine, const char *sql);
/* The engine's own words for the last error; borrowed, until the next call. */
const char *engine_message(struct engine *engine);

/* Number of the last migration applied; 0 for an empty file, negative when it cannot be read. */
int engine_schema_version(struct engine *engine);
/* Record it; inside the migration's transaction. */
enum engine_class engine_set_schema_version(struct engine *engine, int version);

/*
 * Tell the planner how rows are spread, after the schema has changed and inside the migration's
 * transaction: they all may belong to one centre, so that centre_id finds nothing and every column
 * after it finds much. Left to itself SQLite takes centre_id for nearly a key and reads all rows of
 * the centre where an index would find a few.
 */
enum engine_class engine_teach_planner(struct engine *engine);

/* Prepare one statement, kept for the life of the connection. Parameters are $1, $2 ... */
enum engine_class engine_prepare(struct engine *engine, const char *sql,
                                 struct engine_statement **out_statement);
void engine_finalize(struct engine_statement *statement);

/* Bind parameter `$number`; texts and blobs are borrowed until the statement is reset. A number
 * that the statement lacks: FAULT. */
enum engine_class engine_bind_int(struct engine_statement *statement, int number, int64_t value);
enum engine_class engine_bind_text(struct engine_statement *statement, int number,
                                   const char *text);
enum engine_class engine_bind_blob(struct engine_statement *statement, int number,
                                   const void *bytes, size_t size);
enum engine_class engine_bind_null(struct engine_statement *statement, int number);

enum engine_class engine_step(struct engine_statement *statement);
/* End a statement's run and forget its parameters. */
void engine_reset(struct engine_statement *statement);

/* Columns of the present row, from 0. Texts are borrowed until the next step or reset; NULL reads
 * as 0, "" and an empty blob. */
int64_t engine_int(struct engine_statement *statement, int column);
const char *engine_text(struct engine_statement *statement, int column);
const void *engine_blob(struct engine_statement *statement, int column, size_t *out_size);
bool engine_is_null(struct engine_statement *statement, int column);
/* Rows changed since the connection was opened. */
int64_t engine_total_changes(struct engine *engine);
/* Rows changed by the last statement of the connection. */
int64_t engine_changes(struct engine *engine);

/* Readers: give the next statements `milliseconds` from now; 0 takes the deadline away. */
void engine_set_deadline(struct engine *engine, int64_t milliseconds);

/*
 * Move the write-ahead log into the file, as far as readers allow.
 *
 * restart   wait for readers and begin the log anew (writer only)
 * out_pages pages that the log holds; may be NULL
 */
enum engine_class engine_checkpoint(struct engine *engine, bool restart, int *out_pages);

/* Copy the whole database, as of now, to a new file. ERR_OK, ERR_DISK_FULL, ERR_FILE, ERR_STORE. */
enum err engine_backup(struct engine *engine, const char *path);
/* True when the file is sound; otherwise `out_message` says what is not. */
bool engine_integrity(struct engine *engine, char *out_message, size_t size);
/*
 * The plan of a query in the engine's words, one line a step, for the plan test.
 * `each` is called with every line.
 */
enum engine_class engine_explain(struct engine *engine, const char *sql,
                                 void (*each)(const char *line, void *data), void *data);

#endif
