/* Rules checked. */
#include "support/test.h"

#include <string.h>

#include "domain/indicators.h"

static struct instant at(const char *iso)
{
    struct instant instant;

    assert_int_equal(instant_parse(iso, strlen(iso), &instant), ERR_OK);
    return instant;
}

static struct due due(enum due_kind kind, const char *iso)
{
    return (struct due){kind, at(iso), date_of_instant(at(iso))};
}

static const char DUE_FRIDAY[] = "2026-03-13T17:00:00";

/* Case 62, and statistics 1: a day limit looks at dates only. */
static void a_day_limit_is_judged_by_the_date(void **state)
{
    const struct due day = due(DUE_DAY, DUE_FRIDAY);
    struct due midnight = day;

    (void)state;
    assert_int_equal(verdict_decide(day, at("2026-03-12T23:59:59"), false), VERDICT_EARLY);
    assert_int_equal(verdict_decide(day, at("2026-03-13T00:00:00"), false), VERDICT_ON_TIME);
    assert_int_equal(verdict_decide(day, at(DUE_FRIDAY), false), VERDICT_ON_TIME);
    assert_int_equal(verdict_decide(day, at("2026-03-13T17:00:01"), false), VERDICT_ON_TIME);
    assert_int_equal(verdict_decide(day, at("2026-03-13T23:59:59"), false), VERDICT_ON_TIME);
    assert_int_equal(verdict_decide(day, at("2026-03-14T00:00:00"), false), VERDICT_LATE);
    midnight.at = at("2026-03-14T00:00:00"); /* a session that ends at 24:00 belongs to its day */
    assert_int_equal(verdict_decide(midnight, at("2026-03-13T23:59:59"), false), VERDICT_ON_TIME);
    assert_int_equal(verdict_decide(midnight, at("2026-03-14T00:00:00"), false), VERDICT_LATE);
}

static void a_time_limit_is_late_one_second_after_its_due(void **state)
{
    const struct due time = due(DUE_TIME, DUE_FRIDAY);

    (void)state;
    assert_int_equal(verdict_decide(time, at("2026-03-12T23:59:59"), false), VERDICT_EARLY);
    assert_int_equal(verdict_decide(time, at("2026-03-13T08:00:00"), false), VERDICT_ON_TIME);
    assert_int_equal(verdict_decide(time, at(DUE_FRIDAY), false), VERDICT_ON_TIME);
    assert_int_equal(verdict_decide(time, at("2026-03-13T17:00:01"), false), VERDICT_LATE);
}

static void no_limit_and_stopped_are_on_time(void **state)
{
    (void)state;
    assert_int_equal(verdict_decide((struct due){.kind = DUE_NONE}, at(DUE_FRIDAY), false),
                     VERDICT_ON_TIME);
    assert_int_equal(verdict_decide(due(DUE_DAY, DUE_FRIDAY), at("2027-01-01T00:00:00"), true),
                     VERDICT_ON_TIME);
    assert_int_equal(verdict_decide(due(DUE_DAY, DUE_FRIDAY), at("2026-01-01T00:00:00"), true),
                     VERDICT_ON_TIME);
}

static void names_are_found(void **state)
{
    enum verdict verdict = VERDICT_NONE;

    (void)state;
    assert_int_equal(verdict_from_name("on_time", 7, &verdict), ERR_OK);
    assert_int_equal(verdict, VERDICT_ON_TIME);
    assert_int_equal(verdict_from_name("ontime", 6, &verdict), ERR_UNKNOWN);
    assert_string_equal(verdict_name(VERDICT_EARLY), "early");
    assert_string_equal(verdict_name(VERDICT_LATE), "late");
    assert_null(verdict_name(VERDICT_NONE));
    assert_string_equal(pending_name(PENDING_NEAR_DUE), "near_due");
    assert_string_equal(pending_name(PENDING_PAUSED), "paused");
}

static struct span march(void)
{
    struct period period;

    assert_int_equal(period_make(PERIOD_MONTH, 2026, 3, &period), ERR_OK);
    return period_span(period, at("2026-06-01T00:00:00"));
}

/* Count the same dossier `times` times. */
static void count(struct indicator_row *row, int times, const char *accepted, bool online,
                  const char *ended, enum verdict verdict, bool overdue)
{
    const struct span span = march();
    const struct dossier_moments moments = {
        .accepted_at = at(accepted),
        .ended = ended != NULL,
        .ended_at = ended ? at(ended) : (struct instant){0},
        .online = online,
        .verdict = verdict,
        .overdue = overdue,
    };

    for (int i = 0; i < times; i++)
        assert_int_equal(indicator_row_count(row, &span, &moments), ERR_OK);
}

/* The golden example of domain 5.2: 104 = 30 + 70 + 4; 92; 12; 104 = 92 + 12. */
static void the_golden_example_comes_out(void **state)
{
    struct indicator_row row = {0};

    (void)state;
    count(&row, 4, "2026-02-20T09:00", false, "2026-03-05T09:00", VERDICT_EARLY, false);
    count(&row, 30, "2026-03-03T09:00", true, "2026-03-06T09:00", VERDICT_EARLY, false);
    count(&row, 26, "2026-03-03T09:00", false, "2026-03-09T09:00", VERDICT_EARLY, false);
    count(&row, 30, "2026-03-04T09:00", false, "2026-03-11T09:00", VERDICT_ON_TIME, false);
    count(&row, 2, "2026-03-04T09:00", false, "2026-03-16T09:00", VERDICT_LATE, false);
    count(&row, 11, "2026-03-30T09:00", false, NULL, VERDICT_NONE, false);
    count(&row, 1, "2026-03-05T09:00", false, NULL, VERDICT_NONE, true);
    assert_int_equal(row.carried_over, 4);
    assert_int_equal(row.received_online, 30);
    assert_int_equal(row.received_other, 70);
    assert_int_equal(row.carried_over + indicator_received(&row), 104);
    assert_int_equal(row.early, 60);
    assert_int_equal(row.on_time, 30);
    assert_int_equal(row.late, 2);
    assert_int_equal(indicator_resolved(&row), 92);
    assert_int_equal(row.open_in_time, 11);
    assert_int_equal(row.open_overdue, 1);
    assert_int_equal(indicator_open(&row), 12);
    assert_true(indicator_row_balances(&row));
    assert_int_equal(indicator_rate(&row).numerator, 90);
    assert_int_equal(indicator_rate(&row).denominator, 92);
    assert_int_equal(indicator_rate_extended(&row).numerator, 90);
    assert_int_equal(indicator_rate_extended(&row).denominator, 93);
}

/* Case 68, and its neighbours one second away. */
static void the_edges_of_a_period_belong_to_one_side(void **state)
{
    struct indicator_row row = {0};

    (void)state;
    count(&row, 1, "2026-03-01T00:00:00", false, NULL, VERDICT_NONE, false);
    assert_int_equal(row.received_other, 1);
    assert_int_equal(row.carried_over, 0);
    count(&row, 1, "2026-02-28T23:59:59", false, NULL, VERDICT_NONE, false);
    assert_int_equal(row.carried_over, 1);
    count(&row, 1, "2026-04-01T00:00:00", false, NULL, VERDICT_NONE, false);
    assert_int_equal(indicator_received(&row) + row.carried_over, 2);
    count(&row, 1, "2026-03-31T23:59:59", true, NULL, VERDICT_NONE, true);
    assert_int_equal(row.received_online, 1);
    assert_int_equal(row.open_overdue, 1);
    count(&row, 1, "2026-02-01T00:00:00", false, "2026-02-28T23:59:59", VERDICT_LATE, false);
    assert_int_equal(indicator_resolved(&row), 0); /* the month before counted it */
    count(&row, 1, "2026-02-01T00:00:00", false, "2026-03-01T00:00:00", VERDICT_LATE, false);
    assert_int_equal(row.late, 1);
    assert_int_equal(row.carried_over, 2);
    count(&row, 1, "2026-02-01T00:00:00", false, "2026-04-01T00:00:00", VERDICT_LATE, false);
    assert_int_equal(row.late, 1); /* still open at the end of March */
    assert_int_equal(row.open_in_time, 3);
    assert_true(indicator_row_balances(&row));
}

/* Case 64: what waits for its owner has ended, whatever the date. Case 66: a stopped one as well.
 */
static void ended_dossiers_are_never_overdue(void **state)
{
    struct indicator_row row = {0};

    (void)state;
    count(&row, 1, "2026-02-01T00:00:00", false, "2026-03-02T09:00", VERDICT_ON_TIME, true);
    assert_int_equal(row.open_overdue, 0);
    assert_int_equal(row.on_time, 1);
}

static void a_dossier_that_contradicts_itself_is_not_counted(void **state)
{
    struct indicator_row row = {0};
    const struct span span = march();
    struct dossier_moments moments = {.accepted_at = at("2026-03-05T09:00"),
                                      .ended_at = at("2026-02-05T09:00"),
                                      .ended = true,
                                      .verdict = VERDICT_EARLY};

    (void)state;
    assert_int_equal(indicator_row_count(&row, &span, &moments), ERR_REPORT_UNBALANCED);
    moments.ended_at = at("2026-03-06T09:00");
    moments.verdict = VERDICT_NONE;
    assert_int_equal(indicator_row_count(&row, &span, &moments), ERR_REPORT_UNBALANCED);
    assert_int_equal(row.received_other, 0);
    row.carried_over = 1;
    assert_false(indicator_row_balances(&row));
}

/* Two decimals, half up, decimal comma; worked by hand. */
static void rates_are_rounded_half_up(void **state)
{
    static const struct {
        struct rate rate;
        const char *text;
    } rates[] = {
        {{90, 92}, "97,83%"},        /* 97.826.. */
        {{90, 93}, "96,77%"},        /* 96.774.. */
        {{1, 3}, "33,33%"},          /* 33.333.. */
        {{2, 3}, "66,67%"},          /* 66.666.. */
        {{1, 20000}, "0,01%"},       /* 0.005: a half goes up */
        {{1, 20001}, "0,00%"},       /* 0.0049.. */
        {{19999, 20000}, "100,00%"}, /* 99.995 */
        {{0, 7}, "0,00%"},           {{7, 7}, "100,00%"}, {{1, 10}, "10,00%"}, {{0, 0}, "–"},
    };
    char text[RATE_TEXT_SIZE];
    int64_t value = 77;

    (void)state;
    for (size_t i = 0; i < sizeof rates / sizeof *rates; i++) {
        rate_text(rates[i].rate, text);
        assert_string_equal(text, rates[i].text);
    }
    assert_false(rate_value((struct rate){0, 0}, &value));
    assert_int_equal(value, 77);
    assert_true(rate_value((struct rate){79, 80}, &value));
    assert_int_equal(value, 9875);
}

/* Case 67. Three thirds: 33.34 + 33.33 + 33.33, the first of equal remainders gets what is left. */
static void shares_add_up_to_the_whole(void **state)
{
    static const int64_t thirds[] = {1, 1, 1}, parts[] = {60, 30, 2}, none[] = {0, 0};
    static const int64_t sevenths[] = {1, 2, 4};
    int64_t shares[3];

    (void)state;
    shares_make(thirds, 3, 10000, shares);
    assert_int_equal(shares[0], 3334);
    assert_int_equal(shares[1], 3333);
    assert_int_equal(shares[2], 3333);
    /* 65.217.., 32.608.., 2.173..: one hundredth is left, and 32.608.. has the largest remainder */
    shares_make(parts, 3, 10000, shares);
    assert_int_equal(shares[0], 6522);
    assert_int_equal(shares[1], 3261);
    assert_int_equal(shares[2], 217);
    /* 14.28|57, 28.57|14, 57.14|28: the first */
    shares_make(sevenths, 3, 10000, shares);
    assert_int_equal(shares[0], 1429);
    assert_int_equal(shares[1], 2857);
    assert_int_equal(shares[2], 5714);
    shares_make(none, 2, 10000, shares);
    assert_int_equal(shares[0], 0);
    assert_int_equal(shares[1], 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_day_limit_is_judged_by_the_date),
        cmocka_unit_test(a_time_limit_is_late_one_second_after_its_due),
        cmocka_unit_test(no_limit_and_stopped_are_on_time),
        cmocka_unit_test(names_are_found),
        cmocka_unit_test(the_golden_example_comes_out),
        cmocka_unit_test(the_edges_of_a_period_belong_to_one_side),
        cmocka_unit_test(ended_dossiers_are_never_overdue),
        cmocka_unit_test(a_dossier_that_contradicts_itself_is_not_counted),
        cmocka_unit_test(rates_are_rounded_half_up),
        cmocka_unit_test(shares_add_up_to_the_whole),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
