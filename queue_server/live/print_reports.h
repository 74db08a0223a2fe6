/*
 * What the printer program reported, on its way into the outbox. Loop thread only.
 *
 * Reports are stored in the order given. One that cannot be stored for now (the disk is full, the
 * clock doubtful) is kept and tried again; a later report of the same job may then overtake it,
 * which does no harm: news never moves a job back.
 */
#ifndef LIVE_PRINT_REPORTS_H
#define LIVE_PRINT_REPORTS_H

#include "base/list.h"
#include "live/print_line.h"
#include "usecase/print_progress.h"

struct print_reports {
    struct office *office;
    int pending;      /* under way, and those kept */
    struct list kept; /* to be tried again */
    bool giving_up;   /* nothing is kept any more */
    void (*done)(const struct print_progress *progress, enum err err, void *data);
    void (*kept_one)(void *data);
    void *data;
};

/*
 * office    borrowed
 * done      called for each report with its outcome, after the commit; `pending` is counted already
 * kept_one  called when a report was kept: print_reports_again() is wanted soon
 */
void print_reports_init(struct print_reports *reports, struct office *office,
                        void (*done)(const struct print_progress *progress, enum err err,
                                     void *data),
                        void (*kept_one)(void *data), void *data);

/* Store news of job said->id with what was said. False without memory: it is lost. */
bool print_reports_add(struct print_reports *reports, enum print_news news,
                       const struct print_said *said);
/* The same for news that is a message alone. */
bool print_reports_add_message(struct print_reports *reports, enum print_news news, int64_t id,
                               const char *message);

/* Try again what was kept. */
void print_reports_again(struct print_reports *reports);

/* Forget what was kept, and keep nothing from now on: the jobs are taken up again at the next
 * start. */
void print_reports_give_up(struct print_reports *reports);

#endif
