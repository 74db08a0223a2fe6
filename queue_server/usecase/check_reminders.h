/*
 * The reminders of a centre against its log, for the check. Rule R-550.
 */
#ifndef USECASE_CHECK_REMINDERS_H
#define USECASE_CHECK_REMINDERS_H

#include "store/event_log.h"
#include "usecase/check_faults.h"

struct check_reminders {
    struct store_tx *tx;
    struct check_faults *faults;
    int64_t made, acknowledged, ended; /* told by the log */
};

/* Take up an event; those that tell of no reminder are left alone. */
void check_reminders_note(struct check_reminders *reminders, const struct event *event);
/* Compare with the rows; returns how many there are. */
int64_t check_reminders_compare(struct check_reminders *reminders);

#endif
