/* Rules checked: R-970. The calendar's sessions are 07:30-11:30 and 13:00-17:00. */
#include "domain/opening.h"

#include "support/office_calendar.h"

/* `expected` is when it closes, or after '-' when it opens next; "" for never. */
static void must_be(const struct calendar *calendar, const char *now, bool open,
                    const char *expected)
{
    struct opening opening;

    assert_int_equal(opening_at(calendar, instant_at(now), &opening), ERR_OK);
    assert_int_equal(opening.open, open);
    const struct instant told = open ? opening.closes_at : opening.opens_at;
    const struct instant other = open ? opening.opens_at : opening.closes_at;
    assert_true(instant_is_none(other));
    if (expected[0])
        assert_int_equal(told.ms, instant_at(expected).ms);
    else
        assert_true(instant_is_none(told));
}

static void it_is_open_in_the_sessions_of_a_working_day(void **state) /* */
{
    struct calendar calendar;
    void *block = office_calendar(&calendar);

    (void)state;
    must_be(&calendar, "2026-03-10T07:29:59", false, "2026-03-10T07:30:00");
    must_be(&calendar, "2026-03-10T07:30:00", true, "2026-03-10T11:30:00");
    must_be(&calendar, "2026-03-10T11:29:59", true, "2026-03-10T11:30:00");
    must_be(&calendar, "2026-03-10T11:30:00", false, "2026-03-10T13:00:00");
    must_be(&calendar, "2026-03-10T16:59:59", true, "2026-03-10T17:00:00");
    must_be(&calendar, "2026-03-10T17:00:00", false, "2026-03-11T07:30:00");
    free(block);
}

static void it_opens_next_after_the_days_off(void **state) /* */
{
    struct calendar calendar;
    void *block = office_calendar(&calendar);

    (void)state;
    must_be(&calendar, "2026-03-13T18:00:00", false, "2026-03-16T07:30:00"); /* a Friday */
    must_be(&calendar, "2026-03-14T09:00:00", false, "2026-03-16T07:30:00");
    must_be(&calendar, "2026-02-15T23:00:00", false, "2026-02-23T07:30:00"); /* before Tết */
    must_be(&calendar, "2026-08-22T08:00:00", true, "2026-08-22T11:30:00");  /* made up for */
    free(block);
}

static void it_is_silent_beyond_the_calendar(void **state) /* */
{
    struct calendar calendar;
    struct opening opening = {.open = true};
    void *block = office_calendar(&calendar);

    (void)state;
    assert_int_equal(opening_at(&calendar, instant_at("2028-01-03T08:00:00"), &opening),
                     ERR_CALENDAR_RANGE);
    assert_true(opening.open);
    must_be(&calendar, "2027-12-31T17:30:00", false, "");
    free(block);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_is_open_in_the_sessions_of_a_working_day),
        cmocka_unit_test(it_opens_next_after_the_days_off),
        cmocka_unit_test(it_is_silent_beyond_the_calendar),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
