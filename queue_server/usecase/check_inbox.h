/*
 * The scans from the office's scanner against the log, for the check. Rule R-566.
 */
#ifndef USECASE_CHECK_INBOX_H
#define USECASE_CHECK_INBOX_H

#include "store/event_log.h"
#include "usecase/check_faults.h"

struct check_inbox {
    struct store_tx *tx;
    struct check_faults *faults;
    int64_t arrived, refused, assigned, discarded; /* told by the log */
    int64_t given;                                 /* ... by the dossiers that have them */
};

/* Take up an event; those that tell of no such scan are left alone. */
void check_inbox_note(struct check_inbox *inbox, const struct event *event);
/* Compare with the rows; returns how many there are. */
int64_t check_inbox_compare(struct check_inbox *inbox);

#endif
