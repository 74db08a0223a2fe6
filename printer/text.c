#include "printer/text.h"

#include <glib.h>
#include <stdbool.h>
#include <stdio.h>

#include "base/civil.h"

static bool is_invisible(gunichar c)
{
    return c == 0x00ad || (c >= 0x200b && c <= 0x200f) || (c >= 0x202a && c <= 0x202e) ||
           (c >= 0x2060 && c <= 0x206f) || c == 0xfeff;
}

static bool is_blank(gunichar c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == 0x00a0;
}

/* Copy what is visible of NFC text into `out`, trimmed. Returns its characters, or -1. */
static long keep_visible(const char *nfc, char *out, size_t *out_length)
{
    size_t length = 0, kept = 0;
    long count = 0, kept_count = 0;

    for (const char *at = nfc; *at; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);

        if (is_invisible(c) || (is_blank(c) && !count))
            continue;
        if ((c < ' ' && c != '\n' && c != '\t') || (c >= 0x7f && c <= 0x9f))
            return -1;
        length += (size_t)g_unichar_to_utf8(c, out + length);
        count++;
        if (!is_blank(c)) {
            kept = length;
            kept_count = count;
        }
    }
    *out_length = kept;
    return kept_count;
}

enum err text_clean(struct pool *pool, const char *text, size_t length, size_t most,
                    const char **out_text)
{
    char *nfc, *visible;
    size_t kept = 0;
    long count;
    const char *clean = NULL;
    enum err err = ERR_OK;

    /* NFD needs at most three code points for a Vietnamese letter, each of at most four bytes */
    if (length > most * 12 || !g_utf8_validate(text, (gssize)length, NULL))
        return ERR_BAD_VALUE;
    nfc = g_utf8_normalize(text, (gssize)length, G_NORMALIZE_DEFAULT_COMPOSE);
    if (!nfc)
        return ERR_BAD_VALUE;
    visible = g_malloc(strlen(nfc) + 1);
    count = keep_visible(nfc, visible, &kept);
    if (count < 0 || (size_t)count > most)
        err = ERR_BAD_VALUE;
    else if (count > 0 && !(clean = pool_text(pool, visible, kept)))
        err = ERR_NO_MEMORY;
    g_free(visible);
    g_free(nfc);
    if (err == ERR_OK)
        *out_text = clean;
    return err;
}

void date_words(struct instant instant, char out_words[DATE_WORDS_SIZE])
{
    struct civil civil = date_civil(date_of_instant(instant));

    snprintf(out_words, DATE_WORDS_SIZE, "ngày %02d tháng %0*d năm %d", civil.day,
             civil.month <= 2 ? 2 : 1, civil.month, civil.year);
}

void instant_words(struct instant instant, char out_words[INSTANT_WORDS_SIZE])
{
    int minute = second_of_day(instant) / 60;
    char date[DATE_WORDS_SIZE];

    date_words(instant, date);
    snprintf(out_words, INSTANT_WORDS_SIZE, "%02d giờ %02d phút, %s", minute / 60, minute % 60,
             date);
}

void instant_short(struct instant instant, char out_words[DATE_WORDS_SIZE])
{
    int minute = second_of_day(instant) / 60;
    struct civil civil = date_civil(date_of_instant(instant));

    snprintf(out_words, DATE_WORDS_SIZE, "%02d:%02d %02d/%02d/%04d", minute / 60, minute % 60,
             civil.day, civil.month, civil.year);
}
