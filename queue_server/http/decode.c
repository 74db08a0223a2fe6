#include "http/decode.h"

#include <stdint.h>
#include <string.h>

static int hex_value(char ch)
{
    if (ch >= '0' && ch <= '9')
        return ch - '0';
    if (ch >= 'a' && ch <= 'f')
        return ch - 'a' + 10;
    if (ch >= 'A' && ch <= 'F')
        return ch - 'A' + 10;
    return -1;
}

/* Bytes of the UTF-8 sequence at `text`, 1..4; 0 when it is malformed or a control character. */
static size_t sequence_length(const unsigned char *text, size_t left)
{
    const unsigned char lead = text[0];
    const size_t length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    /* the second byte rules out overlong forms, surrogates and values above U+10FFFF */
    const unsigned char low = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
    const unsigned char high = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;

    if (lead < 0x20 || lead == 0x7f || (lead >= 0x80 && lead < 0xc2) || lead > 0xf4)
        return 0;
    if (length > left)
        return 0;
    if (length > 1 && (text[1] < low || text[1] > high))
        return 0;
    for (size_t i = 2; i < length; i++)
        if (text[i] < 0x80 || text[i] > 0xbf)
            return 0;
    return length;
}

bool http_text_is_clean(const char *text, size_t length)
{
    const unsigned char *bytes = (const unsigned char *)text;

    for (size_t at = 0; at < length;) {
        const size_t step = sequence_length(bytes + at, length - at);

        if (step == 0)
            return false;
        at += step;
    }
    return true;
}

bool http_decode(char *text, size_t length, enum http_decode kind)
{
    size_t out = 0;

    for (size_t in = 0; in < length; in++) {
        char ch = text[in];

        if (ch == '%') {
            const int high = length - in > 2 ? hex_value(text[in + 1]) : -1;
            const int low = high < 0 ? -1 : hex_value(text[in + 2]);

            if (low < 0)
                return false;
            ch = (char)(high * 16 + low);
            in += 2;
            if (ch == '/' && kind == HTTP_DECODE_PATH)
                return false;
        } else if (ch == '+' && kind == HTTP_DECODE_FORM) {
            ch = ' ';
        }
        text[out++] = ch;
    }
    text[out] = 0;
    return http_text_is_clean(text, out);
}
