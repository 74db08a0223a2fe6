/*
 * The receipts of a centre, for the check: rows against the log, lines against totals, numbers
 * against their series, no fee on two that stand. Any thread but the loop's, on a snapshot.
 * Rules.
 */
#ifndef USECASE_CHECK_RECEIPTS_H
#define USECASE_CHECK_RECEIPTS_H

#include "store/event_log.h"
#include "usecase/check_faults.h"

struct check_receipts {
    struct store_tx *tx;
    struct check_faults *faults;
    int64_t told; /* issued, by the log */
};

/* Take up an event; those that tell of no receipt are left alone. */
void check_receipts_note(struct check_receipts *receipts, const struct event *event);
/* Compare with the rows; returns how many there are. */
int64_t check_receipts_compare(struct check_receipts *receipts);

#endif
