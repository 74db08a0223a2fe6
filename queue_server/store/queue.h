/*
 * Requests between threads: a queue that workers wait on, and the outbox back to the loop.
 * Private to store/.
 */
#ifndef STORE_QUEUE_H
#define STORE_QUEUE_H

#include "store/store.h"

struct work_queue {
    uv_mutex_t lock;
    uv_cond_t ready;
    struct list pending; /* of struct store_request */
    bool closing;
};

enum err queue_open(struct work_queue *queue);
void queue_release(struct work_queue *queue);
/* Returns ERR_OK or ERR_CLOSED. */
enum err queue_push(struct work_queue *queue, struct store_request *request);
/* Wait for work and take up to `most` requests; false when the queue is closed and empty. */
bool queue_take(struct work_queue *queue, size_t most, struct list *out_taken);
/* Add up to `most` of those that wait now to the end of `taken`; does not wait. */
void queue_take_more(struct work_queue *queue, size_t most, struct list *taken);
/* No more requests; those waiting are still taken. */
void queue_close(struct work_queue *queue);

/* Finished requests on their way to the loop. */
struct outbox {
    uv_mutex_t lock;
    uv_async_t wake;
    struct list finished;
};

void outbox_put(struct outbox *outbox, struct list *finished);
void outbox_take(struct outbox *outbox, struct list *out_finished);

#endif
