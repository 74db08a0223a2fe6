/*
 * The clock of the internal step in hand, while the steps of a dossier are walked through in order.
 *
 * A row of the plan may be several responsibilities: its clock runs from the first of them. Writer
 * or reader thread. Rule R-247.
 */
#ifndef USECASE_DOSSIER_STEP_CLOCK_H
#define USECASE_DOSSIER_STEP_CLOCK_H

#include "usecase/dossier_work.h"

struct step_clock {
    const struct dossier_work *work; /* borrowed */
    struct step_plan plan;
    struct time_limit whole;
    int row;               /* of the step in hand; 0: of none */
    struct instant starts; /* its clock */
};

void step_clock_init(struct step_clock *clock, const struct dossier_work *work);
/* Go on to the next step of the dossier. */
void step_clock_go(struct step_clock *clock, const struct dossier_step *step);
/* The row of the plan in hand; NULL without a plan. */
const struct planned_step *step_clock_planned(const struct step_clock *clock);
/* Its internal due date; DUE_NONE without a plan or a time of its own. `out_paused`: it stands. */
struct due step_clock_due(const struct step_clock *clock, bool *out_paused);

#endif
