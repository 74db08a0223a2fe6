/* Rules checked: R-001. */
#include "support/test.h"

#include <string.h>

#include "base/civil.h"

static int64_t seconds_of(const char *text)
{
    struct instant instant;

    assert_int_equal(instant_parse(text, strlen(text), &instant), ERR_OK);
    return instant_seconds(instant);
}

/* `date -u -d ... +%s` is the independent source of these numbers. */
static void instants_are_read_with_their_offset(void **state)
{
    (void)state;
    assert_int_equal(seconds_of("1970-01-01T00:00:00Z"), 0);
    assert_int_equal(seconds_of("2026-03-10T09:12"), 1773108720);
    assert_int_equal(seconds_of("2026-03-10T09:12:00+07:00"), 1773108720);
    assert_int_equal(seconds_of("2026-03-10T02:12:00Z"), 1773108720);
    assert_int_equal(seconds_of("1900-01-01T00:00:00Z"), -2208988800);
}

static void what_is_not_an_instant_is_refused(void **state)
{
    static const char *const bad[] = {"",
                                      "2026-02-29T00:00",
                                      "2026-03-10",
                                      "2026-03-10T24:00",
                                      "2026-03-10T09:60",
                                      "2026-03-10T09:12:60",
                                      "2026-03-10 09:12",
                                      "2026-03-10T09:12:00+0700",
                                      "2026-03-10T09:12:00z",
                                      "1899-12-31T00:00",
                                      "2200-01-01T00:00",
                                      "2026-13-01T00:00",
                                      "2026-03-10T09:12:00+07:00 "};
    struct instant instant;

    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_int_equal(instant_parse(bad[i], strlen(bad[i]), &instant), ERR_SYNTAX);
}

static void every_day_of_three_centuries_comes_back(void **state)
{
    struct civil civil = {1900, 1, 1};
    struct date date = date_from_civil(civil);
    int weekday = MONDAY; /* 1900-01-01 was a Monday */

    (void)state;
    for (; civil.year < 2200; date = date_plus(date, 1), weekday = (weekday + 1) % 7) {
        const struct civil back = date_civil(date);

        assert_memory_equal(&back, &civil, sizeof civil);
        assert_int_equal(date_weekday(date), weekday);
        if (++civil.day > civil_days_in_month(civil.year, civil.month)) {
            civil.day = 1;
            if (++civil.month > 12) {
                civil.month = 1;
                civil.year++;
            }
        }
    }
}

static void the_local_day_begins_at_seventeen_utc(void **state)
{
    struct instant instant;
    char text[INSTANT_TEXT_SIZE];

    (void)state;
    assert_int_equal(instant_parse("2026-03-09T17:00:00Z", 20, &instant), ERR_OK);
    assert_int_equal(second_of_day(instant), 0);
    instant_format(instant, text);
    assert_string_equal(text, "2026-03-10T00:00:00+07:00");
    instant_format(instant_plus_seconds(instant, -1), text);
    assert_string_equal(text, "2026-03-09T23:59:59+07:00");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(instants_are_read_with_their_offset),
        cmocka_unit_test(what_is_not_an_instant_is_refused),
        cmocka_unit_test(every_day_of_three_centuries_comes_back),
        cmocka_unit_test(the_local_day_begins_at_seventeen_utc),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
