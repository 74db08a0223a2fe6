/*
 * A text that grows, and JSON written into it.
 *
 * Pure but for memory. Running out of memory is kept in the text (`failed`) and asked for once, at
 * the end, so that writers need no test after each piece. The JSON writer puts commas itself; the
 * order of the calls is the order of the keys, so the same data always gives the same bytes.
 */
#ifndef BASE_TEXT_H
#define BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/civil.h"
#include "base/instant.h"

struct text {
    char *data;    /* NUL-terminated once anything was added; owned */
    size_t length; /* bytes before the NUL */
    size_t capacity;
    bool failed; /* memory ran out: data is incomplete */
};

static inline void text_init(struct text *text)
{
    *text = (struct text){0};
}

void text_release(struct text *text);
/* Forget what was written, keep the memory. */
void text_clear(struct text *text);
/* Take the bytes out; the caller frees them. NULL after a failure. The text is empty again. */
char *text_take(struct text *text);

void text_add_bytes(struct text *text, const char *bytes, size_t length);
void text_add(struct text *text, const char *string);
void text_add_char(struct text *text, char c);
void text_add_int(struct text *text, int64_t value);
void text_printf(struct text *text, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* ---- JSON. A key of NULL writes an element of an array (or the outermost value). ------------- */

void json_open_object(struct text *text, const char *key);
void json_close_object(struct text *text);
void json_open_array(struct text *text, const char *key);
void json_close_array(struct text *text);
/* `string` NULL writes null. Bytes that are not UTF-8 are the caller's fault; control characters,
 * quotes and backslashes are escaped. */
void json_put_string(struct text *text, const char *key, const char *string);
/* An empty string writes null. */
void json_put_string_or_null(struct text *text, const char *key, const char *string);
void json_put_int(struct text *text, const char *key, int64_t value);
void json_put_bool(struct text *text, const char *key, bool value);
void json_put_null(struct text *text, const char *key);
void json_put_instant(struct text *text, const char *key, struct instant instant);
/* instant_none() writes null. */
void json_put_instant_or_null(struct text *text, const char *key, struct instant instant);
void json_put_date(struct text *text, const char *key, struct date date);
/* Bytes as small hexadecimal digits, in quotes. */
void json_put_hex(struct text *text, const char *key, const uint8_t *bytes, size_t size);
/* `json` is JSON already. */
void json_put_raw(struct text *text, const char *key, const char *json);

#endif
