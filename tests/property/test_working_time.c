/* Rules checked. */
#include "domain/working_time.h"

#include "support/slow_calendar.h"

enum { CALENDARS = 20, PAIRS = 40 };

static struct slow_calendar slow; /* too large for a stack */

/* Run `check` on random pairs of instants of random calendars. */
static void on_random_pairs(void (*check)(const struct calendar *calendar, struct instant a,
                                          struct instant b))
{
    struct random random = {20261231};

    for (int k = 0; k < CALENDARS; k++) {
        struct random_calendar made;
        struct calendar calendar;
        void *block;

        random_calendar_make(&random, &made);
        slow_fill(&slow, &made.source);
        block = calendar_make(&made.source, &calendar);
        for (int i = 0; i < PAIRS; i++)
            check(&calendar, random_instant(&random, &made.source),
                  random_instant(&random, &made.source));
        free(block);
    }
}

static void check_between(const struct calendar *calendar, struct instant a, struct instant b)
{
    int64_t seconds = -1, expected = -1;
    const enum err err = working_time_between(calendar, a, b, &seconds);

    if (slow_local(b) < slow_local(a))
        assert_int_equal(err, ERR_ORDER);
    else if (slow_between(&slow, slow_local(a), slow_local(b), &expected))
        assert_int_equal(err, ERR_OK);
    else
        assert_int_equal(err, ERR_CALENDAR_RANGE);
    assert_int_equal(seconds, expected);
}

static void between_counts_what_a_second_by_second_count_does(void **state) /* */
{
    (void)state;
    on_random_pairs(check_between);
}

static void check_add(const struct calendar *calendar, struct instant a, struct instant b)
{
    const int64_t seconds = 1 + (slow_local(b) * 7919 % 400000);
    struct instant end = a;
    int64_t expected = slow_local(a);
    const enum err err = working_time_add(calendar, a, seconds, &end);

    assert_int_equal(err, slow_add(&slow, slow_local(a), seconds, &expected) ? ERR_OK
                                                                             : ERR_CALENDAR_RANGE);
    assert_int_equal(slow_local(end), expected);
}

static void add_ends_where_a_second_by_second_walk_does(void **state) /* */
{
    (void)state;
    on_random_pairs(check_add);
}

/* What is added is what lies between; and the second before the end is still missing. */
static void check_agreement(const struct calendar *calendar, struct instant a, struct instant b)
{
    const int64_t seconds = 1 + (slow_local(b) * 104729 % 90000);
    struct instant end;
    int64_t counted;

    if (working_time_add(calendar, a, seconds, &end) != ERR_OK)
        return;
    assert_int_equal(working_time_between(calendar, a, end, &counted), ERR_OK);
    assert_int_equal(counted, seconds);
    assert_int_equal(working_time_between(calendar, a, instant_plus_seconds(end, -1), &counted),
                     ERR_OK);
    assert_int_equal(counted, seconds - 1);
}

static void add_and_between_agree(void **state) /* */
{
    (void)state;
    on_random_pairs(check_agreement);
}

static void an_empty_interval_is_zero_and_the_midnight_after_is_in_range(void **state) /* */
{
    struct calendar calendar;
    void *block = office_calendar(&calendar);
    int64_t seconds;

    (void)state;
    assert_int_equal(working_time_between(&calendar, instant_at("2027-12-31T16:00"),
                                          instant_at("2028-01-01T00:00"), &seconds),
                     ERR_OK);
    assert_int_equal(seconds, 3600);
    assert_int_equal(working_time_between(&calendar, instant_at("2027-12-31T16:00"),
                                          instant_at("2028-01-01T00:00:01"), &seconds),
                     ERR_CALENDAR_RANGE);
    assert_int_equal(working_time_between(&calendar, instant_at("2030-01-01T00:00"),
                                          instant_at("2030-01-01T00:00"), &seconds),
                     ERR_OK);
    assert_int_equal(seconds, 0);
    assert_int_equal(working_time_between(&calendar, instant_at("2031-01-01T00:00"),
                                          instant_at("2030-01-01T00:00"), &seconds),
                     ERR_ORDER);
    free(block);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(between_counts_what_a_second_by_second_count_does),
        cmocka_unit_test(add_ends_where_a_second_by_second_walk_does),
        cmocka_unit_test(add_and_between_agree),
        cmocka_unit_test(an_empty_interval_is_zero_and_the_midnight_after_is_in_range),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
