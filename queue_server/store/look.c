#include "store/look.h"

#include <stdlib.h>

#include "store/folder.h"
#include "store/migrate.h"
#include "store/tx.h"

enum { LOOK_CACHE_KIB = 8192 };

struct store_look {
    struct engine *engine;
    struct store_tx tx;
};

static enum err check_version(struct engine *engine)
{
    const int version = engine_schema_version(engine);

    if (version < 0)
        return ERR_STORE;
    if (version > migrate_version())
        return ERR_DATABASE_NEWER;
    return version < migrate_version() ? ERR_DATABASE_OLDER : ERR_OK;
}

/* Begin the snapshot; the first read takes it: which centre the file holds. */
static enum err begin(struct store_look *look)
{
    if (engine_exec(look->engine, "BEGIN") != ENGINE_DONE)
        return ERR_STORE;
    struct sql *q = sql_start(&look->tx, STMT_CENTRE_GET);
    if (sql_row(q))
        look->tx.centre = sql_column_int(q, 0);
    sql_end(q);
    event_log_load_head(&look->tx, &look->tx.head);
    return sql_outcome(&look->tx);
}

enum err store_look_open(const char *folder, struct store_look **out_look)
{
    struct store_look *look = calloc(1, sizeof *look);
    char path[FOLDER_PATH_SIZE];
    enum err err;

    if (!look)
        return ERR_NO_MEMORY;
    err = folder_path(folder, FOLDER_DATABASE, path);
    if (err == ERR_OK)
        err = engine_open(path, ENGINE_READER, LOOK_CACHE_KIB, &look->engine);
    if (err == ERR_OK)
        err = check_version(look->engine);
    if (err == ERR_OK)
        err = statement_prepare_all(&look->tx, look->engine);
    if (err == ERR_OK)
        err = begin(look);
    if (err == ERR_OK)
        *out_look = look;
    else
        store_look_close(look);
    return err;
}

void store_look_close(struct store_look *look)
{
    if (!look)
        return;
    if (look->engine) {
        statement_finalize_all(&look->tx);
        engine_exec(look->engine, "ROLLBACK");
        engine_close(look->engine);
    }
    free(look);
}

struct store_tx *store_look_tx(struct store_look *look)
{
    return &look->tx;
}

struct engine *store_look_engine(struct store_look *look)
{
    return look->engine;
}
