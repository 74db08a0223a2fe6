/*
 * The waits of a business day, by service (báo cáo hàng chờ). Reader thread.
 *
 * A ticket stands in one row, that of the service it was for last, so that rows add up to the total
 * and issued is the sum of what became of them. Source: statistics 5. Rule R-131.
 */
#ifndef USECASE_REPORT_QUEUE_H
#define USECASE_REPORT_QUEUE_H

#include "domain/queue_times.h"
#include "usecase/command.h"

enum { REPORT_TICKETS_MAX = 200000 /* of one day, all sites: more are a fault of the log */ };

struct queue_report_row {
    int issued, served, no_show, cancelled; /* cancelled by a person or by the end of the day */
    int waiting;                            /* not called yet; the rest is at a counter or parked */
    struct queue_times wait;                /* of all called */
    struct queue_times service;             /* of all served */
};

struct report_queue {
    struct command command;

    /* Input. */
    char site[SITE_CODE_SIZE]; /* "" for all */
    struct date date;

    /* Output, valid when the outcome is ERR_OK. */
    struct queue_report_row rows[QUEUE_SERVICES_MAX]; /* by service of the catalogue */
    struct queue_report_row total;
};

/* ERR_OK, ERR_BAD_PARAMETER (no such site), ERR_INTERNAL (too many tickets), ERR_NO_MEMORY. */
enum err report_queue_run(struct store_tx *tx, struct command *command);

#endif
