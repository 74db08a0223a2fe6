/*
 * Rules checked. What is expected was announced for those years (Điều 112 Bộ luật Lao
 * động, from 2021 on with two days for the National Day), or stands in sample/holidays.json: the
 * rows of 2027 that follow from rules, and not what a decision swaps.
 */
#include "domain/calendar_derive.h"

#include <string.h>

#include "support/test.h"

enum { SATURDAY_AND_SUNDAY = 1 << SATURDAY | 1 << SUNDAY };

static const struct yearly_rule rules[] = {
    {.name = "Tết Dương lịch", .month = 1, .day = 1, .days = 1},
    {.name = "Tết Âm lịch", .month = 1, .day = 1, .lunar = true, .days_before = 1, .days = 5},
    {.name = "Giỗ Tổ Hùng Vương", .month = 3, .day = 10, .lunar = true, .days = 1},
    {.name = "Ngày Chiến thắng", .month = 4, .day = 30, .days = 1},
    {.name = "Quốc tế Lao động", .month = 5, .day = 1, .days = 1},
    {.name = "Quốc khánh", .month = 9, .day = 2, .days = 1, .neighbour = true},
    {.name = "Ngày Văn hóa Việt Nam", .month = 11, .day = 24, .days = 1, .from_year = 2026},
};

struct year {
    struct derived_day days[DERIVED_DAYS_MAX];
    size_t count;
};

static void derive(int number, struct year *year)
{
    assert_int_equal(calendar_derive(number, SATURDAY_AND_SUNDAY, rules,
                                     sizeof rules / sizeof *rules, year->days, &year->count),
                     ERR_OK);
}

static const struct derived_day *find(const struct year *year, const char *text)
{
    struct date date = {0};

    assert_int_equal(date_parse(text, strlen(text), &date), ERR_OK);
    for (size_t i = 0; i < year->count; i++)
        if (date_equal(year->days[i].date, date))
            return &year->days[i];
    return NULL;
}

static void must_have(const struct year *year, const char *date, enum derived_kind kind,
                      const char *rule)
{
    const struct derived_day *day = find(year, date);

    assert_non_null(day);
    assert_int_equal(day->kind, kind);
    assert_string_equal(day->rule->name, rule);
}

static void the_rows_of_2027_that_follow_from_rules_are_found(void **state) /* */
{
    struct year year;

    (void)state;
    derive(2027, &year);
    must_have(&year, "2027-01-01", DERIVED_STATUTORY, "Tết Dương lịch");
    must_have(&year, "2027-02-05", DERIVED_STATUTORY, "Tết Âm lịch"); /* 29 tháng Chạp */
    must_have(&year, "2027-02-06", DERIVED_STATUTORY, "Tết Âm lịch"); /* mùng 1, Saturday */
    must_have(&year, "2027-02-07", DERIVED_STATUTORY, "Tết Âm lịch");
    must_have(&year, "2027-02-08", DERIVED_STATUTORY, "Tết Âm lịch");
    must_have(&year, "2027-02-09", DERIVED_STATUTORY, "Tết Âm lịch");
    must_have(&year, "2027-02-10", DERIVED_IN_LIEU, "Tết Âm lịch");
    must_have(&year, "2027-02-11", DERIVED_IN_LIEU, "Tết Âm lịch"); /* for the Sunday */
    must_have(&year, "2027-04-16", DERIVED_STATUTORY, "Giỗ Tổ Hùng Vương");
    must_have(&year, "2027-04-30", DERIVED_STATUTORY, "Ngày Chiến thắng");
    must_have(&year, "2027-05-01", DERIVED_STATUTORY, "Quốc tế Lao động"); /* Saturday */
    must_have(&year, "2027-05-03", DERIVED_IN_LIEU, "Quốc tế Lao động");
    must_have(&year, "2027-09-02", DERIVED_STATUTORY, "Quốc khánh");
    must_have(&year, "2027-09-03", DERIVED_NEIGHBOUR, "Quốc khánh");
    must_have(&year, "2027-11-24", DERIVED_STATUTORY, "Ngày Văn hóa Việt Nam");
    assert_int_equal(year.count, 15);
    assert_true(find(&year, "2027-02-06")->rests);
    assert_false(find(&year, "2027-02-08")->rests);
    assert_int_equal(find(&year, "2027-02-05")->nth, -1);
    assert_int_equal(find(&year, "2027-02-09")->nth, 3);
}

static void a_day_on_a_rest_day_gives_the_next_day_that_is_worked(void **state) /* */
{
    struct year year;

    (void)state;
    derive(2026, &year);
    must_have(&year, "2026-04-26", DERIVED_STATUTORY, "Giỗ Tổ Hùng Vương"); /* Sunday */
    must_have(&year, "2026-04-27", DERIVED_IN_LIEU, "Giỗ Tổ Hùng Vương");
    derive(2022, &year);
    must_have(&year, "2022-01-03", DERIVED_IN_LIEU, "Tết Dương lịch");
    must_have(&year, "2022-04-11", DERIVED_IN_LIEU, "Giỗ Tổ Hùng Vương");
    must_have(&year, "2022-05-02", DERIVED_IN_LIEU, "Ngày Chiến thắng"); /* of Saturday 30/4 */
    must_have(&year, "2022-05-03", DERIVED_IN_LIEU, "Quốc tế Lao động"); /* of Sunday 1/5 */
    derive(2023, &year); /* Saturday 29/4, Sunday 30/4, Monday 1/5: off until Wednesday 3/5 */
    must_have(&year, "2023-05-01", DERIVED_STATUTORY, "Quốc tế Lao động");
    must_have(&year, "2023-05-02", DERIVED_IN_LIEU, "Giỗ Tổ Hùng Vương");
    must_have(&year, "2023-05-03", DERIVED_IN_LIEU, "Ngày Chiến thắng");
    assert_null(find(&year, "2023-05-04"));
    must_have(&year, "2023-09-04", DERIVED_IN_LIEU, "Quốc khánh"); /* of Saturday 2/9 */
}

static void the_neighbour_joins_the_national_day_to_the_weekly_rest(void **state) /* */
{
    static const struct {
        int year;
        const char *off, *worked;
    } announced[] = {
        {2021, "2021-09-03", "2021-09-01"}, {2022, "2022-09-01", "2022-09-03"},
        {2023, "2023-09-01", "2023-09-03"}, {2024, "2024-09-03", "2024-09-01"},
        {2025, "2025-09-01", "2025-09-03"}, {2026, "2026-09-01", "2026-09-03"},
        {2027, "2027-09-03", "2027-09-01"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof announced / sizeof *announced; i++) {
        struct year year;

        derive(announced[i].year, &year);
        must_have(&year, announced[i].off, DERIVED_NEIGHBOUR, "Quốc khánh");
        assert_null(find(&year, announced[i].worked));
    }
}

static void a_rule_begins_with_its_year(void **state) /* */
{
    struct year year;

    (void)state;
    derive(2025, &year);
    assert_null(find(&year, "2025-11-24"));
    derive(2026, &year);
    must_have(&year, "2026-11-24", DERIVED_STATUTORY, "Ngày Văn hóa Việt Nam");
}

/* Each named day gives its day off at least, so many are not worked: what the law grants. */
static void every_year_grants_the_days_of_the_law(void **state) /* */
{
    (void)state;
    for (int number = 2026; number <= 2199; number++) {
        struct year year;
        int free_days = 0, shared = 0;

        derive(number, &year);
        for (size_t i = 0; i < year.count; i++) {
            free_days += !year.days[i].rests;
            assert_int_equal(date_civil(year.days[i].date).year, number);
            assert_true(i == 0 || date_before(year.days[i - 1].date, year.days[i].date));
        }
        struct date gio_to = {0};
        for (size_t i = 0; i < year.count; i++)
            if (strcmp(year.days[i].rule->name, "Giỗ Tổ Hùng Vương") == 0)
                gio_to = year.days[i].date;
        shared = gio_to.day == 0; /* 10/3 on 30/4 or 1/5: one day off */
        assert_int_equal(free_days, 12 - shared);
    }
}

static void a_date_that_the_year_does_not_have_is_refused(void **state) /* */
{
    static const struct yearly_rule leap_day[] = {{.name = "", .month = 2, .day = 29, .days = 1}};
    struct year year;

    (void)state;
    assert_int_equal(
        calendar_derive(2027, SATURDAY_AND_SUNDAY, leap_day, 1, year.days, &year.count), ERR_DATE);
    assert_int_equal(
        calendar_derive(2028, SATURDAY_AND_SUNDAY, leap_day, 1, year.days, &year.count), ERR_OK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_rows_of_2027_that_follow_from_rules_are_found),
        cmocka_unit_test(a_day_on_a_rest_day_gives_the_next_day_that_is_worked),
        cmocka_unit_test(the_neighbour_joins_the_national_day_to_the_weekly_rest),
        cmocka_unit_test(a_rule_begins_with_its_year),
        cmocka_unit_test(every_year_grants_the_days_of_the_law),
        cmocka_unit_test(a_date_that_the_year_does_not_have_is_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
