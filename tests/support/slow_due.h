/*
 * Four versions of a small calendar for reports, and due dates on them the slow way.
 *
 * 60 dates from 30 March 2026; 07:30-11:30 and 13:00-17:00, Monday to Friday. Shares no code with
 * domain/deadline.c (slow_deadline.h). The lists are given as texts so that the same calendar can
 * be entered into a centre.
 */
#ifndef SUPPORT_SLOW_DUE_H
#define SUPPORT_SLOW_DUE_H

#include "domain/deadline.h"

enum { SLOW_VERSIONS = 4, SLOW_LIST = 4 };

#define SLOW_DUE_FIRST "2026-03-30"
#define SLOW_DUE_LAST  "2026-05-28"

struct slow_due_version {
    const char *entered_at; /* local, e.g. 2026-04-10T09:00:00+07:00 */
    const char *days_off[SLOW_LIST], *make_up_days[SLOW_LIST];
};

extern const struct slow_due_version slow_due_versions[SLOW_VERSIONS];

/* Compute by version 1, 2 ... Must succeed: a test does not leave the calendar. */
struct deadline slow_due_compute(int version, const struct deadline_request *request);

#endif
