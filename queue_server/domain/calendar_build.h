/*
 * Building a calendar from the lists that describe it.
 *
 * Pure; no allocation: the caller fills a source, asks for a size, gives a block of that size and
 * gets a calendar that points into it. Source of the rules: working-time.md 2; R-010..R-015.
 */
#ifndef DOMAIN_CALENDAR_BUILD_H
#define DOMAIN_CALENDAR_BUILD_H

#include "domain/calendar.h"

/* A row of days_off or compensatory_working_days. */
struct calendar_date {
    struct date date;
    bool official; /* status is `official` */
};

/* A row of partial_days_off. */
struct calendar_partial {
    struct date date;
    struct day_span off;
};

/* What a calendar is built from; everything is borrowed, for the time of the call only. */
struct calendar_source {
    struct date first, last;         /* horizon, inclusive, first <= last */
    unsigned weekly_rest;            /* bit 1 << weekday for each resting weekday */
    const struct calendar_row *rows; /* without templates, sorted by effective_from */
    size_t row_count;
    const struct calendar_date *days_off; /* in any order, repetitions allowed, dates of any year */
    size_t day_off_count;
    const struct calendar_date *make_up_days; /* compensatory_working_days, likewise */
    size_t make_up_count;
    const struct calendar_partial *partials; /* sorted by date, then by off.from */
    size_t partial_count;
};

enum { CALENDAR_ROWS_MAX = UINT16_MAX };

/* True when `spans` may be the sessions of a row: at least one, each non-empty and inside the day,
 * in order, not overlapping (touching is allowed). Else `out_fault` is the index of the first
 * faulty span, 0 when there is none at all. Rule R-011. */
bool calendar_sessions_valid(const struct day_span *spans, size_t count, size_t *out_fault);

/* Bytes of the block that calendar_build needs for this source. */
size_t calendar_size(const struct calendar_source *source);

/*
 * Build a calendar from a source.
 *
 * source        borrowed for the call; must keep the promises written at its fields
 * block         calendar_size(source) bytes, aligned as malloc aligns; owned by the caller, must
 *               live as long as the calendar
 * out_calendar  set on success only; points into the block
 * out_fault     set on failure only: the date that contradicts itself
 *
 * Usable are the dates of the horizon from the first sessions row on. A date is a working day when
 * it neither rests by its weekday nor is a day off, or is a make-up day, and partial days off leave
 * some session time. Returns ERR_OK, or ERR_CALENDAR_CONTRADICTION when a date is both a day off
 * and a make-up day. Rules R-010..R-014.
 */
enum err calendar_build(const struct calendar_source *source, void *block,
                        struct calendar *out_calendar, struct date *out_fault);

#endif
