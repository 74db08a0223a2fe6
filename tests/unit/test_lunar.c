/*
 * Rules checked: R-063. The expected dates are days off as they were announced or kept in Viet Nam,
 * not output of the code; those of 2025 to 2027 stand in sample/holidays.json as well.
 */
#include "domain/lunar.h"

#include "support/test.h"

struct known {
    int year, month, day;
};

static void must_be(int year, int month, int day, struct known expected)
{
    struct date date = {0};

    assert_int_equal(lunar_date(year, month, day, &date), ERR_OK);
    const struct civil civil = date_civil(date);
    const struct known found = {civil.year, civil.month, civil.day};
    assert_memory_equal(&found, &expected, sizeof found);
}

/* Mùng 1 Tết. */
static void tet_falls_on_the_days_that_were_kept(void **state) /* */
{
    static const struct known tet[] = {
        {2000, 2, 5},  {2001, 1, 24}, {2002, 2, 12}, {2003, 2, 1},  {2004, 1, 22}, {2005, 2, 9},
        {2006, 1, 29}, {2007, 2, 17}, {2008, 2, 7},  {2009, 1, 26}, {2010, 2, 14}, {2011, 2, 3},
        {2012, 1, 23}, {2013, 2, 10}, {2014, 1, 31}, {2015, 2, 19}, {2016, 2, 8},  {2017, 1, 28},
        {2018, 2, 16}, {2019, 2, 5},  {2020, 1, 25}, {2021, 2, 12}, {2022, 2, 1},  {2023, 1, 22},
        {2024, 2, 10}, {2025, 1, 29}, {2026, 2, 17}, {2027, 2, 6},  {2028, 1, 26}, {2029, 2, 13},
    };

    (void)state;
    for (size_t i = 0; i < sizeof tet / sizeof *tet; i++)
        must_be(tet[i].year, 1, 1, tet[i]);
}

/* A day or a month before the Chinese new year, whose midnight is an hour earlier: 2007-02-18,
 * 2030-02-03, 1985-02-20, 1968-01-30. */
static void tet_is_counted_at_the_midnight_of_viet_nam(void **state) /* */
{
    (void)state;
    must_be(2007, 1, 1, (struct known){2007, 2, 17});
    must_be(2030, 1, 1, (struct known){2030, 2, 2});
    must_be(1985, 1, 1, (struct known){1985, 1, 21});
    must_be(1968, 1, 1, (struct known){1968, 1, 29});
}

/* 10/3. */
static void gio_to_falls_on_the_days_that_were_kept(void **state) /* */
{
    static const struct known gio_to[] = {
        {2013, 4, 19}, {2014, 4, 9},  {2015, 4, 28}, {2016, 4, 16}, {2017, 4, 6},
        {2018, 4, 25}, {2019, 4, 14}, {2020, 4, 2},  {2021, 4, 21}, {2022, 4, 10},
        {2023, 4, 29}, {2024, 4, 18}, {2025, 4, 7},  {2026, 4, 26}, {2027, 4, 16},
    };

    (void)state;
    for (size_t i = 0; i < sizeof gio_to / sizeof *gio_to; i++)
        must_be(gio_to[i].year, 3, 10, gio_to[i]);
}

/* Trung thu (15/8) after the leap months of 2020 (4 nhuận), 2023 (2 nhuận) and 2025 (6 nhuận), and
 * ông Công ông Táo (23/12) of the year after the leap month of 2033 (11 nhuận). */
static void a_leap_month_moves_the_months_after_it_only(void **state) /* */
{
    (void)state;
    must_be(2020, 8, 15, (struct known){2020, 10, 1});
    must_be(2023, 8, 15, (struct known){2023, 9, 29});
    must_be(2024, 8, 15, (struct known){2024, 9, 17});
    must_be(2025, 8, 15, (struct known){2025, 10, 6});
    must_be(2034, 1, 1, (struct known){2034, 2, 19});
    must_be(2033, 1, 1, (struct known){2033, 1, 31});
}

/* Giao thừa of Ất Tỵ was the 29th of Chạp (2026-02-16), of Giáp Thìn's year before the 30th. */
static void a_short_month_has_no_thirtieth_day(void **state) /* */
{
    struct date date;

    (void)state;
    must_be(2025, 12, 29, (struct known){2026, 2, 16});
    assert_int_equal(lunar_date(2025, 12, 30, &date), ERR_DATE);
    must_be(2023, 12, 30, (struct known){2024, 2, 9});
}

static void what_is_no_lunar_date_is_refused(void **state) /* */
{
    struct date date;

    (void)state;
    assert_int_equal(lunar_date(LUNAR_YEAR_MIN - 1, 1, 1, &date), ERR_DATE);
    assert_int_equal(lunar_date(LUNAR_YEAR_MAX + 1, 1, 1, &date), ERR_DATE);
    assert_int_equal(lunar_date(2026, 0, 1, &date), ERR_DATE);
    assert_int_equal(lunar_date(2026, 13, 1, &date), ERR_DATE);
    assert_int_equal(lunar_date(2026, 1, 0, &date), ERR_DATE);
    assert_int_equal(lunar_date(2026, 1, 31, &date), ERR_DATE);
}

/* Every lunar year has twelve months of 29 or 30 days, and Tết lies between 20 January and 21
 * February, as the solstice in the eleventh month demands. */
static void each_year_begins_near_the_first_days_of_spring(void **state) /* */
{
    (void)state;
    for (int year = LUNAR_YEAR_MIN; year <= LUNAR_YEAR_MAX; year++) {
        struct date first = {0}, before = {0};

        assert_int_equal(lunar_date(year, 1, 1, &first), ERR_OK);
        const int after = first.day - date_from_civil((struct civil){year, 1, 1}).day;
        assert_in_range(after, 19, 53);
        for (int month = 2; month <= 12; month++) {
            assert_int_equal(lunar_date(year, month, 1, &before), ERR_OK);
            const int length = before.day - first.day;
            assert_true(length == 29 || length == 30 || length == 59 || length == 58 ||
                        length == 60); /* with a leap month between them */
            first = before;
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(tet_falls_on_the_days_that_were_kept),
        cmocka_unit_test(tet_is_counted_at_the_midnight_of_viet_nam),
        cmocka_unit_test(gio_to_falls_on_the_days_that_were_kept),
        cmocka_unit_test(a_leap_month_moves_the_months_after_it_only),
        cmocka_unit_test(a_short_month_has_no_thirtieth_day),
        cmocka_unit_test(what_is_no_lunar_date_is_refused),
        cmocka_unit_test(each_year_begins_near_the_first_days_of_spring),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
