/* Mappings of columns, checked: each is the document whose digest the log has. Rule R-520. */
#ifndef USECASE_CHECK_MAPPINGS_H
#define USECASE_CHECK_MAPPINGS_H

#include "store/event_log.h"
#include "usecase/check_faults.h"

struct check_mappings {
    struct store_tx *tx;
    struct check_faults *faults;
    int64_t saved; /* of those stored: the log tells of their last change */
};

/* Note an event of the log. */
void check_mappings_note(struct check_mappings *mappings, const struct event *event);
/* Returns how many mappings there are. Any thread; blocking. */
int64_t check_mappings_compare(struct check_mappings *mappings);

#endif
