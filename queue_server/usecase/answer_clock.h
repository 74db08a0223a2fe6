/*
 * The clock of the answer: who files from outside is answered within 8 working hours.
 *
 * Writer or reader thread; SQL errors are sticky. Source: NĐ 45/2020; domain 4.2, 4.10; dossier
 * states. Rules.
 */
#ifndef USECASE_ANSWER_CLOCK_H
#define USECASE_ANSWER_CLOCK_H

#include "usecase/dossier_work.h"

/*
 * Start or end the clock, as the rule of the decided action says. It starts now, that of an
 * import when the dossier arrived outside; to accept, refuse or ask for papers is the answer.
 */
void answer_clock_keep(struct dossier_work *work);

/* Write "answer": the newest clock of the dossier, null when it never arrived. */
void answer_clock_view(struct text *text, struct dossier_work *work);

#endif
