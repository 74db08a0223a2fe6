/* Rules checked: R-405. */
#include "support/test.h"

#include <string.h>

#include "base/vietnamese_money.h"

/* The first nine are the set of domain 3.9; the others follow from its rules. */
static void amounts_are_read_as_on_a_receipt(void **state)
{
    static const struct {
        int64_t dong;
        const char *words;
    } amounts[] = {
        {10000, "Mười nghìn đồng"},
        {15000, "Mười lăm nghìn đồng"},
        {21000, "Hai mươi mốt nghìn đồng"},
        {24000, "Hai mươi tư nghìn đồng"},
        {55000, "Năm mươi lăm nghìn đồng"},
        {105000, "Một trăm linh năm nghìn đồng"},
        {200000, "Hai trăm nghìn đồng"},
        {1005000, "Một triệu không trăm linh năm nghìn đồng"},
        {0, "Không đồng"},
        {1, "Một đồng"},
        {11, "Mười một đồng"},
        {14, "Mười bốn đồng"},
        {104, "Một trăm linh bốn đồng"},
        {101, "Một trăm linh một đồng"},
        {110, "Một trăm mười đồng"},
        {1001, "Một nghìn không trăm linh một đồng"},
        {1010, "Một nghìn không trăm mười đồng"},
        {1050000, "Một triệu không trăm năm mươi nghìn đồng"},
        {1000000, "Một triệu đồng"},
        {1000005, "Một triệu không trăm linh năm đồng"},
        {1000000000, "Một tỷ đồng"},
        {1000015000, "Một tỷ không trăm mười lăm nghìn đồng"},
        {2000000000000, "Hai nghìn tỷ đồng"},
        {2001000000000, "Hai nghìn không trăm linh một tỷ đồng"},
        {3000000000000000, "Ba triệu tỷ đồng"},
    };
    char words[MONEY_WORDS_SIZE];

    (void)state;
    for (size_t i = 0; i < sizeof amounts / sizeof *amounts; i++) {
        assert_int_equal(vietnamese_money_words(amounts[i].dong, words), ERR_OK);
        assert_string_equal(words, amounts[i].words);
    }
}

static void the_longest_reading_fits(void **state)
{
    char words[MONEY_WORDS_SIZE];

    (void)state;
    /* every group in its longest words: "không trăm" cannot occur with a hundreds digit */
    assert_int_equal(vietnamese_money_words(544544544544544544, words), ERR_OK);
    assert_true(strlen(words) < MONEY_WORDS_SIZE * 2 / 3);
}

static void amounts_in_digits_have_dots(void **state)
{
    static const struct {
        int64_t dong;
        const char *digits;
    } amounts[] = {{0, "0"},
                   {999, "999"},
                   {1000, "1.000"},
                   {1005000, "1.005.000"},
                   {MONEY_MAX, "999.999.999.999.999.999"}};
    char digits[MONEY_DIGITS_SIZE];

    (void)state;
    for (size_t i = 0; i < sizeof amounts / sizeof *amounts; i++) {
        assert_int_equal(vietnamese_money_digits(amounts[i].dong, digits), ERR_OK);
        assert_string_equal(digits, amounts[i].digits);
    }
}

static void amounts_outside_the_range_are_refused(void **state)
{
    char text[MONEY_WORDS_SIZE];

    (void)state;
    assert_int_equal(vietnamese_money_words(-1, text), ERR_BAD_VALUE);
    assert_int_equal(vietnamese_money_words(MONEY_MAX + 1, text), ERR_BAD_VALUE);
    assert_int_equal(vietnamese_money_digits(-1, text), ERR_BAD_VALUE);
    assert_int_equal(vietnamese_money_digits(MONEY_MAX + 1, text), ERR_BAD_VALUE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(amounts_are_read_as_on_a_receipt),
        cmocka_unit_test(the_longest_reading_fits),
        cmocka_unit_test(amounts_in_digits_have_dots),
        cmocka_unit_test(amounts_outside_the_range_are_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
