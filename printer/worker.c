#include "printer/worker.h"

#include <stdlib.h>
#include <string.h>

#include "printer/carry_out.h"

struct worker {
    pthread_t thread;
    struct errand_desk desk; /* its lock guards what follows */
    struct list waiting;
    struct order *current;
    struct events *events;         /* borrowed */
    struct typesetter *typesetter; /* the thread's own */
};

/* Take the next order; NULL when there is none and none will come. Called under the lock. */
static struct order *next_locked(struct worker *worker)
{
    struct link *link;

    while (!(link = list_pop(&worker->waiting)) && !worker->desk.stopping)
        pthread_cond_wait(&worker->desk.changed, &worker->desk.lock);
    worker->current = link ? container_of(link, struct order, link) : NULL;
    return worker->current;
}

static void carry_out_current(struct worker *worker, struct order *order, bool cancelled)
{
    struct errand errand = {
        .order = order, .desk = &worker->desk, .events = worker->events, .state = PRINTER_UNKNOWN};

    if (cancelled && order->kind == ORDER_PRINT)
        errand_say_cancelled(&errand);
    else
        carry_out(&errand, worker->typesetter);
    pthread_mutex_lock(&worker->desk.lock);
    worker->current = NULL;
    pthread_mutex_unlock(&worker->desk.lock);
    order_free(order);
}

static void *run(void *data)
{
    struct worker *worker = data;

    for (;;) {
        struct order *order;
        bool cancelled;

        pthread_mutex_lock(&worker->desk.lock);
        order = next_locked(worker);
        cancelled = order && order->cancelled;
        pthread_mutex_unlock(&worker->desk.lock);
        if (!order)
            break;
        carry_out_current(worker, order, cancelled);
    }
    return NULL;
}

enum err worker_start(const char *fonts, struct events *events, struct worker **out_worker)
{
    struct worker *worker = calloc(1, sizeof *worker);
    enum err err;

    if (!worker)
        return ERR_NO_MEMORY;
    worker->events = events;
    list_init(&worker->waiting);
    errand_desk_init(&worker->desk);
    err = typesetter_new(fonts, &worker->typesetter);
    if (err == ERR_OK && pthread_create(&worker->thread, NULL, run, worker) != 0)
        err = ERR_NO_MEMORY;
    if (err != ERR_OK) {
        typesetter_free(worker->typesetter);
        errand_desk_release(&worker->desk);
        free(worker);
        return err;
    }
    *out_worker = worker;
    return ERR_OK;
}

void worker_take(struct worker *worker, struct order *order)
{
    pthread_mutex_lock(&worker->desk.lock);
    list_push(&worker->waiting, &order->link);
    pthread_cond_broadcast(&worker->desk.changed);
    pthread_mutex_unlock(&worker->desk.lock);
}

static bool is_meant(const struct order *order, const char *id, int generation)
{
    return order->kind == ORDER_PRINT && strcmp(order->job.id, id) == 0 &&
           (generation < 0 || order->generation == generation);
}

/* Set a flag of every order that is meant. Called under the lock. */
static bool mark_locked(struct worker *worker, const char *id, int generation, bool grant)
{
    bool found = false;

    if (worker->current && is_meant(worker->current, id, generation)) {
        *(grant ? &worker->current->granted : &worker->current->cancelled) = true;
        found = true;
    }
    for (struct link *link = worker->waiting.head; link && !grant; link = link->next) {
        struct order *order = container_of(link, struct order, link);

        if (is_meant(order, id, generation))
            order->cancelled = found = true;
    }
    return found;
}

static bool mark(struct worker *worker, const char *id, int generation, bool grant)
{
    bool found;

    pthread_mutex_lock(&worker->desk.lock);
    found = mark_locked(worker, id, generation, grant);
    pthread_cond_broadcast(&worker->desk.changed);
    pthread_mutex_unlock(&worker->desk.lock);
    return found;
}

bool worker_grant(struct worker *worker, const char *id, int generation)
{
    return mark(worker, id, generation, true);
}

bool worker_cancel(struct worker *worker, const char *id, int generation)
{
    return mark(worker, id, generation, false);
}

int worker_generation(struct worker *worker, const char *id)
{
    int newest = -1;

    pthread_mutex_lock(&worker->desk.lock);
    if (worker->current && !worker->current->cancelled && is_meant(worker->current, id, -1))
        newest = worker->current->generation;
    for (struct link *link = worker->waiting.head; link; link = link->next) {
        const struct order *order = container_of(link, struct order, link);

        if (!order->cancelled && is_meant(order, id, -1) && order->generation > newest)
            newest = order->generation;
    }
    pthread_mutex_unlock(&worker->desk.lock);
    return newest;
}

bool worker_is_busy(struct worker *worker, enum printer_state *out_state)
{
    bool busy;

    pthread_mutex_lock(&worker->desk.lock);
    busy = worker->current != NULL;
    if (busy)
        *out_state = worker->desk.state;
    pthread_mutex_unlock(&worker->desk.lock);
    return busy;
}

void worker_stop(struct worker *worker)
{
    pthread_mutex_lock(&worker->desk.lock);
    worker->desk.stopping = true;
    pthread_cond_broadcast(&worker->desk.changed);
    pthread_mutex_unlock(&worker->desk.lock);
}

void worker_join(struct worker *worker)
{
    pthread_join(worker->thread, NULL);
    typesetter_free(worker->typesetter);
    errand_desk_release(&worker->desk);
    free(worker);
}
