/* Rules checked: R-761. */
#include "support/test.h"

#include <stdlib.h>
#include <string.h>

#include "http/decode.h"

/* Decode in memory of exactly the right size, so that a sanitizer sees every byte too many. */
static bool decodes_to(const char *text, enum http_decode kind, const char *expected)
{
    const size_t length = strlen(text);
    char *copy = malloc(length + 1);
    bool good;

    assert_non_null(copy);
    memcpy(copy, text, length + 1);
    good = http_decode(copy, length, kind);
    if (good)
        assert_string_equal(copy, expected);
    free(copy);
    return good;
}

static void escapes_are_decoded_once(void **state)
{
    (void)state;
    assert_true(decodes_to("", HTTP_DECODE_PATH, ""));
    assert_true(decodes_to("/a%20b", HTTP_DECODE_PATH, "/a b"));
    assert_true(decodes_to("/%41%6a%6A", HTTP_DECODE_PATH, "/Ajj"));
    assert_true(decodes_to("/%2541", HTTP_DECODE_PATH, "/%41"));
    assert_true(decodes_to("%C4%90%C3%A0", HTTP_DECODE_FORM, "Đà"));
}

static void a_plus_is_a_blank_in_a_form_only(void **state)
{
    (void)state;
    assert_true(decodes_to("a+b%2Bc", HTTP_DECODE_FORM, "a b+c"));
    assert_true(decodes_to("/a+b", HTTP_DECODE_PATH, "/a+b"));
}

static void an_escaped_slash_is_refused_in_a_path_only(void **state)
{
    (void)state;
    assert_false(decodes_to("/a%2Fb", HTTP_DECODE_PATH, ""));
    assert_false(decodes_to("/a%2fb", HTTP_DECODE_PATH, ""));
    assert_true(decodes_to("a%2Fb", HTTP_DECODE_FORM, "a/b"));
}

static void malformed_escapes_are_refused(void **state)
{
    static const char *const bad[] = {"%", "a%", "%4", "a%4", "%4g", "%g4", "%%41", "%-1", "% 1"};

    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_false(decodes_to(bad[i], HTTP_DECODE_PATH, ""));
        assert_false(decodes_to(bad[i], HTTP_DECODE_FORM, ""));
    }
}

static void control_characters_are_refused(void **state)
{
    static const char *const bad[] = {"%00", "a%00b", "%0a", "%0D", "%1f", "%7F", "\n", "\t"};

    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(decodes_to(bad[i], HTTP_DECODE_FORM, ""));
}

/* RFC 3629: the first and last character of each length, and what lies outside. */
static void only_utf8_is_clean(void **state)
{
    static const char *const good[] = {" ~",           "\xc2\x80",         "\xdf\xbf",
                                       "\xe0\xa0\x80", "\xed\x9f\xbf",     "\xee\x80\x80",
                                       "\xef\xbf\xbf", "\xf0\x90\x80\x80", "\xf4\x8f\xbf\xbf"};
    static const char *const bad[] = {"\x80",
                                      "\xbf",
                                      "\xc0\x80",
                                      "\xc1\xbf",
                                      "\xc2",
                                      "\xc2\x41",
                                      "\xe0\x9f\xbf",
                                      "\xed\xa0\x80",
                                      "\xef\xbf",
                                      "\xe1\x80\x41",
                                      "\xf0\x8f\xbf\xbf",
                                      "\xf0\x90\x80",
                                      "\xf4\x90\x80\x80",
                                      "\xf5\x80\x80\x80",
                                      "\xff"};

    (void)state;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        assert_true(decodes_to(good[i], HTTP_DECODE_FORM, good[i]));
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(decodes_to(bad[i], HTTP_DECODE_FORM, ""));
}

static void a_character_cut_by_the_length_is_not_clean(void **state)
{
    (void)state;
    assert_true(http_text_is_clean("\xe1\xbb\x99", 3));
    assert_false(http_text_is_clean("\xe1\xbb\x99", 2));
    assert_false(http_text_is_clean("\xe1\xbb\x99", 1));
    assert_true(http_text_is_clean("\xe1\xbb\x99", 0));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(escapes_are_decoded_once),
        cmocka_unit_test(a_plus_is_a_blank_in_a_form_only),
        cmocka_unit_test(an_escaped_slash_is_refused_in_a_path_only),
        cmocka_unit_test(malformed_escapes_are_refused),
        cmocka_unit_test(control_characters_are_refused),
        cmocka_unit_test(only_utf8_is_clean),
        cmocka_unit_test(a_character_cut_by_the_length_is_not_clean),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
