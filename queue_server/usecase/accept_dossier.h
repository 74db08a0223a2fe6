/*
 * Acceptance of a dossier, at intake or of one that arrived before: what must hold, what it gets.
 *
 * Writer thread; the first half also on a reader, for a dry run. Rules ..R-225.
 */
#ifndef USECASE_ACCEPT_DOSSIER_H
#define USECASE_ACCEPT_DOSSIER_H

#include "usecase/dossier_work.h"

/*
 * Find out what acceptance now needs to know: procedure in force, identity, papers, fees, due date.
 * The record gets the due date that it would have.
 *
 * Returns ERR_OK (also when something is missing: the facts say so), ERR_NO_MEMORY, ERR_STORE.
 */
enum err accept_dossier_facts(struct dossier_work *work);

/*
 * Give a dossier just accepted its code, its row in the book and its promised date.
 *
 * Returns ERR_OK, ERR_CODE_FORMAT (the centre's agency code has not the form of one); SQL errors
 * are sticky.
 */
enum err accept_dossier_number(struct dossier_work *work);

/* Pin a procedure version in the record: name, field, limit, cut-off, how it is handled. */
void accept_dossier_pin(struct dossier_work *work);

#endif
