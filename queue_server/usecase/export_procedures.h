/*
 * The catalogue as a document of the format of procedures.json: of each procedure the version that
 * was entered last, as it was entered, so that an import of the document changes nothing. Reader
 * thread. Rule R-822.
 */
#ifndef USECASE_EXPORT_PROCEDURES_H
#define USECASE_EXPORT_PROCEDURES_H

#include "usecase/command.h"

/* Write the document; errors are sticky in `tx` and `out_document`. Returns how many rows it has.
 */
int export_procedures_write(struct store_tx *tx, struct text *out_document);

struct export_procedures {
    struct command command;
    struct text document; /* owned by the caller */
};
/* ERR_OK, ERR_NO_MEMORY. */
enum err export_procedures_run(struct store_tx *tx, struct command *command);

#endif
