/* Addresses and codes of webhooks, and how long one rests. Rules. */
#include "domain/webhook.h"

#include "support/test.h"

static void addresses_are_http_without_a_password(void **state)
{
    static const char *const good[] = {"https://vi-du.vn", "http://127.0.0.1:8080/motcua",
                                       "https://vi-du.vn/a?b=c@d", "http://[::1]/x"};
    static const char *const bad[] = {"",
                                      "vi-du.vn",
                                      "ftp://vi-du.vn/",
                                      "https://",
                                      "https:///x",
                                      "http://:80/",
                                      "http://ten:mat@vi-du.vn/",
                                      "http://ten@vi-du.vn",
                                      "http://vi du.vn/",
                                      "http://vi-du.vn/\n",
                                      "http://ví-dụ.vn/",
                                      "HTTP://vi-du.vn/"};

    (void)state;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        assert_true(webhook_url_is_one(good[i]));
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(webhook_url_is_one(bad[i]));
}

static void codes_are_small_letters_digits_and_hyphens(void **state)
{
    (void)state;
    assert_true(webhook_code_is_one("tinh"));
    assert_true(webhook_code_is_one("so-4"));
    assert_false(webhook_code_is_one(""));
    assert_false(webhook_code_is_one("-tinh"));
    assert_false(webhook_code_is_one("Tinh"));
    assert_false(webhook_code_is_one("tinh/1"));
}

static void a_rest_doubles_up_to_an_hour(void **state)
{
    (void)state;
    assert_int_equal(webhook_rest_ms(1), 5000);
    assert_int_equal(webhook_rest_ms(2), 10000);
    assert_int_equal(webhook_rest_ms(3), 20000);
    assert_int_equal(webhook_rest_ms(10), 2560000); /* 5 s * 512 */
    assert_int_equal(webhook_rest_ms(11), 3600000);
    assert_int_equal(webhook_rest_ms(INT64_MAX), 3600000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(addresses_are_http_without_a_password),
        cmocka_unit_test(codes_are_small_letters_digits_and_hyphens),
        cmocka_unit_test(a_rest_doubles_up_to_an_hour),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
