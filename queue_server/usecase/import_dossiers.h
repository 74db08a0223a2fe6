/*
 * Dossiers that arrived outside (on the national portal, at another agency) are recorded here, many
 * at once.
 *
 * All lines or none: with any fault nothing is stored, and every faulty line is told with all that
 * is wrong with it. A line whose external code is known here changes nothing, so that the same file
 * may come twice. Rules.
 */
#ifndef USECASE_IMPORT_DOSSIERS_H
#define USECASE_IMPORT_DOSSIERS_H

#include <jansson.h>

#include "usecase/open_dossier.h"

enum {
    IMPORT_DOSSIERS_MAX = 10000,
    IMPORT_DOSSIERS_API_MAX = 1000, /* of one request */
    IMPORT_FAULTS_MAX = 2000
};

struct import_dossiers {
    struct command command;

    /* Input. */
    const json_t *lines; /* array of at most IMPORT_DOSSIERS_MAX; borrowed until done */
    /* Read line `index` into `out`, which is all zero but for its command; faults are recorded in
     * `out`'s command, with their pointers inside the line. */
    void (*read)(const json_t *line, struct open_dossier *out);
    bool dry_run; /* on a reader: nothing is stored */

    /* Input of a table, whose lines are its rows; else none. Borrowed until done. */
    const int *rows;    /* of the table, for each line: faults are told at "/rows/ROW/..." */
    const char *faults; /* found before, "pointer TAB code" a line: nothing will be kept */
    int faults_before;

    /* Output. */
    int line_count, imported, known;
    int fault_count; /* all; command.facts.fields tells the first IMPORT_FAULTS_MAX */
};

/*
 * Writer thread; a reader for a dry run. One event `dossiers_imported` with the counts, besides
 * that of each dossier.
 *
 * Returns ERR_OK, or ERR_FIELDS with each fault at "/dossiers/INDEX/...", of a table
 * "/rows/ROW/...".
 */
enum err import_dossiers_run(struct store_tx *tx, struct command *command);

#endif
