/*
 * A working calendar is entered: the next version, in force at once. Writer thread.
 *
 * Versions are never changed; who entered one, when and by what decree stays with it. Rule R-283.
 */
#ifndef USECASE_IMPORT_CALENDAR_H
#define USECASE_IMPORT_CALENDAR_H

#include "usecase/import.h"

/*
 * Check the document of a struct import and store it as the next version, with the event
 * `calendar_imported`; `rows` counts its days, `changed` is 1. The document of the version in
 * force, whatever its blanks and the order of its keys, changes nothing: `changed` is 0.
 *
 * Returns ERR_OK, ERR_CALENDAR_MALFORMED, ERR_CALENDAR_CONTRADICTION (both with `faults`: what is
 * wrong, and where), ERR_NO_MEMORY.
 */
enum err import_calendar_run(struct store_tx *tx, struct command *command);

#endif
