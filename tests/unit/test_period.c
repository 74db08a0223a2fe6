/* Rules checked. */
#include "support/test.h"

#include <string.h>

#include "domain/period.h"

static const char *text(struct period period)
{
    static char out[2 * DATE_TEXT_SIZE];

    date_format(period.from, out);
    out[DATE_TEXT_SIZE - 1] = ' ';
    date_format(period.to, out + DATE_TEXT_SIZE);
    return out;
}

static void named_periods_begin_and_end_as_the_rules_say(void **state)
{
    static const struct {
        enum period_kind kind;
        int year, index;
        const char *dates;
    } periods[] = {
        {PERIOD_MONTH, 2026, 3, "2026-03-01 2026-03-31"},
        {PERIOD_MONTH, 2028, 2, "2028-02-01 2028-02-29"},
        {PERIOD_MONTH, 2026, 12, "2026-12-01 2026-12-31"},
        {PERIOD_QUARTER, 2026, 1, "2026-01-01 2026-03-31"},
        {PERIOD_QUARTER, 2026, 4, "2026-10-01 2026-12-31"},
        {PERIOD_HALF, 2026, 1, "2026-01-01 2026-06-30"},
        {PERIOD_HALF, 2026, 2, "2026-07-01 2026-12-31"},
        {PERIOD_YEAR, 2026, 1, "2026-01-01 2026-12-31"},
        {PERIOD_REPORTING_MONTH, 2026, 1, "2025-12-15 2026-01-14"},
        {PERIOD_REPORTING_MONTH, 2026, 3, "2026-02-15 2026-03-14"},
        {PERIOD_REPORTING_QUARTER, 2026, 1, "2025-12-15 2026-03-14"},
        {PERIOD_REPORTING_QUARTER, 2026, 3, "2026-06-15 2026-09-14"},
        {PERIOD_REPORTING_HALF, 2026, 1, "2025-12-15 2026-06-14"},
        {PERIOD_REPORTING_HALF, 2026, 2, "2026-06-15 2026-12-14"},
        {PERIOD_REPORTING_NINE_MONTHS, 2026, 1, "2025-12-15 2026-09-14"},
        {PERIOD_REPORTING_YEAR, 2026, 1, "2025-12-15 2026-12-14"},
    };
    struct period period;

    (void)state;
    for (size_t i = 0; i < sizeof periods / sizeof *periods; i++) {
        assert_int_equal(period_make(periods[i].kind, periods[i].year, periods[i].index, &period),
                         ERR_OK);
        assert_string_equal(text(period), periods[i].dates);
    }
}

static void parts_of_a_year_join_without_gap_or_overlap(void **state)
{
    (void)state;
    for (int kind = 0; kind < PERIOD_KIND_COUNT; kind++) {
        struct period last, next;
        int index = 2;

        assert_int_equal(period_make((enum period_kind)kind, 2026, 1, &last), ERR_OK);
        while (period_make((enum period_kind)kind, 2026, index, &next) == ERR_OK) {
            assert_true(date_equal(date_plus(last.to, 1), next.from));
            last = next;
            index++;
        }
        assert_int_equal(period_make((enum period_kind)kind, 2027, 1, &next), ERR_OK);
        if (kind != PERIOD_REPORTING_NINE_MONTHS)
            assert_true(date_equal(date_plus(last.to, 1), next.from));
    }
}

static void what_is_no_period_is_refused(void **state)
{
    struct period period;
    enum period_kind kind;
    static const char *const names[] = {
        "month",           "quarter",           "half",           "year",
        "reporting_month", "reporting_quarter", "reporting_half", "reporting_nine_months",
        "reporting_year"};
    const struct date day = {20000};

    (void)state;
    assert_int_equal(period_make(PERIOD_MONTH, 2026, 0, &period), ERR_BAD_VALUE);
    assert_int_equal(period_make(PERIOD_MONTH, 2026, 13, &period), ERR_BAD_VALUE);
    assert_int_equal(period_make(PERIOD_QUARTER, 2026, 5, &period), ERR_BAD_VALUE);
    assert_int_equal(period_make(PERIOD_REPORTING_NINE_MONTHS, 2026, 2, &period), ERR_BAD_VALUE);
    assert_int_equal(period_make(PERIOD_YEAR, 2026, 2, &period), ERR_BAD_VALUE);
    assert_int_equal(period_make(PERIOD_YEAR, 1900, 1, &period), ERR_BAD_VALUE);
    assert_int_equal(period_free(day, date_plus(day, -1), &period), ERR_ORDER);
    assert_int_equal(period_free(day, day, &period), ERR_OK);
    assert_int_equal(period_kind_from_name("week", 4, &kind), ERR_UNKNOWN);
    for (int i = 0; i < PERIOD_KIND_COUNT; i++) {
        assert_int_equal(period_kind_from_name(names[i], strlen(names[i]), &kind), ERR_OK);
        assert_int_equal(kind, i);
    }
}

static struct instant at(const char *iso)
{
    struct instant instant;

    assert_int_equal(instant_parse(iso, strlen(iso), &instant), ERR_OK);
    return instant;
}

static void assert_span(struct span span, const char *from, const char *to, const char *looked_at)
{
    assert_int_equal(instant_seconds(span.from), instant_seconds(at(from)));
    assert_int_equal(instant_seconds(span.to), instant_seconds(at(to)));
    assert_int_equal(instant_seconds(span.at), instant_seconds(at(looked_at)));
}

static void a_period_that_has_not_ended_is_counted_up_to_now(void **state)
{
    struct period march;
    struct span span;

    (void)state;
    assert_int_equal(period_make(PERIOD_MONTH, 2026, 3, &march), ERR_OK);
    span = period_span(march, at("2026-04-01T00:00:00"));
    assert_true(span.complete);
    assert_span(span, "2026-03-01T00:00:00", "2026-04-01T00:00:00", "2026-03-31T23:59:59");
    span = period_span(march, at("2026-03-31T23:59:59"));
    assert_false(span.complete);
    assert_span(span, "2026-03-01T00:00:00", "2026-04-01T00:00:00", "2026-03-31T23:59:59");
    span = period_span(march, at("2026-03-10T09:00:00"));
    assert_false(span.complete);
    assert_span(span, "2026-03-01T00:00:00", "2026-03-10T09:00:01", "2026-03-10T09:00:00");
    span = period_span(march, at("2026-02-10T09:00:00"));
    assert_false(span.complete);
    assert_span(span, "2026-03-01T00:00:00", "2026-03-01T00:00:00", "2026-02-10T09:00:00");
}

static void a_month_has_a_key(void **state)
{
    char key[MONTH_KEY_SIZE];

    (void)state;
    period_month_key(date_from_civil((struct civil){2026, 3, 31}), key);
    assert_string_equal(key, "2026-03");
}

static void expect_parsed(const char *text, const char *from, const char *to)
{
    char found[2][DATE_TEXT_SIZE];
    struct period period;

    assert_int_equal(period_parse(text, &period), ERR_OK);
    date_format(period.from, found[0]);
    date_format(period.to, found[1]);
    assert_string_equal(found[0], from);
    assert_string_equal(found[1], to);
}

static void a_period_has_a_name(void **state)
{
    static const char *const wrong[] = {"",
                                        "month",
                                        "month:2026",
                                        "month:2026-13",
                                        "month:26-1",
                                        "month:2026-",
                                        "month:2026-1x",
                                        "week:2026-1",
                                        "year:2026-2",
                                        "year:2026x",
                                        "month:2026-001",
                                        "2026-11"};
    struct period period;

    (void)state;
    expect_parsed("month:2026-11", "2026-11-01", "2026-11-30");
    expect_parsed("month:2026-2", "2026-02-01", "2026-02-28");
    expect_parsed("quarter:2026-4", "2026-10-01", "2026-12-31");
    expect_parsed("year:2026", "2026-01-01", "2026-12-31");
    expect_parsed("reporting_month:2026-11", "2026-10-15", "2026-11-14");
    expect_parsed("reporting_nine_months:2026", "2025-12-15", "2026-09-14");
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++)
        assert_int_equal(period_parse(wrong[i], &period), ERR_BAD_VALUE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(named_periods_begin_and_end_as_the_rules_say),
        cmocka_unit_test(parts_of_a_year_join_without_gap_or_overlap),
        cmocka_unit_test(what_is_no_period_is_refused),
        cmocka_unit_test(a_period_that_has_not_ended_is_counted_up_to_now),
        cmocka_unit_test(a_month_has_a_key),
        cmocka_unit_test(a_period_has_a_name),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
