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

/* Take the next number of a form in its year and write it: "15/2026-TTPVHCC". Domain 2.3. */
void dossier_form_number(struct text *text, struct store_tx *tx, struct instant now,
                         const char *form, const char *suffix);

/* What several papers say alike: a person (`prefix` "" for the applicant), the papers handed in,
 * the officer under `key`. */
void dossier_form_person(struct text *text, const struct dossier_person *person,
                         const char *prefix);
void dossier_form_papers(struct text *text, const struct dossier_work *work);
void dossier_form_officer(struct text *text, const struct dossier_work *work, const char *key);
/* Name of who hands in: the representative where there is one. Borrowed. */
const char *dossier_form_submitter(const struct dossier_work *work);
/* Name of a unit; of none that the centre knows, the centre's. Borrowed. */
const char *dossier_form_unit(const struct dossier_work *work, const char *code);

#endif
