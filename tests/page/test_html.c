/* Rules checked: R-971. */
#include "page/html.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "page/page_texts.h"
#include "support/dice.h"
#include "support/test.h"

/* What is written for a value must be `expected`. */
static void must_escape(const char *value, const char *expected)
{
    struct text out;

    text_init(&out);
    html_value(&out, value);
    assert_string_equal(out.data ? out.data : "", expected);
    text_release(&out);
}

static void values_are_escaped_for_content_and_attributes(void **state) /* */
{
    (void)state;
    must_escape("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;");
    must_escape("\" onclick='x'", "&quot; onclick=&#39;x&#39;");
    must_escape("&lt;", "&amp;lt;");
    must_escape("Nông Thị Mẫu – “ỗ”", "Nông Thị Mẫu – “ỗ”");
    must_escape("", "");
    must_escape(NULL, "");
    must_escape("a\x01"
                "b\x7f",
                "a\xef\xbf\xbd"
                "b\xef\xbf\xbd");
    must_escape("\xc3(", "\xef\xbf\xbd(");               /* cut short */
    must_escape("\xc0\xbc", "\xef\xbf\xbd\xef\xbf\xbd"); /* an overlong '<' */
}

static void a_literal_takes_values_in_order(void **state)
{
    struct text out;

    (void)state;
    text_init(&out);
    html(&out, "<a href=\"/t/%s\">%d %% %s</a>", "\"><b>", 42, "<&>");
    assert_string_equal(out.data, "<a href=\"/t/&quot;&gt;&lt;b&gt;\">42 % &lt;&amp;&gt;</a>");
    text_release(&out);
}

static void a_path_holds_no_letter_that_means_something(void **state)
{
    struct text out;

    (void)state;
    text_init(&out);
    html_path(&out, "H55.128-260310-0007/../?a=b&c#\"<đ% ");
    assert_string_equal(out.data, "H55.128-260310-0007%2F..%2F%3Fa%3Db%26c%23%22%3C%C4%91%25%20");
    text_release(&out);
}

static void a_sentence_never_looks_into_its_values(void **state)
{
    const char *const values[HTML_SLOTS_MAX] = {"[{2}]<", "{1}", NULL};
    struct text out;

    (void)state;
    text_init(&out);
    html_sentence(&out, "[Còn {1}] & {2!}.", values);
    assert_string_equal(out.data,
                        "<strong>Còn [{2}]&lt;</strong> &amp; <span lang=\"vi\">{1}</span>.");
    text_clear(&out);
    html_phrase(&out, "[{2}]: {1!}", values);
    assert_string_equal(out.data, "{1}: [{2}]<");
    text_release(&out);
}

/* Whatever bytes come: nothing that could begin or end markup, and UTF-8 all through. */
static void nothing_that_is_typed_becomes_markup(void **state) /* */
{
    static const char *const references[] = {"&amp;", "&lt;", "&gt;", "&quot;", "&#39;"};
    struct dice dice = dice_seeded(2026);

    (void)state;
    for (int round = 0; round < 20000; round++) {
        char value[40];
        const size_t length = (size_t)dice_roll(&dice, sizeof value - 1);
        struct text out;

        for (size_t i = 0; i < length; i++) {
            static const char likely[] = "<>&\"'/=;#x\xc3\xa1\xf0\x9f\x80";

            value[i] = dice_one_in(&dice, 2) ? likely[dice_roll(&dice, sizeof likely - 1)]
                                             : (char)(1 + dice_roll(&dice, 255));
        }
        value[length] = '\0';
        text_init(&out);
        html_value(&out, value);
        for (size_t at = 0; at < out.length;) {
            uint32_t letter;
            const size_t bytes = utf8_read(out.data + at, out.length - at, &letter);

            assert_int_not_equal(bytes, 0);
            assert_null(strchr("<>\"'", (int)letter < 128 ? (int)letter : 'x'));
            if (letter == '&') {
                bool known = false;

                for (size_t i = 0; i < sizeof references / sizeof *references; i++)
                    known =
                        known || strncmp(out.data + at, references[i], strlen(references[i])) == 0;
                assert_true(known);
            }
            at += bytes;
        }
        text_release(&out);
    }
}

static int slots_of(const char *text)
{
    int slots = 0, depth = 0;

    for (; *text; text++) {
        if (*text == '{') {
            assert_true(text[1] >= '1' && text[1] <= '3' && text[text[2] == '!' ? 3 : 2] == '}');
            slots |= 1 << (text[1] - '1');
        }
        depth += *text == '[' ? 1 : *text == ']' ? -1 : 0;
        assert_true(depth == 0 || depth == 1);
    }
    assert_int_equal(depth, 0);
    return slots;
}

static void every_text_is_there_twice_with_the_same_slots(void **state)
{
    (void)state;
    for (int i = 0; i < SAY_COUNT; i++) {
        const char *vi = page_text((enum page_text)i, LANGUAGE_VI);
        const char *en = page_text((enum page_text)i, LANGUAGE_EN);

        assert_true(vi[0] && en[0]);
        assert_int_equal(slots_of(vi), slots_of(en));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_are_escaped_for_content_and_attributes),
        cmocka_unit_test(a_literal_takes_values_in_order),
        cmocka_unit_test(a_path_holds_no_letter_that_means_something),
        cmocka_unit_test(a_sentence_never_looks_into_its_values),
        cmocka_unit_test(nothing_that_is_typed_becomes_markup),
        cmocka_unit_test(every_text_is_there_twice_with_the_same_slots),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
