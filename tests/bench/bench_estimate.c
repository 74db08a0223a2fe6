/*
 * Can the wait that people are told be believed? `bench_estimate [DAYS]`.
 *
 * Made-up days of an office with three counters and two services, one counter helping the other
 * service, one person in five of a priority class. Everybody who comes is told the range of
 * wait_estimate_play, from the last 50 service times alone; then the day goes on and the real wait
 * is seen. Beside it the naive promise: people waiting for the service x its mean service time /
 * counters that have it as their own work, with a band as wide as our range around it.
 *
 * Prints a table by load, and in the last line the same as JSON: coverage in per cent, mean width
 * and mean error in seconds. The same numbers in every run.
 */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "domain/wait_estimate.h"
#include "support/dice.h"
#include "support/queue_scene.h"

enum {
    SERVICES = 2,
    COUNTERS = 3,
    DAY_S = 8 * 3600, /* people come for so long; then everybody is served */
    PEOPLE_MAX = 2000
};

static const double mean_s[SERVICES] = {300, 480};

/* One person's promise, and what came of it. */
struct promise {
    bool known;
    int64_t low_s, high_s, naive_s, real_s;
    bool called;
};

struct office {
    struct queue_rules rules;
    struct queue_day day;
    struct ticket tickets[PEOPLE_MAX];
    struct queue_candidate candidates[PEOPLE_MAX], space[PEOPLE_MAX + 1];
    struct promise promises[PEOPLE_MAX];
    int32_t lengths[PEOPLE_MAX];
    struct wait_times times[SERVICES];
    int next_time[SERVICES];
    int64_t free_at[COUNTERS];
    struct instant called_at[COUNTERS];
    int waiting;
    struct dice dice;
};

struct score {
    long told, unknown, covered, naive_covered;
    double width, error, naive_error;
    double seconds; /* spent on estimates */
};

static struct office office;

/* ---- the office ------------------------------------------------------------------------------ */

static void set_up(struct office *at_work)
{
    struct queue_rules *rules = &at_work->rules;
    int index;

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
    at_work->dice = dice_seeded(20260310);
}

/* Evenly in (0, 1). */
static double fraction(struct dice *dice)
{
    return (dice_roll(dice, 1 << 30) + 0.5) / (1 << 30);
}

/* The sum of two exponential times: long visits are rarer than short ones, but there are some. */
static int32_t draw_length(struct dice *dice, int service)
{
    return 10 + (int32_t)(-log(fraction(dice) * fraction(dice)) * (mean_s[service] - 10) / 2);
}

static void remember(struct office *at_work, int service, int64_t seconds)
{
    struct wait_times *times = &at_work->times[service];

    times->seconds[at_work->next_time[service]] = (int32_t)seconds;
    at_work->next_time[service] = (at_work->next_time[service] + 1) % WAIT_TIMES_MAX;
    if (times->count < WAIT_TIMES_MAX)
        times->count++;
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

static void promise(struct office *at_work, int service, int of_class, struct instant now,
                    struct promise *out_promise)
{
    struct wait_counter counters[COUNTERS];
    struct wait_estimate estimate;

    for (int i = 0; i < COUNTERS; i++) {
        counters[i] = (struct wait_counter){.counter = at_work->day.counters[i]};
        if (queue_counter_is_busy(&counters[i].counter)) {
            counters[i].service = at_work->tickets[counters[i].counter.ticket - 1].service;
            counters[i].busy_since = at_work->called_at[i];
        }
    }
    const struct wait_question question = {.rules = &at_work->rules,
                                           .counters = counters,
                                           .counter_count = COUNTERS,
                                           .times = at_work->times,
                                           .waiting = at_work->candidates,
                                           .waiting_count = gather(at_work, at_work->candidates),
                                           .space = at_work->space,
                                           .asked = wait_newcomer(service, of_class, now),
                                           .now = now};
    wait_estimate_play(&question, &estimate);
    *out_promise = (struct promise){.known = estimate.known,
                                    .low_s = estimate.low_s,
                                    .high_s = estimate.high_s,
                                    .naive_s = naive_wait(at_work, service)};
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

    promise(at_work, service, of_class, at(second), &at_work->promises[index]);
    score->seconds += clock_s() - before;
    at_work->lengths[index] = draw_length(&at_work->dice, service);
    queue_day_issue(&at_work->day, service, of_class, instant_none(), at(second));
    at_work->waiting++;
}

static void run_counter(struct office *at_work, int counter, int64_t second)
{
    struct queue_day_call call;

    if (queue_counter_is_busy(&at_work->day.counters[counter])) {
        if (second < at_work->free_at[counter])
            return;
        const int64_t ended = at_work->day.counters[counter].ticket - 1;
        assert_int_equal(queue_day_finish(&at_work->day, counter, at(second)), ERR_OK);
        remember(at_work, at_work->tickets[ended].service, at_work->lengths[ended]);
    }
    if (at_work->waiting == 0)
        return;
    assert_int_equal(queue_day_next(&at_work->day, counter, at(second), &call), ERR_OK);
    if (call.ticket == QUEUE_NO_TICKET)
        return;
    struct promise *kept = &at_work->promises[call.ticket - 1];
    kept->called = true;
    kept->real_s = instant_seconds_between(at_work->tickets[call.ticket - 1].issued_at, at(second));
    at_work->called_at[counter] = at(second);
    at_work->free_at[counter] = second + at_work->lengths[call.ticket - 1];
    at_work->waiting--;
}

static bool at_rest(const struct office *at_work)
{
    for (int i = 0; i < COUNTERS; i++)
        if (queue_counter_is_busy(&at_work->day.counters[i]))
            return false;
    return at_work->waiting == 0;
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
    score->covered += promise->low_s <= promise->real_s && promise->real_s <= promise->high_s;
    score->naive_covered += fabs((double)(promise->real_s - promise->naive_s)) <= half;
    score->width += 2 * half;
    score->error += fabs((double)promise->real_s - middle);
    score->naive_error += fabs((double)(promise->real_s - promise->naive_s));
}

static void play_day(struct office *at_work, double load, struct score *score)
{
    const double gap_s = (mean_s[0] + mean_s[1]) / 2 / COUNTERS / load;
    double next_arrival = -log(fraction(&at_work->dice)) * gap_s;

    queue_day_init(&at_work->day, &at_work->rules);
    queue_day_use(&at_work->day, at_work->tickets, at_work->candidates, PEOPLE_MAX);
    for (int64_t second = 0; second < DAY_S || !at_rest(at_work); second++) {
        while (next_arrival < (double)second && second < DAY_S && at_work->day.count < PEOPLE_MAX) {
            arrive(at_work, second, score);
            next_arrival += -log(fraction(&at_work->dice)) * gap_s;
        }
        for (int i = 0; i < COUNTERS; i++)
            run_counter(at_work, i, second);
    }
    for (size_t i = 0; i < at_work->day.count; i++)
        count(&at_work->promises[i], score);
}

/* ---- the table ------------------------------------------------------------------------------- */

static void print_row(double load, const struct score *score)
{
    const double told = (double)score->told;

    printf("%4.2f %7ld %8ld %9.1f %8.0f %8.0f %14.1f %11.0f %9.2f\n", load, score->told,
           score->unknown, 100 * (double)score->covered / told, score->width / told,
           score->error / told, 100 * (double)score->naive_covered / told,
           score->naive_error / told,
           1000 * score->seconds / (double)(score->told + score->unknown));
}

static void print_json(double load, const struct score *score, bool first)
{
    const double told = (double)score->told;

    printf("%s\"%.2f\": {\"coverage\": %.1f, \"width_s\": %.0f, \"error_s\": %.0f, "
           "\"naive_coverage\": %.1f, \"naive_error_s\": %.0f}",
           first ? "{" : ", ", load, 100 * (double)score->covered / told, score->width / told,
           score->error / told, 100 * (double)score->naive_covered / told,
           score->naive_error / told);
}

int main(int argc, char **argv)
{
    static const double loads[] = {0.80, 0.95, 1.10};
    enum { LOADS = sizeof loads / sizeof *loads };
    const long days = argc > 1 ? strtol(argv[1], NULL, 10) : 20;
    struct score scores[LOADS] = {{.told = 0}};

    set_up(&office);
    printf("%4s %7s %8s %9s %8s %8s %14s %11s %9s\n", "load", "told", "unknown", "coverage%",
           "width_s", "error_s", "naive_cover%", "naive_err_s", "cost_ms");
    for (int i = 0; i < LOADS; i++) {
        for (long day = 0; day < days; day++)
            play_day(&office, loads[i], &scores[i]);
        print_row(loads[i], &scores[i]);
    }
    for (int i = 0; i < LOADS; i++)
        print_json(loads[i], &scores[i], i == 0);
    puts("}");
    return 0;
}
