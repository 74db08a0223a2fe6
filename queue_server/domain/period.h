/*
 * Periods of reports: whole local days from one date to another, and the usual ones by name.
 *
 * Pure. Source: statistics 2; reporting months of NĐ 09/2019/NĐ-CP run from the 15th of the month
 * before to the 14th.
 */
#ifndef DOMAIN_PERIOD_H
#define DOMAIN_PERIOD_H

#include <stdbool.h>
#include <stddef.h>

#include "base/civil.h"
#include "base/error.h"
#include "base/instant.h"

struct period {
    struct date from; /* both inclusive */
    struct date to;
};

/* A period in time: an instant t is in it when from <= t < to. */
struct span {
    struct instant from;
    struct instant to; /* of a period that has not ended: the second after now */
    struct instant
        at;        /* when what is still open is looked at: the last second before `to`, or now */
    bool complete; /* false: counted up to now only, and the report says so */
};

/* enum, name, months in one, are the months reporting months? */
#define PERIOD_KIND_MAP(X)                                                                         \
    X(MONTH, "month", 1, false)                                                                    \
    X(QUARTER, "quarter", 3, false)                                                                \
    X(HALF, "half", 6, false)                                                                      \
    X(YEAR, "year", 12, false)                                                                     \
    X(REPORTING_MONTH, "reporting_month", 1, true)                                                 \
    X(REPORTING_QUARTER, "reporting_quarter", 3, true)                                             \
    X(REPORTING_HALF, "reporting_half", 6, true)                                                   \
    X(REPORTING_NINE_MONTHS, "reporting_nine_months", 9, true)                                     \
    X(REPORTING_YEAR, "reporting_year", 12, true)

enum period_kind {
#define X(name, text, months, reporting) PERIOD_##name,
    PERIOD_KIND_MAP(X)
#undef X
        PERIOD_KIND_COUNT
};

enum { MONTH_KEY_SIZE = sizeof "2026-03" };

/* Find a kind by its name. Returns ERR_OK or ERR_UNKNOWN. */
enum err period_kind_from_name(const char *text, size_t length, enum period_kind *out_kind);

/* Does each period of a kind begin where the one before it ends? Nine months do not fill a year. */
bool period_kind_joins(enum period_kind kind);

/*
 * The `index`-th period of a kind in a year: month 3 of 2026 is 01/03-31/03/2026, reporting month 3
 * is 15/02-14/03/2026, reporting quarter 1 is 15/12/2025-14/03/2026. Rule R-310.
 *
 * year   1901..2198
 * index  from 1; nine months and years have 1 only
 *
 * Returns ERR_OK or ERR_BAD_VALUE.
 */
enum err period_make(enum period_kind kind, int year, int index, struct period *out_period);

/*
 * Read "kind:year-index", e.g. "month:2026-11", "reporting_quarter:2026-1"; of a year or of nine
 * months "-1" may be left out. Rule R-310.
 *
 * Returns ERR_OK or ERR_BAD_VALUE.
 */
enum err period_parse(const char *text, struct period *out_period);

/* A free period. Returns ERR_OK or ERR_ORDER when it ends before it begins. */
enum err period_free(struct date from, struct date to, struct period *out_period);

/*
 * The instants of a period, 00:00:00 of its first day (+07:00) to 00:00:00 of the day after its
 * last, counted no further than `now`. A period that lies ahead is empty: from = to. Rule R-311.
 */
struct span period_span(struct period period, struct instant now);

/* Key of the calendar month of a date, e.g. "2026-03". */
void period_month_key(struct date date, char out_key[MONTH_KEY_SIZE]);

#endif
