/*
 * The working calendar: which dates are worked, in which sessions, and the sums that make every
 * question about working time cheap.
 *
 * Pure. Built by domain/calendar_build.h and never changed afterwards, so any number of threads may
 * share one. Times of day are seconds after local midnight. Source of the rules: working-time.md 2;
 * R-010..R-015.
 */
#ifndef DOMAIN_CALENDAR_H
#define DOMAIN_CALENDAR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/civil.h"
#include "base/error.h"

/* A part of one day, half-open: 0 <= from < to <= SECONDS_PER_DAY. */
struct day_span {
    int32_t from, to;
};

/* Sessions in force from a date on. */
struct calendar_row {
    struct date effective_from;
    const struct day_span *spans; /* in order, not overlapping */
    int32_t span_count;           /* at least 1 */
};

/* What the lists of the calendar say about a date, before sessions are looked at. */
enum day_kind { DAY_ORDINARY, DAY_WEEKLY_REST, DAY_OFF, DAY_MAKE_UP };

struct calendar_day {
    int64_t seconds_before;       /* working seconds on the usable dates before this one */
    int32_t working_before;       /* working days before this one */
    int32_t unconfirmed_before;   /* dates of unconfirmed years before this one */
    const struct day_span *spans; /* remaining sessions; none when not worked */
    int32_t span_count;
    uint16_t row;  /* index of the sessions row in force */
    uint16_t kind; /* enum day_kind */
};

/* Open so that it can be embedded; read it through the functions below. */
struct calendar {
    struct date first;               /* first usable date */
    int32_t day_count;               /* usable dates, all consecutive; may be 0 */
    int32_t working_count;           /* working days among them */
    const struct calendar_day *days; /* day_count + 1, the last one carries the totals */
    const int32_t *working_days;     /* working_count indexes into days, rising */
    const struct calendar_row *rows;
    const int32_t *row_seconds; /* length of the standard day of each row */
};

/* True when the date may be used: in the horizon, not before the first sessions row. Rule R-010. */
bool calendar_covers(const struct calendar *calendar, struct date date);

/* True for a usable date with session time left; false for others. Rule R-013. */
bool calendar_is_working_day(const struct calendar *calendar, struct date date);

/* The lists' word about a usable date. */
enum day_kind calendar_day_kind(const struct calendar *calendar, struct date date);

/* Find the `n`-th (from 1) working day strictly after the usable `date`. Returns ERR_OK or
 * ERR_CALENDAR_RANGE. O(1). */
enum err calendar_working_day_after(const struct calendar *calendar, struct date date, int64_t n,
                                    struct date *out_date);

/* Find the first working day at or after `date`. Returns ERR_OK or ERR_CALENDAR_RANGE (also when
 * `date` itself is not usable). O(1). */
enum err calendar_working_day_from(const struct calendar *calendar, struct date date,
                                   struct date *out_date);

/* Working days d with after < d <= until, 0 when until <= after; both dates usable. O(1). */
int32_t calendar_count_working_days(const struct calendar *calendar, struct date after,
                                    struct date until);

/* Start of the first and end of the last remaining session of a working day; the end may be the
 * next midnight. */
struct instant calendar_day_start(const struct calendar *calendar, struct date working_day);
struct instant calendar_day_end(const struct calendar *calendar, struct date working_day);

/* Remaining sessions of a usable date, `out_count` of them (0: not a working day); borrowed. */
const struct day_span *calendar_day_sessions(const struct calendar *calendar, struct date date,
                                             int32_t *out_count);

/* Sessions in force on a usable date without partial days off: the standard day; borrowed. */
const struct day_span *calendar_standard_sessions(const struct calendar *calendar, struct date date,
                                                  int32_t *out_count);

/* Their length in seconds, at least 1. */
int32_t calendar_standard_day_seconds(const struct calendar *calendar, struct date date);

/* True when a date of first..last (both usable) lies in an unconfirmed year: one with no dated row,
 * or with a row that is not official. Rule R-015. */
bool calendar_unconfirmed(const struct calendar *calendar, struct date first, struct date last);

#endif
