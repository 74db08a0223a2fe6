/*
 * What stands on each paper of a dossier, below its head. Private to dossier_paper.c.
 *
 * Writer thread: yearly numbers are taken, settings and notes are read. Source: domain 3.2-3.9.
 */
#ifndef USECASE_DOSSIER_FORMS_H
#define USECASE_DOSSIER_FORMS_H

#include "usecase/dossier_work.h"

/*
 * Write the members of the paper of the action just saved.
 *
 * note  what was asked, or why; NULL for nothing
 *
 * Returns the form ("01" ...), NULL when the action has no paper.
 */
const char *dossier_form_write(struct text *text, struct dossier_work *work,
                               const struct dossier_note *note);

/* Write setting `name` of the centre under `key`; `otherwise` ("": null) when it is not set. */
void dossier_form_setting(struct text *text, const char *key, struct store_tx *tx, const char *name,
                          const char *otherwise);

#endif
