/*
 * The ratings of a centre against its log, for the check: as many answers of each kind and level as
 * the log tells of, and for each a ticket or a dossier that was rated. Rule R-976.
 *
 * Any thread but the loop's, on a snapshot. Whose an answer is stands nowhere, so it is counted
 * only.
 */
#ifndef USECASE_CHECK_RATINGS_H
#define USECASE_CHECK_RATINGS_H

#include "domain/satisfaction.h"
#include "store/event_log.h"
#include "usecase/check_faults.h"

enum { RATING_KINDS = 2 }; /* ticket, dossier */

struct check_ratings {
    int64_t told[RATING_KINDS][2][LEVEL_COUNT]; /* by the log; [1]: assisted */
    int64_t stored[RATING_KINDS][2][LEVEL_COUNT];
    int64_t unreadable;
};

/* Take up an event; those that tell of no rating are left alone. */
void check_ratings_note(struct check_ratings *ratings, const struct event *event);
/* Compare with the rows; returns how many ratings there are. */
int64_t check_ratings_compare(struct check_ratings *ratings, struct store_tx *tx,
                              struct check_faults *faults);

#endif
