/*
 * A whole business day of one site's queue in memory, for replay and simulation.
 *
 * Pure: the arrays are the caller's. It joins what the server does in SQL - find the ticket and
 * the counter, decide, apply the verb, count - over the same rules, verbs and decision. Every verb
 * returns what the verb of domain/ticket.h returns and changes nothing on failure.
 */
#ifndef DOMAIN_QUEUE_DAY_H
#define DOMAIN_QUEUE_DAY_H

#include <stddef.h>
#include <stdint.h>

#include "domain/ticket.h"

struct queue_day {
    const struct queue_rules *rules; /* borrowed for the life of the day */
    struct queue_counter counters[QUEUE_COUNTERS_MAX];
    struct ticket *tickets;             /* the caller's; the ticket of id N is tickets[N - 1] */
    struct queue_candidate *candidates; /* the caller's working space */
    size_t count;
    size_t capacity; /* of both arrays */
};

/* A call made by queue_day_next. */
struct queue_day_call {
    struct queue_decision decision; /* `chosen` is good until the next queue_day_next */
    int64_t ticket;                 /* or QUEUE_NO_TICKET */
    int passed_over;
};

/* A day without tickets and without room: queue_day_use gives it arrays. R-109. */
void queue_day_init(struct queue_day *day, const struct queue_rules *rules);

/*
 * Hand the day its arrays of `capacity` elements, at the start and whenever they grow. The first
 * day->count tickets must be those of the array used before.
 */
void queue_day_use(struct queue_day *day, struct ticket *tickets,
                   struct queue_candidate *candidates, size_t capacity);

/*
 * Issue the next ticket; its id and seq are the count of tickets so far, plus one. There must be
 * room. `appointment` may be instant_none(). Returns the id.
 */
int64_t queue_day_issue(struct queue_day *day, int service, int of_class,
                        struct instant appointment, struct instant now);

/* ERR_OK, also when nobody can be called (out_call->ticket is QUEUE_NO_TICKET); ERR_COUNTER_BUSY.
 */
enum err queue_day_next(struct queue_day *day, int counter, struct instant now,
                        struct queue_day_call *out_call);

/* The verbs with a ticket's id, which must exist. */
enum err queue_day_call_ticket(struct queue_day *day, int counter, int64_t ticket,
                               struct instant now);
enum err queue_day_come_back(struct queue_day *day, int64_t ticket, struct instant now);
enum err queue_day_return(struct queue_day *day, int64_t ticket, struct instant now);
enum err queue_day_cancel(struct queue_day *day, int64_t ticket);

/* The verbs on a counter's current ticket; ERR_STATE at an idle counter. */
enum err queue_day_finish(struct queue_day *day, int counter, struct instant now);
enum err queue_day_no_show(struct queue_day *day, int counter, struct instant now);
enum err queue_day_park(struct queue_day *day, int counter);
/* `only_counter` may be QUEUE_NONE. */
enum err queue_day_transfer(struct queue_day *day, int counter, int service, int only_counter,
                            struct instant now);

#endif
