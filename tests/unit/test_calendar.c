/* Rules checked. */
#include "domain/calendar_build.h"

#include "support/office_calendar.h"

static void only_dates_of_the_horizon_from_the_first_row_on_are_usable(void **state) /* */
{
    struct calendar calendar;
    void *block = office_calendar(&calendar);

    (void)state;
    assert_false(calendar_covers(&calendar, date_at("2025-06-30")));
    assert_true(calendar_covers(&calendar, date_at("2025-07-01")));
    assert_true(calendar_covers(&calendar, date_at("2027-12-31")));
    assert_false(calendar_covers(&calendar, date_at("2028-01-01")));
    assert_false(calendar_is_working_day(&calendar, date_at("2025-06-30")));
    assert_false(calendar_is_working_day(&calendar, date_at("2199-12-31")));
    assert_false(calendar_is_working_day(&calendar, date_at("1900-01-01")));
    free(block);
}

static void a_horizon_before_the_first_row_has_no_usable_date(void **state) /* */
{
    struct office office;
    struct calendar calendar;
    struct date date;
    void *block;

    (void)state;
    office_init(&office);
    office.source.last = date_at("2025-06-30");
    block = calendar_make(&office.source, &calendar);
    assert_false(calendar_covers(&calendar, date_at("2025-06-30")));
    assert_int_equal(calendar_working_day_from(&calendar, date_at("2025-06-30"), &date),
                     ERR_CALENDAR_RANGE);
    free(block);
}

static void make_up_days_work_and_days_off_rest(void **state) /* */
{
    static const struct {
        const char *date;
        enum day_kind kind;
        bool working;
    } days[] = {
        {"2026-08-21", DAY_ORDINARY, true},     {"2026-08-22", DAY_MAKE_UP, true},
        {"2026-08-23", DAY_WEEKLY_REST, false}, {"2026-08-31", DAY_OFF, false},
        {"2026-04-26", DAY_OFF, false},         {"2026-11-24", DAY_OFF, false},
        {"2026-01-10", DAY_MAKE_UP, true},      {"2026-03-07", DAY_WEEKLY_REST, false},
    };
    struct calendar calendar;
    void *block = office_calendar(&calendar);

    (void)state;
    for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
        assert_int_equal(calendar_day_kind(&calendar, date_at(days[i].date)), days[i].kind);
        assert_int_equal(calendar_is_working_day(&calendar, date_at(days[i].date)),
                         days[i].working);
    }
    free(block);
}

static void working_days_are_found_and_counted(void **state)
{
    struct calendar calendar;
    struct date found;
    void *block = office_calendar(&calendar);

    (void)state;
    assert_int_equal(calendar_working_day_after(&calendar, date_at("2026-08-28"), 1, &found),
                     ERR_OK);
    assert_int_equal(found.day, date_at("2026-09-03").day);
    assert_int_equal(calendar_working_day_from(&calendar, date_at("2026-08-28"), &found), ERR_OK);
    assert_int_equal(found.day, date_at("2026-08-28").day);
    assert_int_equal(calendar_working_day_after(&calendar, date_at("2027-12-31"), 1, &found),
                     ERR_CALENDAR_RANGE);
    assert_int_equal(calendar_working_day_after(&calendar, date_at("2026-01-05"), 100000, &found),
                     ERR_CALENDAR_RANGE);
    /* 28/8, 3/9 and 4/9 */
    assert_int_equal(
        calendar_count_working_days(&calendar, date_at("2026-08-27"), date_at("2026-09-06")), 3);
    assert_int_equal(
        calendar_count_working_days(&calendar, date_at("2026-09-06"), date_at("2026-08-27")), 0);
    free(block);
}

static void a_date_in_both_lists_is_refused_and_named(void **state) /* */
{
    struct office office;
    struct calendar calendar;
    struct date fault;
    void *block;

    (void)state;
    office_init(&office);
    office.make_up_days[OFFICE_MAKE_UP_DAYS] = (struct calendar_date){date_at("2026-02-18"), true};
    office.source.make_up_count++;
    block = malloc(calendar_size(&office.source));
    assert_int_equal(calendar_build(&office.source, block, &calendar, &fault),
                     ERR_CALENDAR_CONTRADICTION);
    assert_int_equal(fault.day, date_at("2026-02-18").day);
    free(block);
}

static void the_same_date_twice_in_one_list_is_harmless(void **state) /* */
{
    struct office office;
    struct calendar calendar;
    void *block;

    (void)state;
    office_init(&office);
    office.days_off[OFFICE_DAYS_OFF] = office.days_off[OFFICE_DAYS_OFF - 1];
    office.source.day_off_count++;
    block = calendar_make(&office.source, &calendar);
    assert_int_equal(calendar_day_kind(&calendar, date_at("2027-11-24")), DAY_OFF);
    free(block);
}

static void sessions_are_in_order_and_never_overlap(void **state) /* */
{
    static const struct day_span touching[] = {{0, 3600}, {3600, 86400}};
    static const struct day_span overlapping[] = {{0, 3600}, {3599, 7200}};
    static const struct day_span empty[] = {{3600, 3600}};
    static const struct day_span too_long[] = {{3600, 86401}};
    size_t fault = 9;

    (void)state;
    assert_true(calendar_sessions_valid(touching, 2, &fault));
    assert_false(calendar_sessions_valid(overlapping, 2, &fault));
    assert_int_equal(fault, 1);
    assert_false(calendar_sessions_valid(empty, 1, &fault));
    assert_int_equal(fault, 0);
    assert_false(calendar_sessions_valid(too_long, 1, &fault));
    assert_false(calendar_sessions_valid(touching, 0, &fault));
}

static void the_latest_row_not_after_a_date_is_in_force(void **state) /* */
{
    static const struct day_span summer[] = {{25200, 41400}, {48600, 61200}};
    static const struct day_span late[] = {{72000, 86400}};
    struct office office;
    struct calendar calendar;
    struct calendar_row rows[3];
    char text[INSTANT_TEXT_SIZE];
    void *block;

    (void)state;
    office_init(&office);
    rows[0] = office.row;
    rows[1] = (struct calendar_row){date_at("2026-04-15"), summer, 2};
    rows[2] = (struct calendar_row){date_at("2026-10-15"), late, 1};
    office.source.rows = rows;
    office.source.row_count = 3;
    block = calendar_make(&office.source, &calendar);
    assert_int_equal(calendar_standard_day_seconds(&calendar, date_at("2026-04-14")), 28800);
    assert_int_equal(calendar_standard_day_seconds(&calendar, date_at("2026-04-15")), 28800);
    assert_int_equal(calendar_standard_day_seconds(&calendar, date_at("2026-10-15")), 14400);
    instant_format(calendar_day_start(&calendar, date_at("2026-04-15")), text);
    assert_string_equal(text, "2026-04-15T07:00:00+07:00");
    instant_format(calendar_day_end(&calendar, date_at("2026-10-15")), text); /* 24:00 */
    assert_string_equal(text, "2026-10-16T00:00:00+07:00");
    free(block);
}

/* Three parts off on one date, two of them overlapping, and a whole date off by its parts. */
static void partial_days_off_are_taken_out_of_the_sessions(void **state) /* */
{
    struct office office;
    struct calendar calendar;
    const struct calendar_partial partials[] = {
        {date_at("2026-03-09"), {0, 86400}},
        {date_at("2026-03-10"), {28800, 32400}}, /* 08:00-09:00 */
        {date_at("2026-03-10"), {30600, 34200}}, /* 08:30-09:30 */
        {date_at("2026-03-10"), {41000, 61200}}, /* 11:23:20-17:00 */
        {date_at("2026-03-14"), {0, 86400}},     /* a Saturday: nothing to take out */
    };
    const struct day_span *spans;
    int32_t count;
    void *block;

    (void)state;
    office_init(&office);
    office.source.partials = partials;
    office.source.partial_count = 5;
    block = calendar_make(&office.source, &calendar);
    assert_false(calendar_is_working_day(&calendar, date_at("2026-03-09")));
    assert_int_equal(calendar_day_kind(&calendar, date_at("2026-03-09")), DAY_ORDINARY);
    spans = calendar_day_sessions(&calendar, date_at("2026-03-10"), &count);
    assert_int_equal(count, 2);
    assert_int_equal(spans[0].from, 27000);
    assert_int_equal(spans[0].to, 28800);
    assert_int_equal(spans[1].from, 34200);
    assert_int_equal(spans[1].to, 41000);
    calendar_day_sessions(&calendar, date_at("2026-03-11"), &count);
    assert_int_equal(count, 2);
    assert_int_equal(calendar_standard_day_seconds(&calendar, date_at("2026-03-10")), 28800);
    free(block);
}

static void a_year_is_confirmed_by_official_rows_alone(void **state) /* */
{
    struct office office;
    struct calendar calendar;
    void *block;

    (void)state;
    office_init(&office);
    office.source.last = date_at("2028-06-30"); /* no row is dated in 2028 */
    block = calendar_make(&office.source, &calendar);
    assert_false(calendar_unconfirmed(&calendar, date_at("2025-07-01"), date_at("2026-12-31")));
    assert_true(calendar_unconfirmed(&calendar, date_at("2026-12-31"), date_at("2027-01-01")));
    assert_true(calendar_unconfirmed(&calendar, date_at("2027-12-31"), date_at("2027-12-31")));
    assert_true(calendar_unconfirmed(&calendar, date_at("2028-01-01"), date_at("2028-01-01")));
    free(block);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_dates_of_the_horizon_from_the_first_row_on_are_usable),
        cmocka_unit_test(a_horizon_before_the_first_row_has_no_usable_date),
        cmocka_unit_test(make_up_days_work_and_days_off_rest),
        cmocka_unit_test(working_days_are_found_and_counted),
        cmocka_unit_test(a_date_in_both_lists_is_refused_and_named),
        cmocka_unit_test(the_same_date_twice_in_one_list_is_harmless),
        cmocka_unit_test(sessions_are_in_order_and_never_overlap),
        cmocka_unit_test(the_latest_row_not_after_a_date_is_in_force),
        cmocka_unit_test(partial_days_off_are_taken_out_of_the_sessions),
        cmocka_unit_test(a_year_is_confirmed_by_official_rows_alone),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
