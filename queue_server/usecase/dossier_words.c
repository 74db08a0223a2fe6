#include "usecase/dossier_words.h"

#include <stdio.h>
#include <string.h>

#include "base/vietnamese.h"

/* Cut a folded text into its different words, `most` at most; returns how many. */
static int cut(char *fold, const char **out_words, int most)
{
    int count = 0;

    for (char *word = fold; *word && count < most;) {
        char *end = word + strcspn(word, " ");
        char *next = *end ? end + 1 : end;
        bool known = end == word;

        *end = '\0';
        for (int i = 0; i < count && !known; i++)
            known = strcmp(out_words[i], word) == 0;
        if (!known)
            out_words[count++] = word;
        word = next;
    }
    return count;
}

static void join(const char *a, const char *b, char *out, size_t size)
{
    const bool ordered = strcmp(a, b) < 0;

    snprintf(out, size, "%s %s", ordered ? a : b, ordered ? b : a);
}

/* ---- putting --------------------------------------------------------------------------------- */

enum { WORDS_MAX = FULL_NAME_SIZE / 2 };

/* Every word of a text without tones; of the first ones, `paired`, each with each. A text that
 * cannot be folded is found by its ids. */
static void put(struct store_tx *tx, int64_t id, const char *text, int paired)
{
    char fold[FULL_NAME_SIZE], pair[2 * FULL_NAME_SIZE];
    const char *words[WORDS_MAX];

    if (vietnamese_fold(text, strlen(text), fold, sizeof fold, NULL) != ERR_OK)
        return;
    const int count = cut(fold, words, WORDS_MAX);
    for (int i = 0; i < count; i++) {
        dossier_rows_word(tx, id, words[i]);
        for (int j = 0; i < paired && j < i; j++) {
            join(words[i], words[j], pair, sizeof pair);
            dossier_rows_word(tx, id, pair);
        }
    }
}

void dossier_words_put(struct store_tx *tx, int64_t id, const char *text)
{
    put(tx, id, text, 0);
}

void dossier_words_put_name(struct store_tx *tx, int64_t id, const char *name)
{
    put(tx, id, name, WORDS_PAIRED_MAX);
}

/* ---- finding --------------------------------------------------------------------------------- */

static bool has_digit(const char *word)
{
    return strpbrk(word, "0123456789") != NULL;
}

/* Pairs of the last word with each other one: the last one typed is the given name, as a rule. */
static void find_pairs(const char **found, int count, struct searched_words *words,
                       struct dossier_filter *filter)
{
    for (int i = 0; i < count - 1; i++) {
        join(found[count - 1], found[count - 2 - i], words->pairs[i], sizeof words->pairs[i]);
        filter->words[i] = words->pairs[i];
    }
}

bool dossier_words_find(const char *search, struct searched_words *words,
                        struct dossier_filter *filter)
{
    const char *found[DOSSIER_WORDS_MAX];
    bool letters = true;
    int used = 0;

    if (phone_normalise(search, strlen(search), words->phone) == ERR_OK) {
        filter->words[0] = words->phone;
        return true;
    }
    if (vietnamese_fold(search, strlen(search), words->fold, sizeof words->fold, NULL) != ERR_OK)
        return false;
    const int count = cut(words->fold, found, DOSSIER_WORDS_MAX);
    for (int i = 0; i < count; i++)
        letters = letters && !has_digit(found[i]);
    if (letters && count > 1) {
        find_pairs(found, count, words, filter);
        return true;
    }
    for (int digits = 1; digits >= 0; digits--) /* numbers are rare: they drive */
        for (int i = count - 1; i >= 0; i--)
            if (has_digit(found[i]) == (digits == 1))
                filter->words[used++] = found[i];
    return count > 0;
}
