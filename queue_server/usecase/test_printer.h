/* A test page is sent to a printer of the set-up. Writer thread. Rule R-991. */
#ifndef USECASE_TEST_PRINTER_H
#define USECASE_TEST_PRINTER_H

#include "store/print_rows.h"
#include "usecase/command.h"

struct test_printer {
    struct command command;

    /* Input. */
    const char *printer; /* code, borrowed */

    /* Output, valid when the outcome is ERR_OK. */
    struct print_record record; /* the job, as it was put into the outbox */
};

/* ERR_OK, ERR_NOT_FOUND (no such printer in use). */
enum err test_printer_run(struct store_tx *tx, struct command *command);

#endif
