/*
 * The states of a print job, and what news from its printer makes of them.
 *
 * Pure. A job only moves forward, and nothing but a person's word moves it out of `attention`:
 *
 *     queued -> created -> sent -> printed        on paper, as far as the printer knows
 *        |         |         |
 *        +---------+---------+---> attention      doubtful: nobody prints it again by itself
 *        |                              |
 *        +--> kept (no printer)         +---> printed | cancelled    by a person
 *
 * Rules; source: printing 4.3 and 5.
 */
#ifndef DOMAIN_PRINT_JOB_H
#define DOMAIN_PRINT_JOB_H

#include <stdbool.h>

#include "base/error.h"

/* Stored: never renumber. Below PRINT_PRINTED it is not settled (an index knows this number). */
enum print_state {
    PRINT_QUEUED = 0,    /* in the outbox */
    PRINT_CREATED = 1,   /* its printer has a job for it, and may be told to print */
    PRINT_SENT = 2,      /* its printer has the whole page */
    PRINT_ATTENTION = 3, /* it may be on paper or not: somebody must look */
    PRINT_PRINTED = 4,
    PRINT_CANCELLED = 5, /* given up */
    PRINT_KEPT = 6,      /* no printer is set up for it: its page is kept as a file */
    PRINT_STATE_COUNT
};

/* What the printer program reports of a job. Never stored. */
enum print_news {
    NEWS_RENDERED, /* its page is made and kept */
    NEWS_WAITING,  /* nothing was sent, or the printer has it and waits: paper, power */
    NEWS_CREATED,
    NEWS_SENT,
    NEWS_PRINTED,
    NEWS_ATTENTION,
    NEWS_COUNT
};

/*
 * The state after `news`; the same state when the news changes nothing (it is late, or repeated).
 *
 * has_printer  false: the page alone is wanted, so a rendered job is settled
 */
enum print_state print_state_after(enum print_state state, enum print_news news, bool has_printer);

/* True while the print feed has work with it: it is queued, created or sent. */
bool print_state_is_open(enum print_state state);

/* Name of the state in the API; static. A kept page shows as "created": it is ready, and nobody
 * claims that it is on paper. */
const char *print_state_name(enum print_state state);

/* The states that the API calls by this name, a set of bits 1 << state; 0 when there are none. */
unsigned print_states_of_name(const char *name);

/*
 * What a person found at the printer: `found` is PRINT_PRINTED or PRINT_CANCELLED.
 *
 * Returns ERR_OK, or ERR_STATE_FORBIDS when the job does not ask for attention. Rule R-656.
 */
enum err print_state_resolve(enum print_state state, enum print_state found,
                             enum print_state *out_state);

#endif
