/*
 * What stands on the control slip of a dossier (form 06): who had it, from when to when, whether
 * each stage was in time, and the ledger of the due date. Writer thread. Domain 3.7. Rule R-813.
 */
#ifndef USECASE_CONTROL_SLIP_H
#define USECASE_CONTROL_SLIP_H

#include "usecase/dossier_work.h"

/* Write the members of form 06 below its head; takes the next number of the form. */
void control_slip_write(struct text *text, struct dossier_work *work);

#endif
