/* The append-only log is read, by those who inspect. Reader thread. Rules. */
#ifndef USECASE_READ_LOG_H
#define USECASE_READ_LOG_H

#include "store/event_log.h"
#include "usecase/command.h"

enum { LOG_CURSOR_SIZE = 24, LOG_LOOKED_AT_MAX = 20000 /* rows, for one page */ };

struct read_log {
    struct command command;

    /* Input. */
    int64_t after, before;            /* only rows between the two; 0: no bound */
    char subject[EVENT_SUBJECT_SIZE]; /* only rows about it; "" for all */
    char kind[EVENT_KIND_SIZE];       /* of this kind, or, ending in '_', of kinds that begin so */
    char actor[EVENT_ACTOR_SIZE];     /* by this account or device; "" for all */
    struct instant from, to;          /* from <= at < to; none: no bound */
    bool newest_first;
    int limit;

    /* Output: the rows as JSON parted by commas, and the cursor of the next page: the `after` of
     * it, or its `before` when the newest come first. A page may hold fewer rows than `limit`, even
     * none, and still have a next one: a search stops after LOG_LOOKED_AT_MAX rows. */
    struct text items;          /* owned by the caller */
    char next[LOG_CURSOR_SIZE]; /* "" for the last page */
};

/* ERR_OK; errors of the store are sticky in tx. */
enum err read_log_run(struct store_tx *tx, struct command *command);

#endif
