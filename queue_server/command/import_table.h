/* Dossiers of a table (CSV, XLSX) by a saved mapping of columns, for `queue_server import`. Rules
 * */
#ifndef COMMAND_IMPORT_TABLE_H
#define COMMAND_IMPORT_TABLE_H

#include <stdbool.h>

/* Does the name end in .csv or .xlsx? */
bool import_table_is(const char *path);

/* Load a table by the mapping of that name: all of its rows or none. Says on standard error what is
 * wrong with which row. Returns an exit status. */
int import_table(const char *folder, const char *path, const char *mapping);

#endif
