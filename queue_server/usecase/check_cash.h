/* The closings of cashiers, for the check: rows against the log, their sums against the fees that
 * bear their numbers. Any thread but the loop's, on a snapshot. Rules. */
#ifndef USECASE_CHECK_CASH_H
#define USECASE_CHECK_CASH_H

#include "store/event_log.h"
#include "usecase/check_faults.h"

struct check_cash {
    struct store_tx *tx;
    struct check_faults *faults;
    int64_t told, told_total;            /* closings and what they counted, by the log */
    int64_t total;                       /* by the rows */
    int64_t refunds_told, refunded_told; /* fees given back and their sum, by the log */
};

/* Take up an event; those that tell of no closing and no refund are left alone. */
void check_cash_note(struct check_cash *cash, const struct event *event);
/* Compare with the rows; returns how many there are. */
int64_t check_cash_compare(struct check_cash *cash);

#endif
