#include "domain/scan_type.h"

#include <string.h>

static const struct {
    const char *name, *media;
} types[SCAN_TYPE_COUNT] = {
#define X(code, name, media) {name, media},
    SCAN_TYPE_MAP(X)
#undef X
};

void scan_look_add(struct scan_look *look, const void *bytes, size_t length)
{
    const uint8_t *from = bytes;
    const size_t head =
        SCAN_HEAD - look->head_length < length ? SCAN_HEAD - look->head_length : length;

    memcpy(look->head + look->head_length, from, head);
    look->head_length += head;
    if (length >= SCAN_TAIL) {
        memcpy(look->tail, from + length - SCAN_TAIL, SCAN_TAIL);
        look->tail_length = SCAN_TAIL;
        return;
    }
    const size_t keep =
        look->tail_length + length > SCAN_TAIL ? SCAN_TAIL - length : look->tail_length;
    memmove(look->tail, look->tail + look->tail_length - keep, keep);
    memcpy(look->tail + keep, from, length);
    look->tail_length = keep + length;
}

static bool begins(const struct scan_look *look, const char *bytes, size_t length)
{
    return look->head_length >= length && memcmp(look->head, bytes, length) == 0;
}

/* Does the end of the bytes hold this text? */
static bool ends_near(const struct scan_look *look, const char *text)
{
    const size_t length = strlen(text);

    for (size_t at = 0; at + length <= look->tail_length; at++)
        if (memcmp(look->tail + at, text, length) == 0)
            return true;
    return false;
}

static bool is_digit(uint8_t c)
{
    return c >= '0' && c <= '9';
}

/* Rule R-461. */
bool scan_look_type(const struct scan_look *look, enum scan_type *out_type)
{
    static const char png[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR";

    if (begins(look, "%PDF-", 5) && look->head_length >= 8 && is_digit(look->head[5]) &&
        look->head[6] == '.' && is_digit(look->head[7]) && ends_near(look, "%%EOF"))
        *out_type = SCAN_PDF;
    else if (begins(look, "\xff\xd8\xff", 3))
        *out_type = SCAN_JPEG;
    else if (begins(look, png, sizeof png - 1) && ends_near(look, "IEND"))
        *out_type = SCAN_PNG;
    else
        return false;
    return true;
}

/* Rule R-560. */
bool scan_look_is_ended(const struct scan_look *look)
{
    enum scan_type type;

    return scan_look_type(look, &type) && (type != SCAN_JPEG || ends_near(look, "\xff\xd9"));
}

const char *scan_type_name(enum scan_type type)
{
    return types[type].name;
}

const char *scan_type_media(enum scan_type type)
{
    return types[type].media;
}

bool scan_type_from_name(const char *name, enum scan_type *out_type)
{
    for (int i = 0; i < SCAN_TYPE_COUNT; i++)
        if (strcmp(types[i].name, name) == 0) {
            *out_type = (enum scan_type)i;
            return true;
        }
    return false;
}

/* The media type without its parameters is `expected`. */
static bool is_media(const char *media_type, const char *expected)
{
    for (; *expected; expected++, media_type++) {
        const char c = *media_type;

        if ((c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c) != *expected)
            return false;
    }
    return strchr(" ;", *media_type) != NULL;
}

enum scan_declared scan_declared_type(const char *media_type, enum scan_type *out_type)
{
    if (!media_type || is_media(media_type, "application/octet-stream"))
        return SCAN_DECLARED_NOTHING;
    for (int i = 0; i < SCAN_TYPE_COUNT; i++)
        if (is_media(media_type, types[i].media)) {
            *out_type = (enum scan_type)i;
            return SCAN_DECLARED_TYPE;
        }
    return SCAN_DECLARED_OTHER;
}
