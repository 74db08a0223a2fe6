#include "store/checkpointer.h"

#include "base/log.h"

enum { CHECKPOINT_CACHE_KIB = 2000 };

static void checkpoint(struct checkpointer *checkpointer)
{
    int pages = 0;
    const enum engine_class class = engine_checkpoint(checkpointer->engine, false, &pages);

    atomic_store(&checkpointer->wal_pages, pages);
    if (pages > STORE_WAL_LIMIT_PAGES)
        atomic_store(&checkpointer->writer->wal_too_long, true);
    if (class != ENGINE_DONE && class != ENGINE_BUSY &&
        atomic_fetch_add(&checkpointer->failures, 1) == 0)
        log_error("checkpoint: %s", engine_message(checkpointer->engine));
}

static void checkpointer_main(void *arg)
{
    struct checkpointer *checkpointer = arg;
    uint64_t seen = 0;

    uv_mutex_lock(&checkpointer->lock);
    while (!checkpointer->stopping) {
        uv_cond_timedwait(&checkpointer->stop, &checkpointer->lock,
                          (uint64_t)CHECKPOINT_PERIOD_MS * 1000000);
        const uint64_t commits = atomic_load(&checkpointer->writer->commits);
        if (checkpointer->stopping || commits == seen)
            continue;
        seen = commits;
        uv_mutex_unlock(&checkpointer->lock);
        checkpoint(checkpointer);
        uv_mutex_lock(&checkpointer->lock);
    }
    uv_mutex_unlock(&checkpointer->lock);
}

enum err checkpointer_start(struct checkpointer *checkpointer, const char *path,
                            struct writer *writer)
{
    enum err err =
        engine_open(path, ENGINE_CHECKPOINT, CHECKPOINT_CACHE_KIB, &checkpointer->engine);

    if (err != ERR_OK)
        return err;
    checkpointer->writer = writer;
    err = ERR_NO_MEMORY;
    if (uv_mutex_init(&checkpointer->lock) != 0)
        goto close_engine;
    if (uv_cond_init(&checkpointer->stop) != 0)
        goto destroy_lock;
    if (uv_thread_create(&checkpointer->thread, checkpointer_main, checkpointer) != 0)
        goto destroy_condition;
    return ERR_OK;

destroy_condition:
    uv_cond_destroy(&checkpointer->stop);
destroy_lock:
    uv_mutex_destroy(&checkpointer->lock);
close_engine:
    engine_close(checkpointer->engine);
    return err;
}

void checkpointer_stop(struct checkpointer *checkpointer)
{
    uv_mutex_lock(&checkpointer->lock);
    checkpointer->stopping = true;
    uv_cond_signal(&checkpointer->stop);
    uv_mutex_unlock(&checkpointer->lock);
    uv_thread_join(&checkpointer->thread);
    uv_cond_destroy(&checkpointer->stop);
    uv_mutex_destroy(&checkpointer->lock);
    engine_close(checkpointer->engine);
}
