#define WITH_MIGRATION_TEXT
#include "store/migrate.h"

#include "base/log.h"
#include "sql_text.h"

int migrate_version(void)
{
    return (int)(sizeof migration_text / sizeof *migration_text);
}

static bool apply(struct engine *engine, int number)
{
    if (engine_exec(engine, "BEGIN IMMEDIATE") == ENGINE_DONE &&
        engine_exec(engine, migration_text[number]) == ENGINE_DONE &&
        engine_teach_planner(engine) == ENGINE_DONE &&
        engine_set_schema_version(engine, number + 1) == ENGINE_DONE &&
        engine_exec(engine, "COMMIT") == ENGINE_DONE)
        return true;
    log_error("migration %d: %s", number + 1, engine_message(engine));
    engine_exec(engine, "ROLLBACK");
    return false;
}

enum err migrate(struct engine *engine)
{
    const int current = engine_schema_version(engine);

    if (current < 0)
        return ERR_STORE;
    if (current > migrate_version())
        return ERR_DATABASE_NEWER;
    for (int next = current; next < migrate_version(); next++)
        if (!apply(engine, next))
            return ERR_STORE;
    return ERR_OK;
}
