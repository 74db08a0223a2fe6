#include "store/store.h"

#include <stdlib.h>
#include <string.h>

#include "base/log.h"
#include "store/checkpointer.h"
#include "store/folder.h"
#include "store/migrate.h"
#include "store/reader.h"
#include "store/writer.h"

/* Built bottom-up in store_open(), taken down in the reverse order once everything accepted is
 * done. */
struct store {
    char folder[FOLDER_PATH_SIZE];
    char path[FOLDER_PATH_SIZE];
    int lock;
    int64_t centre;
    struct instant log_end;
    struct writer writer;
    struct readers readers;
    struct checkpointer checkpointer;
    struct outbox outbox;
    store_committed_fn committed;
    void *committed_data;
    uint64_t requests; /* loop thread */
    bool is_closing;   /* loop thread; the queues may be gone already */
    store_closed_fn closed;
    void *closed_data;
    uv_work_t closing;
};

struct store_config store_config_default(const char *folder)
{
    return (struct store_config){
        .folder = folder, .readers = 2, .writer_cache_kib = 16384, .reader_cache_kib = 8192};
}

/* ---- events kept with their request ---------------------------------------------------------- */

void store_event_free(struct store_event *kept)
{
    free(kept->event.data);
    free(kept);
}

bool store_request_add_event(struct store_request *request, const struct event *event)
{
    struct store_event *kept = malloc(sizeof *kept);

    if (!kept)
        return false;
    kept->event = *event;
    kept->event.data = strdup(event->data);
    if (!kept->event.data) {
        free(kept);
        return false;
    }
    list_push(&request->events, &kept->link);
    return true;
}

/* ---- loop thread ----------------------------------------------------------------------------- */

static void finish(struct store *store, struct store_request *request)
{
    struct list events;
    struct link *link;

    list_init(&events);
    list_take_all(&events, &request->events);
    store->requests++;
    request->done(request, request->outcome); /* may free the request */
    while ((link = list_pop(&events))) {
        struct store_event *kept = container_of(link, struct store_event, link);

        if (store->committed)
            store->committed(&kept->event, store->committed_data);
        store_event_free(kept);
    }
}

static void wake_cb(uv_async_t *wake)
{
    struct store *store = wake->data;
    struct list done;
    struct link *link;

    outbox_take(&store->outbox, &done);
    while ((link = list_pop(&done)))
        finish(store, container_of(link, struct store_request, link));
}

enum err store_submit(struct store *store, struct store_request *request)
{
    return store->is_closing ? ERR_CLOSED : queue_push(&store->writer.queue, request);
}

enum err store_read(struct store *store, struct store_request *request)
{
    return store->is_closing ? ERR_CLOSED : queue_push(&store->readers.queue, request);
}

struct store_stats store_stats(struct store *store)
{
    const uint64_t reads = atomic_load(&store->readers.reads);

    return (struct store_stats){
        .requests = store->requests > reads ? store->requests - reads : 0,
        .reads = reads,
        .commits = atomic_load(&store->writer.commits),
        .refusals = atomic_load(&store->writer.refusals),
        .full = atomic_load(&store->writer.full),
        .wal_pages = atomic_load(&store->checkpointer.wal_pages),
        .disk_full = atomic_load(&store->writer.disk_full),
        .checkpoint_failures = atomic_load(&store->checkpointer.failures),
    };
}

struct instant store_log_end(const struct store *store)
{
    return store->log_end;
}

/* ---- opening --------------------------------------------------------------------------------- */

/* Which centre the file holds, and where its log ends. */
static enum err load_centre(struct store *store, int64_t wanted)
{
    struct store_tx *tx = &store->writer.tx;
    struct sql *q = sql_start(tx, STMT_CENTRE_GET);

    tx->centre = wanted;
    if (wanted == 0 && sql_row(q))
        tx->centre = sql_column_int(q, 0);
    sql_end(q);
    event_log_load_head(tx, &tx->head);
    store->centre = tx->centre;
    store->log_end = tx->head.at;
    return sql_outcome(tx);
}

static enum err open_writer(struct store *store, const struct store_config *config)
{
    const enum engine_role role = config->create ? ENGINE_CREATOR : ENGINE_WRITER;
    struct engine *engine;
    enum err err = engine_open(store->path, role, config->writer_cache_kib, &engine);

    if (err == ERR_DISK_FULL) { /* the reserve is for this too: a full centre can still be read */
        folder_reserve_release(store->folder);
        err = engine_open(store->path, role, config->writer_cache_kib, &engine);
    }
    if (err != ERR_OK)
        return err;
    store->writer.tx.engine = engine;
    err = migrate(engine);
    if (err == ERR_OK)
        err = statement_prepare_all(&store->writer.tx, engine);
    if (err == ERR_OK)
        err = load_centre(store, config->centre);
    return err;
}

static void close_writer(struct store *store)
{
    writer_release(&store->writer);
    statement_finalize_all(&store->writer.tx);
    engine_close(store->writer.tx.engine);
}

static enum err open_outbox(struct store *store, uv_loop_t *loop)
{
    list_init(&store->outbox.finished);
    if (uv_mutex_init(&store->outbox.lock) != 0)
        return ERR_NO_MEMORY;
    if (uv_async_init(loop, &store->outbox.wake, wake_cb) != 0)
        abort(); /* only out of descriptors, at start */
    store->outbox.wake.data = store;
    return ERR_OK;
}

static enum err prepare_folder(struct store *store, const struct store_config *config)
{
    enum err err = folder_path(config->folder, FOLDER_DATABASE, store->path);

    if (err == ERR_OK)
        err = folder_path(config->folder, ".", store->folder);
    if (err == ERR_OK && config->create)
        err = folder_make(config->folder);
    if (err == ERR_OK)
        err = folder_lock(config->folder, &store->lock);
    return err;
}

enum err store_open(uv_loop_t *loop, const struct store_config *config, struct store **out_store)
{
    struct store *store = calloc(1, sizeof *store);
    enum err err;

    if (!store)
        return ERR_NO_MEMORY;
    store->committed = config->committed;
    store->committed_data = config->committed_data;
    err = prepare_folder(store, config);
    if (err != ERR_OK)
        goto free_memory;
    err = open_writer(store, config);
    if (err != ERR_OK)
        goto close_database;
    if (!folder_reserve_make(store->folder, STORE_RESERVE_BYTES))
        atomic_store(&store->writer.disk_full, true);
    err = readers_start(&store->readers, store->path, config->readers, config->reader_cache_kib,
                        store->centre, &store->outbox);
    if (err != ERR_OK)
        goto close_database;
    err = writer_start(&store->writer, store->folder, &store->outbox);
    if (err != ERR_OK)
        goto stop_readers;
    err = checkpointer_start(&store->checkpointer, store->path, &store->writer);
    if (err != ERR_OK)
        goto stop_writer;
    err = open_outbox(store, loop);
    if (err != ERR_OK)
        goto stop_checkpointer;
    *out_store = store;
    return ERR_OK;

stop_checkpointer:
    checkpointer_stop(&store->checkpointer);
stop_writer:
    queue_close(&store->writer.queue);
    writer_join(&store->writer);
stop_readers:
    readers_stop(&store->readers);
close_database:
    close_writer(store);
    folder_unlock(store->lock);
free_memory:
    free(store);
    return err;
}

/* ---- closing --------------------------------------------------------------------------------- */

static void wake_closed_cb(uv_handle_t *handle)
{
    struct store *store = handle->data;
    store_closed_fn closed = store->closed;
    void *data = store->closed_data;

    uv_mutex_destroy(&store->outbox.lock);
    folder_unlock(store->lock);
    free(store);
    closed(data);
}

/* A thread of the pool: wait for the others, so that the loop goes on meanwhile. */
static void close_work(uv_work_t *work)
{
    struct store *store = work->data;

    writer_join(&store->writer);
    readers_stop(&store->readers);
    checkpointer_stop(&store->checkpointer);
    engine_checkpoint(store->writer.tx.engine, true, NULL);
    close_writer(store);
}

static void close_done(uv_work_t *work, int status)
{
    struct store *store = work->data;

    (void)status;
    wake_cb(&store->outbox.wake); /* what was finished last */
    uv_close((uv_handle_t *)&store->outbox.wake, wake_closed_cb);
}

void store_close(struct store *store, store_closed_fn closed, void *data)
{
    store->closed = closed;
    store->closed_data = data;
    store->closing.data = store;
    store->is_closing = true;
    queue_close(&store->writer.queue);
    queue_close(&store->readers.queue);
    if (uv_queue_work(store->outbox.wake.loop, &store->closing, close_work, close_done) != 0)
        abort(); /* cannot happen: the callbacks are set */
}
