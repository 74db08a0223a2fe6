/* Rules checked: R-067. A year is confirmed when all its rows are official. */
#include "domain/calendar_outlook.h"

#include <stdlib.h>
#include <string.h>

#include "domain/calendar_build.h"
#include "support/test.h"

static struct date day(const char *text)
{
    struct date date = {0};

    assert_int_equal(date_parse(text, strlen(text), &date), ERR_OK);
    return date;
}

/* 2026 and 2027 official when asked for, each with one day off; 2025-07-01 to 2027-06-30. */
static struct calendar_outlook look(bool this_year, bool next_year, const char *today)
{
    static const struct day_span spans[] = {{27000, 61200}};
    const struct calendar_row rows[] = {
        {.effective_from = day("2025-07-01"), .spans = spans, .span_count = 1}};
    const struct calendar_date off[] = {
        {day("2025-09-02"), true}, {day("2026-01-01"), this_year}, {day("2027-01-01"), next_year}};
    const struct calendar_source source = {.first = day("2025-07-01"),
                                           .last = day("2027-06-30"),
                                           .weekly_rest = 1u << SATURDAY | 1u << SUNDAY,
                                           .rows = rows,
                                           .row_count = 1,
                                           .days_off = off,
                                           .day_off_count = 3};
    void *block = malloc(calendar_size(&source));
    struct calendar calendar;
    struct date fault;

    assert_int_equal(calendar_build(&source, block, &calendar, &fault), ERR_OK);
    const struct calendar_outlook outlook = calendar_outlook(&calendar, day(today));
    free(block);
    return outlook;
}

static void must_be(struct calendar_outlook outlook, const char *until, int days_left, int year,
                    bool warn)
{
    assert_int_equal(outlook.confirmed_until.day, day(until).day);
    assert_int_equal(outlook.days_left, days_left);
    assert_int_equal(outlook.year, year);
    assert_int_equal(outlook.warn, warn);
}

static void it_warns_when_fewer_than_120_days_are_left(void **state) /* */
{
    (void)state;
    must_be(look(true, false, "2026-09-02"), "2026-12-31", 120, 2027, false);
    must_be(look(true, false, "2026-09-03"), "2026-12-31", 119, 2027, true);
    must_be(look(true, false, "2026-12-31"), "2026-12-31", 0, 2027, true);
}

static void a_year_that_is_not_confirmed_is_not_trusted(void **state) /* */
{
    (void)state;
    must_be(look(true, false, "2027-01-01"), "2026-12-31", -1, 2027, true);
    must_be(look(false, true, "2026-03-10"), "2026-03-09", -1, 2026, true);
}

static void a_calendar_that_ends_is_confirmed_until_its_end(void **state) /* */
{
    (void)state;
    must_be(look(true, true, "2026-09-03"), "2027-06-30", 300, 2027, false);
    must_be(look(true, true, "2027-07-01"), "2027-06-30", -1, 2027, true);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_warns_when_fewer_than_120_days_are_left),
        cmocka_unit_test(a_year_that_is_not_confirmed_is_not_trusted),
        cmocka_unit_test(a_calendar_that_ends_is_confirmed_until_its_end),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
