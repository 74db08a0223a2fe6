#include "domain/period.h"

#include <string.h>

static const struct {
    const char *name;
    int months;
    bool reporting;
} kinds[PERIOD_KIND_COUNT] = {
#define X(name, text, months, reporting) [PERIOD_##name] = {(text), (months), (reporting)},
    PERIOD_KIND_MAP(X)
#undef X
};

enum err period_kind_from_name(const char *text, size_t length, enum period_kind *out_kind)
{
    for (int i = 0; i < PERIOD_KIND_COUNT; i++)
        if (strlen(kinds[i].name) == length && memcmp(kinds[i].name, text, length) == 0) {
            *out_kind = (enum period_kind)i;
            return ERR_OK;
        }
    return ERR_UNKNOWN;
}

bool period_kind_joins(enum period_kind kind)
{
    return 12 % kinds[kind].months == 0;
}

/* Day `day` of the month that is `months` after January of `year`; months may be -1. */
static struct date day_of_month(int year, int months, int day)
{
    if (months < 0)
        return date_from_civil((struct civil){year - 1, 12, day});
    return date_from_civil((struct civil){year + months / 12, months % 12 + 1, day});
}

/* Rule R-310. */
enum err period_make(enum period_kind kind, int year, int index, struct period *out_period)
{
    const int months = kinds[kind].months;
    const int first = (index - 1) * months, end = index * months; /* from January, end excluded */

    if (year < 1901 || year > 2198 || index < 1 || index > 12 / months)
        return ERR_BAD_VALUE;
    if (kinds[kind].reporting)
        *out_period =
            (struct period){day_of_month(year, first - 1, 15), day_of_month(year, end - 1, 14)};
    else
        *out_period = (struct period){day_of_month(year, first, 1),
                                      date_plus(day_of_month(year, end, 1), -1)};
    return ERR_OK;
}

/* A number of `least` .. `most` digits at `*text`, which is moved behind it; -1 for none. */
static int read_number(const char **text, int least, int most)
{
    int number = 0, digits = 0;

    while (digits < most && **text >= '0' && **text <= '9') {
        number = number * 10 + (**text - '0');
        (*text)++;
        digits++;
    }
    return digits < least ? -1 : number;
}

/* Rule R-310. */
enum err period_parse(const char *text, struct period *out_period)
{
    const char *colon = strchr(text, ':'), *rest;
    enum period_kind kind;
    int year, index = 1;

    if (!colon || period_kind_from_name(text, (size_t)(colon - text), &kind) != ERR_OK)
        return ERR_BAD_VALUE;
    rest = colon + 1;
    year = read_number(&rest, 4, 4);
    if (*rest == '-') {
        rest++;
        index = read_number(&rest, 1, 2);
    } else if (kind != PERIOD_YEAR && kind != PERIOD_REPORTING_YEAR &&
               kind != PERIOD_REPORTING_NINE_MONTHS) {
        return ERR_BAD_VALUE;
    }
    if (*rest || year < 0 || index < 0)
        return ERR_BAD_VALUE;
    return period_make(kind, year, index, out_period);
}

enum err period_free(struct date from, struct date to, struct period *out_period)
{
    if (date_before(to, from))
        return ERR_ORDER;
    *out_period = (struct period){from, to};
    return ERR_OK;
}

/* Rule R-311. */
struct span period_span(struct period period, struct instant now)
{
    struct span span = {
        .from = instant_on_date(period.from, 0),
        .to = instant_on_date(date_plus(period.to, 1), 0),
    };

    span.complete = !instant_before(now, span.to);
    if (span.complete) {
        span.at = instant_plus_seconds(span.to, -1);
    } else {
        span.at = now;
        span.to = instant_later(instant_plus_seconds(now, 1), span.from);
    }
    return span;
}

void period_month_key(struct date date, char out_key[MONTH_KEY_SIZE])
{
    char text[DATE_TEXT_SIZE];

    date_format(date, text);
    memcpy(out_key, text, MONTH_KEY_SIZE - 1);
    out_key[MONTH_KEY_SIZE - 1] = '\0';
}
