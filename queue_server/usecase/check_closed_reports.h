/*
 * Closed reports against the log, for the check: as many versions as the log tells of, each with
 * the figures whose digest stands there, counted from 1 without a gap. Rule R-315.
 *
 * Any thread but the loop's, on a snapshot.
 */
#ifndef USECASE_CHECK_CLOSED_REPORTS_H
#define USECASE_CHECK_CLOSED_REPORTS_H

#include "store/event_log.h"
#include "usecase/check_faults.h"

struct check_closed_reports {
    int64_t told;                 /* by the log */
    uint8_t digests[DIGEST_SIZE]; /* of all figures the log tells of, in exclusive or */
    bool unreadable;
};

/* Take up an event; those that tell of no report are left alone. */
void check_closed_reports_note(struct check_closed_reports *check, const struct event *event);
/* Compare with the rows; returns how many versions there are. */
int64_t check_closed_reports_compare(const struct check_closed_reports *check, struct store_tx *tx,
                                     struct check_faults *faults);

#endif
