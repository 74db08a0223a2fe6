#include "store/reader.h"

#include "base/log.h"

static void run_one(struct store_tx *tx, struct store_request *request)
{
    tx->outcome = ERR_OK;
    tx->fatal = ENGINE_DONE;
    if (engine_exec(tx->engine, "BEGIN") != ENGINE_DONE) {
        request->outcome = ERR_STORE;
        return;
    }
    engine_set_deadline(tx->engine, STORE_READ_DEADLINE_MS);
    request->outcome = request->work(tx, request);
    if (tx->outcome != ERR_OK)
        request->outcome = tx->outcome;
    engine_set_deadline(tx->engine, 0);
    engine_exec(tx->engine, "ROLLBACK");
}

static void reader_main(void *arg)
{
    struct reader *reader = arg;
    struct list taken;

    while (queue_take(&reader->all->queue, 1, &taken)) {
        run_one(&reader->tx, container_of(taken.head, struct store_request, link));
        atomic_fetch_add(&reader->all->reads, 1);
        outbox_put(reader->all->outbox, &taken);
    }
}

static void close_connections(struct readers *readers)
{
    for (int i = 0; i < readers->count; i++) {
        statement_finalize_all(&readers->reader[i].tx);
        engine_close(readers->reader[i].tx.engine);
    }
}

static enum err open_connections(struct readers *readers, const char *path, int cache_kib,
                                 int64_t centre)
{
    for (int i = 0; i < readers->count; i++) {
        struct reader *reader = &readers->reader[i];
        struct engine *engine;
        enum err err = engine_open(path, ENGINE_READER, cache_kib, &engine);

        if (err == ERR_OK)
            err = statement_prepare_all(&reader->tx, engine);
        if (err != ERR_OK)
            return err;
        reader->all = readers;
        reader->tx.centre = centre;
    }
    return ERR_OK;
}

static void join_first(struct readers *readers, int started)
{
    queue_close(&readers->queue);
    for (int i = 0; i < started; i++)
        uv_thread_join(&readers->reader[i].thread);
    queue_release(&readers->queue);
    close_connections(readers);
}

enum err readers_start(struct readers *readers, const char *path, int count, int cache_kib,
                       int64_t centre, struct outbox *outbox)
{
    enum err err;

    readers->count = count;
    readers->outbox = outbox;
    err = open_connections(readers, path, cache_kib, centre);
    if (err == ERR_OK)
        err = queue_open(&readers->queue);
    if (err != ERR_OK) {
        close_connections(readers);
        return err;
    }
    for (int i = 0; i < count; i++)
        if (uv_thread_create(&readers->reader[i].thread, reader_main, &readers->reader[i]) != 0) {
            join_first(readers, i);
            return ERR_NO_MEMORY;
        }
    return ERR_OK;
}

void readers_stop(struct readers *readers)
{
    join_first(readers, readers->count);
}
