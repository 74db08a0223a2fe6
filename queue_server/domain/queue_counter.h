/*
 * A counter during the business day: whom it serves, and its two runs.
 *
 * Pure plain data, as it is stored. The runs are changed by queue_order_record only, `ticket` by
 * the verbs of domain/ticket.h only. Rules.
 */
#ifndef DOMAIN_QUEUE_COUNTER_H
#define DOMAIN_QUEUE_COUNTER_H

#include <stdbool.h>
#include <stdint.h>

enum { QUEUE_NO_TICKET = 0 };

struct queue_counter {
    int index;             /* of struct queue_rules */
    int64_t ticket;        /* id of the ticket called or being served, or QUEUE_NO_TICKET */
    int32_t over_ordinary; /* priority calls in a row that passed over an ordinary person */
    int32_t over_priority; /* ordinary calls in a row while a priority person waited */
};

/* The counter as the business day finds it: free, both runs 0. */
static inline struct queue_counter queue_counter_new_day(int index)
{
    return (struct queue_counter){.index = index, .ticket = QUEUE_NO_TICKET};
}

static inline bool queue_counter_is_busy(const struct queue_counter *counter)
{
    return counter->ticket != QUEUE_NO_TICKET;
}

#endif
