#include "base/instant.h"

#include "base/civil.h"
#include "base/digits.h"

/* Read what follows the seconds: nothing, `Z` or `±HH:MM`. */
static bool offset_parse(const char *text, size_t length, int *out_seconds)
{
    int hours, minutes;

    if (length == 0) {
        *out_seconds = 7 * 3600;
        return true;
    }
    if (length == 1 && text[0] == 'Z') {
        *out_seconds = 0;
        return true;
    }
    if (length != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':' ||
        !digits_read(text + 1, 2, &hours) || !digits_read(text + 4, 2, &minutes) || hours > 23 ||
        minutes > 59)
        return false;
    *out_seconds = (hours * 3600 + minutes * 60) * (text[0] == '-' ? -1 : 1);
    return true;
}

enum err instant_parse(const char *text, size_t length, struct instant *out_instant)
{
    struct date date;
    int hour, minute, second = 0, offset;
    size_t used = sizeof "2026-03-10T09:12" - 1;

    if (length < used || date_parse(text, DATE_TEXT_SIZE - 1, &date) != ERR_OK || text[10] != 'T' ||
        text[13] != ':' || !digits_read(text + 11, 2, &hour) ||
        !digits_read(text + 14, 2, &minute) || hour > 23 || minute > 59)
        return ERR_SYNTAX;
    if (length >= used + 3 && text[used] == ':') {
        if (!digits_read(text + used + 1, 2, &second) || second > 59)
            return ERR_SYNTAX;
        used += 3;
    }
    if (!offset_parse(text + used, length - used, &offset))
        return ERR_SYNTAX;
    *out_instant = instant_from_seconds((int64_t)date.day * SECONDS_PER_DAY + hour * 3600 +
                                        minute * 60 + second - offset);
    return ERR_OK;
}

void instant_format(struct instant instant, char out_text[INSTANT_TEXT_SIZE])
{
    const int32_t second = second_of_day(instant);

    date_format(date_of_instant(instant), out_text);
    out_text[10] = 'T';
    digits_write(second / 3600, 2, out_text + 11);
    out_text[13] = ':';
    digits_write(second / 60 % 60, 2, out_text + 14);
    out_text[16] = ':';
    digits_write(second % 60, 2, out_text + 17);
    for (size_t i = 0; i < sizeof "+07:00"; i++)
        out_text[19 + i] = "+07:00"[i];
}
