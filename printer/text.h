/*
 * Text as it may stand on paper, and dates in words.
 *
 * Pure but for the heap. Sources: domain.md 3.1 and 8.5; Decree 30/2020/NĐ-CP, annex I.
 */
#ifndef PRINTER_TEXT_H
#define PRINTER_TEXT_H

#include <stddef.h>

#include "base/error.h"
#include "base/instant.h"
#include "printer/pool.h"

enum { DATE_WORDS_SIZE = 64, INSTANT_WORDS_SIZE = 96 };

/*
 * Make a clean copy of `text`: Unicode NFC, blanks trimmed at both ends, zero-width characters and
 * direction marks dropped (they would make two equal-looking papers differ). Rule R-800.
 *
 * text      borrowed, `length` bytes, need not be terminated
 * most      longest clean text, in characters
 * out_text  in the pool; NULL when nothing visible is left
 *
 * Returns ERR_OK; ERR_BAD_VALUE when it is too long, is not UTF-8 or has a control character other
 * than a line feed or a tab; ERR_NO_MEMORY.
 */
enum err text_clean(struct pool *pool, const char *text, size_t length, size_t most,
                    const char **out_text);

/* "ngày 05 tháng 02 năm 2026": days below 10 and months 1 and 2 get a zero. Rule R-801. */
void date_words(struct instant instant, char out_words[DATE_WORDS_SIZE]);

/* "09 giờ 12 phút, ngày 10 tháng 3 năm 2026". Rule R-801. */
void instant_words(struct instant instant, char out_words[INSTANT_WORDS_SIZE]);

/* "09:12 10/03/2026", for tickets and page feet. */
void instant_short(struct instant instant, char out_words[DATE_WORDS_SIZE]);

#endif
