#include "domain/wait_estimate.h"

#include <assert.h>
#include <stdlib.h>

#include "domain/nearest_rank.h"

enum { ASKED = -1 /* in the place of a position in `waiting` */ };

static const uint64_t fixed_seed = 20260310;

/* The state of one play. */
struct play {
    const struct wait_question *question;
    size_t in_lanes; /* waiting[0 .. in_lanes) are sorted by lane; the rest stand outside lanes */
    struct queue_candidate *front; /* heads of lanes and those outside; `ticket` is the position */
    size_t front_count;
    struct queue_counter counters[QUEUE_COUNTERS_MAX];
    struct instant free_at[QUEUE_COUNTERS_MAX];
    bool idle[QUEUE_COUNTERS_MAX]; /* nobody is left for it */
    uint64_t draws;                /* state of the generator, each play has its own */
};

struct outcome {
    int64_t wait_s;
    int64_t ahead;
};

struct queue_candidate wait_newcomer(int service, int of_class, struct instant now)
{
    return (struct queue_candidate){.ticket = QUEUE_NO_TICKET,
                                    .seq = INT64_MAX,
                                    .order_at = now,
                                    .not_before = now,
                                    .service = service,
                                    .of_class = of_class,
                                    .only_counter = QUEUE_NONE};
}

/* splitmix64 (Steele, Lea, Flood 2014). */
static uint64_t mixed(uint64_t z)
{
    z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
    return z ^ (z >> 31);
}

/* A number 0 .. below-1. */
static int draw(struct play *play, int below)
{
    play->draws += UINT64_C(0x9e3779b97f4a7c15);
    return (int)((mixed(play->draws) >> 33) % (uint64_t)below);
}

static const struct wait_times *times_of(const struct wait_question *question, int service)
{
    const struct wait_times *own = &question->times[service];

    return own->count > 0 ? own : &question->times[question->asked.service];
}

static int32_t draw_service(struct play *play, int service)
{
    const struct wait_times *times = times_of(play->question, service);

    return times->seconds[draw(play, times->count)];
}

/* What is left of a service that has lasted `elapsed` seconds. */
static int64_t draw_rest(struct play *play, int service, int64_t elapsed)
{
    const struct wait_times *times = times_of(play->question, service);
    int64_t longer[WAIT_TIMES_MAX];
    int count = 0;

    for (int i = 0; i < times->count; i++)
        if (times->seconds[i] > elapsed)
            longer[count++] = times->seconds[i];
    return count > 0 ? longer[draw(play, count)] - elapsed : 0;
}

static bool same_lane(const struct queue_candidate *a, const struct queue_candidate *b)
{
    return a->service == b->service && a->of_class == b->of_class;
}

/* By lane, and within a lane by order. */
static int compare_places(const void *left, const void *right)
{
    const struct queue_candidate *a = left;
    const struct queue_candidate *b = right;

    if (a->service != b->service)
        return a->service < b->service ? -1 : 1;
    if (a->of_class != b->of_class)
        return a->of_class < b->of_class ? -1 : 1;
    return queue_candidate_before(b, a) - queue_candidate_before(a, b);
}

/* Put what stands outside lanes last and sort the rest into lanes; returns how many are in lanes.
 */
static size_t sort_into_lanes(struct queue_candidate *waiting, size_t count, struct instant now)
{
    size_t in_lanes = 0;

    for (size_t i = 0; i < count; i++) {
        const struct queue_candidate seen = waiting[i];

        if (seen.only_counter != QUEUE_NONE || instant_before(now, seen.not_before))
            continue;
        waiting[i] = waiting[in_lanes];
        waiting[in_lanes++] = seen;
    }
    qsort(waiting, in_lanes, sizeof *waiting, compare_places);
    return in_lanes;
}

static void front_add(struct play *play, const struct queue_candidate *place, int64_t position)
{
    struct queue_candidate *added = &play->front[play->front_count++];

    *added = *place;
    added->ticket = position;
}

/* The chosen one leaves the front; the next of its lane comes up. */
static void front_take(struct play *play, size_t index)
{
    const struct queue_candidate *waiting = play->question->waiting;
    const int64_t position = play->front[index].ticket;
    const int64_t next = position + 1;

    if (next < (int64_t)play->in_lanes && same_lane(&waiting[position], &waiting[next])) {
        play->front[index] = waiting[next];
        play->front[index].ticket = next;
    } else {
        play->front[index] = play->front[--play->front_count];
    }
}

static void start(struct play *play)
{
    const struct wait_question *question = play->question;

    play->front_count = 0;
    front_add(play, &question->asked, ASKED);
    for (size_t i = 0; i < question->waiting_count; i++)
        if (i >= play->in_lanes || i == 0 ||
            !same_lane(&question->waiting[i - 1], &question->waiting[i]))
            front_add(play, &question->waiting[i], (int64_t)i);
    for (size_t i = 0; i < question->counter_count; i++) {
        const struct wait_counter *open = &question->counters[i];
        int64_t rest = 0;

        if (queue_counter_is_busy(&open->counter))
            rest = draw_rest(play, open->service,
                             instant_seconds_between(open->busy_since, question->now));
        play->counters[i] = open->counter;
        play->counters[i].ticket = QUEUE_NO_TICKET;
        play->free_at[i] = instant_plus_seconds(question->now, rest);
        play->idle[i] = false;
    }
}

/* There is one: the asked person waits, and some open counter serves that service. */
static size_t first_free(const struct play *play)
{
    size_t first = play->question->counter_count;

    for (size_t i = 0; i < play->question->counter_count; i++)
        if (!play->idle[i] && (first == play->question->counter_count ||
                               instant_before(play->free_at[i], play->free_at[first])))
            first = i;
    assert(first < play->question->counter_count);
    return first;
}

/* Nobody may be called by the counter yet: the first instant when somebody may. */
static struct instant next_chance(const struct play *play, size_t counter)
{
    struct instant first = instant_none();

    for (size_t i = 0; i < play->front_count; i++) {
        struct instant from;

        if (queue_candidate_from(play->question->rules, play->counters[counter].index,
                                 &play->front[i], &from) &&
            (instant_is_none(first) || instant_before(from, first)))
            first = from;
    }
    return first;
}

static struct outcome play_once(struct play *play)
{
    struct outcome outcome = {0, 0};

    start(play);
    for (;;) {
        const size_t at = first_free(play);
        const struct instant now = play->free_at[at];
        struct queue_decision decision;
        const enum err err = queue_order_decide(play->question->rules, &play->counters[at],
                                                play->front, play->front_count, now, &decision);

        assert(err == ERR_OK);
        (void)err;
        if (decision.rule == QUEUE_RULE_EMPTY) {
            play->idle[at] = true;
        } else if (decision.rule == QUEUE_RULE_LATER) {
            play->free_at[at] = next_chance(play, at);
        } else if (decision.chosen->ticket == ASKED) {
            outcome.wait_s = instant_seconds_between(play->question->now, now);
            return outcome;
        } else {
            queue_order_record(&play->counters[at], &decision);
            play->free_at[at] =
                instant_plus_seconds(now, draw_service(play, decision.chosen->service));
            front_take(play, (size_t)(decision.chosen - play->front));
            outcome.ahead++;
        }
    }
}

const char *wait_unknown_name(enum wait_unknown why)
{
    switch (why) {
    case WAIT_NOT_COMPUTED:
        return "not_computed";
    case WAIT_FEW_TIMES:
        return "not_enough_data";
    case WAIT_NO_COUNTER:
        return "no_open_counter";
    }
    return NULL;
}

static bool any_counter_serves(const struct wait_question *question)
{
    struct instant from;

    for (size_t i = 0; i < question->counter_count; i++)
        if (queue_candidate_from(question->rules, question->counters[i].counter.index,
                                 &question->asked, &from))
            return true;
    return false;
}

/* */
void wait_estimate_play(const struct wait_question *question, struct wait_estimate *out_estimate)
{
    struct play play = {.question = question, .front = question->space};
    int64_t waits[WAIT_PLAYS];
    int64_t ahead[WAIT_PLAYS];

    assert(question->counter_count <= QUEUE_COUNTERS_MAX);
    if (!any_counter_serves(question)) {
        *out_estimate = (struct wait_estimate){.known = false, .why = WAIT_NO_COUNTER};
        return;
    }
    if (question->times[question->asked.service].count < WAIT_TIMES_MIN) {
        *out_estimate = (struct wait_estimate){.known = false, .why = WAIT_FEW_TIMES};
        return;
    }
    play.in_lanes = sort_into_lanes(question->waiting, question->waiting_count, question->now);
    for (int i = 0; i < WAIT_PLAYS; i++) {
        play.draws = mixed(fixed_seed + (uint64_t)i);
        const struct outcome outcome = play_once(&play);

        waits[i] = outcome.wait_s;
        ahead[i] = outcome.ahead;
    }
    nearest_rank_sort(waits, WAIT_PLAYS);
    nearest_rank_sort(ahead, WAIT_PLAYS);
    *out_estimate = (struct wait_estimate){.known = true,
                                           .low_s = nearest_rank(waits, WAIT_PLAYS, 10),
                                           .high_s = nearest_rank(waits, WAIT_PLAYS, 90),
                                           .ahead = nearest_rank(ahead, WAIT_PLAYS, 50)};
}
