/*
 * How long a person will probably wait: the queue's own rule played forward.
 *
 * Pure; the working space is the caller's. WAIT_PLAYS plays over copies of the waiting tickets and
 * the open counters, each with its own drawn service times; nobody new arrives in a play. A play:
 *   1. A busy counter becomes free when its service ends: a time is drawn from those of its service
 *      that are longer than it has lasted already; when there is none it ends now.
 *   2. The counter that is free first (of equal ones the first of the list) calls by
 *      queue_order_decide and is busy for a time drawn from those of the called ticket's service; a
 *      service without any draws from those of the asked person's service. With `later` it tries
 *      again at the first instant when it could call somebody; with `empty` it stays idle.
 *   3. The play ends when the asked person is called: that wait, and how many were called before.
 * Only heads of lanes are looked at (queue_order.h), so a play costs calls x lanes.
 *
 * The draws are fixed, and each play has its own: the same question gives the same answer, and of
 * two people of one service and class the one who stands further back is not told less.
 * Source: queue order, "Waiting time told to people". Rules.
 */
#ifndef DOMAIN_WAIT_ESTIMATE_H
#define DOMAIN_WAIT_ESTIMATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/instant.h"
#include "domain/queue_counter.h"
#include "domain/queue_order.h"
#include "domain/queue_rules.h"

enum {
    WAIT_PLAYS = 200,
    WAIT_TIMES_MAX = 50, /* the last so many service times of a service */
    WAIT_TIMES_MIN = 8   /* fewer: unknown */
};

struct wait_times {
    int32_t seconds[WAIT_TIMES_MAX]; /* in any order */
    int count;
};

/* A counter that is open. */
struct wait_counter {
    struct queue_counter counter; /* its runs are played on; busy while it has a ticket */
    int service;                  /* busy: of the ticket */
    struct instant busy_since;    /* busy: start of the service, or else the call */
};

struct wait_question {
    const struct queue_rules *rules;
    const struct wait_counter *counters; /* the open ones, QUEUE_COUNTERS_MAX at most */
    size_t counter_count;
    const struct wait_times *times;  /* by service index, one for each of the rules */
    struct queue_candidate *waiting; /* every waiting ticket but the asked one; is re-ordered */
    size_t waiting_count;
    struct queue_candidate *space; /* working space for waiting_count + 1 */
    struct queue_candidate asked;  /* a waiting ticket, or wait_newcomer */
    struct instant now;
};

/* Why nothing is told. */
enum wait_unknown {
    WAIT_NOT_COMPUTED, /* yet, or not for so many people */
    WAIT_FEW_TIMES,    /* fewer than WAIT_TIMES_MIN service times */
    WAIT_NO_COUNTER    /* no open counter serves the service */
};

struct wait_estimate {
    bool known;
    enum wait_unknown why; /* when not known */
    int64_t low_s;         /* 10th percentile of the plays' waits from now */
    int64_t high_s;        /* 90th */
    int64_t ahead;         /* median of the tickets called before */
};

/* A person who takes a ticket now and stands behind everybody who came by now. */
struct queue_candidate wait_newcomer(int service, int of_class, struct instant now);

/*
 * Estimate the wait of the asked person from now. Unknown (known false, why, the rest 0)
 * when no open counter serves the asked person, or with fewer than WAIT_TIMES_MIN times of the
 * service.
 */
void wait_estimate_play(const struct wait_question *question, struct wait_estimate *out_estimate);

/* "not_computed", "not_enough_data", "no_open_counter"; must not be freed. */
const char *wait_unknown_name(enum wait_unknown why);

#endif
