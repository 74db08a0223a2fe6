/*
 * A catalogue of procedures is imported: new versions of what is new or has changed. Writer thread.
 *
 * All or nothing: the whole file is checked first, every fault is told with its row and field, and
 * nothing is stored when there is any. A row that the file leaves out stays as it is; a procedure
 * ends by `effective_to` in its row. Rules R-270..R-279, R-821, R-822.
 */
#ifndef USECASE_IMPORT_PROCEDURES_H
#define USECASE_IMPORT_PROCEDURES_H

#include "usecase/import.h"

enum { PROCEDURES_MAX = 5000 };

/*
 * Check the file of a struct import, then store a version for each row that differs from the newest
 * version of its code: the next number, in force from the row's own `effective_from`, else the day
 * given, else today; the version before it ends the day before. One event `procedures_imported`
 * with the counts, and a `procedure_changed` for each procedure that had a version already.
 *
 * With `dry_run` (reader thread) the counts are those of what would be stored, and faults are no
 * refusal.
 *
 * Returns ERR_OK, ERR_PROCEDURES_MALFORMED (with `faults`, and each in command.facts.fields),
 * ERR_NO_MEMORY, what `read` gives.
 */
enum err import_procedures_run(struct store_tx *tx, struct command *command);

#endif
