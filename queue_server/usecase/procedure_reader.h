/*
 * From one row of a catalogue file (the format of sample/procedures.json) to a procedure, naming
 * every field that is wrong.
 *
 * Any thread; pure but for memory. Keys that are not named in the code are kept with the row and
 * shown to nobody. Source of the format: domain 7; rules.
 */
#ifndef USECASE_PROCEDURE_READER_H
#define USECASE_PROCEDURE_READER_H

#include "usecase/import_report.h"
#include "usecase/procedure.h"

/*
 * Read a row that was cleaned (import_row_clean).
 *
 * row            borrowed; the procedure holds a reference of its own
 * mountain       whether the mountain add-on counts
 * report         a fault for each field that is wrong
 * out_procedure  its code and texts, not version and range; set on success only
 *
 * Returns ERR_OK, ERR_FIELDS (faults were reported), ERR_NO_MEMORY.
 */
enum err procedure_read(struct json_t *row, bool mountain, struct import_report *report,
                        struct procedure *out_procedure);

#endif
