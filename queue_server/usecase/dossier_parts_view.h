/*
 * The parts of a dossier as JSON: members of the object that dossier_view.c opened.
 *
 * Writer or reader thread. Private to dossier_view.
 */
#ifndef USECASE_DOSSIER_PARTS_VIEW_H
#define USECASE_DOSSIER_PARTS_VIEW_H

#include "usecase/dossier_work.h"

/* applicant, representative, receiver */
void dossier_view_people(struct text *text, const struct dossier_work *work);
/* documents, fees, steps, pauses */
void dossier_view_contents(struct text *text, struct dossier_work *work);
/* steps, each with its internal due date, and internal_plan; part of the contents. Rule R-247. */
void dossier_view_steps(struct text *text, const struct dossier_work *work);
/* supplement (only while it is in force), refusal, withdrawal */
void dossier_view_notes(struct text *text, struct dossier_work *work);
/* supplement (items only) and steps (units only) of the holder's view */
void dossier_view_public_parts(struct text *text, struct dossier_work *work);

#endif
