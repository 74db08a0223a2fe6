/*
 * The waits of business days, by service and through the day (báo cáo hàng chờ). Reader thread.
 *
 * A ticket stands in one row, that of the service it was for last, and in the half hour of its
 * issue, so that rows as well as half hours add up to the total and issued is the sum of what
 * became of them. Several days are taken together: 7:30 is that of every one of them. Source:
 * statistics 5. Rules.
 */
#ifndef USECASE_REPORT_QUEUE_H
#define USECASE_REPORT_QUEUE_H

#include "domain/queue_times.h"
#include "usecase/command.h"

enum {
    REPORT_TICKETS_MAX = 200000, /* all sites and days: more are a fault of the log */
    REPORT_QUEUE_DAYS_MAX = 31,
    HALF_HOURS = 48 /* of a day */
};

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
    struct date date;          /* the last day */
    int days;                  /* how many up to it, 1 .. REPORT_QUEUE_DAYS_MAX */

    /* Output, valid when the outcome is ERR_OK. */
    struct queue_report_row rows[QUEUE_SERVICES_MAX]; /* by service of the catalogue */
    struct queue_report_row half_hours[HALF_HOURS];   /* by local time of issue, from 00:00 on */
    struct queue_report_row total;
    int days_used; /* of the days, those on which somebody came */
};

/* ERR_OK, ERR_BAD_PARAMETER (no such site), ERR_INTERNAL (too many tickets), ERR_NO_MEMORY. */
enum err report_queue_run(struct store_tx *tx, struct command *command);

#endif
