/*
 * The people of dossiers in the register: who has the same document is the same person.
 *
 * Writer thread. Nobody is recognised by a name: without a document each dossier enters a record of
 * its own, until somebody merges them. Rules.
 */
#ifndef USECASE_REGISTER_PERSON_H
#define USECASE_REGISTER_PERSON_H

#include "usecase/dossier_work.h"

/*
 * Store the person of this part of the dossier, and in the register what he says of himself: an
 * insert or an update by his document, no look-up before. The record's version must be that of the
 * change. The applicant or representative who receives the result is already known.
 */
void register_person_put(struct dossier_work *work, enum dossier_part part);

/* Store the applicant after a correction: his record changes with him, unless another one has the
 * document that he was given, which is his then. */
void register_person_correct(struct dossier_work *work);

/* Enter the people of dossiers that were taken in before there was a register, in the order of
 * intake. Returns ERR_OK or ERR_STORE. Rule R-467. */
enum err register_people(struct store_tx *tx);

#endif
