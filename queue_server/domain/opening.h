/*
 * Opening hours: is the office open now, until when, and when does it open next?
 *
 * Pure. The hours are the sessions of the working calendar; nothing else is kept that could
 * contradict it. Rule R-970.
 */
#ifndef DOMAIN_OPENING_H
#define DOMAIN_OPENING_H

#include "domain/calendar.h"

struct opening {
    bool open;
    struct instant closes_at; /* while it is open; instant_none() else */
    struct instant opens_at;  /* while it is closed; none when the calendar ends before */
};

/*
 * Look at `now`. A session that ends at midnight and goes on at 00:00 is not joined: offices close
 * at night.
 *
 * Returns ERR_OK; ERR_CALENDAR_RANGE when the calendar does not hold the date. Rule R-970.
 */
enum err opening_at(const struct calendar *calendar, struct instant now,
                    struct opening *out_opening);

#endif
