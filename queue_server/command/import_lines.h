/* Dossiers of a file of lines (ho_so.jsonl), for `queue_server import`. Rules. */
#ifndef COMMAND_IMPORT_LINES_H
#define COMMAND_IMPORT_LINES_H

#include <jansson.h>
#include <stdbool.h>

/* Does the name end in .jsonl? */
bool import_lines_is(const char *path);

/* Load a file: all of its lines or none. Says on standard error what is wrong with which line.
 * Returns an exit status. */
int import_lines(const char *folder, const char *path);

/* Dossiers to be loaded, and how their places are named. All borrowed. */
struct import_told {
    const char *path;
    const char *word;   /* "line", or "row" of a table */
    json_t *dossiers;   /* array */
    const int *numbers; /* of the line or row of each */
    const char *faults; /* found before, "pointer TAB code" a line; NULL for none */
    int fault_count;    /* with any, nothing is loaded */
};

/* Let the centre load them, and say what became of them. Returns an exit status. */
int import_lines_send(const char *folder, const struct import_told *told);

#endif
