#include "store/writer.h"

#include <stdlib.h>
#include <unistd.h>

#include "base/log.h"
#include "store/folder.h"

enum {
    EXIT_OUTCOME_UNKNOWN = 70,
    GROUP_JOIN_MAX = 16 /* a group of so many takes nobody in any more */
};

/* A commit whose outcome nobody knows: say nothing to anybody and end. */
static void end_process(struct writer *writer, const char *what)
{
    log_error("%s: %s; the process ends, start it again", what, engine_message(writer->tx.engine));
    _exit(EXIT_OUTCOME_UNKNOWN);
}

static enum engine_class run(struct engine_statement *statement)
{
    const enum engine_class class = engine_step(statement);

    engine_reset(statement);
    return class;
}

static void drop_events(struct store_request *request)
{
    struct link *link;

    while ((link = list_pop(&request->events)))
        store_event_free(container_of(link, struct store_event, link));
}

/* Back to the savepoint: as if the request had never been. */
static void undo(struct writer *writer, struct store_request *request, const struct log_head *head)
{
    drop_events(request);
    writer->tx.head = *head;
    if (run(writer->undo) != ENGINE_DONE)
        writer->tx.fatal = ENGINE_LOST;
}

/* Undo what the request changed, and let it record its refusal; a recording that fails is undone
 * as well. */
static void refuse(struct writer *writer, struct store_request *request,
                   const struct log_head *head, enum err err)
{
    struct store_tx *tx = &writer->tx;

    request->outcome = err;
    if (tx->fatal != ENGINE_DONE)
        return; /* the transaction is gone with everything in it */
    undo(writer, request, head);
    atomic_fetch_add(&writer->refusals, 1);
    if (err == ERR_STORE || err == ERR_NO_MEMORY || !request->refused || tx->fatal != ENGINE_DONE)
        return;
    tx->outcome = ERR_OK;
    request->refused(tx, request, err);
    if (tx->outcome != ERR_OK && tx->fatal == ENGINE_DONE)
        undo(writer, request, head);
}

/* A request that promised to refuse before it writes has refused. */
static void refuse_unwritten(struct writer *writer, struct store_request *request,
                             const struct log_head *head, int64_t changes_before, enum err err)
{
    struct store_tx *tx = &writer->tx;

    request->outcome = err;
    if (tx->fatal == ENGINE_DONE && engine_total_changes(tx->engine) != changes_before) {
        log_error("a request that promised to refuse first has written: the group is undone");
        tx->fatal = ENGINE_FAULT;
    }
    if (tx->fatal == ENGINE_DONE && run(writer->savepoint) != ENGINE_DONE)
        tx->fatal = ENGINE_LOST;
    refuse(writer, request, head, err);
    if (tx->fatal == ENGINE_DONE && run(writer->release) != ENGINE_DONE)
        tx->fatal = ENGINE_LOST;
}

static void run_unguarded(struct writer *writer, struct store_request *request)
{
    struct store_tx *tx = &writer->tx;
    const struct log_head head = tx->head;
    const int64_t changes_before = engine_total_changes(tx->engine);
    enum err err = request->work(tx, request);

    if (tx->outcome != ERR_OK)
        err = tx->outcome;
    if (err != ERR_OK)
        refuse_unwritten(writer, request, &head, changes_before, err);
}

static void run_guarded(struct writer *writer, struct store_request *request)
{
    struct store_tx *tx = &writer->tx;
    const struct log_head head = tx->head;

    if (run(writer->savepoint) != ENGINE_DONE) {
        tx->fatal = ENGINE_LOST;
        return;
    }
    enum err err = request->work(tx, request);
    if (tx->outcome != ERR_OK)
        err = tx->outcome;
    if (err != ERR_OK)
        refuse(writer, request, &head, err);
    if (tx->fatal == ENGINE_DONE && run(writer->release) != ENGINE_DONE)
        tx->fatal = ENGINE_LOST;
}

static void run_one(struct writer *writer, struct store_request *request)
{
    writer->tx.outcome = ERR_OK;
    writer->tx.request = request;
    if (request->refuses_first)
        run_unguarded(writer, request);
    else
        run_guarded(writer, request);
    writer->tx.request = NULL;
}

/* True when writes may be tried: there is room, or there was no want of it. */
static bool disk_has_room(struct writer *writer)
{
    if (!atomic_load(&writer->disk_full))
        return true;
    const int64_t bytes = folder_free_bytes(writer->folder);
    if (bytes < 2 * (int64_t)STORE_RESERVE_BYTES ||
        !folder_reserve_make(writer->folder, STORE_RESERVE_BYTES))
        return false;
    log_info("the disk has room again");
    atomic_store(&writer->disk_full, false);
    return true;
}

static void refuse_group(struct list *group, enum err err)
{
    for (struct link *l = group->head; l; l = l->next) {
        struct store_request *request = container_of(l, struct store_request, link);

        request->outcome = err;
        drop_events(request);
    }
}

/* The transaction ran out of disk: nothing of the group is kept. */
static void disk_filled_up(struct writer *writer, struct list *group, const struct log_head *head)
{
    run(writer->rollback); /* SQLite may have rolled back already: then this does nothing */
    writer->tx.head = *head;
    if (!atomic_exchange(&writer->disk_full, true)) {
        log_error("the disk is full: reading only until there is room");
        folder_reserve_release(writer->folder);
    }
    refuse_group(group, ERR_DISK_FULL);
    atomic_fetch_add(&writer->full, 1);
}

/* A broken promise of our own: nothing of the group is kept, nobody was told anything. */
static void undo_group(struct writer *writer, struct list *group, const struct log_head *head)
{
    if (run(writer->rollback) != ENGINE_DONE)
        end_process(writer, "ROLLBACK");
    writer->tx.head = *head;
    refuse_group(group, ERR_STORE);
}

/*
 * Run the group's requests; those that come meanwhile join a small group. Clients that were
 * answered by the last COMMIT come back while this group runs: they would else wait for the next
 * one, and two halves of the clients would take turns for ever, each paying for a COMMIT. A large
 * group has shared its COMMIT among many already; there it is better to let the loop work while the
 * disk does.
 */
static void run_requests(struct writer *writer, struct list *group)
{
    struct link *link = group->head;
    size_t count = 0;

    while (link && writer->tx.fatal == ENGINE_DONE) {
        run_one(writer, container_of(link, struct store_request, link));
        count++;
        if (!link->next && count < GROUP_JOIN_MAX)
            queue_take_more(&writer->queue, GROUP_JOIN_MAX - count, group);
        link = link->next;
    }
}

/* Run the group in one transaction and record the outcome of each request. */
static void run_group(struct writer *writer, struct list *group)
{
    struct store_tx *tx = &writer->tx;
    const struct log_head head = tx->head;

    if (!disk_has_room(writer)) {
        refuse_group(group, ERR_DISK_FULL);
        atomic_fetch_add(&writer->full, 1);
        return;
    }
    tx->fatal = ENGINE_DONE;
    if (run(writer->begin) != ENGINE_DONE)
        end_process(writer, "BEGIN");
    run_requests(writer, group);
    if (tx->fatal == ENGINE_LOST)
        end_process(writer, "transaction");
    if (tx->fatal == ENGINE_FAULT) {
        undo_group(writer, group, &head);
        return;
    }
    const enum engine_class commit = tx->fatal == ENGINE_FULL ? ENGINE_FULL : run(writer->commit);
    if (commit == ENGINE_FULL)
        disk_filled_up(writer, group, &head);
    else if (commit != ENGINE_DONE)
        end_process(writer, "COMMIT");
    else
        atomic_fetch_add(&writer->commits, 1);
}

static void writer_main(void *arg)
{
    struct writer *writer = arg;
    struct list group;

    while (queue_take(&writer->queue, STORE_GROUP_MAX, &group)) {
        run_group(writer, &group);
        outbox_put(writer->outbox, &group);
        if (atomic_exchange(&writer->wal_too_long, false))
            engine_checkpoint(writer->tx.engine, true, NULL);
    }
}

enum err writer_start(struct writer *writer, const char *folder, struct outbox *outbox)
{
    struct engine *engine = writer->tx.engine;
    const struct {
        const char *sql;
        struct engine_statement **statement;
    } own[] = {
        {"BEGIN IMMEDIATE", &writer->begin},    {"COMMIT", &writer->commit},
        {"ROLLBACK", &writer->rollback},        {"SAVEPOINT request", &writer->savepoint},
        {"ROLLBACK TO request", &writer->undo}, {"RELEASE request", &writer->release},
    };
    enum err err;

    writer->folder = folder;
    writer->outbox = outbox;
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        if (engine_prepare(engine, own[i].sql, own[i].statement) != ENGINE_DONE)
            return ERR_STORE;
    err = queue_open(&writer->queue);
    if (err != ERR_OK)
        return err;
    if (uv_thread_create(&writer->thread, writer_main, writer) != 0) {
        queue_release(&writer->queue);
        return ERR_NO_MEMORY;
    }
    return ERR_OK;
}

void writer_join(struct writer *writer)
{
    uv_thread_join(&writer->thread);
    queue_release(&writer->queue);
}

void writer_release(struct writer *writer)
{
    engine_finalize(writer->begin);
    engine_finalize(writer->commit);
    engine_finalize(writer->rollback);
    engine_finalize(writer->savepoint);
    engine_finalize(writer->undo);
    engine_finalize(writer->release);
}
