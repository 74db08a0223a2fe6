#include "domain/queue_order.h"

/* What the decision has to know of the pool; each NULL when there is none. */
struct pool {
    const struct queue_candidate *oldest;          /* least by order */
    const struct queue_candidate *oldest_ordinary; /* least by order among the ordinary */
    const struct queue_candidate *due;             /* least by (due, rank, seq) */
    const struct queue_candidate *due_priority;    /* the same among the priority */
};

struct survey {
    bool servable;                        /* somebody is, now or later */
    const struct queue_candidate *urgent; /* least by order among the urgent candidates */
    struct pool primary;
    struct pool help;
};

static int compare_instants(struct instant a, struct instant b)
{
    return instant_before(b, a) - instant_before(a, b);
}

bool queue_candidate_before(const struct queue_candidate *a, const struct queue_candidate *b)
{
    const int order = compare_instants(a->order_at, b->order_at);

    return order < 0 || (order == 0 && a->seq < b->seq);
}

/* The lesser (order_at + target_s, rank, seq): Jackson's rule, R-105. */
static bool due_before(const struct queue_rules *rules, const struct queue_candidate *a,
                       const struct queue_candidate *b)
{
    const struct queue_class *class_a = &rules->classes[a->of_class];
    const struct queue_class *class_b = &rules->classes[b->of_class];
    const int due = compare_instants(instant_plus_seconds(a->order_at, class_a->target_s),
                                     instant_plus_seconds(b->order_at, class_b->target_s));

    if (due != 0)
        return due < 0;
    if (class_a->rank != class_b->rank)
        return class_a->rank < class_b->rank;
    return a->seq < b->seq;
}

bool queue_candidate_from(const struct queue_rules *rules, int counter,
                          const struct queue_candidate *candidate, struct instant *out_from)
{
    const struct queue_duty duty = queue_rules_duty(rules, counter, candidate->service);

    if (duty.role == QUEUE_ROLE_NONE ||
        (candidate->only_counter != QUEUE_NONE && candidate->only_counter != counter))
        return false;
    *out_from = candidate->not_before;
    if (duty.role == QUEUE_ROLE_HELP &&
        queue_rules_lane(rules, candidate->of_class) != QUEUE_URGENT)
        *out_from =
            instant_later(*out_from, instant_plus_seconds(candidate->order_at, duty.after_s));
    return true;
}

static void keep_older(const struct queue_candidate **kept, const struct queue_candidate *seen)
{
    if (!*kept || queue_candidate_before(seen, *kept))
        *kept = seen;
}

static void keep_first_due(const struct queue_rules *rules, const struct queue_candidate **kept,
                           const struct queue_candidate *seen)
{
    if (!*kept || due_before(rules, seen, *kept))
        *kept = seen;
}

static void pool_add(struct pool *pool, const struct queue_rules *rules,
                     const struct queue_candidate *seen)
{
    keep_older(&pool->oldest, seen);
    keep_first_due(rules, &pool->due, seen);
    switch (queue_rules_lane(rules, seen->of_class)) {
    case QUEUE_ORDINARY:
        keep_older(&pool->oldest_ordinary, seen);
        break;
    case QUEUE_PRIORITY:
        keep_first_due(rules, &pool->due_priority, seen);
        break;
    case QUEUE_URGENT:
        break;
    }
}

/* */
static struct survey survey_take(const struct queue_rules *rules, int counter,
                                 const struct queue_candidate *candidates, size_t count,
                                 struct instant now)
{
    struct survey survey = {0};

    for (size_t i = 0; i < count; i++) {
        const struct queue_candidate *seen = &candidates[i];
        struct instant from;

        if (!queue_candidate_from(rules, counter, seen, &from))
            continue;
        survey.servable = true;
        if (instant_before(now, from))
            continue;
        if (queue_rules_lane(rules, seen->of_class) == QUEUE_URGENT)
            keep_older(&survey.urgent, seen);
        if (queue_rules_duty(rules, counter, seen->service).role == QUEUE_ROLE_PRIMARY)
            pool_add(&survey.primary, rules, seen);
        else
            pool_add(&survey.help, rules, seen);
    }
    return survey;
}

static bool run_is_full(int32_t run, int32_t max_run)
{
    return max_run != QUEUE_OFF && run >= max_run;
}

/* Rule 5: the first due, unless a cap says otherwise. The pool is not empty..
 */
static const struct queue_candidate *first_due(const struct queue_rules *rules,
                                               const struct queue_counter *counter,
                                               const struct pool *pool, enum queue_rule *out_rule)
{
    const struct queue_candidate *due = pool->due;

    if (queue_rules_lane(rules, due->of_class) == QUEUE_PRIORITY) {
        if (run_is_full(counter->over_ordinary, rules->max_run_priority) && pool->oldest_ordinary &&
            queue_candidate_before(pool->oldest_ordinary, due)) {
            *out_rule = QUEUE_RULE_RATIO;
            return pool->oldest_ordinary;
        }
        *out_rule = QUEUE_RULE_PRIORITY;
        return due;
    }
    if (run_is_full(counter->over_priority, rules->max_run_ordinary) && pool->due_priority) {
        *out_rule = QUEUE_RULE_RATIO;
        return pool->due_priority;
    }
    *out_rule = QUEUE_RULE_TURN;
    return due;
}

/* */
static bool waits_too_long(const struct queue_rules *rules, const struct queue_candidate *oldest,
                           struct instant now)
{
    return rules->hard_max_wait_s != QUEUE_OFF &&
           instant_seconds_between(oldest->order_at, now) >= rules->hard_max_wait_s;
}

static const struct queue_candidate *choose(const struct queue_rules *rules,
                                            const struct queue_counter *counter,
                                            const struct survey *survey, const struct pool *pool,
                                            struct instant now, enum queue_rule *out_rule)
{
    if (survey->urgent) { /* */
        *out_rule = QUEUE_RULE_URGENT;
        return survey->urgent;
    }
    if (!pool->oldest) {
        *out_rule = survey->servable ? QUEUE_RULE_LATER : QUEUE_RULE_EMPTY;
        return NULL;
    }
    if (waits_too_long(rules, pool->oldest, now)) {
        *out_rule = QUEUE_RULE_HARD_MAX;
        return pool->oldest;
    }
    return first_due(rules, counter, pool, out_rule);
}

enum err queue_order_decide(const struct queue_rules *rules, const struct queue_counter *counter,
                            const struct queue_candidate *candidates, size_t count,
                            struct instant now, struct queue_decision *out_decision)
{
    struct survey survey;
    const struct pool *pool;
    struct queue_decision decision = {.waited_s = 0};

    if (queue_counter_is_busy(counter))
        return ERR_COUNTER_BUSY;
    survey = survey_take(rules, counter->index, candidates, count, now);
    pool = survey.primary.oldest ? &survey.primary : &survey.help;
    decision.pool = survey.primary.oldest ? QUEUE_ROLE_PRIMARY : QUEUE_ROLE_HELP;
    decision.chosen = choose(rules, counter, &survey, pool, now, &decision.rule);
    if (decision.chosen) {
        const int64_t waited = instant_seconds_between(decision.chosen->order_at, now);

        decision.waited_s = waited > 0 ? waited : 0;
        decision.lane = queue_rules_lane(rules, decision.chosen->of_class);
        decision.ordinary_before =
            pool->oldest_ordinary && queue_candidate_before(pool->oldest_ordinary, decision.chosen);
        decision.priority_waiting = pool->due_priority != NULL;
    }
    *out_decision = decision;
    return ERR_OK;
}

/* */
void queue_order_record(struct queue_counter *counter, const struct queue_decision *decision)
{
    if (!decision->chosen)
        return;
    switch (decision->lane) {
    case QUEUE_PRIORITY:
        counter->over_priority = 0;
        counter->over_ordinary += decision->ordinary_before;
        break;
    case QUEUE_ORDINARY:
        counter->over_ordinary = 0;
        counter->over_priority += decision->priority_waiting;
        break;
    case QUEUE_URGENT:
        break;
    }
}

bool queue_order_pool_limit(const struct queue_rules *rules, const struct queue_counter *counter,
                            const struct queue_decision *decision, int service, struct instant now,
                            struct instant *out_latest)
{
    const struct queue_duty duty = queue_rules_duty(rules, counter->index, service);

    if (!decision->chosen || duty.role != decision->pool)
        return false;
    *out_latest = duty.role == QUEUE_ROLE_HELP ? instant_plus_seconds(now, -(int64_t)duty.after_s)
                                               : decision->chosen->order_at;
    return true;
}

/* */
int queue_order_passed_over(const struct queue_rules *rules, const struct queue_counter *counter,
                            const struct queue_decision *decision,
                            const struct queue_candidate *candidates, size_t count,
                            struct instant now)
{
    int passed = 0;

    if (!decision->chosen)
        return 0;
    for (size_t i = 0; i < count && passed < QUEUE_PASSED_OVER_MAX; i++) {
        struct instant from;

        if (queue_rules_duty(rules, counter->index, candidates[i].service).role == decision->pool &&
            queue_candidate_from(rules, counter->index, &candidates[i], &from) &&
            !instant_before(now, from) && queue_candidate_before(&candidates[i], decision->chosen))
            passed++;
    }
    return passed;
}

const char *queue_rule_name(enum queue_rule rule)
{
    static const char *const names[] = {
        [QUEUE_RULE_URGENT] = "urgent", [QUEUE_RULE_HARD_MAX] = "hard_max",
        [QUEUE_RULE_RATIO] = "ratio",   [QUEUE_RULE_PRIORITY] = "priority",
        [QUEUE_RULE_TURN] = "turn",     [QUEUE_RULE_LATER] = "later",
        [QUEUE_RULE_EMPTY] = "empty",
    };

    return names[rule];
}
