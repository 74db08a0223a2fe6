/* The readers: threads that share one queue, each with a connection and snapshots of its own.
 * Private to store/. */
#ifndef STORE_READER_H
#define STORE_READER_H

#include <stdatomic.h>

#include "store/queue.h"
#include "store/tx.h"

struct readers {
    struct work_queue queue;
    struct outbox *outbox;
    int count;
    struct reader {
        struct readers *all;
        struct store_tx tx;
        uv_thread_t thread;
    } reader[STORE_READERS_MAX];
    _Atomic uint64_t reads;
};

/* Open the connections and start the threads. On failure everything is undone. */
enum err readers_start(struct readers *readers, const char *path, int count, int cache_kib,
                       int64_t centre, struct outbox *outbox);
/* Finish what was accepted, end the threads, close the connections. */
void readers_stop(struct readers *readers);

#endif
