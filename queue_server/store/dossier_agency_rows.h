/*
 * The steps of a dossier at other agencies, between rows and structs.
 *
 * Writer or reader thread; errors are sticky in the transaction. Rules.
 */
#ifndef STORE_DOSSIER_AGENCY_ROWS_H
#define STORE_DOSSIER_AGENCY_ROWS_H

#include "store/dossier_rows.h"

enum { AGENCY_STEPS_MAX = 50, AGENCY_NAME_SIZE = 301, AGENCY_TASK_SIZE = 501 };

struct dossier_agency_step {
    int step;     /* 1, 2, 3 ... */
    int list_row; /* of the procedure's list, from 1 */
    char agency[AGENCY_NAME_SIZE];
    char task[AGENCY_TASK_SIZE];
    char limit_text[TIME_LIMIT_TEXT_SIZE];
    struct instant begun_at;
    struct due due;
    struct instant ended_at; /* instant_none(): it is open */
    enum verdict verdict;
};

/* Record a step, or how it ended. */
void dossier_agency_step_put(struct store_tx *tx, int64_t id,
                             const struct dossier_agency_step *step);
/* Returns how many there are, at most AGENCY_STEPS_MAX. */
int dossier_agency_steps_get(struct store_tx *tx, int64_t id,
                             struct dossier_agency_step out_steps[AGENCY_STEPS_MAX]);

#endif
