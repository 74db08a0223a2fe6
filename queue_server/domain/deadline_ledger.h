/*
 * How a due instant arose: the stretches from receipt to due, each with what it counted and why.
 *
 * Pure; no allocation: stretches are handed to a visitor, in order, without gaps. In a time limit
 * they count working seconds, in a day limit days; the sum is the limit. Source of the rules:
 * working-time.md 7 (explain); R-060..R-062.
 */
#ifndef DOMAIN_DEADLINE_LEDGER_H
#define DOMAIN_DEADLINE_LEDGER_H

#include "domain/deadline.h"

enum stretch_reason {
    STRETCH_MOVED_BY_CUTOFF,   /* received after the cut-off: counts from the next working day */
    STRETCH_MOVED_BY_REST_DAY, /* received on a rest day: counts from the next working day */
    STRETCH_DAY_OF_RECEIPT,    /* day limits: the first day is not counted */
    STRETCH_SESSION,           /* counted working time */
    STRETCH_WORKING_DAY,       /* counted day */
    STRETCH_CALENDAR_DAY,      /* counted day of a CALENDAR unit */
    STRETCH_MAKE_UP_DAY,       /* counted, though the weekday rests */
    STRETCH_LUNCH,             /* between two sessions */
    STRETCH_NIGHT,             /* before the first or after the last session */
    STRETCH_WEEKLY_REST,
    STRETCH_DAY_OFF,
    STRETCH_PARTIAL_DAY_OFF,
    STRETCH_PAUSE,
    STRETCH_ROLLED, /* day limits: used up, the due day is the next possible working day */
};

struct stretch {
    struct instant from, to;
    bool open; /* a pause not ended: `to` is meaningless */
    enum stretch_reason reason;
    struct date date;         /* whose calendar rows explain it */
    int64_t counted;          /* working seconds or days */
    int64_t total;            /* of this and all stretches before */
    const char *pause_reason; /* of a pause, may be NULL; borrowed from the request */
};

/* Receives each stretch; the pointer is good during the call only. */
struct stretch_visitor {
    void (*visit)(void *context, const struct stretch *stretch);
    void *context;
};

/*
 * Walk the stretches of a computed deadline.
 *
 * calendar, request, deadline  borrowed; deadline is what deadline_compute made of the other two,
 *                              which have not changed since
 * visitor                      called for each stretch; never for DEADLINE_NONE
 *
 * DEADLINE_DUE: from receipt to due. DEADLINE_PAUSED: to the open pause, which is the last one.
 * Adjacent nights or weekly rests are one stretch. Rules R-060..R-062.
 */
void deadline_explain(const struct calendar *calendar, const struct deadline_request *request,
                      const struct deadline *deadline, const struct stretch_visitor *visitor);

/* Stable name of a reason in snake_case, e.g. "weekly_rest"; never NULL, must not be freed. */
const char *stretch_reason_name(enum stretch_reason reason);

#endif
