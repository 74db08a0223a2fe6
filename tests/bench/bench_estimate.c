/*
 * Can the wait that people are told be believed? `bench_estimate [DAYS [SEED]]`.
 *
 * Made-up days of an office with three counters and two services, one counter helping the other
 * service, one person in five of a priority class. Everybody who comes is told a range: that of
 * wait_estimate_play from the last service times, calibrated by the people called last
 * (wait_calibration); then the day goes on and the real wait is seen. Beside it the range of the
 * plays alone, and the naive promise: people waiting for the service x its mean service time /
 * counters that have it as their own work, with a band as wide as our range around it, and
 * calibrated in the same way as ours.
 *
 * The days have shapes, each played by an office that has never told anybody anything: quiet, full
 * and overfull ones; a market day, when most people come in the first hours; one with a lunch hour;
 * one whose second counter pauses now and then; one on which services take longer in the afternoon
 * and one person in ten does not come when called. Nothing was fitted to them: what was chosen was
 * chosen on days of another seed.
 *
 * Prints a table by shape, and in the last line the same as JSON: coverage in per cent, mean width
 * and mean error in seconds. The same numbers in every run.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "domain/wait_calibration.h"
#include "domain/wait_estimate.h"
#include "support/dice.h"
#include "support/queue_scene.h"

enum {
    SERVICES = 2,
    COUNTERS = 3,
    LANES = 2,        /* ordinary, priority */
    DAY_S = 8 * 3600, /* people come for so long; then everybody is served */
    PEOPLE_MAX = 2000,
    RUSH_S = 3 * 3600,
    LUNCH_FROM_S = 4 * 3600,
    LUNCH_S = 90 * 60,
    PAUSE_S = 25 * 60,
    CALL_S = 30, /* a free counter calls within so many seconds */
    NO_SHOW_S = 60
};

static const double mean_s[SERVICES] = {300, 480};

/* What kind of day. */
struct shape {
    const char *name;
    double load;      /* work that comes / work that the counters can do, over the day */
    double rush;      /* the first RUSH_S bring so many times as many people a minute */
    bool lunch;       /* for LUNCH_S nobody is called, and nobody comes */
    bool pauses;      /* the second counter pauses twice for PAUSE_S */
    double afternoon; /* services take so many times as long */
    int no_show;      /* one in so many; 0: everybody comes */
};

static const struct shape shapes[] = {
    {"load 0.80", 0.80, 1, false, false, 1, 0},
    {"load 0.95", 0.95, 1, false, false, 1, 0},
    {"load 1.10", 1.10, 1, false, false, 1, 0},
    {"market day", 0.90, 2.2, false, false, 1, 0},
    {"lunch hour", 0.85, 1, true, false, 1, 0},
    {"a counter pauses", 0.85, 1, false, true, 1, 0},
    {"slow afternoon, no-shows", 0.85, 1, false, false, 1.3, 10},
};

/* One person's promise, and what came of it. */
struct promise {
    bool known;
    int64_t played_low_s, played_high_s; /* of the plays alone */
    int64_t low_s, high_s, real_s;
    int64_t naive_s, naive_low_s, naive_high_s; /* the latter as calibrated in the same way */
};

/* The people of a service and lane that were called last. */
struct past {
    struct wait_past people[WAIT_PAST_MAX];
    struct wait_past naive[WAIT_PAST_MAX];
    size_t count, next;
};

struct office {
    struct queue_rules rules;
    struct queue_day day;
    struct ticket tickets[PEOPLE_MAX];
    struct queue_candidate candidates[PEOPLE_MAX], space[PEOPLE_MAX + 1];
    struct promise promises[PEOPLE_MAX];
    int32_t lengths[PEOPLE_MAX];
    bool comes[PEOPLE_MAX];
    struct wait_times times[SERVICES];
    int next_time[SERVICES];
    struct past past[SERVICES][LANES];
    int64_t free_at[COUNTERS]; /* the service ends, or the next call is made */
    struct instant called_at[COUNTERS];
    int64_t pauses[2];
    int waiting;
    struct dice dice;
    const struct shape *shape;
};

struct score {
    long told, unknown, covered, played_covered, naive_covered, same_covered;
    double width, played_width, naive_width, error, naive_error;
    double seconds; /* spent on estimates */
};

static struct office office;

/* ---- the office ------------------------------------------------------------------------------ */

static void set_up(struct office *at_work, const struct shape *shape, uint64_t seed)
{
    struct queue_rules *rules = &at_work->rules;
    int index;

    memset(at_work, 0, sizeof *at_work);
    queue_rules_init_defaults(rules);
    for (int i = 0; i < SERVICES; i++)
        assert_int_equal(queue_rules_add_service(rules, (char[]){(char)('A' + i), '\0'}, &index),
                         ERR_OK);
    for (int i = 0; i < COUNTERS; i++)
        assert_int_equal(queue_rules_add_counter(rules, (char[]){(char)('1' + i), '\0'}, &index),
                         ERR_OK);
    assert_int_equal(queue_rules_add_primary(rules, 0, 0), ERR_OK);
    assert_int_equal(queue_rules_add_primary(rules, 1, 0), ERR_OK);
    assert_int_equal(queue_rules_add_primary(rules, 1, 1), ERR_OK);
    assert_int_equal(queue_rules_add_primary(rules, 2, 1), ERR_OK);
    assert_int_equal(queue_rules_add_help(rules, 0, 1, 900), ERR_OK);
    at_work->shape = shape;
    at_work->dice = dice_seeded(seed);
}

/* Evenly in (0, 1). */
static double fraction(struct dice *dice)
{
    return (dice_roll(dice, 1 << 30) + 0.5) / (1 << 30);
}

/* The sum of two exponential times: long visits are rarer than short ones, but there are some. */
static int32_t draw_length(struct office *at_work, int service, int64_t second)
{
    const double both = -log(fraction(&at_work->dice) * fraction(&at_work->dice)) / 2;
    const double slower = second >= LUNCH_FROM_S ? at_work->shape->afternoon : 1;

    return 10 + (int32_t)(slower * both * (mean_s[service] - 10));
}

static bool is_lunch(const struct office *at_work, int64_t second)
{
    return at_work->shape->lunch && second >= LUNCH_FROM_S && second < LUNCH_FROM_S + LUNCH_S;
}

static bool is_open(const struct office *at_work, int counter, int64_t second)
{
    for (int i = 0; i < 2; i++)
        if (at_work->shape->pauses && counter == 1 && second >= at_work->pauses[i] &&
            second < at_work->pauses[i] + PAUSE_S)
            return false;
    return !is_lunch(at_work, second);
}

static void remember_time(struct office *at_work, int service, int64_t seconds)
{
    struct wait_times *times = &at_work->times[service];

    times->seconds[at_work->next_time[service]] = (int32_t)seconds;
    at_work->next_time[service] = (at_work->next_time[service] + 1) % WAIT_TIMES_MAX;
    if (times->count < WAIT_TIMES_MAX)
        times->count++;
}

static struct past *past_of(struct office *at_work, int service, int of_class)
{
    const bool ordinary = queue_rules_lane(&at_work->rules, of_class) == QUEUE_ORDINARY;

    return &at_work->past[service][ordinary ? 0 : 1];
}

static void remember_wait(struct office *at_work, const struct ticket *ticket,
                          const struct promise *kept)
{
    struct past *past = past_of(at_work, ticket->service, ticket->of_class);

    if (!kept->known)
        return;
    past->people[past->next] = (struct wait_past){.low_s = (int32_t)kept->played_low_s,
                                                  .high_s = (int32_t)kept->played_high_s,
                                                  .real_s = (int32_t)kept->real_s};
    past->naive[past->next] = (struct wait_past){.low_s = (int32_t)kept->naive_s,
                                                 .high_s = (int32_t)kept->naive_s,
                                                 .real_s = (int32_t)kept->real_s};
    past->next = (past->next + 1) % WAIT_PAST_MAX;
    if (past->count < WAIT_PAST_MAX)
        past->count++;
}

/* ---- promises -------------------------------------------------------------------------------- */

static size_t gather(const struct office *at_work, struct queue_candidate *out)
{
    size_t count = 0;

    for (size_t i = 0; i < at_work->day.count; i++)
        if (at_work->tickets[i].state == TICKET_WAITING)
            out[count++] = ticket_candidate(&at_work->tickets[i]);
    return count;
}

static int64_t naive_wait(const struct office *at_work, int service)
{
    const struct wait_times *times = &at_work->times[service];
    int64_t sum = 0, people = 0, counters = 0;

    for (size_t i = 0; i < at_work->day.count; i++)
        people +=
            at_work->tickets[i].state == TICKET_WAITING && at_work->tickets[i].service == service;
    for (int i = 0; i < COUNTERS; i++)
        counters += queue_rules_duty(&at_work->rules, i, service).role == QUEUE_ROLE_PRIMARY;
    for (int i = 0; i < times->count; i++)
        sum += times->seconds[i];
    return times->count ? people * sum / times->count / counters : 0;
}

static size_t look_at_counters(const struct office *at_work, int64_t second,
                               struct wait_counter out_counters[COUNTERS])
{
    size_t count = 0;

    for (int i = 0; i < COUNTERS; i++) {
        if (!is_open(at_work, i, second))
            continue;
        struct wait_counter *seen = &out_counters[count++];
        *seen = (struct wait_counter){.counter = at_work->day.counters[i]};
        if (queue_counter_is_busy(&seen->counter)) {
            seen->service = at_work->tickets[seen->counter.ticket - 1].service;
            seen->busy_since = at_work->called_at[i];
        }
    }
    return count;
}

static void promise(struct office *at_work, int service, int of_class, int64_t second,
                    struct promise *out_promise)
{
    const struct past *past = past_of(at_work, service, of_class);
    struct wait_counter counters[COUNTERS];
    struct wait_estimate estimate;
    const struct wait_question question = {.rules = &at_work->rules,
                                           .counters = counters,
                                           .counter_count =
                                               look_at_counters(at_work, second, counters),
                                           .times = at_work->times,
                                           .waiting = at_work->candidates,
                                           .waiting_count = gather(at_work, at_work->candidates),
                                           .space = at_work->space,
                                           .asked = wait_newcomer(service, of_class, at(second)),
                                           .now = at(second)};

    wait_estimate_play(&question, &estimate);
    *out_promise = (struct promise){.known = estimate.known,
                                    .played_low_s = estimate.low_s,
                                    .played_high_s = estimate.high_s,
                                    .low_s = estimate.low_s,
                                    .high_s = estimate.high_s,
                                    .naive_s = naive_wait(at_work, service)};
    out_promise->naive_low_s = out_promise->naive_high_s = out_promise->naive_s;
    const struct wait_calibration ours = wait_calibration_of(past->people, past->count);
    wait_calibration_apply(&ours, &out_promise->low_s, &out_promise->high_s);
    const struct wait_calibration naive = wait_calibration_of(past->naive, past->count);
    wait_calibration_apply(&naive, &out_promise->naive_low_s, &out_promise->naive_high_s);
}

/* ---- a day ----------------------------------------------------------------------------------- */

static double clock_s(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static void arrive(struct office *at_work, int64_t second, struct score *score)
{
    const int service = dice_roll(&at_work->dice, SERVICES);
    const int of_class =
        queue_rules_class(&at_work->rules, dice_one_in(&at_work->dice, 5) ? "P2" : "P0");
    const size_t index = at_work->day.count;
    const double before = clock_s();

    promise(at_work, service, of_class, second, &at_work->promises[index]);
    score->seconds += clock_s() - before;
    at_work->lengths[index] = draw_length(at_work, service, second);
    at_work->comes[index] =
        at_work->shape->no_show == 0 || !dice_one_in(&at_work->dice, at_work->shape->no_show);
    queue_day_issue(&at_work->day, service, of_class, instant_none(), at(second));
    at_work->waiting++;
}

static void end_service(struct office *at_work, int counter, int64_t second)
{
    const int64_t ended = at_work->day.counters[counter].ticket - 1;

    if (at_work->comes[ended]) {
        assert_int_equal(queue_day_finish(&at_work->day, counter, at(second)), ERR_OK);
        remember_time(at_work, at_work->tickets[ended].service, at_work->lengths[ended]);
    } else {
        assert_int_equal(queue_day_no_show(&at_work->day, counter, at(second)), ERR_OK);
    }
}

static void run_counter(struct office *at_work, int counter, int64_t second)
{
    struct queue_day_call call;

    if (second < at_work->free_at[counter])
        return;
    if (queue_counter_is_busy(&at_work->day.counters[counter])) {
        end_service(at_work, counter, second);
        at_work->free_at[counter] = second + dice_roll(&at_work->dice, CALL_S);
        return;
    }
    if (at_work->waiting == 0 || !is_open(at_work, counter, second))
        return;
    assert_int_equal(queue_day_next(&at_work->day, counter, at(second), &call), ERR_OK);
    if (call.ticket == QUEUE_NO_TICKET)
        return;
    const size_t index = (size_t)call.ticket - 1;
    struct promise *kept = &at_work->promises[index];
    kept->real_s = instant_seconds_between(at_work->tickets[index].issued_at, at(second));
    remember_wait(at_work, &at_work->tickets[index], kept);
    at_work->called_at[counter] = at(second);
    at_work->free_at[counter] =
        second + (at_work->comes[index] ? at_work->lengths[index] : NO_SHOW_S);
    at_work->waiting--;
}

static bool at_rest(const struct office *at_work)
{
    for (int i = 0; i < COUNTERS; i++)
        if (queue_counter_is_busy(&at_work->day.counters[i]))
            return false;
    return at_work->waiting == 0;
}

static bool holds(int64_t low_s, int64_t high_s, int64_t real_s)
{
    return low_s <= real_s && real_s <= high_s;
}

static void count(const struct promise *promise, struct score *score)
{
    const double middle = (double)(promise->low_s + promise->high_s) / 2;
    const double half = (double)(promise->high_s - promise->low_s) / 2;

    if (!promise->known) {
        score->unknown++;
        return;
    }
    score->told++;
    score->covered += holds(promise->low_s, promise->high_s, promise->real_s);
    score->played_covered += holds(promise->played_low_s, promise->played_high_s, promise->real_s);
    score->naive_covered += holds(promise->naive_low_s, promise->naive_high_s, promise->real_s);
    score->naive_width += (double)(promise->naive_high_s - promise->naive_low_s);
    score->same_covered += fabs((double)(promise->real_s - promise->naive_s)) <= half;
    score->width += 2 * half;
    score->played_width += (double)(promise->played_high_s - promise->played_low_s);
    score->error += fabs((double)promise->real_s - middle);
    score->naive_error += fabs((double)(promise->real_s - promise->naive_s));
}

/* Seconds until the next person comes. */
static double draw_gap(struct office *at_work, int64_t second)
{
    const struct shape *shape = at_work->shape;
    const double mean_gap_s = (mean_s[0] + mean_s[1]) / 2 / COUNTERS / shape->load;
    const double rest = (DAY_S - shape->rush * RUSH_S) / (DAY_S - RUSH_S);

    return -log(fraction(&at_work->dice)) * mean_gap_s / (second < RUSH_S ? shape->rush : rest);
}

static void play_day(struct office *at_work, struct score *score)
{
    double next_arrival = draw_gap(at_work, 0);

    queue_day_init(&at_work->day, &at_work->rules);
    queue_day_use(&at_work->day, at_work->tickets, at_work->candidates, PEOPLE_MAX);
    memset(at_work->free_at, 0, sizeof at_work->free_at);
    for (int i = 0; i < 2; i++)
        at_work->pauses[i] = i * DAY_S / 2 + dice_roll(&at_work->dice, DAY_S / 2 - PAUSE_S);
    for (int64_t second = 0; second < DAY_S || !at_rest(at_work); second++) {
        while (next_arrival < (double)second && second < DAY_S && at_work->day.count < PEOPLE_MAX) {
            if (!is_lunch(at_work, second))
                arrive(at_work, second, score);
            next_arrival += draw_gap(at_work, second);
        }
        for (int i = 0; i < COUNTERS; i++)
            run_counter(at_work, i, second);
    }
    for (size_t i = 0; i < at_work->day.count; i++)
        count(&at_work->promises[i], score);
}

/* ---- the table ------------------------------------------------------------------------------- */

static void print_row(const char *name, const struct score *score)
{
    const double told = (double)score->told, percent = 100 / told;

    printf(
        "%-24s %6ld %4ld | %5.1f %6.0f %6.0f | %5.1f %6.0f | %5.1f %6.0f | %5.1f %6.0f | %5.2f\n",
        name, score->told, score->unknown, percent * (double)score->covered, score->width / told,
        score->error / told, percent * (double)score->played_covered, score->played_width / told,
        percent * (double)score->same_covered, score->naive_error / told,
        percent * (double)score->naive_covered, score->naive_width / told,
        1000 * score->seconds / (double)(score->told + score->unknown));
}

static void print_json(const char *name, const struct score *score, bool first)
{
    const double told = (double)score->told, percent = 100 / told;

    printf("%s\"%s\": {\"coverage\": %.1f, \"width_s\": %.0f, \"error_s\": %.0f, "
           "\"played_coverage\": %.1f, \"played_width_s\": %.0f, \"same_coverage\": %.1f, "
           "\"naive_error_s\": %.0f, \"naive_coverage\": %.1f, \"naive_width_s\": %.0f}",
           first ? "{" : ", ", name, percent * (double)score->covered, score->width / told,
           score->error / told, percent * (double)score->played_covered, score->played_width / told,
           percent * (double)score->same_covered, score->naive_error / told,
           percent * (double)score->naive_covered, score->naive_width / told);
}

int main(int argc, char **argv)
{
    enum { SHAPES = sizeof shapes / sizeof *shapes, SEED = 20261126 };
    const long days = argc > 1 ? strtol(argv[1], NULL, 10) : 20;
    const uint64_t seed = argc > 2 ? strtoull(argv[2], NULL, 10) : SEED;
    struct score scores[SHAPES] = {{.told = 0}};

    printf("%-24s %6s %4s | %19s | %12s | %12s | %12s | %5s\n", "", "told", "none",
           "held% width error", "plays alone", "naive, error", "calibrated", "ms");
    for (int i = 0; i < SHAPES; i++) {
        set_up(&office, &shapes[i], seed + (uint64_t)i);
        for (long day = 0; day < days; day++)
            play_day(&office, &scores[i]);
        print_row(shapes[i].name, &scores[i]);
    }
    for (int i = 0; i < SHAPES; i++)
        print_json(shapes[i].name, &scores[i], i == 0);
    puts("}");
    return 0;
}
