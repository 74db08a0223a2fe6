/*
 * A real day of the queue played again under other rules.
 *
 * Pure; the arrays are the caller's. What came from outside stays as it was: who arrived when and
 * for what, how long each turn at a counter took and how it ended, who gave up when, and the hours
 * of the counters. Only the calls are new: a counter that is open and free calls by the rule at
 * once, and again at the first instant when it may call somebody.
 *
 *   turn     from the call until the counter is free again. The n-th call of a person takes the
 *            n-th turn that the person really had; beyond those a usual one, which ends well.
 *   hours    a counter calls from `from` on and before `to`; a turn begun is brought to its end.
 *
 * At one instant things happen in the order: turns end, people arrive and come back, people give
 * up, counters call in the order of the rules. What the rules refuse (a second return, a transfer
 * tied to a counter that does not serve) is done as far as they allow.
 * Source: queue order, last paragraph of "Command". Rule R-132.
 */
#ifndef DOMAIN_QUEUE_REPLAY_H
#define DOMAIN_QUEUE_REPLAY_H

#include "domain/queue_day.h"

enum { REPLAY_NEVER = -1 };

enum replay_ending {
    REPLAY_ENDS_DONE,
    REPLAY_ENDS_NO_SHOW,
    REPLAY_ENDS_PARKED,
    REPLAY_ENDS_TRANSFERRED
};

struct replay_turn {
    int32_t length_s;
    enum replay_ending ending;
    int32_t back_after_s; /* NO_SHOW, PARKED: comes back so long after, or REPLAY_NEVER */
    int service;          /* TRANSFERRED: where to */
    int only_counter;     /* TRANSFERRED: or QUEUE_NONE */
    int next;             /* the person's next turn, or QUEUE_NONE */
};

struct replay_visit {
    struct instant arrived_at;
    struct instant appointment; /* or instant_none() */
    struct instant gives_up_at; /* cancelled then, unless at a counter; or instant_none() */
    int service;
    int of_class;
    int first_turn; /* index of the turns, or QUEUE_NONE */
};

struct replay_hours {
    int counter;
    struct instant from, to;
};

/* What became of a visit, really or in the replay. */
struct replay_result {
    struct instant order_at;        /* where the person stood */
    struct instant first_called_at; /* or instant_none() */
    bool served, absent;
};

enum replay_event_kind { REPLAY_FREE, REPLAY_ARRIVE, REPLAY_BACK, REPLAY_GIVE_UP, REPLAY_HOURS };

struct replay_event_at {
    struct instant at;
    enum replay_event_kind kind;
    size_t index; /* of the visit; FREE: of the counter; HOURS: nothing */
};

struct queue_replay {
    /* The day; borrowed. Visits in the order of arrival. */
    const struct queue_rules *rules;
    const struct replay_visit *visits;
    size_t visit_count;
    const struct replay_turn *turns;
    const struct replay_hours *hours;
    size_t hours_count;
    const int32_t *usual_s; /* length of a usual turn, by service */

    /* Working space; the caller's. */
    struct ticket *tickets;             /* visit_count */
    struct queue_candidate *candidates; /* visit_count */
    int *next_turns;                    /* visit_count */
    struct replay_event_at *events;     /* queue_replay_events() */
};

/* How many events there may be at a time. */
size_t queue_replay_events(size_t visit_count, size_t hours_count);

/* Play the day; out_results has one place for each visit. R-132. */
void queue_replay_play(const struct queue_replay *replay, struct replay_result *out_results);

#endif
