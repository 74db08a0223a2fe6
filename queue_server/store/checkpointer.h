/*
 * The checkpoint thread: moves the write-ahead log into the file a few times a second, so that no
 * COMMIT ever has to, and sees the errors that an automatic checkpoint would swallow.
 * Private to store/.
 */
#ifndef STORE_CHECKPOINTER_H
#define STORE_CHECKPOINTER_H

#include <stdatomic.h>

#include "store/writer.h"

enum { CHECKPOINT_PERIOD_MS = 100 };

struct checkpointer {
    struct engine *engine;
    struct writer *writer;
    uv_thread_t thread;
    uv_mutex_t lock;
    uv_cond_t stop;
    bool stopping;         /* guarded by lock */
    _Atomic int wal_pages; /* held by the log at the last look */
    _Atomic int failures;  /* checkpoints that failed, all in all */
};

enum err checkpointer_start(struct checkpointer *checkpointer, const char *path,
                            struct writer *writer);
void checkpointer_stop(struct checkpointer *checkpointer);

#endif
