/* Rules checked. */
#include "support/test.h"

#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "base/vietnamese.h"

static const char *nfc(const char *text)
{
    static char out[200];
    size_t length;

    assert_int_equal(vietnamese_nfc(text, strlen(text), out, sizeof out, &length), ERR_OK);
    assert_int_equal(length, strlen(out));
    return out;
}

static const char *fold(const char *text)
{
    static char out[200];

    assert_int_equal(vietnamese_fold(text, strlen(text), out, sizeof out, NULL), ERR_OK);
    return out;
}

static const char *clean(const char *text)
{
    static char out[200];

    assert_int_equal(vietnamese_clean(text, strlen(text), out, sizeof out, NULL), ERR_OK);
    return out;
}

/* The forms below are written out from the code charts: ế is U+1EBF, e U+0302 U+0301. */
static void composed_and_decomposed_letters_become_one_form(void **state)
{
    static const char *const same[][2] = {
        {"e\u0302\u0301", "\u1EBF"},
        {"\u00EA\u0301", "\u1EBF"},
        {"\u1EBF", "\u1EBF"},
        {"a\u0323\u0302", "\u1EAD"},
        {"a\u0302\u0323", "\u1EAD"},
        {"\u1EA1\u0302", "\u1EAD"},
        {"o\u031B\u0323", "\u1EE3"},
        {"o\u0323\u031B", "\u1EE3"},
        {"U\u031B\u0309", "\u1EEC"},
        {"a\u0306\u0303", "\u1EB5"},
        {"e\u0340", "\u00E8"},
        {"e\u0341", "\u00E9"},
        {"Hoa\u0300", "Hoà"},
        {"Ho\u0300a", "Hòa"},
        {"a\u0313\u0301", "a\u0313\u0301"}, /* blocked by a mark of the same class */
        {"e\u0301\u0302", "\u00E9\u0302"},
        {"\u0301a", "\u0301a"},
        {"đ", "đ"},
        {"\U0001F600", "\U0001F600"},
    };

    (void)state;
    for (size_t i = 0; i < sizeof same / sizeof *same; i++) {
        assert_string_equal(nfc(same[i][0]), same[i][1]);
        assert_string_equal(nfc(same[i][1]), same[i][1]); /* once is enough */
    }
}

/* Each vowel of the alphabet with each tone, beside the letter that a search sees. */
static void every_vietnamese_letter_folds_to_its_plain_letter(void **state)
{
    static const char *const groups[][2] = {
        {"aàảãáạăằẳẵắặâầẩẫấậ", "a"}, {"AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬ", "a"},
        {"eèẻẽéẹêềểễếệ", "e"},       {"EÈẺẼÉẸÊỀỂỄẾỆ", "e"},
        {"iìỉĩíịIÌỈĨÍỊ", "i"},       {"oòỏõóọôồổỗốộơờởỡớợ", "o"},
        {"OÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢ", "o"}, {"uùủũúụưừửữứựUÙỦŨÚỤƯỪỬỮỨỰ", "u"},
        {"yỳỷỹýỵYỲỶỸÝỴ", "y"},       {"dđDĐ", "d"},
    };
    size_t letters = 0;

    (void)state;
    for (size_t i = 0; i < sizeof groups / sizeof *groups; i++)
        for (const char *at = groups[i][0]; *at; letters++) {
            char out[8];
            uint32_t scalar;
            const size_t bytes = utf8_read(at, strlen(at), &scalar);

            assert_int_equal(vietnamese_fold(at, bytes, out, sizeof out, NULL), ERR_OK);
            assert_string_equal(out, groups[i][1]);
            assert_int_equal(vietnamese_nfc(at, bytes, out, sizeof out, NULL), ERR_OK);
            assert_memory_equal(out, at, bytes); /* composed already */
            at += bytes;
        }
    assert_int_equal(letters, 2 * (12 * 6 + 2)); /* twelve vowels, six tones; d and đ */
}

static void a_search_finds_a_name_however_it_is_typed(void **state)
{
    (void)state;
    assert_string_equal(fold("Nguyễn Đình Hòa"), "nguyen dinh hoa");
    assert_string_equal(fold("Nguyễn Đình Hoà"), "nguyen dinh hoa");
    assert_string_equal(fold("Nguye\u0302\u0303n \u0110i\u0300nh Ho\u0300a"), "nguyen dinh hoa");
    assert_string_equal(fold("  NGUYEN\t dinh\u00A0hoa \n"), "nguyen dinh hoa");
    assert_string_equal(fold("H'Mông Zìn Wừ Fà Jơ"), "h'mong zin wu fa jo");
    assert_string_equal(fold("Nguyễn\u200B Đình\uFEFF"), "nguyen dinh");
    assert_string_equal(fold("ÆØÞ Straße 12"), "æøþ straße 12");
    assert_string_equal(fold(""), "");
    assert_string_equal(fold(" \t"), "");
}

static void a_stored_text_keeps_case_and_marks_but_no_stray_blanks(void **state)
{
    (void)state;
    assert_string_equal(clean("  NÔNG \t THỊ\r\n Mai\u00A0"), "NÔNG THỊ Mai");
    assert_string_equal(clean("No\u0302ng Thi\u0323 Mai"), "Nông Thị Mai");
    assert_string_equal(clean("No\u200D\u0302ng"), "Nông");
    assert_string_equal(clean("\u200B\u0301a"), "\u0301a");
}

static void a_stored_text_cannot_turn_the_direction_of_writing(void **state)
{
    (void)state;
    assert_string_equal(clean("\u202ENguyễn Văn A\u202C"), "Nguyễn Văn A");
    assert_string_equal(clean("\u2066Nông\u2069 Thị\u061C"), "Nông Thị");
    assert_string_equal(fold("\u202ENguyễn"), "nguyen");
    assert_string_equal(clean("a\uFE0F\U000E0041b"), "ab");
}

static void a_text_that_prints_nothing_is_empty(void **state)
{
    static const char *const empty[] = {"", " \t\n", "\u00A0", "\u200B\u2003", "\u202E\u3000"};
    static const char *const full[] = {"a", " . ", "\u00A0-", "\u0301", "\xC0\xAF", "\x01"};
    char out[20];

    (void)state;
    for (size_t i = 0; i < sizeof empty / sizeof *empty; i++) {
        assert_true(vietnamese_is_empty(empty[i], strlen(empty[i])));
        assert_string_equal(clean(empty[i]), "");
    }
    for (size_t i = 0; i < sizeof full / sizeof *full; i++)
        assert_false(vietnamese_is_empty(full[i], strlen(full[i])));
    assert_int_equal(vietnamese_clean("a\uFFFF", 4, out, sizeof out, NULL), ERR_BAD_VALUE);
    assert_int_equal(vietnamese_clean("\uFDD0", 3, out, sizeof out, NULL), ERR_BAD_VALUE);
}

static void what_is_not_text_is_refused(void **state)
{
    static const char *const bad[] = {"\xC0\xAF",         "\xE1\xBB", "\xED\xA0\x80",
                                      "\xF5\x80\x80\x80", "a\x80",    "\xF4\x90\x80\x80",
                                      "\xE0\x80\x80",     "\xFF"};
    static const char marks[] = "a\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301"
                                "\u0301\u0301\u0301\u0301\u0301\u0301\u0301";
    char out[100];

    (void)state;
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
        assert_int_equal(vietnamese_nfc(bad[i], strlen(bad[i]), out, sizeof out, NULL),
                         ERR_BAD_VALUE);
        assert_int_equal(vietnamese_fold(bad[i], strlen(bad[i]), out, sizeof out, NULL),
                         ERR_BAD_VALUE);
    }
    assert_int_equal(vietnamese_clean("a\x01", 2, out, sizeof out, NULL), ERR_BAD_VALUE);
    assert_int_equal(vietnamese_clean("a\0b", 3, out, sizeof out, NULL), ERR_BAD_VALUE);
    assert_int_equal(vietnamese_nfc(marks, sizeof marks - 1, out, sizeof out, NULL), ERR_BAD_VALUE);
    assert_int_equal(vietnamese_nfc(marks, sizeof marks - 3, out, sizeof out, NULL), ERR_OK);
}

static void a_result_that_does_not_fit_is_refused_whole(void **state)
{
    char out[4];
    size_t length = 77;

    (void)state;
    assert_int_equal(vietnamese_nfc("abc", 3, out, sizeof out, &length), ERR_OK);
    assert_int_equal(length, 3);
    assert_int_equal(vietnamese_nfc("abcd", 4, out, sizeof out, &length), ERR_TEXT_TOO_LONG);
    assert_int_equal(vietnamese_nfc("a\u1EBF", 4, out, sizeof out, &length), ERR_TEXT_TOO_LONG);
    assert_int_equal(vietnamese_fold("", 0, out, 0, &length), ERR_TEXT_TOO_LONG);
    assert_int_equal(length, 3);
}

static void utf8_is_written_and_read_at_its_edges(void **state)
{
    char bytes[UTF8_BYTES_MAX];
    static const uint32_t edges[] = {0, 0x7F, 0x80, 0x7FF, 0x800, 0xFFFF, 0x10000, 0x10FFFF};

    (void)state;
    for (size_t i = 0; i < sizeof edges / sizeof *edges; i++) {
        uint32_t back = 1;

        assert_int_equal(utf8_write(edges[i], bytes), 1 + i / 2);
        assert_int_equal(utf8_read(bytes, 1 + i / 2, &back), 1 + i / 2);
        assert_int_equal(back, edges[i]);
        assert_int_equal(utf8_read(bytes, i / 2, &back), 0);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(composed_and_decomposed_letters_become_one_form),
        cmocka_unit_test(every_vietnamese_letter_folds_to_its_plain_letter),
        cmocka_unit_test(a_search_finds_a_name_however_it_is_typed),
        cmocka_unit_test(a_stored_text_keeps_case_and_marks_but_no_stray_blanks),
        cmocka_unit_test(a_stored_text_cannot_turn_the_direction_of_writing),
        cmocka_unit_test(a_text_that_prints_nothing_is_empty),
        cmocka_unit_test(what_is_not_text_is_refused),
        cmocka_unit_test(a_result_that_does_not_fit_is_refused_whole),
        cmocka_unit_test(utf8_is_written_and_read_at_its_edges),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
