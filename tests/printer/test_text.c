#include "support/test.h"

#include <stdio.h>
#include <string.h>

#include "printer/text.h"

static void words_are(const char *instant, const char *date, const char *whole)
{
    char got_date[DATE_WORDS_SIZE], got[INSTANT_WORDS_SIZE];
    struct instant at;

    assert_int_equal(instant_parse(instant, strlen(instant), &at), ERR_OK);
    date_words(at, got_date);
    instant_words(at, got);
    assert_string_equal(got_date, date);
    assert_string_equal(got, whole);
}

/* Decree 30/2020, annex I, II.4: zero before days under 10 and before months 1 and 2. R-801 */
static void dates_in_words_follow_the_decree(void **state)
{
    (void)state;
    words_are("2026-03-10T09:12:00+07:00", "ngày 10 tháng 3 năm 2026",
              "09 giờ 12 phút, ngày 10 tháng 3 năm 2026");
    words_are("2026-02-05T17:00:00+07:00", "ngày 05 tháng 02 năm 2026",
              "17 giờ 00 phút, ngày 05 tháng 02 năm 2026");
    words_are("2026-01-31T00:00:59+07:00", "ngày 31 tháng 01 năm 2026",
              "00 giờ 00 phút, ngày 31 tháng 01 năm 2026");
    words_are("2026-12-09T23:59:00+07:00", "ngày 09 tháng 12 năm 2026",
              "23 giờ 59 phút, ngày 09 tháng 12 năm 2026");
}

static void dates_in_words_are_local_whatever_offset_was_given(void **state)
{
    (void)state;
    words_are("2026-03-09T18:00:00Z", "ngày 10 tháng 3 năm 2026",
              "01 giờ 00 phút, ngày 10 tháng 3 năm 2026");
}

static enum err clean(struct pool *pool, const char *text, size_t most, const char **out_text)
{
    return text_clean(pool, text, strlen(text), most, out_text);
}

static void cleans_to(const char *text, const char *expected)
{
    struct pool pool = {0};
    const char *got = NULL;

    assert_int_equal(clean(&pool, text, 100, &got), ERR_OK);
    assert_non_null(got);
    assert_string_equal(got, expected);
    pool_release(&pool);
}

/* */
static void text_is_composed_and_trimmed(void **state)
{
    (void)state;
    cleans_to("Nguye\u0302\u0303n", "Nguy\u1ec5n");
    cleans_to("u\u031b\u0323", "\u1ef1");
    cleans_to("  Nông Thị Mẫu \n", "Nông Thị Mẫu");
    cleans_to("một\nhai\tba", "một\nhai\tba");
}

/* */
static void invisible_marks_are_dropped(void **state)
{
    (void)state;
    cleans_to("\ufeffA\u200bB\u202eC\u2066D\u00adE", "ABCDE");
}

static void text_of_blanks_alone_is_absent(void **state)
{
    static const char *const blanks[] = {"", "  ", "\u200b", " \u00a0\n"};

    (void)state;
    for (size_t i = 0; i < sizeof blanks / sizeof blanks[0]; i++) {
        struct pool pool = {0};
        const char *got = "before";

        assert_int_equal(clean(&pool, blanks[i], 10, &got), ERR_OK);
        assert_null(got);
        pool_release(&pool);
    }
}

static void refuses(const char *text, size_t length, size_t most)
{
    struct pool pool = {0};
    const char *got = "before";

    assert_int_equal(text_clean(&pool, text, length, most, &got), ERR_BAD_VALUE);
    assert_string_equal(got, "before");
    pool_release(&pool);
}

/* */
static void control_characters_and_broken_utf8_are_refused(void **state)
{
    (void)state;
    refuses("a\x01z", 3, 10);
    refuses("a\0z", 3, 10);
    refuses("a\x7fz", 3, 10);
    refuses("\xc2\x85", 2, 10);
    refuses("\xff", 1, 10);
    refuses("\xe1\xbb", 2, 10);
    refuses("\xed\xa0\x80", 3, 10);
}

static void length_is_counted_in_letters(void **state)
{
    struct pool pool = {0};
    const char *got;

    (void)state;
    assert_int_equal(clean(&pool, "ễễễ", 3, &got), ERR_OK);
    assert_int_equal(clean(&pool, "e\u0302\u0303e\u0302\u0303", 2, &got), ERR_OK);
    refuses("ễễễễ", strlen("ễễễễ"), 3);
    pool_release(&pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dates_in_words_follow_the_decree),
        cmocka_unit_test(dates_in_words_are_local_whatever_offset_was_given),
        cmocka_unit_test(text_is_composed_and_trimmed),
        cmocka_unit_test(invisible_marks_are_dropped),
        cmocka_unit_test(text_of_blanks_alone_is_absent),
        cmocka_unit_test(control_characters_and_broken_utf8_are_refused),
        cmocka_unit_test(length_is_counted_in_letters),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
