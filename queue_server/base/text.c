#include "base/text.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/digits.h"

void text_release(struct text *text)
{
    free(text->data);
    text_init(text);
}

void text_clear(struct text *text)
{
    text->length = 0;
    text->failed = false;
    if (text->data)
        text->data[0] = '\0';
}

char *text_take(struct text *text)
{
    char *data = text->failed ? NULL : text->data;

    if (text->failed)
        free(text->data);
    else if (!data)
        data = calloc(1, 1);
    text_init(text);
    return data;
}

/* Most texts are a ticket or an event as JSON: they need no second allocation. */
enum { FIRST_CAPACITY = 640 };

static bool grow(struct text *text, size_t more)
{
    size_t capacity = text->capacity ? text->capacity : FIRST_CAPACITY;

    if (text->failed)
        return false;
    while (capacity < text->length + more + 1)
        capacity *= 2;
    char *data = realloc(text->data, capacity);
    if (!data) {
        text->failed = true;
        return false;
    }
    text->data = data;
    text->capacity = capacity;
    return true;
}

/* Room for `more` bytes and a NUL; false, and the text is failed, without memory. */
static inline bool reserve(struct text *text, size_t more)
{
    return (text->length + more + 1 <= text->capacity && !text->failed) || grow(text, more);
}

void text_add_bytes(struct text *text, const char *bytes, size_t length)
{
    if (!reserve(text, length))
        return;
    memcpy(text->data + text->length, bytes, length);
    text->length += length;
    text->data[text->length] = '\0';
}

void text_add(struct text *text, const char *string)
{
    text_add_bytes(text, string, strlen(string));
}

void text_add_char(struct text *text, char c)
{
    if (!reserve(text, 1))
        return;
    text->data[text->length++] = c;
    text->data[text->length] = '\0';
}

void text_add_int(struct text *text, int64_t value)
{
    char digits[24];
    size_t at = sizeof digits;
    uint64_t rest = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;

    do {
        digits[--at] = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest);
    if (value < 0)
        digits[--at] = '-';
    text_add_bytes(text, digits + at, sizeof digits - at);
}

void text_printf(struct text *text, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    const int length = vsnprintf(NULL, 0, format, arguments);
    va_end(arguments);
    if (length < 0 || !reserve(text, (size_t)length))
        return;
    va_start(arguments, format);
    vsnprintf(text->data + text->length, (size_t)length + 1, format, arguments);
    va_end(arguments);
    text->length += (size_t)length;
}

/* ---- JSON ------------------------------------------------------------------------------------ */

static void add_quoted(struct text *text, const char *string)
{
    const char *run = string;

    text_add_char(text, '"');
    for (const char *at = string;; at++) {
        const unsigned char c = (unsigned char)*at;

        if (c >= 0x20 && c != '"' && c != '\\')
            continue;
        text_add_bytes(text, run, (size_t)(at - run));
        if (c == '\0')
            break;
        if (c == '"' || c == '\\') {
            const char escaped[2] = {'\\', *at};
            text_add_bytes(text, escaped, 2);
        } else if (c == '\n') {
            text_add_bytes(text, "\\n", 2);
        } else {
            text_printf(text, "\\u%04x", c);
        }
        run = at + 1;
    }
    text_add_char(text, '"');
}

/* Write the comma that parts this value from the one before, and the key. */
static void begin_value(struct text *text, const char *key)
{
    const char last = text->length ? text->data[text->length - 1] : '\0';

    if (text->length && last != '{' && last != '[' && last != ':' && last != '\n')
        text_add_char(text, ',');
    if (key) {
        text_add_char(text, '"');
        text_add(text, key);
        text_add_bytes(text, "\":", 2);
    }
}

void json_open_object(struct text *text, const char *key)
{
    begin_value(text, key);
    text_add_char(text, '{');
}

void json_close_object(struct text *text)
{
    text_add_char(text, '}');
}

void json_open_array(struct text *text, const char *key)
{
    begin_value(text, key);
    text_add_char(text, '[');
}

void json_close_array(struct text *text)
{
    text_add_char(text, ']');
}

void json_put_string(struct text *text, const char *key, const char *string)
{
    begin_value(text, key);
    if (string)
        add_quoted(text, string);
    else
        text_add_bytes(text, "null", 4);
}

void json_put_string_or_null(struct text *text, const char *key, const char *string)
{
    json_put_string(text, key, string && string[0] ? string : NULL);
}

void json_put_int(struct text *text, const char *key, int64_t value)
{
    begin_value(text, key);
    text_add_int(text, value);
}

void json_put_bool(struct text *text, const char *key, bool value)
{
    begin_value(text, key);
    text_add(text, value ? "true" : "false");
}

void json_put_null(struct text *text, const char *key)
{
    json_put_string(text, key, NULL);
}

void json_put_instant(struct text *text, const char *key, struct instant instant)
{
    char value[INSTANT_TEXT_SIZE];

    instant_format(instant, value);
    json_put_string(text, key, value);
}

void json_put_instant_or_null(struct text *text, const char *key, struct instant instant)
{
    if (!instant_is_none(instant))
        json_put_instant(text, key, instant);
    else
        json_put_null(text, key);
}

void json_put_date(struct text *text, const char *key, struct date date)
{
    char value[DATE_TEXT_SIZE];

    date_format(date, value);
    json_put_string(text, key, value);
}

void json_put_hex(struct text *text, const char *key, const uint8_t *bytes, size_t size)
{
    begin_value(text, key);
    text_add_char(text, '"');
    for (size_t i = 0; i < size; i++)
        text_printf(text, "%02x", bytes[i]);
    text_add_char(text, '"');
}

void json_put_raw(struct text *text, const char *key, const char *json)
{
    begin_value(text, key);
    text_add(text, json);
}
