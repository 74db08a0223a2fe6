/*
 * Vietnamese text: one stored form, one search form.
 *
 * Pure. Texts are UTF-8, borrowed, `length` bytes, need not be terminated; results end with a NUL
 * that `out_length` does not count. Composed, decomposed and mixed input give the same result.
 * Exact for the Latin script; letters of other scripts pass unchanged. Source: domain 8.5.
 *
 * Every function that writes returns ERR_OK; ERR_BAD_VALUE for bytes that are not UTF-8, or more
 * than 16 marks on one letter; ERR_TEXT_TOO_LONG when the result and its NUL need more than `size`
 * bytes. Outputs are unspecified after an error and `out_length` is untouched; NULL is allowed
 * where the length is not wanted.
 */
#ifndef BASE_VIETNAMESE_H
#define BASE_VIETNAMESE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

/*
 * Normalise to NFC: each letter and its marks become one character where Unicode has one.
 * Rule R-400.
 */
enum err vietnamese_nfc(const char *text, size_t length, char *out_text, size_t size,
                        size_t *out_length);

/*
 * The form in which a text typed by a person is stored: NFC, zero-width characters (those that turn
 * the writing direction among them) removed, runs of blanks and line ends become one space, none at
 * either end. Letter case is kept: legal forms print a name as it stands on the paper. A control
 * character other than tab, line feed, carriage return, or a code point that is no character, is
 * ERR_BAD_VALUE. Rule R-401.
 */
enum err vietnamese_clean(const char *text, size_t length, char *out_text, size_t size,
                          size_t *out_length);

/* True when the text is UTF-8 and vietnamese_clean would leave nothing of it. Rule R-401. */
bool vietnamese_is_empty(const char *text, size_t length);

/*
 * The form in which texts are compared in a search: decompose, drop U+0300-U+036F, `đ` and `Đ`
 * become `d`, lower case, zero-width characters removed, blanks collapsed as above. So
 * `Nguyễn Đình Hòa` and `NGUYEN  DINH HOÀ` give `nguyen dinh hoa`. Rule R-402.
 */
enum err vietnamese_fold(const char *text, size_t length, char *out_text, size_t size,
                         size_t *out_length);

#endif
