/* Dossiers of a file of lines (ho_so.jsonl), for `queue_server import`. Rules. */
#ifndef COMMAND_IMPORT_LINES_H
#define COMMAND_IMPORT_LINES_H

#include <stdbool.h>

/* Does the name end in .jsonl? */
bool import_lines_is(const char *path);

/* Load a file: all of its lines or none. Says on standard error what is wrong with which line.
 * Returns an exit status. */
int import_lines(const char *folder, const char *path);

#endif
