/*
 * Working time the slow way: one byte for each second of each date, filled from the lists as the
 * rule's text reads. Shares no code with domain/ but the lists' structs.
 */
#ifndef SUPPORT_SLOW_CALENDAR_H
#define SUPPORT_SLOW_CALENDAR_H

#include "support/random_calendar.h"

struct slow_calendar {
    const struct calendar_source *source;
    uint8_t worked[RANDOM_DAYS_MAX + 1][SECONDS_PER_DAY];
};

/* The row in force, or NULL. */
static inline const struct calendar_row *slow_row(const struct calendar_source *source, int32_t day)
{
    const struct calendar_row *found = NULL;

    for (size_t i = 0; i < source->row_count; i++)
        if (source->rows[i].effective_from.day <= day &&
            (!found || source->rows[i].effective_from.day > found->effective_from.day))
            found = &source->rows[i];
    return found;
}

static inline bool slow_usable(const struct slow_calendar *slow, int32_t day)
{
    return day >= slow->source->first.day && day <= slow->source->last.day &&
           slow_row(slow->source, day) != NULL;
}

static inline bool slow_lists_work(const struct calendar_source *source, int32_t day)
{
    const unsigned weekday = (unsigned)(((day + 3) % 7 + 7) % 7);

    for (size_t i = 0; i < source->make_up_count; i++)
        if (source->make_up_days[i].date.day == day)
            return true;
    return !(source->weekly_rest >> weekday & 1) && !is_day_off(source, (struct date){day});
}

static inline void slow_fill(struct slow_calendar *slow, const struct calendar_source *source)
{
    slow->source = source;
    memset(slow->worked, 0, sizeof slow->worked);
    for (int32_t day = source->first.day; day <= source->last.day; day++) {
        uint8_t *worked = slow->worked[day - source->first.day];
        const struct calendar_row *row = slow_row(source, day);

        if (!row || !slow_lists_work(source, day))
            continue;
        for (int32_t i = 0; i < row->span_count; i++)
            memset(worked + row->spans[i].from, 1, (size_t)(row->spans[i].to - row->spans[i].from));
        for (size_t i = 0; i < source->partial_count; i++)
            if (source->partials[i].date.day == day)
                memset(worked + source->partials[i].off.from, 0,
                       (size_t)(source->partials[i].off.to - source->partials[i].off.from));
    }
}

/* Is the second that begins at `second` (local, since 1970) worked? */
static inline bool slow_worked(const struct slow_calendar *slow, int64_t second)
{
    return slow->worked[second / SECONDS_PER_DAY - slow->source->first.day]
                       [second % SECONDS_PER_DAY] != 0;
}

/* Local seconds since 1970-01-01T00:00+07:00. */
static inline int64_t slow_local(struct instant instant)
{
    return instant_seconds(instant) + 7 * 3600;
}

static inline struct instant slow_instant(int64_t local)
{
    return instant_from_seconds(local - 7 * 3600);
}

/* Second after second; false when one of them may not be used. */
static inline bool slow_between(const struct slow_calendar *slow, int64_t from, int64_t to,
                                int64_t *out)
{
    int64_t total = 0;

    for (int64_t at = from; at < to; at++) {
        if ((at == from || at % SECONDS_PER_DAY == 0) &&
            !slow_usable(slow, (int32_t)(at / SECONDS_PER_DAY)))
            return false;
        total += slow_worked(slow, at);
    }
    *out = total;
    return true;
}

/* The earliest instant with so many worked seconds since `from`. */
static inline bool slow_add(const struct slow_calendar *slow, int64_t from, int64_t seconds,
                            int64_t *out)
{
    int64_t at = from;

    for (; seconds > 0; at++) {
        if ((at == from || at % SECONDS_PER_DAY == 0) &&
            !slow_usable(slow, (int32_t)(at / SECONDS_PER_DAY)))
            return false;
        seconds -= slow_worked(slow, at);
    }
    *out = at;
    return true;
}

static inline bool slow_working_day(const struct slow_calendar *slow, int32_t day)
{
    return slow_usable(slow, day) &&
           memchr(slow->worked[day - slow->source->first.day], 1, SECONDS_PER_DAY) != NULL;
}

/* First or last worked instant of a working day, local seconds. */
static inline int64_t slow_edge(const struct slow_calendar *slow, int32_t day, bool end)
{
    const uint8_t *worked = slow->worked[day - slow->source->first.day];
    int64_t second = end ? SECONDS_PER_DAY : 0;

    if (end)
        while (!worked[second - 1])
            second--;
    else
        while (!worked[second])
            second++;
    return (int64_t)day * SECONDS_PER_DAY + second;
}

#endif
