/*
 * Closed reports, as they were closed: one with its figures, or a list. Reader thread. Rules
 * R-312..R-315.
 */
#ifndef USECASE_READ_CLOSED_REPORT_H
#define USECASE_READ_CLOSED_REPORT_H

#include "store/closed_report_rows.h"
#include "usecase/command.h"

struct read_closed_report {
    struct command command;

    /* Input. */
    char kind[REPORT_KIND_SIZE];
    struct date from;
    int version; /* CLOSED_REPORT_NEWEST for the newest */

    /* Output, valid when the outcome is ERR_OK; free it by closed_report_release(). */
    struct closed_report report;
};

/* ERR_OK, ERR_NOT_FOUND (also for a version that there is not), ERR_NO_MEMORY, ERR_STORE. */
enum err read_closed_report_run(struct store_tx *tx, struct command *command);

struct list_closed_reports {
    struct command command;

    /* Input. */
    char kind[REPORT_KIND_SIZE];
    struct date before; /* periods that begin before it */
    int limit;

    /* Output; free it with text_release(). */
    struct text items; /* without figures, newest period first */
    struct date last;  /* where the last one begins */
    bool more;
};

enum err list_closed_reports_run(struct store_tx *tx, struct command *command);

/* Write what is known of a version; with its figures when they are asked for. */
void closed_report_view(struct text *text, const struct closed_report *report, bool with_figures);

#endif
