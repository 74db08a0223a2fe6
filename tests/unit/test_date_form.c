/* Dates of other systems. The serial numbers are those of ECMA-376 part 1, 18.17.4.1, and of
 * Microsoft's article on the two date systems (5 July 1998 is 35981 and 34519).. */
#include "domain/date_form.h"

#include <stdio.h>
#include <string.h>

#include "support/test.h"

static const char *shown(enum err err, const struct local_time *time)
{
    static char text[64];
    char date[DATE_TEXT_SIZE];

    if (err != ERR_OK)
        return err_code(err);
    date_format(time->date, date);
    snprintf(text, sizeof text, "%s %02d:%02d:%02d", date, time->second / 3600,
             time->second / 60 % 60, time->second % 60);
    return text;
}

static const char *by(const char *form, const char *text)
{
    struct local_time time = {.second = 0};

    assert_true(date_form_is_one(form));
    return shown(date_form_read(form, text, strlen(text), &time), &time);
}

static const char *serial(enum date_system system, const char *text)
{
    struct local_time time = {.second = 0};

    return shown(date_serial_read(text, strlen(text), system, &time), &time);
}

static void texts_are_read_by_their_form(void **state)
{
    (void)state;
    assert_string_equal(by("dd/MM/yyyy HH:mm", "10/03/2026 08:05"), "2026-03-10 08:05:00");
    assert_string_equal(by("dd/MM/yyyy HH:mm", "5/3/2026 8:05"), "2026-03-05 08:05:00");
    assert_string_equal(by("dd/MM/yyyy", "29/02/2024"), "2024-02-29 00:00:00");
    assert_string_equal(by("yyyy-MM-ddTHH:mm:ss", "2026-03-10T23:59:59"), "2026-03-10 23:59:59");
    assert_string_equal(by("HH:mm dd-MM-yyyy", "08:00 10-03-2026"), "2026-03-10 08:00:00");
}

static void what_is_not_of_the_form_is_told_apart_from_what_is_no_date(void **state)
{
    static const char form[] = "dd/MM/yyyy HH:mm";

    (void)state;
    assert_string_equal(by(form, "10/03/2026"), "syntax");
    assert_string_equal(by(form, "10/03/2026 08:05 "), "syntax");
    assert_string_equal(by(form, "10-03-2026 08:05"), "syntax");
    assert_string_equal(by(form, "10/03/26 08:05"), "syntax");
    assert_string_equal(by(form, ""), "syntax");
    assert_string_equal(by(form, "29/02/2026 08:05"), "date_invalid");
    assert_string_equal(by(form, "10/13/2026 08:05"), "date_invalid");
    assert_string_equal(by(form, "10/03/2026 24:00"), "date_invalid");
    assert_string_equal(by(form, "10/03/2026 08:60"), "date_invalid");
}

static void forms_name_each_part_once(void **state)
{
    (void)state;
    assert_false(date_form_is_one(""));
    assert_false(date_form_is_one("dd/MM"));
    assert_false(date_form_is_one("dd/MM/yyyy HH"));
    assert_false(date_form_is_one("dd/MM/yyyy ss"));
    assert_false(date_form_is_one("dd/dd/MM/yyyy"));
    assert_false(date_form_is_one("ddMMyyyy"));
    assert_false(date_form_is_one("dd/MM/yyyy ngay"));
    assert_false(date_form_is_one("dd/MM/yyyy                                "));
}

static void the_system_of_1900_has_a_day_that_never_was(void **state)
{
    (void)state;
    assert_string_equal(serial(DATE_SYSTEM_1900, "1"), "1900-01-01 00:00:00");
    assert_string_equal(serial(DATE_SYSTEM_1900, "59"), "1900-02-28 00:00:00");
    assert_string_equal(serial(DATE_SYSTEM_1900, "60"), "date_invalid");
    assert_string_equal(serial(DATE_SYSTEM_1900, "61"), "1900-03-01 00:00:00");
    assert_string_equal(serial(DATE_SYSTEM_1900, "0"), "date_invalid");
    assert_string_equal(serial(DATE_SYSTEM_1900, "35981"), "1998-07-05 00:00:00");
    assert_string_equal(serial(DATE_SYSTEM_1904, "34519"), "1998-07-05 00:00:00");
    assert_string_equal(serial(DATE_SYSTEM_1904, "0"), "1904-01-01 00:00:00");
}

/* 08:05 is 29100 of 86400 seconds: 0.336805555..., which no binary fraction is. */
static void the_part_of_a_day_is_the_nearest_second(void **state)
{
    (void)state;
    assert_string_equal(serial(DATE_SYSTEM_1900, "36526.5"), "2000-01-01 12:00:00");
    assert_string_equal(serial(DATE_SYSTEM_1900, "36526.336805555555"), "2000-01-01 08:05:00");
    assert_string_equal(serial(DATE_SYSTEM_1900, "36526.336805555562"), "2000-01-01 08:05:00");
    assert_string_equal(serial(DATE_SYSTEM_1900, "36526.9999999"), "2000-01-02 00:00:00");
    assert_string_equal(serial(DATE_SYSTEM_1900, "59.9999999"), "date_invalid");
}

static void what_is_no_number_of_days_is_refused(void **state)
{
    static const char *const bad[] = {"",    "-1",         "4,5",      "1.",   ".5",
                                      "1e5", "10/03/2026", "12345678", "1.2.3"};

    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_string_equal(serial(DATE_SYSTEM_1900, bad[i]), "syntax");
    assert_string_equal(serial(DATE_SYSTEM_1900, "9999999"), "date_invalid");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_are_read_by_their_form),
        cmocka_unit_test(what_is_not_of_the_form_is_told_apart_from_what_is_no_date),
        cmocka_unit_test(forms_name_each_part_once),
        cmocka_unit_test(the_system_of_1900_has_a_day_that_never_was),
        cmocka_unit_test(the_part_of_a_day_is_the_nearest_second),
        cmocka_unit_test(what_is_no_number_of_days_is_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
