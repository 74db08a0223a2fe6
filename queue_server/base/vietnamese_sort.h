/*
 * The Vietnamese order of texts and of names, as keys that compare byte by byte.
 *
 * Pure. A key is printable ASCII, so it can stand in an indexed TEXT column of any database and be
 * compared by memcmp. Source: domain 8.5 (CLDR vi).
 *
 * Letters: a ă â b c d đ e ê f g h i j k l m n o ô ơ p q r s t u ư v w x y z; a space comes before
 * punctuation, that before digits, those before letters, letters of other scripts last. Tones
 * decide between texts of the same letters (ngang < huyền < hỏi < ngã < sắc < nặng), letter case
 * (small first) between texts that are equal but for it.
 *
 * Errors are those of base/vietnamese.h; a key of `length` bytes of text never needs more than
 * SORT_KEY_SIZE(length).
 */
#ifndef BASE_VIETNAMESE_SORT_H
#define BASE_VIETNAMESE_SORT_H

#include <stddef.h>

#include "base/error.h"

#define SORT_KEY_SIZE(length) (7 * (length) + 8)

/* Longest text that has a key, in bytes. */
enum { SORT_TEXT_MAX = 500 };

/*
 * Key of a text, words in the order written. Blanks and composition do not matter. Rule R-403.
 * Returns ERR_OK, ERR_BAD_VALUE, ERR_TEXT_TOO_LONG; `out_key` ends with a NUL.
 */
enum err vietnamese_sort_key(const char *text, size_t length, char *out_key, size_t size);

/*
 * Key of a person's name: first the last word (tên), then the first (họ), then those between (đệm),
 * each with its tones; letter case last of all. A single word is tên. Rule R-404.
 * Returns as vietnamese_sort_key.
 */
enum err vietnamese_name_key(const char *name, size_t length, char *out_key, size_t size);

#endif
