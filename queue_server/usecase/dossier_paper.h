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

/*
 * Write the job that would print the paper of the action just decided, as the printer program takes
 * it: without numbers, marked as a preview. Nothing is stored. Any thread of the store. R-930.
 *
 * note  as above
 *
 * Returns ERR_OK; ERR_BAD_VALUE when the action has no paper; ERR_NO_MEMORY.
 */
enum err dossier_paper_preview(struct dossier_work *work, const struct dossier_note *note,
                               struct text *out_job);

#endif
