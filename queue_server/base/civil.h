/*
 * Dates of the civil calendar in local time (UTC+07:00), and their text.
 *
 * Pure. A date is a count of days, so that it can be compared, added and indexed.
 */
#ifndef BASE_CIVIL_H
#define BASE_CIVIL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "base/instant.h"

struct date {
    int32_t day; /* days since 1970-01-01 */
};

struct civil {
    int year;  /* e.g. 2026 */
    int month; /* 1..12 */
    int day;   /* 1..31 */
};

/* Monday first, as T2 .. CN are written. */
enum weekday { MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY };

enum { DATE_TEXT_SIZE = sizeof "2026-03-10", SECONDS_PER_DAY = 86400 };

static inline bool date_equal(struct date a, struct date b)
{
    return a.day == b.day;
}

static inline bool date_before(struct date a, struct date b)
{
    return a.day < b.day;
}

static inline struct date date_plus(struct date date, int32_t days)
{
    return (struct date){date.day + days};
}

struct date date_from_civil(struct civil civil);
struct civil date_civil(struct date date);
enum weekday date_weekday(struct date date);
/* 28..31 */
int civil_days_in_month(int year, int month);
/* True for a date that exists, years 1900..2199. */
bool civil_exists(struct civil civil);

/* Local date of an instant. */
struct date date_of_instant(struct instant instant);
/* Seconds from local midnight, 0..86399. */
int32_t second_of_day(struct instant instant);
/* The instant `second` seconds after local midnight of `date`; 86400 is the next midnight. */
struct instant instant_on_date(struct date date, int32_t second);

/* Read `YYYY-MM-DD`, exactly; the date must exist. Returns ERR_OK or ERR_SYNTAX. Rule R-001. */
enum err date_parse(const char *text, size_t length, struct date *out_date);
/* Write `YYYY-MM-DD` and a NUL. */
void date_format(struct date date, char out_text[DATE_TEXT_SIZE]);

#endif
