/*
 * The papers of a dossier: forms 01, 02, 03, 05, the receipt of a result, the hand-over slip.
 *
 * Writer thread; a sheet is a row of the print outbox in the transaction of what it prints, under
 * the number of the event. The content is complete: the printer asks nobody. Rule R-242.
 */
#ifndef USECASE_DOSSIER_PAPER_H
#define USECASE_DOSSIER_PAPER_H

#include "usecase/dossier_work.h"

/*
 * Queue the paper of the action just saved, if it has one. After a resumed pause it is the receipt
 * again, with the new due date.
 *
 * note  what was asked, or why; NULL for nothing
 */
void dossier_paper_print(struct dossier_work *work, const struct dossier_note *note);

#endif
