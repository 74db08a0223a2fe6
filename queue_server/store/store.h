/*
 * The store: every SQL statement of the server runs behind this header.
 *
 * Life of a request that changes something, in calling order:
 *
 *   loop thread     store_submit()         the request joins the pending list
 *   writer thread   request->work()        inside its own savepoint of the group's transaction, or
 *                                          without one when it promises `refuses_first`
 *   writer thread   request->refused()     only after a refusal, its changes undone: may record it
 *   writer thread   COMMIT                 one disk sync for the whole group
 *   loop thread     request->done()        with the outcome, in submission order
 *   loop thread     config.committed()     for each event that the request appended, in order
 *
 * A request that only reads goes by store_read(): `work` runs on one of the readers, on a snapshot
 * of its own that is cut off after READ_DEADLINE_MS, then done() on the loop.
 *
 * Failure modes: `work` refuses -> only this request is undone. The disk is full -> the whole group
 * is done() with ERR_DISK_FULL and nothing of it is kept; the server goes on. COMMIT fails in any
 * other way -> the outcome is unknown and the process ends at once, so that nobody is told anything
 * false; clients ask again with the same key. The store is closing -> ERR_CLOSED and done()
 * is not called. After a successful submit, done() is called exactly once.
 */
#ifndef STORE_STORE_H
#define STORE_STORE_H

#include <stdbool.h>
#include <uv.h>

#include "base/error.h"
#include "base/instant.h"
#include "base/list.h"

struct store;
struct store_tx;
struct store_request;
struct event;

typedef enum err (*store_work_fn)(struct store_tx *tx, struct store_request *request);
typedef void (*store_refused_fn)(struct store_tx *tx, struct store_request *request,
                                 enum err outcome);
typedef void (*store_done_fn)(struct store_request *request, enum err outcome);
typedef void (*store_closed_fn)(void *data);
typedef void (*store_committed_fn)(const struct event *event, void *data);

enum {
    STORE_GROUP_MAX = 512, /* requests in one transaction */
    STORE_READERS_MAX = 8,
    STORE_READ_DEADLINE_MS = 2000,
    STORE_RESERVE_BYTES = 8 << 20, /* given up when the disk is full, so that work in hand ends */
    STORE_WAL_LIMIT_PAGES = 65536  /* 256 MiB: then the writer begins the log anew */
};

/*
 * Embed this first thing in your own request struct and find it again with container_of().
 * The caller owns the memory, until done() has been called.
 */
struct store_request {
    store_work_fn work;       /* writer or reader thread: may block, must not touch the loop */
    store_refused_fn refused; /* writer thread; may be NULL */
    store_done_fn done;       /* loop thread */
    bool refuses_first;       /* promise of `work`: it never refuses after its first write, so that
                                 it needs no savepoint (a quarter of the writer's time) */

    /* Private to store/. */
    struct link link;
    struct list events;
    enum err outcome;
};

struct store_config {
    const char *folder;           /* of the database; borrowed during store_open() */
    bool create;                  /* make the database when it is missing */
    int64_t centre;               /* 0: the one that the file holds */
    int readers;                  /* 1 .. STORE_READERS_MAX */
    int writer_cache_kib;         /* 16384 by default */
    int reader_cache_kib;         /* 8192 by default */
    store_committed_fn committed; /* may be NULL */
    void *committed_data;
};

/* For /metrics and the tests. */
struct store_stats {
    uint64_t requests; /* writes done */
    uint64_t reads;    /* reads done */
    uint64_t commits;  /* transactions committed */
    uint64_t refusals; /* requests refused by a rule */
    uint64_t full;     /* groups refused because the disk was full */
    int wal_pages;     /* held by the write-ahead log at the last look */
    bool disk_full;    /* no write is taken until space is back */
    int checkpoint_failures;
};

struct store_config store_config_default(const char *folder);

/*
 * Open the database in `config->folder`, migrate it, start the writer, the readers and the
 * checkpoint thread.
 *
 * out_store  owned by the caller, released by store_close(); set on success only
 *
 * Returns ERR_OK, ERR_NO_MEMORY, ERR_STORE, ERR_DATABASE_MISSING, ERR_DATABASE_FOREIGN,
 * ERR_DATABASE_NEWER, ERR_DATABASE_LOCKED (another process holds the folder).
 */
enum err store_open(uv_loop_t *loop, const struct store_config *config, struct store **out_store);

/* Queue a request that changes something; events of the request are cleared. ERR_OK, ERR_CLOSED. */
enum err store_submit(struct store *store, struct store_request *request);
/* Queue a request that only reads. ERR_OK or ERR_CLOSED. */
enum err store_read(struct store *store, struct store_request *request);

/* Loop thread. */
struct store_stats store_stats(struct store *store);
/* Instant of the last row of the log when the store was opened; none for an empty log. */
struct instant store_log_end(const struct store *store);

/*
 * Finish the requests already accepted, then free the store and call `closed` on the loop thread.
 * Must be called once.
 */
void store_close(struct store *store, store_closed_fn closed, void *data);

#endif
