/*
 * UTF-8: reading and writing one scalar value, checking and counting a text.
 *
 * Pure. Strict as RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF.
 */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stddef.h>
#include <stdint.h>

enum { UTF8_BYTES_MAX = 4 };

/*
 * Read the scalar value at the start of `text` (borrowed, `length` bytes left).
 *
 * Returns the number of bytes it takes, 1..4, or 0 when the bytes are not UTF-8 or end too early;
 * `out_scalar` is set only when the result is not 0.
 */
size_t utf8_read(const char *text, size_t length, uint32_t *out_scalar);

/* Write `scalar` (a scalar value, not checked) without a NUL; returns the bytes written, 1..4. */
size_t utf8_write(uint32_t scalar, char out_bytes[UTF8_BYTES_MAX]);

#endif
