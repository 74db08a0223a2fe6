/* Tables as text: the grammar of RFC 4180 2, marks and line ends of Windows. Rule R-522. */
#include "domain/csv.h"

#include <stdio.h>
#include <string.h>

#include "support/test.h"

enum { SHOWN = 400 };

/* All fields as "ROW[text][text]"; "!ROW" for a fault. */
static const char *read_with(char separator, const char *text, size_t length)
{
    static char bytes[SHOWN], shown[SHOWN];
    struct csv_field field;
    struct csv csv;
    enum csv_step step;
    size_t at = 0;
    bool begins = true;

    memcpy(bytes, text, length);
    csv_init(&csv, bytes, length, separator);
    shown[0] = '\0';
    while ((step = csv_next(&csv, &field)) == CSV_FIELD) {
        if (begins)
            at += (size_t)snprintf(shown + at, sizeof shown - at, "%d", field.row);
        at += (size_t)snprintf(shown + at, sizeof shown - at, "[%.*s]", (int)field.length,
                               field.text);
        begins = field.last;
    }
    if (step == CSV_FAULT)
        snprintf(shown + at, sizeof shown - at, "!%d", csv.row);
    return shown;
}

#define READ(text) read_with(',', text, sizeof(text) - 1)

/* The examples of RFC 4180 2, points 1, 2, 5, 6, 7. */
static void the_examples_of_the_grammar(void **state)
{
    (void)state;
    assert_string_equal(READ("aaa,bbb,ccc\r\nzzz,yyy,xxx\r\n"), "1[aaa][bbb][ccc]2[zzz][yyy][xxx]");
    assert_string_equal(READ("aaa,bbb,ccc\r\nzzz,yyy,xxx"), "1[aaa][bbb][ccc]2[zzz][yyy][xxx]");
    assert_string_equal(READ("\"aaa\",\"b\r\nbb\",\"ccc\"\r\nzzz,yyy,xxx"),
                        "1[aaa][b\r\nbb][ccc]2[zzz][yyy][xxx]");
    assert_string_equal(READ("\"aaa\",\"b\"\"bb\",\"ccc\""), "1[aaa][b\"bb][ccc]");
    assert_string_equal(READ(" a , b"), "1[ a ][ b]");
}

static void marks_empty_fields_and_other_separators(void **state)
{
    (void)state;
    assert_string_equal(READ("\xEF\xBB\xBFMã hồ sơ,b\r\n"), "1[Mã hồ sơ][b]");
    assert_string_equal(READ("\xEF\xBB\xBF\"Mã\"\n"), "1[Mã]");
    assert_string_equal(READ("a,\n,b\n\nc"), "1[a][]2[][b]3[]4[c]");
    assert_string_equal(READ("a,"), "1[a][]");
    assert_string_equal(READ("\"\",\"\"\"\""), "1[][\"]");
    assert_string_equal(READ(""), "");
    assert_string_equal(read_with(';', "a,b;c", 5), "1[a,b][c]");
    assert_string_equal(read_with('\t', "a\tb", 3), "1[a][b]");
}

static void what_is_no_table_is_told_with_its_row(void **state)
{
    (void)state;
    assert_string_equal(READ("a\nb\"c"), "1[a]!2");
    assert_string_equal(READ("a\n\"b\"c"), "1[a]!2");
    assert_string_equal(READ("a\n\"b\n\n"), "1[a]!2");
    assert_string_equal(READ("\"b\"\"\n"), "!1");
    assert_string_equal(READ("a\rb"), "!1");
    assert_string_equal(READ("a\0b"), "!1");
    assert_string_equal(READ("\"a\0b\""), "!1");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_examples_of_the_grammar),
        cmocka_unit_test(marks_empty_fields_and_other_separators),
        cmocka_unit_test(what_is_no_table_is_told_with_its_row),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
