#include "page/html.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"

/* Rule R-971. */
static void put_escaped(struct text *out, uint32_t letter, const char *bytes, size_t length)
{
    switch (letter) {
    case '&':
        text_add(out, "&amp;");
        break;
    case '<':
        text_add(out, "&lt;");
        break;
    case '>':
        text_add(out, "&gt;");
        break;
    case '"':
        text_add(out, "&quot;");
        break;
    case '\'':
        text_add(out, "&#39;");
        break;
    default:
        text_add_bytes(out, bytes, length);
    }
}

static bool is_control(uint32_t letter)
{
    return (letter < ' ' && letter != '\n' && letter != '\t') || (letter >= 0x7f && letter < 0xa0);
}

void html_value(struct text *out, const char *value)
{
    size_t left = value ? strlen(value) : 0;

    while (left > 0) {
        uint32_t letter;
        const size_t length = utf8_read(value, left, &letter);

        if (length == 0 || is_control(letter))
            text_add(out, "\xef\xbf\xbd");
        else
            put_escaped(out, letter, value, length);
        value += length ? length : 1;
        left -= length ? length : 1;
    }
}

void html_path(struct text *out, const char *value)
{
    static const char plain[] =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";

    for (; value && *value; value++) {
        if (strchr(plain, *value))
            text_add_char(out, *value);
        else
            text_printf(out, "%%%02X", (unsigned)(unsigned char)*value);
    }
}

void html_write(struct text *out, const char *literal, ...)
{
    va_list values;

    va_start(values, literal);
    while (*literal) {
        const size_t length = strcspn(literal, "%");

        text_add_bytes(out, literal, length);
        literal += length;
        if (!*literal)
            break;
        switch (literal[1]) {
        case 's':
            html_value(out, va_arg(values, const char *));
            break;
        case 'd':
            text_add_int(out, va_arg(values, int));
            break;
        default:
            assert(literal[1] == '%');
            text_add_char(out, '%');
        }
        literal += 2;
    }
    va_end(values);
}

/* Write the value of the slot at `at`; how many letters the slot has after its first. */
static int put_slot(struct text *out, const char *at, const char *const values[HTML_SLOTS_MAX])
{
    const int slot = at[1] - '1';
    const bool vietnamese = at[2] == '!';

    assert(slot >= 0 && slot < HTML_SLOTS_MAX && at[vietnamese ? 3 : 2] == '}');
    if (vietnamese)
        text_add(out, "<span lang=\"vi\">");
    html_value(out, values[slot]);
    if (vietnamese)
        text_add(out, "</span>");
    return vietnamese ? 3 : 2;
}

void html_sentence(struct text *out, const char *sentence, const char *const values[HTML_SLOTS_MAX])
{
    for (const char *at = sentence; *at; at++) {
        if (*at == '{') {
            at += put_slot(out, at, values);
        } else if (*at == '[') {
            text_add(out, "<strong>");
        } else if (*at == ']') {
            text_add(out, "</strong>");
        } else {
            put_escaped(out, (unsigned char)*at, at, 1);
        }
    }
}

void html_phrase(struct text *out, const char *sentence, const char *const values[HTML_SLOTS_MAX])
{
    for (const char *at = sentence; *at; at++) {
        if (*at == '{') {
            const char *value = values[at[1] - '1'];

            text_add(out, value ? value : "");
            at += at[2] == '!' ? 3 : 2;
        } else if (*at != '[' && *at != ']') {
            text_add_char(out, *at);
        }
    }
}
