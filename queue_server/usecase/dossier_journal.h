/*
 * Saving what an action did to a dossier: rows, book of steps, figures, search words, event.
 *
 * Writer thread. Everything in the transaction of the command, so that nothing is half done; SQL
 * errors are sticky in it.
 */
#ifndef USECASE_DOSSIER_JOURNAL_H
#define USECASE_DOSSIER_JOURNAL_H

#include "usecase/dossier_work.h"

/*
 * Save the decided work under the number of the event it appends: the record (new ones get their id
 * of it), who has acted, the step that begins or ends, the figures, what was written.
 *
 * note  what the person wrote, its `seq`, `actor` and `at` filled here; NULL for nothing
 *
 * People, papers and fees are saved by the use case that changed them, after this.
 *
 * The event is dossier_<what happened> with {"action", "state_before", "unit_before", "dossier":
 * {...}}: ids and instants; of personal values and written texts it has salted digests only
 * (R-241).
 */
void dossier_journal_save(struct dossier_work *work, struct dossier_note *note);

/* Let the dossier be found by its people and codes: folded words, ids, phone numbers. */
void dossier_journal_words(struct dossier_work *work);

/* Write the SHA-256 of the dossier's salt and a text, so that the log proves a value it does not
 * hold. A text that failed fails `data`. */
void dossier_journal_digest(struct text *data, const char *key, const struct dossier_record *record,
                            const struct text *sealed);

/* Write "dossier": what every event of a dossier says of it. */
void dossier_journal_view(struct text *data, const struct dossier_record *record);

#endif
