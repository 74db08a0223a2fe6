/*
 * A report on paper: what stands on the page, and the print job that makes it.
 *
 * The content is written by a reader, so that counting never holds up the writer; the writer only
 * puts it into the outbox. The page is kept, no printer is sent anything: who asked for it opens it
 * and prints it. Rules.
 */
#ifndef USECASE_REPORT_PAPER_H
#define USECASE_REPORT_PAPER_H

#include "store/print_rows.h"
#include "usecase/command.h"
#include "usecase/report_table.h"

/* Reader thread: write the content of form `report` for a table. */
void report_paper_write(struct store_tx *tx, const struct command *command,
                        const struct report_table *table, struct text *content);

struct print_report {
    struct command command;

    /* Input. The content is taken over; free it with text_release(). */
    const char *form; /* "report"; "07", which gets the next number of its year */
    struct text content;

    /* Output. */
    struct print_record record;
};

/* Writer thread. ERR_OK, ERR_NO_MEMORY, ERR_STORE. */
enum err print_report_run(struct store_tx *tx, struct command *command);

#endif
