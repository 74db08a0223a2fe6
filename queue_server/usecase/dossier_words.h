/*
 * The words by which a dossier is found, and what somebody types to find it. Rule R-244.
 *
 * Beside each word of a name stand its pairs, "an thi", the smaller word first: of three words that
 * are common by themselves, such as Nguyễn Thị An, the pairs are rare, so that a search walks along
 * few dossiers even among a million.
 */
#ifndef USECASE_DOSSIER_WORDS_H
#define USECASE_DOSSIER_WORDS_H

#include "domain/phone.h"
#include "store/dossier_rows.h"
#include "usecase/read_dossier.h"

enum { WORDS_PAIRED_MAX = 8 /* of a name: the first ones, each with each */ };

/* Let dossier `id` be found by every word of a text; of a name by their pairs too. Writer thread.
 */
void dossier_words_put(struct store_tx *tx, int64_t id, const char *text);
void dossier_words_put_name(struct store_tx *tx, int64_t id, const char *name);

/* What a search looks for; the filter's words point into it. */
struct searched_words {
    char fold[SEARCH_SIZE];
    char phone[PHONE_SIZE];
    char pairs[DOSSIER_WORDS_MAX][2 * SEARCH_SIZE];
};

/*
 * Set filter->words: a telephone number; else pairs with the word typed last, when all are of
 * letters; else the words, those with digits first. Pure.
 *
 * Returns false when there is nothing to look for.
 */
bool dossier_words_find(const char *search, struct searched_words *words,
                        struct dossier_filter *filter);

#endif
