/*
 * The writer: one thread, one connection, group commit. Private to store/.
 *
 * While one COMMIT waits for the disk, new requests pile up; the writer then takes them all in one
 * transaction; a small group takes in those that come while it runs. Nobody is waited for: the
 * slower the disk, the larger the group.
 */
#ifndef STORE_WRITER_H
#define STORE_WRITER_H

#include <stdatomic.h>

#include "store/queue.h"
#include "store/tx.h"

struct writer {
    struct store_tx tx;      /* writer thread once started */
    struct work_queue queue; /* requests that wait */
    struct outbox *outbox;   /* where finished requests go */
    const char *folder;
    struct engine_statement *begin, *commit, *rollback, *savepoint, *undo, *release;
    uv_thread_t thread;
    _Atomic uint64_t commits, refusals, full;
    _Atomic bool disk_full;
    _Atomic bool wal_too_long; /* set by the checkpoint thread */
};

/* Prepare the statements and start the thread. `tx` holds the open connection already. */
enum err writer_start(struct writer *writer, const char *folder, struct outbox *outbox);
/* After queue_close(): wait until everything accepted is done. */
void writer_join(struct writer *writer);
/* Release what writer_start() made, whether it succeeded or not. */
void writer_release(struct writer *writer);

#endif
