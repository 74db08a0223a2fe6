/*
 * What people wrote and reports count, held against the log: as many notes of a kind as the log
 * tells of its action. Writer thread or tool. Rule R-316.
 */
#ifndef USECASE_CHECK_NOTES_H
#define USECASE_CHECK_NOTES_H

#include <stdint.h>

#include "usecase/check_faults.h"

struct store_tx;

enum { CHECKED_NOTES = 4 };

/* All zero at first. */
struct check_notes {
    int64_t told[CHECKED_NOTES], kept[CHECKED_NOTES];
};

/* The log tells of an action, by its name. */
void check_notes_told(struct check_notes *notes, const char *action);

/* Each difference becomes a fault. */
void check_notes_compare(struct check_notes *notes, struct store_tx *tx,
                         struct check_faults *faults);

#endif
