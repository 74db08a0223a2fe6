/* A text that grows, and JSON as RFC 8259 has it, commas put by the writer. */
#include "support/test.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"

static void must_be(struct text *text, const char *expected)
{
    assert_false(text->failed);
    assert_string_equal(text->data, expected);
    assert_int_equal(text->length, strlen(expected));
    text_release(text);
}

static void a_text_grows_by_pieces_of_any_size(void **state)
{
    struct text text;

    (void)state;
    text_init(&text);
    for (int i = 0; i < 5000; i++)
        text_add(&text, "một ");
    assert_int_equal(text.length, 5000 * strlen("một "));
    assert_memory_equal(text.data + 4999 * strlen("một "), "một ", strlen("một ") + 1);
    text_clear(&text);
    assert_int_equal(text.length, 0);
    text_add_char(&text, 'a');
    text_add_bytes(&text, "bcx", 2);
    text_printf(&text, "%s-%03d", "d", 7);
    must_be(&text, "abcd-007");
}

static void numbers_of_every_size_are_written_in_digits(void **state)
{
    struct text text;

    (void)state;
    text_init(&text);
    text_add_int(&text, 0);
    text_add_char(&text, ' ');
    text_add_int(&text, -1);
    text_add_char(&text, ' ');
    text_add_int(&text, INT64_MAX);
    text_add_char(&text, ' ');
    text_add_int(&text, INT64_MIN);
    must_be(&text, "0 -1 9223372036854775807 -9223372036854775808");
}

static void a_text_taken_out_belongs_to_the_caller(void **state)
{
    struct text text;
    char *taken;

    (void)state;
    text_init(&text);
    taken = text_take(&text);
    assert_string_equal(taken, "");
    free(taken);
    text_add(&text, "x");
    taken = text_take(&text);
    assert_string_equal(taken, "x");
    assert_null(text.data);
    free(taken);
}

static void an_object_has_commas_between_its_members_only(void **state)
{
    struct text text;

    (void)state;
    text_init(&text);
    json_open_object(&text, NULL);
    json_open_object(&text, "rong");
    json_close_object(&text);
    json_open_array(&text, "khong");
    json_close_array(&text);
    json_open_array(&text, "so");
    json_put_int(&text, NULL, 1);
    json_put_int(&text, NULL, -2);
    json_open_object(&text, NULL);
    json_put_bool(&text, "a", true);
    json_put_bool(&text, "b", false);
    json_close_object(&text);
    json_open_array(&text, NULL);
    json_put_null(&text, NULL);
    json_close_array(&text);
    json_close_array(&text);
    json_put_raw(&text, "why", "{\"rule\":\"turn\"}");
    json_put_string(&text, "end", "");
    json_close_object(&text);
    must_be(&text, "{\"rong\":{},\"khong\":[],\"so\":[1,-2,{\"a\":true,\"b\":false},[null]],"
                   "\"why\":{\"rule\":\"turn\"},\"end\":\"\"}");
}

/* RFC 8259 7: quotation mark, reverse solidus and U+0000..U+001F must be escaped. */
static void strings_escape_what_must_be_escaped_and_nothing_else(void **state)
{
    struct text text;

    (void)state;
    text_init(&text);
    json_open_array(&text, NULL);
    json_put_string(&text, NULL, "nói \"vâng\" \\ hai\ndòng\tcách\001\037/");
    json_put_string(&text, NULL, "Đặng Thị Mười 😀 \177");
    json_close_array(&text);
    must_be(&text, "[\"nói \\\"vâng\\\" \\\\ hai\\ndòng\\u0009cách\\u0001\\u001f/\","
                   "\"Đặng Thị Mười 😀 \177\"]");
}

/* A value that ends like a bracket or a colon is a value all the same. */
static void the_comma_does_not_depend_on_what_a_string_ends_with(void **state)
{
    static const char *const ends[] = {"{", "[", ":", ",", "\n", "\\", "\""};
    struct text text;

    (void)state;
    text_init(&text);
    json_open_array(&text, NULL);
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        json_put_string(&text, NULL, ends[i]);
    json_close_array(&text);
    must_be(&text, "[\"{\",\"[\",\":\",\",\",\"\\n\",\"\\\\\",\"\\\"\"]");
}

static void bytes_are_written_as_hexadecimal_digits(void **state)
{
    static const uint8_t bytes[] = {0x00, 0x7f, 0x80, 0xff};
    struct text text;

    (void)state;
    text_init(&text);
    json_open_object(&text, NULL);
    json_put_hex(&text, "hash", bytes, sizeof bytes);
    json_put_hex(&text, "none", bytes, 0);
    json_close_object(&text);
    must_be(&text, "{\"hash\":\"007f80ff\",\"none\":\"\"}");
}

static void nothing_is_null(void **state)
{
    struct text text;

    (void)state;
    text_init(&text);
    json_open_object(&text, NULL);
    json_put_string(&text, "a", NULL);
    json_put_string_or_null(&text, "b", "");
    json_put_string_or_null(&text, "c", NULL);
    json_put_string_or_null(&text, "d", "x");
    json_put_instant_or_null(&text, "e", instant_none());
    json_put_null(&text, "f");
    json_close_object(&text);
    must_be(&text, "{\"a\":null,\"b\":null,\"c\":null,\"d\":\"x\",\"e\":null,\"f\":null}");
}

/* 1773104400 is 2026-03-10 01:00:00 UTC (date -u -d @1773104400). */
static void instants_and_dates_are_local(void **state)
{
    struct text text;

    (void)state;
    text_init(&text);
    json_open_object(&text, NULL);
    json_put_instant(&text, "at", instant_from_seconds(1773104400));
    json_put_instant_or_null(&text, "end", instant_from_seconds(1773104401));
    json_put_date(&text, "day", date_from_civil((struct civil){2026, 3, 10}));
    json_close_object(&text);
    must_be(&text, "{\"at\":\"2026-03-10T08:00:00+07:00\",\"end\":\"2026-03-10T08:00:01+07:00\","
                   "\"day\":\"2026-03-10\"}");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_text_grows_by_pieces_of_any_size),
        cmocka_unit_test(numbers_of_every_size_are_written_in_digits),
        cmocka_unit_test(a_text_taken_out_belongs_to_the_caller),
        cmocka_unit_test(an_object_has_commas_between_its_members_only),
        cmocka_unit_test(strings_escape_what_must_be_escaped_and_nothing_else),
        cmocka_unit_test(the_comma_does_not_depend_on_what_a_string_ends_with),
        cmocka_unit_test(bytes_are_written_as_hexadecimal_digits),
        cmocka_unit_test(nothing_is_null),
        cmocka_unit_test(instants_and_dates_are_local),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
