/* Rules checked. */
#include "support/test.h"

#include <string.h>

#include "domain/phone.h"

static void numbers_are_brought_into_one_form(void **state)
{
    static const char *const numbers[][2] = {
        {"0912345612", "+84912345612"},       {"+84912345612", "+84912345612"},
        {"84912345612", "+84912345612"},      {"0912 345 612", "+84912345612"},
        {"0912.345.612", "+84912345612"},     {"0912-345-612", "+84912345612"},
        {" +84 912 345612 ", "+84912345612"}, {"0321234567", "+84321234567"},
        {"0521234567", "+84521234567"},       {"0701234567", "+84701234567"},
        {"0811234567", "+84811234567"},       {"0901234567", "+84901234567"},
        {"02083851234", "+842083851234"},     {"+842093851234", "+842093851234"},
        {"0208 3851 234", "+842083851234"},
    };
    char phone[PHONE_SIZE];

    (void)state;
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        assert_int_equal(phone_normalise(numbers[i][0], strlen(numbers[i][0]), phone), ERR_OK);
        assert_string_equal(phone, numbers[i][1]);
    }
}

static void what_is_no_number_of_the_country_is_refused(void **state)
{
    static const char *const bad[] = {"",
                                      "0",
                                      "091234561",
                                      "09123456123",
                                      "1912345612",
                                      "0312345678",
                                      "0302345678",
                                      "0532345678",
                                      "0542345678",
                                      "0712345678",
                                      "0752345678",
                                      "0802345678",
                                      "0612345678",
                                      "0412345678",
                                      "0112345678",
                                      "842083851234",
                                      "0208385123",
                                      "020838512345",
                                      "+0912345612",
                                      "++84912345612",
                                      "84+912345612",
                                      "0912345a12",
                                      "0912/345612",
                                      "+85912345612",
                                      "+8491234561212345"};
    char phone[PHONE_SIZE];

    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_int_equal(phone_normalise(bad[i], strlen(bad[i]), phone), ERR_PHONE);
}

static void numbers_are_shown_in_groups_and_masked_in_public(void **state)
{
    char text[PHONE_SHOWN_SIZE];

    (void)state;
    phone_show("+84912345612", text);
    assert_string_equal(text, "0912 345 612");
    phone_mask("+84912345612", text);
    assert_string_equal(text, "09xx xxx x12");
    phone_show("+842083851234", text);
    assert_string_equal(text, "0208 3851 234");
    phone_mask("+842083851234", text);
    assert_string_equal(text, "02xx xxxx x34");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_are_brought_into_one_form),
        cmocka_unit_test(what_is_no_number_of_the_country_is_refused),
        cmocka_unit_test(numbers_are_shown_in_groups_and_masked_in_public),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
