/* Print jobs are looked at: a page of a list, one, its sheet, the work of the print feed. Reader
 * thread. */
#ifndef USECASE_READ_PRINT_H
#define USECASE_READ_PRINT_H

#include "store/print_pages.h"
#include "store/print_rows.h"
#include "usecase/command.h"
#include "usecase/ticket_view.h"

/* A page of jobs, newest first. */
struct read_prints {
    struct command command;

    /* Input. */
    unsigned states;                  /* set of bits 1 << state; 0: all */
    char subject[PRINT_SUBJECT_SIZE]; /* "": any */
    int64_t before;                   /* id; INT64_MAX for the newest */
    int limit;

    /* Output: the jobs as JSON parted by commas, and the cursor of the next page, "" for none. */
    struct text items; /* owned by the caller */
    char next[TICKET_ID_SIZE];
};
enum err read_prints_run(struct store_tx *tx, struct command *command);

/* Add the jobs that are not settled, newest first and at most `limit`, parted by commas. */
void read_prints_unsettled(struct store_tx *tx, int limit, struct text *items);

/* One job. */
struct read_print {
    struct command command;

    /* Input. */
    int64_t id; /* 0 is none */

    /* Output. */
    struct print_record record;
};
/* ERR_OK, ERR_NOT_FOUND. */
enum err read_print_run(struct store_tx *tx, struct command *command);

/* The sheet of a job, as it was made. */
struct read_page {
    struct command command;

    /* Input. */
    int64_t id;        /* 0 is none */
    const char *pages; /* folder of the pages; borrowed */

    /* Output. */
    struct print_record record;
    struct text bytes; /* owned by the caller */
};
/*
 * ERR_OK, ERR_NOT_FOUND, ERR_FORBIDDEN, ERR_NO_PAGE (it is not made yet), ERR_FILE,
 * ERR_TOO_LARGE, ERR_NO_MEMORY.
 */
enum err read_page_run(struct store_tx *tx, struct command *command);

#endif
