/*
 * When a dossier is due, as the rules that judge it need to know it.
 *
 * Pure. Filled from a computed deadline (working time 4); limit NONE has kind DUE_NONE.
 */
#ifndef DOMAIN_DUE_H
#define DOMAIN_DUE_H

#include <stdbool.h>

#include "base/civil.h"
#include "base/instant.h"

enum due_kind {
    DUE_NONE, /* no due date: never late */
    DUE_DAY,  /* a day limit: dates are compared */
    DUE_TIME, /* a time limit: instants are compared */
};

struct due {
    enum due_kind kind;
    struct instant at;
    struct date day; /* the date that holds `at`, or ends at it when `at` is a midnight */
};

/* Is `now` after the due date? The due day, or the due second, itself is not. Rule R-300. */
static inline bool due_has_passed(struct due due, struct instant now)
{
    switch (due.kind) {
    case DUE_NONE:
        break;
    case DUE_DAY:
        return date_before(due.day, date_of_instant(now));
    case DUE_TIME:
        return instant_before(due.at, now);
    }
    return false;
}

#endif
