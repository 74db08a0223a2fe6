/* The register of petitions against the log, for the check. Rule R-557. */
#ifndef USECASE_CHECK_PETITIONS_H
#define USECASE_CHECK_PETITIONS_H

#include "store/event_log.h"
#include "usecase/check_faults.h"

struct check_petitions {
    struct store_tx *tx;
    struct check_faults *faults;
    int64_t told; /* received, by the log */
    int64_t rows;
};

/* Take up an event; those that tell of no petition are left alone. */
void check_petitions_note(struct check_petitions *petitions, const struct event *event);
/* Compare with the rows; returns how many there are. */
int64_t check_petitions_compare(struct check_petitions *petitions);

#endif
