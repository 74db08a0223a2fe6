#include "base/vietnamese_money.h"

#include <stdbool.h>
#include <string.h>

enum { GROUPS = 6 }; /* of three digits, up to MONEY_MAX */

struct words {
    char *text;
    size_t used;
};

/* The longest reading, six full groups, is far below MONEY_WORDS_SIZE (the test measures it). */
static void say(struct words *words, const char *word)
{
    const size_t length = strlen(word);

    if (words->used > 0)
        words->text[words->used++] = ' ';
    memcpy(words->text + words->used, word, length + 1);
    words->used += length;
}

static const char *const digit_words[] = {"không", "một", "hai", "ba",  "bốn",
                                          "năm",   "sáu", "bảy", "tám", "chín"};

static const char *unit_word(int tens, int unit)
{
    if (unit == 5 && tens > 0)
        return "lăm";
    if (unit == 1 && tens > 1)
        return "mốt";
    if (unit == 4 && tens > 1)
        return "tư";
    return digit_words[unit];
}

/* Read 1..999; `below` when a higher group was read before, so that its hundreds are spoken. */
static void say_group(struct words *words, int group, bool below)
{
    const int hundreds = group / 100, tens = group / 10 % 10, unit = group % 10;

    if (hundreds > 0 || below) {
        say(words, digit_words[hundreds]);
        say(words, "trăm");
        if (tens == 0 && unit > 0)
            say(words, "linh");
    }
    if (tens == 1) {
        say(words, "mười");
    } else if (tens > 1) {
        say(words, digit_words[tens]);
        say(words, "mươi");
    }
    if (unit > 0)
        say(words, unit_word(tens, unit));
}

/* Put the amount's groups of three digits into `out_group`, lowest first. */
static void split(int64_t dong, int out_group[GROUPS])
{
    for (int i = 0; i < GROUPS; i++, dong /= 1000)
        out_group[i] = (int)(dong % 1000);
}

/* Rule R-405. */
enum err vietnamese_money_words(int64_t dong, char out_text[MONEY_WORDS_SIZE])
{
    static const char *const names[] = {"", "nghìn", "triệu"};
    struct words words = {.text = out_text};
    int group[GROUPS];

    if (dong < 0 || dong > MONEY_MAX)
        return ERR_BAD_VALUE;
    split(dong, group);
    for (int i = GROUPS - 1; i >= 0; i--) {
        if (group[i] > 0) {
            say_group(&words, group[i], words.used > 0);
            if (i % 3 > 0)
                say(&words, names[i % 3]);
        }
        if (i == 3 && words.used > 0)
            say(&words, "tỷ");
    }
    if (dong == 0)
        say(&words, digit_words[0]);
    say(&words, "đồng");
    out_text[0] =
        (char)(out_text[0] - ('a' - 'A')); /* every number word begins with an ASCII letter */
    return ERR_OK;
}

/* Rule R-405. */
enum err vietnamese_money_digits(int64_t dong, char out_text[MONEY_DIGITS_SIZE])
{
    char reversed[MONEY_DIGITS_SIZE];
    size_t used = 0;

    if (dong < 0 || dong > MONEY_MAX)
        return ERR_BAD_VALUE;
    do {
        if (used % 4 == 3)
            reversed[used++] = '.';
        reversed[used++] = (char)('0' + dong % 10);
        dong /= 10;
    } while (dong > 0);
    for (size_t i = 0; i < used; i++)
        out_text[i] = reversed[used - 1 - i];
    out_text[used] = '\0';
    return ERR_OK;
}
