/*
 * Dossiers as lines of ho_so.jsonl (domain 9.3), as the import reads them and other systems may.
 *
 * A look or a reader; nothing is changed. The lines hold personal data: they are for the agency
 * itself. Rule R-526.
 */
#ifndef USECASE_EXPORT_DOSSIERS_H
#define USECASE_EXPORT_DOSSIERS_H

#include "base/text.h"
#include "store/statement.h"

/*
 * Write each dossier, in order of intake, and give its line to `each`.
 *
 * arrived_only  those that wait for an answer: what the import of another centre would take
 * each          false ends it; the line is borrowed
 *
 * Returns ERR_OK, ERR_NO_MEMORY, ERR_STORE.
 */
enum err export_dossiers(struct store_tx *tx, bool arrived_only,
                         bool (*each)(const struct text *line, void *data), void *data);

#endif
