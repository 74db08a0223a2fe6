/* Rules checked. */
#include "domain/scan_type.h"
#include "domain/scanner_file.h"

#include <string.h>

#include "support/test.h"

static void what_is_hidden_or_still_being_written_has_no_final_name(void **state)
{
    static const char *const final[] = {"scan.pdf", "Quét 12.PDF", "part",  "a.part.pdf",
                                        "tmp.jpg",  "x",           "~a.png"};
    static const char *const others[] = {
        "",       ".",          "..",           ".scan.pdf", "scan.pdf.part",
        "A.TMP",  "b.filepart", "c.crdownload", "d.pdf~",    "e.partial",
        "f.temp", "g.Lock"};

    (void)state;
    for (size_t i = 0; i < sizeof final / sizeof *final; i++)
        assert_true(scanner_name_is_final(final[i]));
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_false(scanner_name_is_final(others[i]));
}

static void assert_label(const char *name, const char *label)
{
    char out[SCANNER_LABEL_SIZE];

    scanner_label(name, out);
    assert_string_equal(out, label);
}

static void a_name_is_shown_and_never_more(void **state)
{
    (void)state;
    assert_label("Giấy khai sinh.pdf", "Giấy khai sinh.pdf");
    assert_label("Gia\xcc\x82\xcc\x81y.pdf", "Giấy.pdf"); /* decomposed, as some machines write */
    assert_label("a\nb\x1b[31m.pdf", "a?b?[31m.pdf");
    assert_label("a\xff\xfe.pdf", "a??.pdf");
    assert_label("..\\..\\x.pdf", "..\\..\\x.pdf");
    assert_label("a\xe2\x80\xae"
                 "fdp.exe",
                 "afdp.exe"); /* turns the direction of writing */
    assert_label(" \xe2\x80\x8b", "?");
}

static void a_long_name_is_cut_between_letters(void **state)
{
    char name[256] = "", out[SCANNER_LABEL_SIZE];

    (void)state;
    for (int i = 0; i < 85; i++)
        strcat(name, "ế"); /* 3 bytes each */
    scanner_label(name, out);
    assert_int_equal(strlen(out), 198);
    assert_memory_equal(out, name, 198);
}

static bool ended(const char *bytes, size_t length)
{
    struct scan_look look = {0};

    scan_look_add(&look, bytes, length);
    return scan_look_is_ended(&look);
}

static void a_picture_that_was_cut_off_has_no_end(void **state)
{
    static const char whole[] = "\xff\xd8\xff\xe0\0\x10JFIF\xff\xd9 and what a phone adds";
    static const char pdf[] = "%PDF-1.7\n%%EOF\n";

    (void)state;
    assert_true(ended(whole, sizeof whole - 1));
    assert_false(ended(whole, 10));
    assert_true(ended(pdf, sizeof pdf - 1));
    assert_false(ended(pdf, sizeof pdf - 4));
    assert_false(ended("#!/bin/sh", 9));
    assert_false(ended("", 0));
}

static void each_refusal_has_a_name_and_words_in_both_languages(void **state)
{
    (void)state;
    for (int i = SCANNER_TAKEN + 1; i < SCANNER_REFUSALS; i++) {
        const char *words = scanner_refusal_words((enum scanner_refusal)i);

        assert_true(strlen(scanner_refusal_name((enum scanner_refusal)i)) <
                    SCANNER_REFUSAL_NAME_SIZE);
        assert_non_null(strchr(words, '\n'));
        assert_non_null(strchr(strchr(words, '\n') + 1, '\n'));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_hidden_or_still_being_written_has_no_final_name),
        cmocka_unit_test(a_name_is_shown_and_never_more),
        cmocka_unit_test(a_long_name_is_cut_between_letters),
        cmocka_unit_test(a_picture_that_was_cut_off_has_no_end),
        cmocka_unit_test(each_refusal_has_a_name_and_words_in_both_languages),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
