/*
 * The class of a dossier that has not ended, at an instant, as the rule reads. The
 * server keeps thresholds instead, which must say the same at every instant. Pure.
 */
#ifndef SUPPORT_SLOW_PENDING_H
#define SUPPORT_SLOW_PENDING_H

#include "domain/indicators.h"

/*
 * A counting pause comes first; then overdue; near due when the working time left is at most the
 * larger of a fifth of the limit and four working hours.
 *
 * due          as of `at`
 * paused       a pause that counts (begun before the due date had passed) is open at `at`
 * remaining_s  working seconds from `at` to the due instant
 * limit_s      working seconds of the whole limit, from acceptance to the due instant
 */
static inline enum pending slow_pending(struct due due, bool paused, struct instant at,
                                        int64_t remaining_s, int64_t limit_s)
{
    enum { LEAST_S = 4 * 3600, PART = 5 };

    if (due.kind == DUE_NONE)
        return PENDING_IN_TIME;
    if (paused)
        return PENDING_PAUSED;
    if (due_has_passed(due, at))
        return PENDING_OVERDUE;
    if (remaining_s <= LEAST_S || remaining_s * PART <= limit_s)
        return PENDING_NEAR_DUE;
    return PENDING_IN_TIME;
}

#endif
