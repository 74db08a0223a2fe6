/*
 * The rule of the queue once more, slow and word for word from its text, to hold the real one
 * against. It shares nothing with queue_server/domain: own structs, whole seconds, every step a
 * search over everybody. The quotations are the text's.
 */
#ifndef SUPPORT_QUEUE_REFERENCE_H
#define SUPPORT_QUEUE_REFERENCE_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

enum { REF_CLASSES = 6, REF_SERVICES = 4, REF_COUNTERS = 4, REF_TICKETS = 400, REF_OFF = -1 };
enum ref_lane { REF_ORDINARY, REF_PRIORITY, REF_URGENT };
enum ref_role { REF_NOTHING, REF_PRIMARY, REF_HELP };

struct ref_rules {
    enum ref_lane lane[REF_CLASSES];
    int64_t rank[REF_CLASSES];
    int64_t target[REF_CLASSES];
    int late_becomes[REF_CLASSES]; /* or REF_OFF */
    enum ref_role role[REF_COUNTERS][REF_SERVICES];
    int64_t after[REF_COUNTERS][REF_SERVICES];
    int64_t max_run_priority, max_run_ordinary, hard_max, return_window, return_delay, late;
};

struct ref_ticket {
    int service, class_;
    int64_t order_at, not_before, no_show_at;
    int only; /* counter or REF_OFF */
    const char *state;
    bool returned;
};

struct ref_queue {
    struct ref_rules rules;
    struct ref_ticket tickets[REF_TICKETS]; /* the index is the seq */
    int count;
    int current[REF_COUNTERS]; /* ticket or REF_OFF */
    int over_ordinary[REF_COUNTERS], over_priority[REF_COUNTERS];
};

struct ref_answer {
    const char *error; /* or NULL */
    const char *rule;
    int ticket; /* or REF_OFF */
    int64_t waited;
    int passed;
};

struct ref_key {
    int64_t part[3];
};

static inline bool ref_less(struct ref_key a, struct ref_key b)
{
    for (int i = 0; i < 3; i++)
        if (a.part[i] != b.part[i])
            return a.part[i] < b.part[i];
    return false;
}

/* "(order_at, seq)" */
static inline struct ref_key ref_order(const struct ref_queue *queue, int t)
{
    return (struct ref_key){{queue->tickets[t].order_at, t, 0}};
}

/* "(order_at + target_s of its class, rank, seq)" */
static inline struct ref_key ref_due(const struct ref_queue *queue, int t)
{
    const struct ref_ticket *ticket = &queue->tickets[t];

    return (struct ref_key){{ticket->order_at + queue->rules.target[ticket->class_],
                             queue->rules.rank[ticket->class_], t}};
}

static inline enum ref_lane ref_lane_of(const struct ref_queue *queue, int t)
{
    return queue->rules.lane[queue->tickets[t].class_];
}

struct ref_set {
    bool has[REF_TICKETS];
};

typedef struct ref_key ref_key_of(const struct ref_queue *, int);

/* The least by `key` of the set, of one lane or (lane < 0) of any; REF_OFF when there is none. */
static inline int ref_least(const struct ref_queue *queue, const struct ref_set *set, int lane,
                            ref_key_of *key)
{
    int least = REF_OFF;

    for (int t = 0; t < queue->count; t++)
        if (set->has[t] && (lane < 0 || (int)ref_lane_of(queue, t) == lane) &&
            (least == REF_OFF || ref_less(key(queue, t), key(queue, least))))
            least = t;
    return least;
}

/* "state waiting, only_counter none or c, service primary or help at c" */
static inline bool ref_servable(const struct ref_queue *queue, int c, int t)
{
    const struct ref_ticket *ticket = &queue->tickets[t];

    return strcmp(ticket->state, "waiting") == 0 &&
           (ticket->only == REF_OFF || ticket->only == c) &&
           queue->rules.role[c][ticket->service] != REF_NOTHING;
}

/* "servable, not_before <= now, and, for a help service, either urgent or now - order_at >=
 * after_s" */
static inline bool ref_candidate(const struct ref_queue *queue, int c, int t, int64_t now)
{
    const struct ref_ticket *ticket = &queue->tickets[t];

    return ref_servable(queue, c, t) && ticket->not_before <= now &&
           (queue->rules.role[c][ticket->service] == REF_PRIMARY ||
            ref_lane_of(queue, t) == REF_URGENT ||
            now - ticket->order_at >= queue->rules.after[c][ticket->service]);
}

/* "the candidates of primary services; if there is none, the candidates of help services" */
static inline struct ref_set ref_pool(const struct ref_queue *queue, int c, int64_t now)
{
    struct ref_set primary = {{false}};
    struct ref_set help = {{false}};
    bool any_primary = false;

    for (int t = 0; t < queue->count; t++) {
        if (!ref_candidate(queue, c, t, now))
            continue;
        if (queue->rules.role[c][queue->tickets[t].service] == REF_PRIMARY)
            primary.has[t] = any_primary = true;
        else
            help.has[t] = true;
    }
    return any_primary ? primary : help;
}

/* Steps 4 and 5: the ticket, and its rule. */
static inline int ref_choose(const struct ref_queue *queue, int c, const struct ref_set *pool,
                             int64_t now, const char **rule)
{
    const struct ref_rules *rules = &queue->rules;
    const int oldest = ref_least(queue, pool, -1, ref_order);
    const int ordinary = ref_least(queue, pool, REF_ORDINARY, ref_order);
    const int priority = ref_least(queue, pool, REF_PRIORITY, ref_due);
    const int k = ref_least(queue, pool, -1, ref_due);

    if (rules->hard_max != REF_OFF && now - queue->tickets[oldest].order_at >= rules->hard_max) {
        *rule = "hard_max";
        return oldest;
    }
    *rule = "ratio";
    if (ref_lane_of(queue, k) == REF_PRIORITY && rules->max_run_priority != REF_OFF &&
        queue->over_ordinary[c] >= rules->max_run_priority && ordinary != REF_OFF &&
        ref_less(ref_order(queue, ordinary), ref_order(queue, k)))
        return ordinary;
    if (ref_lane_of(queue, k) == REF_ORDINARY && rules->max_run_ordinary != REF_OFF &&
        queue->over_priority[c] >= rules->max_run_ordinary && priority != REF_OFF)
        return priority;
    *rule = ref_lane_of(queue, k) == REF_PRIORITY ? "priority" : "turn";
    return k;
}

static inline void ref_count_run(struct ref_queue *queue, int c, const struct ref_set *pool, int t)
{
    if (ref_lane_of(queue, t) == REF_PRIORITY) {
        bool over = false;

        for (int u = 0; u < queue->count; u++)
            over |= pool->has[u] && ref_lane_of(queue, u) == REF_ORDINARY &&
                    ref_less(ref_order(queue, u), ref_order(queue, t));
        queue->over_priority[c] = 0;
        queue->over_ordinary[c] += over;
    } else {
        bool waits = false;

        for (int u = 0; u < queue->count; u++)
            waits |= pool->has[u] && ref_lane_of(queue, u) == REF_PRIORITY;
        queue->over_ordinary[c] = 0;
        queue->over_priority[c] += waits;
    }
}

static inline struct ref_answer ref_next(struct ref_queue *queue, int c, int64_t now)
{
    struct ref_answer answer = {.ticket = REF_OFF};
    struct ref_set candidates = {{false}};
    const struct ref_set pool = ref_pool(queue, c, now);
    bool servable = false;

    if (queue->current[c] != REF_OFF)
        return (struct ref_answer){.error = "counter_busy", .ticket = REF_OFF};
    for (int t = 0; t < queue->count; t++) {
        servable |= ref_servable(queue, c, t);
        candidates.has[t] = ref_candidate(queue, c, t, now);
    }
    if (ref_least(queue, &candidates, -1, ref_order) == REF_OFF) {
        answer.rule = servable ? "later" : "empty";
        return answer;
    }
    answer.ticket = ref_least(queue, &candidates, REF_URGENT, ref_order);
    answer.rule = "urgent";
    if (answer.ticket == REF_OFF) {
        answer.ticket = ref_choose(queue, c, &pool, now, &answer.rule);
        ref_count_run(queue, c, &pool, answer.ticket);
    }
    for (int t = 0; t < queue->count; t++)
        if (pool.has[t] && ref_less(ref_order(queue, t), ref_order(queue, answer.ticket)) &&
            answer.passed < 99)
            answer.passed++;
    if (now > queue->tickets[answer.ticket].order_at)
        answer.waited = now - queue->tickets[answer.ticket].order_at;
    queue->tickets[answer.ticket].state = "called";
    queue->current[c] = answer.ticket;
    return answer;
}

/* The other verbs; NULL or the code of the error. `appointment` may be REF_OFF. */
static inline void ref_issue(struct ref_queue *queue, int service, int class_, int64_t appointment,
                             int64_t now)
{
    struct ref_ticket *ticket = &queue->tickets[queue->count++];

    *ticket = (struct ref_ticket){service, class_, now, now, 0, REF_OFF, "waiting", false};
    if (appointment == REF_OFF)
        return;
    if (now <= appointment + queue->rules.late)
        ticket->order_at = appointment;
    else if (queue->rules.late_becomes[class_] != REF_OFF)
        ticket->class_ = queue->rules.late_becomes[class_];
}

static inline const char *ref_call(struct ref_queue *queue, int c, int t)
{
    if (strcmp(queue->tickets[t].state, "waiting") != 0)
        return "state";
    if (queue->current[c] != REF_OFF)
        return "counter_busy";
    queue->tickets[t].state = "called";
    queue->current[c] = t;
    return NULL;
}

/* finish, noshow, park: the state that the current ticket takes. */
static inline const char *ref_leave(struct ref_queue *queue, int c, const char *state, int64_t now)
{
    if (queue->current[c] == REF_OFF)
        return "state";
    queue->tickets[queue->current[c]].state = state;
    queue->tickets[queue->current[c]].no_show_at = now;
    queue->current[c] = REF_OFF;
    return NULL;
}

static inline const char *ref_transfer(struct ref_queue *queue, int c, int service, int only,
                                       int64_t now)
{
    struct ref_ticket *ticket;

    if (queue->current[c] == REF_OFF)
        return "state";
    if (only != REF_OFF && queue->rules.role[only][service] == REF_NOTHING)
        return "not_served";
    ticket = &queue->tickets[queue->current[c]];
    ticket->state = "waiting";
    ticket->service = service;
    ticket->only = only;
    ticket->not_before = now;
    queue->current[c] = REF_OFF;
    return NULL;
}

static inline const char *ref_back(struct ref_queue *queue, int t, int64_t now)
{
    struct ref_ticket *ticket = &queue->tickets[t];

    if (strcmp(ticket->state, "no_show") != 0)
        return "state";
    if (ticket->returned)
        return "once_only";
    if (now - ticket->no_show_at > queue->rules.return_window)
        return "too_late";
    ticket->state = "waiting";
    ticket->returned = true;
    ticket->not_before = now + queue->rules.return_delay;
    return NULL;
}

static inline const char *ref_return(struct ref_queue *queue, int t, int64_t now)
{
    if (strcmp(queue->tickets[t].state, "parked") != 0)
        return "state";
    queue->tickets[t].state = "waiting";
    queue->tickets[t].not_before = now;
    return NULL;
}

static inline const char *ref_cancel(struct ref_queue *queue, int t)
{
    const char *state = queue->tickets[t].state;

    if (strcmp(state, "waiting") != 0 && strcmp(state, "parked") != 0 &&
        strcmp(state, "no_show") != 0)
        return "state";
    queue->tickets[t].state = "cancelled";
    return NULL;
}

#endif
