/*
 * How long will it take? Estimates for people who come now and for tickets that wait.
 *
 * Reader thread. One look at a site answers several questions, each by wait_estimate_play and
 * calibrated by the people called last (wait_calibration.h): who waits, which counters are open,
 * the last service times and each lane's past are loaded once. A day that nobody has begun yet
 * finds nobody waiting and every counter free. Source: queue order, "Waiting time
 * told to people". Rules.
 */
#ifndef USECASE_ESTIMATE_WAIT_H
#define USECASE_ESTIMATE_WAIT_H

#include "usecase/command.h"
#include "usecase/ticket_view.h"

enum {
    /* With more people waiting at a site nothing is promised to anybody. */
    ESTIMATE_WAITING_MAX = 2000,
    ESTIMATE_QUESTIONS_MAX = 32
};

struct estimate_question {
    /* Input. */
    int64_t ticket;                /* one that waits, or QUEUE_NO_TICKET for a newcomer */
    char service[QUEUE_CODE_SIZE]; /* of the newcomer */
    char of_class[QUEUE_CODE_SIZE];

    /* Output. */
    bool answered; /* false: left for the next look, as the queue is long */
    struct wait_range range;
};

struct estimate_wait {
    struct command command;

    /* Input. */
    char site[SITE_CODE_SIZE];
    struct estimate_question questions[ESTIMATE_QUESTIONS_MAX];
    int count;
};

/*
 * Answer the questions in order: the first one always, and as many more as keep the work (people
 * waiting x questions) within ESTIMATE_WAITING_MAX. A ticket that does not wait, and a service or
 * class that the site lacks, are answered with "unknown".
 *
 * Returns ERR_OK, ERR_UNKNOWN_SITE, ERR_NO_MEMORY.
 */
enum err estimate_wait_run(struct store_tx *tx, struct command *command);

#endif
