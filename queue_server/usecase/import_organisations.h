/* Units and other agencies of a set-up document, with the days on which they work. Rules R-436,
 * */
#ifndef USECASE_IMPORT_ORGANISATIONS_H
#define USECASE_IMPORT_ORGANISATIONS_H

#include "base/text.h"
#include "store/statement.h"

struct json_t; /* jansson's */

/*
 * Keep those that the document has. Writer thread; errors of the store are sticky in tx.
 *
 * root    the document, borrowed
 * faults  a line for each fault; the transaction must not be kept when there is any
 *
 * Returns how many rows there were.
 */
int import_organisations(struct store_tx *tx, const struct json_t *root, struct text *faults);

#endif
