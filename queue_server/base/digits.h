/* Fixed-width decimal fields, as dates, codes and numbers use them. Pure. */
#ifndef BASE_DIGITS_H
#define BASE_DIGITS_H

#include <stdbool.h>
#include <stddef.h>

static inline bool digit_is(char c)
{
    return c >= '0' && c <= '9';
}

/* Read exactly `width` (at most 9) digits; false when one of them is not a digit. */
static inline bool digits_read(const char *text, size_t width, int *out_value)
{
    int value = 0;

    for (size_t i = 0; i < width; i++) {
        if (!digit_is(text[i]))
            return false;
        value = value * 10 + (text[i] - '0');
    }
    *out_value = value;
    return true;
}

/* Write the last `width` digits of `value` (not negative), without a NUL. */
static inline void digits_write(int value, size_t width, char *out_text)
{
    for (size_t i = width; i > 0; i--) {
        out_text[i - 1] = (char)('0' + value % 10);
        value /= 10;
    }
}

#endif
