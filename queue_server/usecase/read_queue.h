/* The queue is looked at: tickets, counters, the day at a glance. Reader thread. */
#ifndef USECASE_READ_QUEUE_H
#define USECASE_READ_QUEUE_H

#include "usecase/command.h"
#include "usecase/ticket_view.h"

/* A page of today's tickets, in order of issue. */
struct read_tickets {
    struct command command;

    /* Input; "" for any. */
    char site[SITE_CODE_SIZE], service[QUEUE_CODE_SIZE], state[16], counter[QUEUE_CODE_SIZE];
    int64_t after;
    int limit;

    /* Output: the tickets as JSON parted by commas, and the cursor of the next page. */
    struct text items; /* owned by the caller, after a failure too */
    char next[TICKET_ID_SIZE];
};
/* ERR_OK. */
enum err read_tickets_run(struct store_tx *tx, struct command *command);

/* One ticket, by its id or by its tracking token. */
struct read_ticket {
    struct command command;

    /* Input. */
    int64_t ticket;    /* 0: by token */
    const char *token; /* borrowed */

    /* Output. */
    struct ticket_record record;
    const struct queue_rules *rules;
    struct wait_range wait; /* filled by the caller */
};
/* ERR_OK, ERR_NOT_FOUND. */
enum err read_ticket_run(struct store_tx *tx, struct command *command);

/* Counters of a site, or one. */
struct read_counters {
    struct command command;

    /* Input; "" for any. */
    char site[SITE_CODE_SIZE], counter[QUEUE_CODE_SIZE];

    /* Output. */
    struct counter_seen {
        struct counter_record record;
        bool busy;
        struct ticket_record ticket; /* valid when busy */
    } seen[QUEUE_COUNTERS_MAX];
    int count;
};
/* ERR_OK, ERR_NOT_FOUND (a counter asked for by its code). */
enum err read_counters_run(struct store_tx *tx, struct command *command);

enum { QUEUE_CALLS_SHOWN = 20 };

/* The day of one site at a glance: figures by service, the newest calls. */
struct queue_seen {
    int site; /* index of the catalogue */
    int waiting[QUEUE_SERVICES_MAX];
    struct queue_call {
        char number[TICKET_NUMBER_SIZE];
        char counter[QUEUE_CODE_SIZE];
        struct instant at;
        bool priority;
    } calls[QUEUE_CALLS_SHOWN]; /* newest first */
    int call_count;
};
/* The newest call of a site's day; false when nobody was called yet. */
bool read_newest_call(struct store_tx *tx, const char *site, const struct queue_rules *rules,
                      struct date date, struct queue_call *out_call);

struct read_queue {
    struct command command;

    /* Input; "" for every site. */
    char site[SITE_CODE_SIZE];

    /* Output. */
    struct queue_seen seen[CATALOGUE_SITES_MAX];
    int count;
    struct read_counters counters; /* its outputs only */
    int64_t seq;                   /* of the log, when it was looked at */
};
/* ERR_OK, ERR_UNKNOWN_SITE. */
enum err read_queue_run(struct store_tx *tx, struct command *command);

#endif
