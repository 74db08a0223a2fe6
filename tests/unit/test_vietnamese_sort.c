/* Rules checked. */
#include "support/test.h"

#include <string.h>

#include "base/vietnamese_sort.h"

typedef enum err key_function(const char *text, size_t length, char *out_key, size_t size);

/* Each text must have a key below the next one's. */
static void assert_ordered(key_function *make, const char *const *texts, size_t count)
{
    char key[SORT_KEY_SIZE(100)], last[SORT_KEY_SIZE(100)] = "";

    for (size_t i = 0; i < count; i++) {
        assert_int_equal(make(texts[i], strlen(texts[i]), key, sizeof key), ERR_OK);
        if (strcmp(last, key) >= 0)
            fail_msg("%s must come after %s", texts[i], texts[i - 1]);
        for (const char *byte = key; *byte; byte++)
            assert_true(*byte > ' ' && *byte < 0x7F);
        memcpy(last, key, sizeof key);
    }
}

#define ASSERT_ORDERED(make, texts) assert_ordered((make), (texts), sizeof(texts) / sizeof *(texts))

static void letters_stand_in_the_order_of_the_alphabet(void **state)
{
    static const char *const alphabet[] = {
        "1", "2", "a", "ă", "â", "b", "c", "d", "đ", "e", "ê", "f", "g", "h", "i", "j", "k", "l",
        "m", "n", "o", "ô", "ơ", "p", "q", "r", "s", "t", "u", "ư", "v", "w", "x", "y", "z", "я"};
    static const char *const vowels[] = {"Oanh", "Ông", "Ơn"};
    static const char *const d[] = {"Dung", "Đào"};

    (void)state;
    ASSERT_ORDERED(vietnamese_sort_key, alphabet);
    ASSERT_ORDERED(vietnamese_sort_key, vowels);
    ASSERT_ORDERED(vietnamese_sort_key, d);
}

static void tones_decide_after_letters_and_case_after_tones(void **state)
{
    static const char *const tones[] = {"Ha", "Hà", "Hả", "Hã", "Há", "Hạ"};
    static const char *const breve[] = {"An", "Ân", "Ấn"};
    static const char *const cases[] = {"hà", "Hà", "HÀ", "hả"};
    static const char *const words[] = {"ha", "hà", "ha a", "ha b", "hà b", "hà c", "hai"};

    (void)state;
    ASSERT_ORDERED(vietnamese_sort_key, tones);
    ASSERT_ORDERED(vietnamese_sort_key, breve);
    ASSERT_ORDERED(vietnamese_sort_key, cases);
    ASSERT_ORDERED(vietnamese_sort_key, words);
}

static void names_stand_by_given_name_then_family_then_middle(void **state)
{
    static const char *const names[] = {
        "An",        "Bế An",       "Nông Văn An",  "Nông Văn Ân",
        "Bế Dung",   "Bế Thị Đào",  "Nông Thị Đào", "Nông Thị An Đào",
        "Lò Văn Hà", "Nông Thị Hà", "Nông Văn Hà",  "Nông Vân Hà",
        "Lò Văn Hạ", "Trần Oanh",   "Lê Ông",       "Bùi Ơn"};
    /* Nông An Đào comes before Nông Thị Đào: middle names are compared last. */
    static const char *const middle[] = {"Nông Đào", "Nông An Đào", "Nông Thị Đào",
                                         "Nông Thị An Đào"};
    static const char *const capitals[] = {"LÒ VĂN HÀ", "Nông Văn Hà", "NÔNG VĂN HÀ"};

    (void)state;
    ASSERT_ORDERED(vietnamese_name_key, names);
    ASSERT_ORDERED(vietnamese_name_key, middle);
    ASSERT_ORDERED(vietnamese_name_key, capitals);
}

static void composition_and_blanks_do_not_matter(void **state)
{
    char a[SORT_KEY_SIZE(60)], b[SORT_KEY_SIZE(60)];
    static const char composed[] = "Nông Thị Hậu",
                      apart[] = " No\u0302ng  Thi\u0323 Ha\u0323\u0302u";

    (void)state;
    assert_int_equal(vietnamese_name_key(composed, strlen(composed), a, sizeof a), ERR_OK);
    assert_int_equal(vietnamese_name_key(apart, strlen(apart), b, sizeof b), ERR_OK);
    assert_string_equal(a, b);
}

static void a_key_always_fits_its_stated_size(void **state)
{
    static char key[SORT_KEY_SIZE(SORT_TEXT_MAX)];
    char text[SORT_TEXT_MAX + 1];

    (void)state;
    memset(text, '\'', sizeof text);
    assert_int_equal(vietnamese_name_key(text, SORT_TEXT_MAX, key, sizeof key), ERR_OK);
    assert_int_equal(vietnamese_name_key(text, sizeof text, key, sizeof key), ERR_TEXT_TOO_LONG);
    assert_int_equal(vietnamese_sort_key("abc", 3, key, 4), ERR_TEXT_TOO_LONG);
    assert_int_equal(vietnamese_sort_key("\xFF", 1, key, sizeof key), ERR_BAD_VALUE);
    assert_int_equal(vietnamese_name_key("", 0, key, sizeof key), ERR_OK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(letters_stand_in_the_order_of_the_alphabet),
        cmocka_unit_test(tones_decide_after_letters_and_case_after_tones),
        cmocka_unit_test(names_stand_by_given_name_then_family_then_middle),
        cmocka_unit_test(composition_and_blanks_do_not_matter),
        cmocka_unit_test(a_key_always_fits_its_stated_size),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
