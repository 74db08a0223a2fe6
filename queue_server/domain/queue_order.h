/*
 * Who is called next: the one decision of the queue, for the server, for replay and for estimates.
 *
 * Pure. Words of the rule:
 *   order      (order_at, seq), the order in which people stand
 *   due        order_at + target_s of the class, the instant when a person's target wait ends
 *   servable   a waiting ticket, only_counter none or this counter, of a service of the counter
 *   candidate  servable, not_before reached, and for a help service either urgent or waiting for
 *              after_s at least
 *   pool       the candidates of primary services; if there are none, those of help services
 *
 * The decision (R-102..R-107): without a candidate `later` or `empty`; an urgent candidate; whoever
 * has waited for the hard maximum; else the first due, within two caps per counter.
 *
 * WHY THE HEADS OF LANES ARE ENOUGH. A lane is the waiting tickets of one service and one class
 * that any counter may call now (only_counter none, not_before reached). The decision needs, from
 * the whole queue, only: whether anybody is servable or a candidate; the least by order among the
 * urgent, the ordinary, and all; the least by (due, rank, seq) among the priority, and all.
 * Within a lane service, target and rank are one, so "least by (due, rank, seq)" and "least by
 * order" name the same ticket, the head; and the head has waited longest, so if anybody of the lane
 * has waited for after_s or for the hard maximum, the head has. Hence each of these least tickets
 * is a head or one of the tickets outside lanes (only_counter is this counter, or not_before is
 * still to come), and giving just those to queue_order_decide gives the same answer as giving
 * everybody. A caller may give more (other counters' tickets are ignored), and in any sequence.
 *
 * What it promises. A counter that goes on calling calls everybody in the end; nobody is passed
 * over by more than the caps allow; and a later ordinary person never goes before an earlier
 * priority one of the pool, except by the hard maximum - and, where a priority class has a target
 * (P7), when the cap of R-106 looks for an ordinary person before the first due: one may stand
 * before that person, and yet after somebody of the class with the target, who is due later.
 *
 * Counting who was passed over does need everybody: see queue_order_passed_over and, for a caller
 * that counts in SQL, queue_order_pool_limit.
 * Source: queue order, "call-next".
 */
#ifndef DOMAIN_QUEUE_ORDER_H
#define DOMAIN_QUEUE_ORDER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "base/instant.h"
#include "domain/queue_counter.h"
#include "domain/queue_rules.h"

/* A waiting ticket, as the decision sees it. */
struct queue_candidate {
    int64_t ticket;            /* id, not looked at */
    int64_t seq;               /* order of issue in the business day, unique */
    struct instant order_at;   /* where the person stands */
    struct instant not_before; /* not to be called earlier, by call-next */
    int service;               /* indices of struct queue_rules */
    int of_class;
    int only_counter; /* or QUEUE_NONE */
};

enum queue_rule {
    QUEUE_RULE_URGENT,
    QUEUE_RULE_HARD_MAX,
    QUEUE_RULE_RATIO,
    QUEUE_RULE_PRIORITY,
    QUEUE_RULE_TURN,
    QUEUE_RULE_LATER, /* nobody now, but somebody later */
    QUEUE_RULE_EMPTY  /* nobody */
};

enum { QUEUE_PASSED_OVER_MAX = 99 /* stands for 99 or more */ };

struct queue_decision {
    enum queue_rule rule;
    const struct queue_candidate *chosen; /* one of those given; NULL with LATER and EMPTY */
    int64_t waited_s;                     /* since order_at, not below 0 */
    enum queue_role pool;                 /* the role whose services are the pool; see above */
    /* What queue_order_record needs. */
    enum queue_lane lane;  /* of the chosen */
    bool ordinary_before;  /* an ordinary ticket of the pool stands before the chosen */
    bool priority_waiting; /* the pool has a priority ticket */
};

/*
 * Decide whom `counter` calls at `now`. Rules R-102..R-107.
 *
 * rules       borrowed
 * counter     borrowed, not changed: queue_order_record does that once the call is made
 * candidates  borrowed, `count` waiting tickets (see above which are enough); out_decision->chosen
 *             points among them
 * now         floored to whole seconds by the caller
 *
 * Returns ERR_OK, or ERR_COUNTER_BUSY while the counter has a ticket called or being served.
 */
enum err queue_order_decide(const struct queue_rules *rules, const struct queue_counter *counter,
                            const struct queue_candidate *candidates, size_t count,
                            struct instant now, struct queue_decision *out_decision);

/*
 * Count the call in the counter's runs. A priority ticket: over_priority = 0, and
 * over_ordinary + 1 if an ordinary one of the pool stood before it. An ordinary ticket:
 * over_ordinary = 0, and over_priority + 1 if a priority one was in the pool. An urgent call, and
 * nobody called, leave both; direct calls do not come here.
 */
void queue_order_record(struct queue_counter *counter, const struct queue_decision *decision);

/*
 * How many of the pool stood before the chosen, counted among `candidates`, which here must
 * be every waiting ticket; QUEUE_PASSED_OVER_MAX at most. 0 when nobody was chosen.
 */
int queue_order_passed_over(const struct queue_rules *rules, const struct queue_counter *counter,
                            const struct queue_decision *decision,
                            const struct queue_candidate *candidates, size_t count,
                            struct instant now);

/*
 * The same count for a caller that does it in SQL, service by service: true when tickets of
 * `service` are in the pool, and then those count which are waiting, with not_before <= now,
 * only_counter none or this counter, (order_at, seq) before the chosen's, and
 * order_at <= *out_latest. (An urgent ticket of a help service is in the pool however short it has
 * waited, but none can stand before the chosen: it would have been chosen itself.)
 */
bool queue_order_pool_limit(const struct queue_rules *rules, const struct queue_counter *counter,
                            const struct queue_decision *decision, int service, struct instant now,
                            struct instant *out_latest);

/* "urgent", "hard_max", "ratio", "priority", "turn", "later", "empty"; must not be freed. */
const char *queue_rule_name(enum queue_rule rule);

/* True when `a` stands before `b`: the lesser (order_at, seq). */
bool queue_candidate_before(const struct queue_candidate *a, const struct queue_candidate *b);

/*
 * The instant from which `candidate` is one for `counter`: not_before, and for a person of a help
 * service who is not urgent order_at + after_s if that is later. False when it is not servable by
 * the counter at all.
 */
bool queue_candidate_from(const struct queue_rules *rules, int counter,
                          const struct queue_candidate *candidate, struct instant *out_from);

#endif
