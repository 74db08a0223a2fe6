/* Rules checked. */
#include "domain/time_limit.h"

#include <string.h>

#include "support/test.h"

static void limits_are_read_by_the_table(void **state) /* */
{
    static const struct {
        const char *text;
        enum limit_unit unit;
        int64_t hundredths;
        bool day_limit;
        const char *written;
    } limits[] = {
        {"SAME_DAY", LIMIT_SAME_DAY, 0, true, "SAME_DAY"},
        {"NONE", LIMIT_NONE, 0, false, "NONE"},
        {"WORKING_DAYS 5", LIMIT_WORKING_DAYS, 500, true, "WORKING_DAYS 5"},
        {"WORKING_DAYS 2.00", LIMIT_WORKING_DAYS, 200, true, "WORKING_DAYS 2"},
        {"WORKING_DAYS 0.5", LIMIT_WORKING_DAYS, 50, false, "WORKING_DAYS 0.5"},
        {"WORKING_DAYS 1.25", LIMIT_WORKING_DAYS, 125, false, "WORKING_DAYS 1.25"},
        {"WORKING_DAYS 007", LIMIT_WORKING_DAYS, 700, true, "WORKING_DAYS 7"},
        {"WORKING_HOURS 0.01", LIMIT_WORKING_HOURS, 1, false, "WORKING_HOURS 0.01"},
        {"WORKING_HOURS 100000.00", LIMIT_WORKING_HOURS, 10000000, false, "WORKING_HOURS 100000"},
        {"WORKING_SECONDS 1000000000000", LIMIT_WORKING_SECONDS, 100000000000000, false,
         "WORKING_SECONDS 1000000000000"},
        {"WORKING_SECONDS 2.0", LIMIT_WORKING_SECONDS, 200, false, "WORKING_SECONDS 2"},
        {"CALENDAR_DAYS 30", LIMIT_CALENDAR_DAYS, 3000, true, "CALENDAR_DAYS 30"},
        {"CALENDAR_MONTHS 6.0", LIMIT_CALENDAR_MONTHS, 600, true, "CALENDAR_MONTHS 6"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof limits / sizeof *limits; i++) {
        struct time_limit limit;
        char text[TIME_LIMIT_TEXT_SIZE];

        assert_int_equal(time_limit_parse(limits[i].text, strlen(limits[i].text), &limit), ERR_OK);
        assert_int_equal(limit.unit, limits[i].unit);
        assert_int_equal(limit.hundredths, limits[i].hundredths);
        assert_int_equal(time_limit_is_day_limit(&limit), limits[i].day_limit);
        time_limit_format(&limit, text);
        assert_string_equal(text, limits[i].written);
    }
}

static void what_is_not_in_the_table_is_refused(void **state) /* */
{
    static const char *const bad[] = {
        "",
        "TOMORROW",
        "working_days 5",
        "WORKING_DAYS",
        "WORKING_DAYS ",
        "WORKING_DAYS  5",
        "WORKING_DAYS 5 ",
        " WORKING_DAYS 5",
        "WORKING_DAYS -1",
        "WORKING_DAYS +1",
        "WORKING_DAYS 0",
        "WORKING_DAYS 0.00",
        "WORKING_DAYS 1.",
        "WORKING_DAYS .5",
        "WORKING_DAYS 1.234",
        "WORKING_DAYS 1,5",
        "WORKING_DAYS 1.5x",
        "WORKING_DAYS 1.x",
        "WORKING_DAYS 100001",
        "WORKING_DAYS 100000.01",
        "WORKING_DAYS 99999999999999999999999999",
        "WORKING_HOURS 100000.01",
        "WORKING_SECONDS 1000000000001",
        "WORKING_SECONDS 0.5",
        "CALENDAR_DAYS 1.5",
        "CALENDAR_MONTHS 0.5",
        "SAME_DAY 1",
        "SAME_DAY ",
        "NONE 0",
    };
    struct time_limit limit;

    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_int_equal(time_limit_parse(bad[i], strlen(bad[i]), &limit), ERR_LIMIT);
}

static void a_catalogue_makes_the_same_limits(void **state) /* */
{
    static const struct {
        const char *unit;
        double amount, extra;
        const char *text; /* NULL: refused */
    } rows[] = {
        {"SAME_DAY", 0, 0, "SAME_DAY"},
        {"NONE", 0, 0, "NONE"},
        {"WORKING_DAYS", 8, 0, "WORKING_DAYS 8"},
        {"WORKING_DAYS", 8, 10, "WORKING_DAYS 18"}, /* correction in a mountain commune */
        {"WORKING_DAYS", 0.25, 0, "WORKING_DAYS 0.25"},
        {"WORKING_DAYS", 3.33, 0, "WORKING_DAYS 3.33"},
        {"WORKING_HOURS", 12, 0, "WORKING_HOURS 12"},
        {"WORKING_DAYS", 0.333, 0, NULL},
        {"WORKING_DAYS", 0, 0, NULL},
        {"WORKING_DAYS", 5, -1, NULL},
        {"CALENDAR_DAYS", 1.5, 0, NULL},
        {"WORKING_DAYS", 1e300, 0, NULL},
        {"WEEKS", 1, 0, NULL},
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct time_limit limit;
        char text[TIME_LIMIT_TEXT_SIZE];
        const enum err err = time_limit_make(rows[i].unit, rows[i].amount, rows[i].extra, &limit);

        assert_int_equal(err, rows[i].text ? ERR_OK : ERR_LIMIT);
        if (!rows[i].text)
            continue;
        time_limit_format(&limit, text);
        assert_string_equal(text, rows[i].text);
    }
}

/* the sums of the sample catalogue, and what does not go together. */
static void an_extension_makes_the_limit_longer(void **state)
{
    static const struct {
        const char *limit, *extension, *sum;
    } rows[] = {
        {"WORKING_DAYS 3", "WORKING_DAYS 5", "WORKING_DAYS 8"},
        {"WORKING_DAYS 0.5", "WORKING_DAYS 1.25", "WORKING_DAYS 1.75"},
        {"SAME_DAY", "WORKING_DAYS 3", "WORKING_DAYS 3"},
        {"CALENDAR_DAYS 30", "CALENDAR_DAYS 15", "CALENDAR_DAYS 45"},
        {"SAME_DAY", "WORKING_DAYS 0.5", NULL},
        {"SAME_DAY", "CALENDAR_DAYS 3", NULL},
        {"SAME_DAY", "SAME_DAY", NULL},
        {"WORKING_DAYS 3", "WORKING_HOURS 8", NULL},
        {"WORKING_DAYS 3", "SAME_DAY", NULL},
        {"NONE", "NONE", NULL},
        {"NONE", "WORKING_DAYS 3", NULL},
        {"WORKING_DAYS 99999", "WORKING_DAYS 2", NULL},
    };

    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct time_limit limit, extension, sum;
        char text[TIME_LIMIT_TEXT_SIZE];

        time_limit_parse(rows[i].limit, strlen(rows[i].limit), &limit);
        time_limit_parse(rows[i].extension, strlen(rows[i].extension), &extension);
        assert_int_equal(time_limit_extend(&limit, &extension, &sum),
                         rows[i].sum ? ERR_OK : ERR_LIMIT);
        if (!rows[i].sum)
            continue;
        time_limit_format(&sum, text);
        assert_string_equal(text, rows[i].sum);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(limits_are_read_by_the_table),
        cmocka_unit_test(what_is_not_in_the_table_is_refused),
        cmocka_unit_test(a_catalogue_makes_the_same_limits),
        cmocka_unit_test(an_extension_makes_the_limit_longer),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
