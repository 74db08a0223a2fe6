#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "store/engine.h"

enum {
    APPLICATION_ID = 0x4d437561, /* "MCua": stored in the file's header */
    BUSY_MS = 5000,
    MAX_PARAMETERS = 80,
    PROGRESS_STEPS = 2000 /* virtual machine steps between looks at a reader's deadline */
};

struct engine {
    sqlite3 *db;
    int64_t deadline_ms; /* monotonic; 0 = none */
};

struct engine_statement {
    sqlite3_stmt *stmt;
    int index[MAX_PARAMETERS + 1]; /* `$number` -> SQLite's own index; 0 = absent */
};

static enum engine_class class_of(int rc)
{
    switch (rc & 0xff) {
    case SQLITE_OK:
    case SQLITE_DONE:
        return ENGINE_DONE;
    case SQLITE_ROW:
        return ENGINE_ROW;
    case SQLITE_CONSTRAINT:
        return ENGINE_CONSTRAINT;
    case SQLITE_FULL:
        return ENGINE_FULL;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return ENGINE_BUSY;
    case SQLITE_INTERRUPT:
        return ENGINE_CANCELLED;
    case SQLITE_IOERR:
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_CANTOPEN:
    case SQLITE_NOMEM:
        return ENGINE_LOST;
    default:
        return ENGINE_FAULT;
    }
}

static int progress_cb(void *data)
{
    const struct engine *engine = data;

    return engine->deadline_ms != 0 && clock_monotonic_ms() > engine->deadline_ms;
}

/* The first value of a query's first row. Returns SQLITE_OK, or what went wrong. */
static int read_int(sqlite3 *db, const char *sql, int64_t *out_value)
{
    sqlite3_stmt *query = NULL;
    int rc = sqlite3_prepare_v2(db, sql, -1, &query, NULL);

    if (rc == SQLITE_OK)
        rc = sqlite3_step(query);
    if (rc == SQLITE_ROW) {
        *out_value = sqlite3_column_int64(query, 0);
        rc = SQLITE_OK;
    }
    sqlite3_finalize(query);
    return rc;
}

/* Why a file could not be opened. The log's index is the first thing that needs room: on a full
 * disk SQLite says of it only that its size is wrong. */
static enum err opening_error(int rc)
{
    if (rc == SQLITE_IOERR_SHMSIZE)
        return ERR_DISK_FULL;
    switch (rc & 0xff) {
    case SQLITE_NOTADB:
        return ERR_DATABASE_FOREIGN;
    case SQLITE_FULL:
        return ERR_DISK_FULL;
    case SQLITE_CANTOPEN:
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_IOERR:
        return ERR_FILE;
    default:
        return ERR_STORE;
    }
}

/* Refuse a file that is not ours; make an empty one ours. */
static enum err check_identity(sqlite3 *db, enum engine_role role)
{
    int64_t id = 0, tables = 0;
    int rc = read_int(db, "PRAGMA application_id", &id);

    if (rc == SQLITE_OK && id == 0 && role == ENGINE_CREATOR)
        rc = read_int(db, "SELECT count(*) FROM sqlite_schema", &tables);
    if (rc != SQLITE_OK)
        return opening_error(rc);
    if (id == APPLICATION_ID)
        return ERR_OK;
    if (id != 0 || role != ENGINE_CREATOR || tables != 0)
        return ERR_DATABASE_FOREIGN;
    rc = sqlite3_exec(db, "PRAGMA page_size=4096; PRAGMA application_id=1296266593", NULL, NULL,
                      NULL);
    return rc == SQLITE_OK ? ERR_OK : opening_error(rc);
}

static enum err set_up(struct engine *engine, enum engine_role role, int cache_kib)
{
    char pragmas[512];
    const char *of_role = role == ENGINE_READER
                              ? "PRAGMA query_only=ON"
                              : "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
                                "PRAGMA wal_autocheckpoint=0; PRAGMA secure_delete=OFF";

    sqlite3_db_config(engine->db, SQLITE_DBCONFIG_DEFENSIVE, 1, (int *)NULL);
    sqlite3_db_config(engine->db, SQLITE_DBCONFIG_DQS_DML, 0, (int *)NULL);
    sqlite3_db_config(engine->db, SQLITE_DBCONFIG_DQS_DDL, 0, (int *)NULL);
    sqlite3_busy_timeout(engine->db, BUSY_MS);
    snprintf(pragmas, sizeof pragmas,
             "PRAGMA foreign_keys=ON; PRAGMA trusted_schema=OFF; PRAGMA temp_store=MEMORY;"
             "PRAGMA mmap_size=0; PRAGMA cell_size_check=ON; PRAGMA cache_size=-%d; %s",
             cache_kib, of_role);
    const int rc = sqlite3_exec(engine->db, pragmas, NULL, NULL, NULL);
    if (rc != SQLITE_OK)
        return opening_error(rc);
    if (role == ENGINE_READER)
        sqlite3_progress_handler(engine->db, PROGRESS_STEPS, progress_cb, engine);
    return ERR_OK;
}

enum err engine_open(const char *path, enum engine_role role, int cache_kib,
                     struct engine **out_engine)
{
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE |
                      (role == ENGINE_CREATOR ? SQLITE_OPEN_CREATE : 0);
    struct engine *engine = calloc(1, sizeof *engine);
    enum err err;

    if (!engine)
        return ERR_NO_MEMORY;
    /* Before the first connection; later it is refused. SQLite's own count of its memory, which
     * nobody reads, takes a lock at every allocation. */
    sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    const int rc = sqlite3_open_v2(path, &engine->db, flags, NULL);
    if (rc != SQLITE_OK) {
        err = (rc & 0xff) == SQLITE_CANTOPEN ? ERR_DATABASE_MISSING : ERR_STORE;
        goto close;
    }
    err = check_identity(engine->db, role);
    if (err == ERR_OK)
        err = set_up(engine, role, cache_kib);
    if (err != ERR_OK)
        goto close;
    *out_engine = engine;
    return ERR_OK;

close:
    sqlite3_close(engine->db);
    free(engine);
    return err;
}

void engine_close(struct engine *engine)
{
    if (!engine)
        return;
    sqlite3_close(engine->db);
    free(engine);
}

enum engine_class engine_exec(struct engine *engine, const char *sql)
{
    return class_of(sqlite3_exec(engine->db, sql, NULL, NULL, NULL));
}

const char *engine_message(struct engine *engine)
{
    return sqlite3_errmsg(engine->db);
}

int engine_schema_version(struct engine *engine)
{
    int64_t version = -1;

    return read_int(engine->db, "PRAGMA user_version", &version) == SQLITE_OK ? (int)version : -1;
}

enum engine_class engine_set_schema_version(struct engine *engine, int version)
{
    char sql[48];

    snprintf(sql, sizeof sql, "PRAGMA user_version=%d", version);
    return engine_exec(engine, sql);
}

enum engine_class engine_teach_planner(struct engine *engine)
{
    /* for each index: rows in it, then rows for one value of its first column, of its first two
     * ...; centre_id holds them all, the whole of a unique index one */
    static const char sql[] =
        "ANALYZE sqlite_schema;"
        "DELETE FROM sqlite_stat1;"
        "INSERT INTO sqlite_stat1 (tbl, idx, stat)"
        " SELECT m.name, CASE l.origin WHEN 'pk' THEN m.name ELSE l.name END,"
        "        iif(l.partial, '1000', '1000000') || (SELECT group_concat(' ' || CASE"
        "          WHEN x.seqno = 0 THEN iif(l.partial, 1000, 1000000)"
        "          WHEN l.\"unique\" AND x.seqno = (SELECT max(seqno)"
        "                                           FROM pragma_index_xinfo(l.name) WHERE key) "
        "THEN 1"
        "          ELSE max(2, iif(l.partial, 200, 10000) >> (3 * (x.seqno - 1))) END, '')"
        "          FROM pragma_index_xinfo(l.name) AS x WHERE x.key)"
        "   FROM sqlite_schema AS m JOIN pragma_index_list(m.name) AS l"
        "  WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%' AND m.sql NOT LIKE 'CREATE "
        "VIRTUAL%';"
        "ANALYZE sqlite_schema;";

    return engine_exec(engine, sql);
}

/* ---- statements ------------------------------------------------------------------------------ */

enum engine_class engine_prepare(struct engine *engine, const char *sql,
                                 struct engine_statement **out_statement)
{
    struct engine_statement *statement = calloc(1, sizeof *statement);

    if (!statement)
        return ENGINE_LOST;
    const int rc =
        sqlite3_prepare_v3(engine->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement->stmt, NULL);
    if (rc != SQLITE_OK) {
        free(statement);
        return class_of(rc);
    }
    for (int i = 1; i <= sqlite3_bind_parameter_count(statement->stmt); i++) {
        const char *name = sqlite3_bind_parameter_name(statement->stmt, i);
        const long number = name && name[0] == '$' ? strtol(name + 1, NULL, 10) : 0;

        if (number < 1 || number > MAX_PARAMETERS) {
            engine_finalize(statement);
            return ENGINE_FAULT;
        }
        statement->index[number] = i;
    }
    *out_statement = statement;
    return ENGINE_DONE;
}

void engine_finalize(struct engine_statement *statement)
{
    if (!statement)
        return;
    sqlite3_finalize(statement->stmt);
    free(statement);
}

static int index_of(const struct engine_statement *statement, int number)
{
    return number >= 1 && number <= MAX_PARAMETERS ? statement->index[number] : 0;
}

enum engine_class engine_bind_int(struct engine_statement *statement, int number, int64_t value)
{
    return class_of(sqlite3_bind_int64(statement->stmt, index_of(statement, number), value));
}

enum engine_class engine_bind_text(struct engine_statement *statement, int number, const char *text)
{
    return class_of(
        sqlite3_bind_text(statement->stmt, index_of(statement, number), text, -1, SQLITE_STATIC));
}

enum engine_class engine_bind_blob(struct engine_statement *statement, int number,
                                   const void *bytes, size_t size)
{
    return class_of(sqlite3_bind_blob64(statement->stmt, index_of(statement, number), bytes, size,
                                        SQLITE_STATIC));
}

enum engine_class engine_bind_null(struct engine_statement *statement, int number)
{
    return class_of(sqlite3_bind_null(statement->stmt, index_of(statement, number)));
}

enum engine_class engine_step(struct engine_statement *statement)
{
    return class_of(sqlite3_step(statement->stmt));
}

void engine_reset(struct engine_statement *statement)
{
    sqlite3_reset(statement->stmt);
    sqlite3_clear_bindings(statement->stmt);
}

int64_t engine_int(struct engine_statement *statement, int column)
{
    return sqlite3_column_int64(statement->stmt, column);
}

const char *engine_text(struct engine_statement *statement, int column)
{
    const unsigned char *text = sqlite3_column_text(statement->stmt, column);

    return text ? (const char *)text : "";
}

const void *engine_blob(struct engine_statement *statement, int column, size_t *out_size)
{
    const void *bytes = sqlite3_column_blob(statement->stmt, column);

    *out_size = (size_t)sqlite3_column_bytes(statement->stmt, column);
    return bytes;
}

bool engine_is_null(struct engine_statement *statement, int column)
{
    return sqlite3_column_type(statement->stmt, column) == SQLITE_NULL;
}

int64_t engine_total_changes(struct engine *engine)
{
    return sqlite3_total_changes64(engine->db);
}

int64_t engine_changes(struct engine *engine)
{
    return sqlite3_changes64(engine->db);
}

void engine_set_deadline(struct engine *engine, int64_t milliseconds)
{
    engine->deadline_ms = milliseconds ? clock_monotonic_ms() + milliseconds : 0;
}

/* ---- the whole file -------------------------------------------------------------------------- */

enum engine_class engine_checkpoint(struct engine *engine, bool restart, int *out_pages)
{
    int log_pages = 0;
    const int rc = sqlite3_wal_checkpoint_v2(
        engine->db, NULL, restart ? SQLITE_CHECKPOINT_RESTART : SQLITE_CHECKPOINT_PASSIVE,
        &log_pages, NULL);

    if (out_pages)
        *out_pages = log_pages;
    return class_of(rc);
}

enum err engine_backup(struct engine *engine, const char *path)
{
    sqlite3 *copy = NULL;
    enum err err = ERR_FILE;

    if (sqlite3_open_v2(path, &copy, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, NULL) ==
        SQLITE_OK) {
        sqlite3_backup *backup = sqlite3_backup_init(copy, "main", engine->db, "main");
        /* all pages in one step: a stepwise copy begins anew at each commit (storage rule) */
        const int rc = backup ? sqlite3_backup_step(backup, -1) : SQLITE_ERROR;

        sqlite3_backup_finish(backup);
        err = rc == SQLITE_DONE ? ERR_OK : (rc & 0xff) == SQLITE_FULL ? ERR_DISK_FULL : ERR_STORE;
    }
    sqlite3_close(copy);
    return err;
}

bool engine_integrity(struct engine *engine, char *out_message, size_t size)
{
    sqlite3_stmt *query = NULL;
    bool sound = false;

    snprintf(out_message, size, "the check could not be run");
    if (sqlite3_prepare_v2(engine->db, "PRAGMA integrity_check(1)", -1, &query, NULL) ==
            SQLITE_OK &&
        sqlite3_step(query) == SQLITE_ROW) {
        const char *answer = (const char *)sqlite3_column_text(query, 0);

        snprintf(out_message, size, "%s", answer ? answer : "");
        sound = strcmp(out_message, "ok") == 0;
    }
    sqlite3_finalize(query);
    return sound;
}

enum engine_class engine_explain(struct engine *engine, const char *sql,
                                 void (*each)(const char *line, void *data), void *data)
{
    char *text = sqlite3_mprintf("EXPLAIN QUERY PLAN %s", sql);
    sqlite3_stmt *query = NULL;
    int rc = text ? sqlite3_prepare_v2(engine->db, text, -1, &query, NULL) : SQLITE_NOMEM;

    while (rc == SQLITE_OK && sqlite3_step(query) == SQLITE_ROW)
        each((const char *)sqlite3_column_text(query, 3), data);
    sqlite3_finalize(query);
    sqlite3_free(text);
    return class_of(rc);
}
