/*
 * Texts of a request target: percent escapes and UTF-8.
 *
 * Pure.
 */
#ifndef HTTP_DECODE_H
#define HTTP_DECODE_H

#include <stdbool.h>
#include <stddef.h>

enum http_decode { HTTP_DECODE_PATH, HTTP_DECODE_FORM };

/*
 * Decode the escapes of `text` in place; the result is never longer and ends with a NUL.
 * HTTP_DECODE_FORM also turns '+' into a blank; HTTP_DECODE_PATH refuses an escaped '/', which
 * would change the segments of the path.
 *
 * text  owned by the caller, `length` bytes and room for a NUL
 *
 * False when an escape is malformed or the result is not UTF-8 free of control characters; the text
 * is spoilt then.
 */
bool http_decode(char *text, size_t length, enum http_decode kind);

/* True when the bytes are well-formed UTF-8 (RFC 3629) without U+0000..U+001F and U+007F. */
bool http_text_is_clean(const char *text, size_t length);

#endif
