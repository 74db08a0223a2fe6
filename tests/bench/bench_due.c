/*
 * How many due dates one core computes in a second: `bench_due [SECONDS]`.
 *
 * The calendar is the office's (three years); receipts are spread over it, so that neither the
 * branch predictor nor the cache sees one date only. Prints one line for each kind of limit.
 */
#include <stdio.h>
#include <time.h>

#include "domain/deadline.h"
#include "support/random_calendar.h"

enum { RECEIPTS = 4096 };

static double now(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

/* Compute for about `seconds`; the sum of what was found keeps the compiler honest. */
static void measure(const struct calendar *calendar, const char *text, bool paused, double seconds)
{
    static struct instant receipts[RECEIPTS];
    const struct calendar_source source = {.first = date_at("2025-07-02"),
                                           .last = date_at("2027-06-30")};
    struct pause pause = {.reason = NULL};
    struct deadline_request request = {.pauses = &pause, .pause_count = paused};
    struct random random = {1};
    double start, elapsed;
    int64_t found = 0;
    long count = 0;

    assert_int_equal(time_limit_parse(text, strlen(text), &request.limit), ERR_OK);
    for (int i = 0; i < RECEIPTS; i++)
        receipts[i] = random_instant(&random, &source);
    start = now();
    do {
        for (int i = 0; i < RECEIPTS; i++) {
            struct deadline deadline;

            request.received = receipts[i];
            pause.from = instant_plus_seconds(receipts[i], 3600);
            pause.to = instant_plus_seconds(receipts[i], 200000);
            if (deadline_compute(calendar, &request, &deadline) == ERR_OK)
                found += deadline.due_day.day > 0;
        }
        count += RECEIPTS;
        elapsed = now() - start;
    } while (elapsed < seconds);
    printf("%-20s %-10s due dates a second: %.0f (%lld%% found)\n", text,
           paused ? "one pause" : "no pause", (double)count / elapsed,
           (long long)(found * 100 / count));
}

int main(int argc, char **argv)
{
    static const char *const limits[] = {"SAME_DAY", "WORKING_DAYS 5", "CALENDAR_DAYS 30",
                                         "WORKING_HOURS 8", "WORKING_DAYS 0.5"};
    const double seconds = argc > 1 ? strtod(argv[1], NULL) : 0.3;
    struct calendar calendar;
    void *block = office_calendar(&calendar);

    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++)
        for (int paused = 0; paused < 2; paused++)
            measure(&calendar, limits[i], paused, seconds);
    free(block);
    return 0;
}
