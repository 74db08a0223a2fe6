/* What a transaction holds; private to store/. See statement.h and store.h. */
#ifndef STORE_TX_H
#define STORE_TX_H

#include "store/event_log.h"
#include "store/statement.h"
#include "store/store.h"

struct store_tx {
    struct engine *engine;
    int64_t centre; /* of every row that use cases touch */
    struct sql all[STMT_COUNT];
    enum err outcome;              /* of the request that runs */
    enum engine_class fatal;       /* FULL or LOST: the whole group is lost, ENGINE_DONE: none */
    struct log_head head;          /* of the writer's centre */
    struct store_request *request; /* that runs; its events are appended to it */
};

/* An event kept with the request that appended it, until it is told to the loop. */
struct store_event {
    struct link link;
    struct event event;
};

/* Keep a copy of an appended event. False without memory. */
bool store_request_add_event(struct store_request *request, const struct event *event);
void store_event_free(struct store_event *kept);

#endif
