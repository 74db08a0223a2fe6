/* The policy values of a set-up document: dossier_rules, reminder_rules, petition_rules.
 * Rules. */
#ifndef USECASE_IMPORT_POLICIES_H
#define USECASE_IMPORT_POLICIES_H

#include "base/text.h"
#include "store/statement.h"

struct json_t; /* jansson's */

/*
 * Keep those that the document has. Writer thread.
 *
 * root    the document, borrowed
 * faults  a line for each fault; faulty rules are not kept
 *
 * Returns ERR_OK or ERR_NO_MEMORY; errors of the store are sticky in tx.
 */
enum err import_policies(struct store_tx *tx, const struct json_t *root, struct text *faults);

#endif
