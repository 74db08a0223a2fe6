/* A person takes a ticket (lấy số). Rules. */
#ifndef USECASE_ISSUE_TICKET_H
#define USECASE_ISSUE_TICKET_H

#include "usecase/command.h"
#include "usecase/ticket_view.h"

struct issue_ticket {
    struct command command;

    /* Input. */
    char site[SITE_CODE_SIZE]; /* "": the device's own, or the only one of the centre */
    char service[QUEUE_CODE_SIZE];
    char of_class[QUEUE_CODE_SIZE];
    struct instant appointment; /* or instant_none() */
    int64_t dossier;            /* whose result he has come for; 0: none */
    struct wait_range wait;     /* the latest estimate for such a ticket */

    /* Output, valid when the outcome is ERR_OK. */
    struct ticket_record record;
    const struct queue_rules *rules; /* of its site, as long as the command is held */
};

/*
 * Writer thread; refuses before it writes (command.refuses_first).
 *
 * Returns ERR_OK, ERR_UNKNOWN_SITE, ERR_UNKNOWN_SERVICE, ERR_SERVICE_CLOSED,
 * ERR_UNKNOWN_CLASS, ERR_FORBIDDEN (a kiosk that may not set the class).
 */
enum err issue_ticket_run(struct store_tx *tx, struct command *command);

#endif
