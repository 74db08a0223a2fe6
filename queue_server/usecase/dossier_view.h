/*
 * A dossier as JSON: as a whole, in a list, before it exists, and as its holder sees it (masked).
 *
 * Writer or reader thread: names of accounts, steps and notes are read in the transaction.
 */
#ifndef USECASE_DOSSIER_VIEW_H
#define USECASE_DOSSIER_VIEW_H

#include "usecase/dossier_work.h"

/* Write all of a dossier, with the actions that the work's actor may do now. `with_secret`: for its
 * creator only. */
void dossier_view_write(struct dossier_work *work, struct text *text, bool with_secret);

/* Write what a dry run found: due date, ledger, the faults recorded in the command, warnings. */
void dossier_view_preview(struct dossier_work *work, struct text *text);

/* Write a dossier of a list, as an element. */
void dossier_view_summary(struct store_tx *tx, struct text *text, const char *key,
                          const struct dossier_record *record, struct instant now);

/* Write the dossier as its holder sees it: masked, without people of the office. Rule R-416. */
void dossier_view_public(struct dossier_work *work, struct text *text);

/* {"account", "name"} of an account; null for "". */
void dossier_view_account(struct store_tx *tx, struct text *text, const char *key,
                          const char *account);

/* Write a fee line as an element of an array or the whole answer. */
void dossier_fee_view(struct text *text, const struct dossier_fee *fee);

#endif
