/* A sheet is printed again (in lại): a new job, marked with its copy number. Rule R-655. */
#ifndef USECASE_REPRINT_H
#define USECASE_REPRINT_H

#include "store/print_rows.h"
#include "usecase/command.h"

enum { REPRINT_REASON_SIZE = 2001, REPRINT_COPIES_MAX = 999 /* that a page can say */ };

struct reprint {
    struct command command;

    /* Input. */
    int64_t id; /* of the job whose sheet is wanted again; 0 is none */
    char reason[REPRINT_REASON_SIZE];

    /* Output, valid when the outcome is ERR_OK. */
    struct print_record record; /* the new job */
};

/*
 * Writer thread. The content is that of the first print; the destination is that of the site's
 * printer as it is set up now.
 *
 * Returns ERR_OK, ERR_NOT_FOUND, ERR_REASON_MISSING, ERR_FORBIDDEN, ERR_BAD_VALUE (there
 * are REPRINT_COPIES_MAX already), ERR_NO_MEMORY.
 */
enum err reprint_run(struct store_tx *tx, struct command *command);

#endif
