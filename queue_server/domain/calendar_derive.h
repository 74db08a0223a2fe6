/*
 * A year of days off as the law's yearly rules make it, before its decision is published.
 *
 * Pure. What the rules say: fixed days, days of the lunar calendar, a neighbour of the National
 * Day, and a day in lieu for each that falls on a weekly rest day (Điều 111, 112 Bộ luật Lao động).
 * What only a decision can say is left to it: days that are swapped, the make-up days they are
 * worked for, another placing of the days of Tết. Rules R-063..R-065.
 */
#ifndef DOMAIN_CALENDAR_DERIVE_H
#define DOMAIN_CALENDAR_DERIVE_H

#include <stddef.h>

#include "base/civil.h"

/* One yearly rule: `days` consecutive dates, of which `days_before` stand before the named one. */
struct yearly_rule {
    const char *name;
    int month, day; /* of the civil calendar, or of the lunar one */
    bool lunar;
    int days_before, days; /* days > days_before >= 0 */
    bool neighbour;        /* and the day before or after them */
    int from_year;         /* 0: always */
};

enum derived_kind { DERIVED_STATUTORY, DERIVED_NEIGHBOUR, DERIVED_IN_LIEU };

struct derived_day {
    struct date date;
    enum derived_kind kind;
    const struct yearly_rule *rule; /* that it comes of */
    int nth;    /* 0: the named date, -1: the day before, 1: the day after ... */
    bool rests; /* by its weekday already */
};

enum { YEARLY_RULES_MAX = 32, YEARLY_RULE_DAYS_MAX = 10, DERIVED_DAYS_MAX = 400 };

/*
 * Make the days off of a year.
 *
 * year         the civil year; with a lunar rule LUNAR_YEAR_MIN .. LUNAR_YEAR_MAX
 * weekly_rest  bit 1 << weekday for each resting weekday, not all seven
 * rules        borrowed, at most YEARLY_RULES_MAX, days at most YEARLY_RULE_DAYS_MAX each
 * out_days     DERIVED_DAYS_MAX; by date, each date once, all in the year
 * out_count    set on success only
 *
 * Returns ERR_OK, or ERR_DATE when a rule names a date that the year does not have.
 */
enum err calendar_derive(int year, unsigned weekly_rest, const struct yearly_rule *rules,
                         size_t rule_count, struct derived_day *out_days, size_t *out_count);

#endif
