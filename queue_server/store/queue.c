#include "store/queue.h"

enum err queue_open(struct work_queue *queue)
{
    *queue = (struct work_queue){.closing = false};
    list_init(&queue->pending);
    if (uv_mutex_init(&queue->lock) != 0)
        return ERR_NO_MEMORY;
    if (uv_cond_init(&queue->ready) != 0) {
        uv_mutex_destroy(&queue->lock);
        return ERR_NO_MEMORY;
    }
    return ERR_OK;
}

void queue_release(struct work_queue *queue)
{
    uv_cond_destroy(&queue->ready);
    uv_mutex_destroy(&queue->lock);
}

enum err queue_push(struct work_queue *queue, struct store_request *request)
{
    enum err err = ERR_CLOSED;

    list_init(&request->events);
    request->outcome = ERR_OK;
    uv_mutex_lock(&queue->lock);
    if (!queue->closing) {
        list_push(&queue->pending, &request->link);
        uv_cond_signal(&queue->ready);
        err = ERR_OK;
    }
    uv_mutex_unlock(&queue->lock);
    return err;
}

/* The queue is locked. */
static void take(struct work_queue *queue, size_t most, struct list *taken)
{
    struct link *link;

    for (; most > 0 && (link = list_pop(&queue->pending)); most--)
        list_push(taken, link);
}

bool queue_take(struct work_queue *queue, size_t most, struct list *out_taken)
{
    list_init(out_taken);
    uv_mutex_lock(&queue->lock);
    while (!queue->pending.head && !queue->closing)
        uv_cond_wait(&queue->ready, &queue->lock);
    take(queue, most, out_taken);
    uv_mutex_unlock(&queue->lock);
    return out_taken->head != NULL;
}

void queue_take_more(struct work_queue *queue, size_t most, struct list *taken)
{
    uv_mutex_lock(&queue->lock);
    take(queue, most, taken);
    uv_mutex_unlock(&queue->lock);
}

void queue_close(struct work_queue *queue)
{
    uv_mutex_lock(&queue->lock);
    queue->closing = true;
    uv_cond_broadcast(&queue->ready);
    uv_mutex_unlock(&queue->lock);
}

void outbox_put(struct outbox *outbox, struct list *finished)
{
    uv_mutex_lock(&outbox->lock);
    list_take_all(&outbox->finished, finished);
    uv_mutex_unlock(&outbox->lock);
    uv_async_send(&outbox->wake);
}

void outbox_take(struct outbox *outbox, struct list *out_finished)
{
    list_init(out_finished);
    uv_mutex_lock(&outbox->lock);
    list_take_all(out_finished, &outbox->finished);
    uv_mutex_unlock(&outbox->lock);
}
