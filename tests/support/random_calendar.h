/*
 * Small random calendars, always the same from the same seed: a few weeks around a New Year, with
 * seasons, days off, make-up days and partial days off, so that edges meet often.
 */
#ifndef SUPPORT_RANDOM_CALENDAR_H
#define SUPPORT_RANDOM_CALENDAR_H

#include "support/office_calendar.h"

enum { RANDOM_ROWS = 3, RANDOM_DATES = 8, RANDOM_DAYS_MAX = 60 };

struct random {
    uint64_t state;
};

/* Marsaglia's xorshift64; 0 .. below - 1. */
static inline int random_below(struct random *random, int below)
{
    random->state ^= random->state << 13;
    random->state ^= random->state >> 7;
    random->state ^= random->state << 17;
    return (int)(random->state % (uint64_t)below);
}

struct random_calendar {
    struct calendar_row rows[RANDOM_ROWS];
    struct calendar_date days_off[RANDOM_DATES], make_up_days[RANDOM_DATES];
    struct calendar_partial partials[RANDOM_DATES];
    struct calendar_source source;
};

static const struct day_span random_spans[][3] = {
    {{27000, 41400}, {46800, 61200}},                 /* 07:30-11:30 13:00-17:00 */
    {{25200, 41400}, {48600, 61200}},                 /* 07:00-11:30 13:30-17:00 */
    {{27000, 34200}, {35100, 41400}, {48600, 61200}}, /* with a break */
    {{0, 3600}, {3600, 7200}, {79200, 86400}},        /* from midnight to midnight */
    {{36000, 36060}},                                 /* one minute */
};
static const int random_span_counts[] = {2, 2, 3, 3, 1};

static inline int partial_before(const struct calendar_partial *a, const struct calendar_partial *b)
{
    return a->date.day != b->date.day ? a->date.day < b->date.day : a->off.from < b->off.from;
}

static inline void random_rows(struct random *random, struct random_calendar *out)
{
    struct calendar_source *source = &out->source;
    int32_t day = source->first.day - 3;

    source->row_count = (size_t)(1 + random_below(random, RANDOM_ROWS));
    for (size_t i = 0; i < source->row_count; i++) {
        const int kind = random_below(random, 5);

        day += random_below(random, 12) + (i > 0);
        out->rows[i] = (struct calendar_row){{day}, random_spans[kind], random_span_counts[kind]};
    }
    source->rows = out->rows;
}

static inline bool is_day_off(const struct calendar_source *source, struct date date)
{
    for (size_t i = 0; i < source->day_off_count; i++)
        if (date_equal(source->days_off[i].date, date))
            return true;
    return false;
}

static inline void random_dates(struct random *random, struct random_calendar *out)
{
    struct calendar_source *source = &out->source;
    const int span = source->last.day - source->first.day + 1;
    const bool official = random_below(random, 2) == 0;

    source->days_off = out->days_off;
    source->day_off_count = (size_t)random_below(random, RANDOM_DATES);
    for (size_t i = 0; i < source->day_off_count; i++)
        out->days_off[i] =
            (struct calendar_date){date_plus(source->first, random_below(random, span)), official};
    source->make_up_days = out->make_up_days;
    for (int i = random_below(random, RANDOM_DATES); i > 0; i--) {
        const struct date date = date_plus(source->first, random_below(random, span));

        if (!is_day_off(source, date))
            out->make_up_days[source->make_up_count++] = (struct calendar_date){date, true};
    }
}

static inline void random_partials(struct random *random, struct random_calendar *out)
{
    struct calendar_source *source = &out->source;

    source->partials = out->partials;
    for (int k = random_below(random, RANDOM_DATES); k > 0; k--) {
        struct calendar_partial partial = {date_plus(source->first, random_below(random, 10)),
                                           {0, SECONDS_PER_DAY}};
        size_t i = source->partial_count++;

        if (random_below(random, 4) > 0) {
            partial.off.from = random_below(random, 1400) * 60;
            partial.off.to = partial.off.from + 60 * (1 + random_below(random, 39));
        }
        for (; i > 0 && partial_before(&partial, &out->partials[i - 1]); i--)
            out->partials[i] = out->partials[i - 1];
        out->partials[i] = partial;
    }
}

static inline void random_calendar_make(struct random *random, struct random_calendar *out)
{
    *out = (struct random_calendar){.source = {.weekly_rest = WEEKEND}};
    out->source.first = date_plus(date_at("2026-12-10"), random_below(random, 30));
    out->source.last = date_plus(out->source.first, 20 + random_below(random, 40));
    if (random_below(random, 3) == 0)
        out->source.weekly_rest = (unsigned)random_below(random, 128);
    random_rows(random, out);
    random_dates(random, out);
    random_partials(random, out);
}

/* An instant in or a little around the horizon, often at an edge of something. */
static inline struct instant random_instant(struct random *random,
                                            const struct calendar_source *source)
{
    static const int edges[] = {0,     1,     86399, 27000, 41400, 46800,
                                61200, 61199, 54000, 54001, 36060};
    const int days = source->last.day - source->first.day + 3;
    const struct date date = date_plus(source->first, random_below(random, days) - 1);
    const int edge = random_below(random, 22);

    return instant_on_date(date, edge < 11 ? edges[edge] : random_below(random, SECONDS_PER_DAY));
}

#endif
