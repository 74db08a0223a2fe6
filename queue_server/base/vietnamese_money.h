/*
 * Amounts of money as Vietnamese writes them: digits in groups, and words. Pure. Source:
 * domain 3.9, 8.5.
 */
#ifndef BASE_VIETNAMESE_MONEY_H
#define BASE_VIETNAMESE_MONEY_H

#include <stdint.h>

#include "base/error.h"

/* Largest amount, in đồng. */
#define MONEY_MAX INT64_C(999999999999999999)

enum { MONEY_WORDS_SIZE = 512, MONEY_DIGITS_SIZE = sizeof "999.999.999.999.999.999" };

/*
 * Write an amount in words, as on a receipt: 105000 is "Một trăm linh năm nghìn đồng". `lăm` after
 * mươi and mười, `mốt` and `tư` after mươi, `linh` for a zero ten, `không trăm` inside a group
 * below another; groups of zero are left out. Rule R-405.
 *
 * dong  0 .. MONEY_MAX
 *
 * Returns ERR_OK or ERR_BAD_VALUE.
 */
enum err vietnamese_money_words(int64_t dong, char out_text[MONEY_WORDS_SIZE]);

/* Write an amount in digits, thousands parted by dots: "1.005.000". Range and errors as above.
 * Rule R-405. */
enum err vietnamese_money_digits(int64_t dong, char out_text[MONEY_DIGITS_SIZE]);

#endif
