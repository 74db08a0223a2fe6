/* Rules checked: R-042 .. R-056 against a slow reading of the text, R-060, R-061, R-062. */
#include "domain/deadline_ledger.h"
#include "domain/working_time.h"

#include "support/due_case.h"
#include "support/slow_deadline.h"

enum { CALENDARS = 60, REQUESTS = 120 };

static struct slow_calendar slow; /* too large for a stack */

static const char *const limits[] = {"SAME_DAY",
                                     "WORKING_DAYS 1",
                                     "WORKING_DAYS 2",
                                     "WORKING_DAYS 5",
                                     "WORKING_DAYS 20",
                                     "WORKING_DAYS 0.5",
                                     "WORKING_DAYS 1.33",
                                     "WORKING_DAYS 0.01",
                                     "WORKING_HOURS 1",
                                     "WORKING_HOURS 8",
                                     "WORKING_HOURS 30.5",
                                     "WORKING_SECONDS 1",
                                     "WORKING_SECONDS 60",
                                     "WORKING_SECONDS 14400",
                                     "CALENDAR_DAYS 1",
                                     "CALENDAR_DAYS 7",
                                     "CALENDAR_DAYS 30",
                                     "CALENDAR_MONTHS 1",
                                     "NONE"};
static const char *const policies[] = {"cutoff=none",           "cutoff=11:30",
                                       "cutoff=15:00",          "cutoff=00:00",
                                       "rest_day=receive_next", "rest_day=count_from_next"};

static const char *any_of(struct random *random, const char *const *texts, size_t count)
{
    return texts[random_below(random, (int)count)];
}

static struct time_limit random_limit(struct random *random)
{
    const char *text = any_of(random, limits, sizeof limits / sizeof *limits);
    struct time_limit limit;

    assert_int_equal(time_limit_parse(text, strlen(text), &limit), ERR_OK);
    return limit;
}

static void random_pauses(struct random *random, const struct calendar_source *source,
                          struct deadline_request *request)
{
    for (int i = random_below(random, SLOW_PAUSES + 1); i > 0; i--) {
        struct pause *pause = &request->pauses[request->pause_count];

        *pause = (struct pause){.from = random_instant(random, source),
                                .open = random_below(random, 8) == 0};
        if (random_below(random, 2) == 0) /* soon after the receipt, so that something is left */
            pause->from = instant_plus_seconds(request->received, random_below(random, 300000));
        pause->to = instant_plus_seconds(
            pause->from, random_below(random, random_below(random, 2) ? 400000 : 8000));
        request->pause_count +=
            random_below(random, 9) == 0 || !instant_before(pause->from, request->received);
    }
}

static struct deadline_request
random_request(struct random *random, const struct calendar_source *source, struct pause *pauses)
{
    struct deadline_request request = {.received = random_instant(random, source),
                                       .limit = random_limit(random),
                                       .pauses = pauses};

    for (int i = random_below(random, 3); i > 0; i--) {
        const char *text = any_of(random, policies, sizeof policies / sizeof *policies);

        assert_int_equal(deadline_policy_set(&request.policy, text, strlen(text)), ERR_OK);
    }
    random_pauses(random, source, &request);
    return request;
}

/* The ledger's sum, and that it has no gaps. */
struct sum {
    struct instant at;
    int64_t total;
};

static void add_stretch(void *context, const struct stretch *stretch)
{
    struct sum *sum = context;

    assert_int_equal(stretch->from.ms, sum->at.ms);
    assert_true(stretch->open || instant_before(stretch->from, stretch->to));
    sum->total += stretch->counted;
    assert_int_equal(stretch->total, sum->total);
    sum->at = stretch->to;
}

static void check_ledger(const struct calendar *calendar, const struct deadline_request *request,
                         const struct deadline *deadline) /* */
{
    struct sum sum = {.at = request->received};
    const struct stretch_visitor visitor = {add_stretch, &sum};

    deadline_explain(calendar, request, deadline, &visitor);
    if (deadline->outcome != DEADLINE_DUE)
        return;
    assert_int_equal(sum.at.ms, deadline->due.ms);
    assert_int_equal(sum.total, deadline->limit_amount);
}

static void fail_request(const struct calendar_source *source,
                         const struct deadline_request *request, enum err want,
                         const struct deadline *slowly, enum err got,
                         const struct deadline *quickly)
{
    char received[INSTANT_TEXT_SIZE], limit[TIME_LIMIT_TEXT_SIZE], first[DATE_TEXT_SIZE];
    char a[64], b[64];

    instant_format(request->received, received);
    time_limit_format(&request->limit, limit);
    date_format(source->first, first);
    due_answer(want, slowly, a, sizeof a);
    due_answer(got, quickly, b, sizeof b);
    fail_msg("calendar from %s: %s %s with %zu pauses: want %s, got %s", first, received, limit,
             request->pause_count, a, b);
}

static void check_request(const struct calendar *calendar, const struct calendar_source *source,
                          struct deadline_request *request)
{
    struct deadline slowly, quickly = {.outcome = DEADLINE_NONE};
    const enum err want = slow_deadline(&slow, request, &slowly);
    const enum err got = deadline_compute(calendar, request, &quickly);

    if (want != got || (got == ERR_OK && (slowly.outcome != quickly.outcome ||
                                          (slowly.outcome == DEADLINE_DUE &&
                                           (slowly.due.ms != quickly.due.ms ||
                                            slowly.due_day.day != quickly.due_day.day)))))
        fail_request(source, request, want, &slowly, got, &quickly);
    if (got == ERR_OK)
        check_ledger(calendar, request, &quickly);
}

static void the_quick_walk_ends_where_the_slow_one_does(void **state)
{
    struct random random = {77001};

    (void)state;
    for (int k = 0; k < CALENDARS; k++) {
        struct random_calendar made;
        struct calendar calendar;
        void *block;

        random_calendar_make(&random, &made);
        slow_fill(&slow, &made.source);
        block = calendar_make(&made.source, &calendar);
        for (int i = 0; i < REQUESTS; i++) {
            struct pause pauses[SLOW_PAUSES];
            struct deadline_request request = random_request(&random, &made.source, pauses);

            check_request(&calendar, &made.source, &request);
        }
        free(block);
    }
}

/* The due instant without pauses under default policies; the end of time when there is none. */
static int64_t plain_due(const struct calendar *calendar, struct instant received,
                         struct time_limit limit)
{
    const struct deadline_request request = {.received = received, .limit = limit};
    struct deadline deadline;

    if (deadline_compute(calendar, &request, &deadline) != ERR_OK)
        return INT64_MAX;
    return deadline.due.ms;
}

static bool is_fraction_of_days(struct time_limit limit)
{
    return limit.unit == LIMIT_WORKING_DAYS && !time_limit_is_whole(&limit);
}

static void a_later_receipt_never_has_an_earlier_due_date(void **state)
{
    struct random random = {77002};

    (void)state;
    for (int k = 0; k < 2000; k++) {
        struct random_calendar made;
        struct calendar calendar;
        void *block;
        const struct time_limit limit = random_limit(&random);

        random_calendar_make(&random, &made);
        if (is_fraction_of_days(limit)) /* excepted across a change of the standard day */
            made.source.row_count = 1;
        block = calendar_make(&made.source, &calendar);
        for (int i = 0; i < 20; i++) {
            struct instant early = random_instant(&random, &made.source);
            struct instant late = random_instant(&random, &made.source);

            if (instant_before(late, early)) {
                const struct instant swap = early;

                early = late;
                late = swap;
            }
            if (calendar_covers(&calendar, date_of_instant(early)))
                assert_true(plain_due(&calendar, early, limit) <=
                            plain_due(&calendar, late, limit));
        }
        free(block);
    }
}

static void a_day_off_more_never_makes_a_due_date_earlier(void **state)
{
    struct random random = {77003};

    (void)state;
    for (int k = 0; k < 2000; k++) {
        struct random_calendar made;
        struct calendar before, after;
        void *block, *block_after;
        struct date day;
        bool is_made_up = false;

        random_calendar_make(&random, &made);
        block = calendar_make(&made.source, &before);
        day = date_plus(made.source.first, random_below(&random, 20));
        for (size_t i = 0; i < made.source.make_up_count; i++)
            is_made_up = is_made_up || date_equal(made.make_up_days[i].date, day);
        if (!is_made_up)
            made.days_off[made.source.day_off_count++] = (struct calendar_date){day, true};
        block_after = calendar_make(&made.source, &after);
        for (int i = 0; i < 20; i++) {
            const struct instant received = random_instant(&random, &made.source);
            const struct time_limit limit = random_limit(&random);

            assert_true(plain_due(&before, received, limit) <= plain_due(&after, received, limit));
        }
        free(block);
        free(block_after);
    }
}

/* A time limit is the working time from effective receipt to due, less that of the pauses. */
static void what_was_counted_is_the_limit(void **state) /* */
{
    struct random random = {77004};

    (void)state;
    for (int k = 0; k < 300; k++) {
        struct random_calendar made;
        struct calendar calendar;
        void *block;

        random_calendar_make(&random, &made);
        block = calendar_make(&made.source, &calendar);
        for (int i = 0; i < 40; i++) {
            const struct deadline_request request = {
                .received = random_instant(&random, &made.source), .limit = random_limit(&random)};
            struct deadline deadline;
            int64_t counted;

            if (deadline_compute(&calendar, &request, &deadline) != ERR_OK || deadline.day_limit ||
                deadline.outcome == DEADLINE_NONE)
                continue;
            assert_int_equal(
                working_time_between(&calendar, deadline.effective_receipt, deadline.due, &counted),
                ERR_OK);
            assert_int_equal(counted, deadline.limit_amount);
        }
        free(block);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_quick_walk_ends_where_the_slow_one_does),
        cmocka_unit_test(a_later_receipt_never_has_an_earlier_due_date),
        cmocka_unit_test(a_day_off_more_never_makes_a_due_date_earlier),
        cmocka_unit_test(what_was_counted_is_the_limit),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
