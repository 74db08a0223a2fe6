/*
 * The times of a queue as reports tell them: median, 90th percentile and longest, and how many.
 *
 * Pure; seconds. Source: statistics 5. Rules.
 */
#ifndef DOMAIN_QUEUE_TIMES_H
#define DOMAIN_QUEUE_TIMES_H

#include <stdbool.h>

#include "domain/ticket.h"

enum { QUEUE_SHORT_WAIT_S = 900 /* "within 15 minutes", inclusive */ };

struct queue_times {
    int64_t count;
    int64_t median_s, p90_s, longest_s; /* 0 when count is 0 */
    int64_t within_15_min;              /* of them, at most QUEUE_SHORT_WAIT_S */
};

/* Sorts `seconds`. */
struct queue_times queue_times_of(int64_t *seconds, size_t count);

/* First call - issue, whatever became of the ticket. False when it was never called. */
bool ticket_wait(const struct ticket *ticket, int64_t *out_seconds);

#endif
