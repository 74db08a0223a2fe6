/*
 * The papers of a dossier: forms 01 to 05, the receipt of a result, the hand-over slip.
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

/* Write what every sheet of the dossier begins with: agency, place, code, look-up, who prints. */
void dossier_paper_head(struct text *text, struct dossier_work *work);
/* Write all that the survey of the dossier has: its code leads to where it is rated. R-819. */
void dossier_paper_survey(struct text *text, struct dossier_work *work);

/*
 * Queue a sheet of the dossier for the printer of the counter where the officer sits, else of the
 * first site.
 *
 * id       number of the event that it belongs to
 * paper    "a4", "a5"
 * content  JSON; one that failed fails the transaction
 */
void dossier_paper_queue(struct dossier_work *work, int64_t id, const char *form, const char *paper,
                         const struct text *content);

#endif
