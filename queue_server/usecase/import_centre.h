/*
 * The centre's own set-up is loaded from one JSON document: name, sites, units, services, counters,
 * queue rules, printers (docs/operations.md describes the format).
 *
 * Writer thread. Everything is checked first; with any fault nothing is changed. What is in
 * the rows but not in the document stays. Accounts are not part of it: they are added one by one.
 */
#ifndef USECASE_IMPORT_CENTRE_H
#define USECASE_IMPORT_CENTRE_H

#include "usecase/import.h"

/* ERR_OK, ERR_MALFORMED (not JSON), ERR_FIELDS (faults says which). */
enum err import_centre_run(struct store_tx *tx, struct command *command);

#endif
