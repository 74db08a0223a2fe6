/*
 * How far a calendar can be trusted from a day on: the years whose decision is published.
 *
 * Pure. Rule R-067.
 */
#ifndef DOMAIN_CALENDAR_OUTLOOK_H
#define DOMAIN_CALENDAR_OUTLOOK_H

#include "domain/calendar.h"

enum { OUTLOOK_WARN_DAYS = 120 };

struct calendar_outlook {
    struct date confirmed_until; /* last date from today on with every year before it confirmed;
                                    yesterday when today's own year is not */
    int days_left;               /* from today until then; -1: not even today */
    int year;                    /* the first that is not confirmed, or not there */
    bool warn;                   /* fewer than OUTLOOK_WARN_DAYS are left */
};

struct calendar_outlook calendar_outlook(const struct calendar *calendar, struct date today);

#endif
