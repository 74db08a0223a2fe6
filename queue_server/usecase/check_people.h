/* The register of people, checked: every person of a dossier has a record, every chain of merges
 * ends at one that stands, and each merge is what the log tells. Rules. */
#ifndef USECASE_CHECK_PEOPLE_H
#define USECASE_CHECK_PEOPLE_H

#include "store/event_log.h"
#include "usecase/check_faults.h"

struct check_people {
    struct store_tx *tx;
    struct check_faults *faults;
    int64_t merged, undone; /* told by the log */
};

/* Note an event of the log. */
void check_people_note(struct check_people *people, const struct event *event);
/* Returns how many records there are. Any thread; blocking. */
int64_t check_people_compare(struct check_people *people);

#endif
