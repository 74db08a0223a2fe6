/*
 * The verbs on one ticket: recall, start, finish, no-show, park, return, transfer, come-back,
 * cancel. Rules R-113..R-119.
 */
#ifndef USECASE_MOVE_TICKET_H
#define USECASE_MOVE_TICKET_H

#include "usecase/call_ticket.h"

enum ticket_verb {
    VERB_RECALL,
    VERB_START,
    VERB_FINISH,
    VERB_NO_SHOW,
    VERB_PARK,
    VERB_TRANSFER,
    VERB_RETURN,
    VERB_COME_BACK,
    VERB_CANCEL,
    VERB_COUNT
};

struct move_ticket {
    struct command command;

    /* Input. */
    enum ticket_verb verb;
    int64_t ticket;
    char service[QUEUE_CODE_SIZE]; /* TRANSFER: where to */
    char counter[QUEUE_CODE_SIZE]; /* TRANSFER: the only counter that may call it, or "" */
    char reason[REASON_SIZE];      /* CANCEL: may be "" */

    /* Output, valid when the outcome is ERR_OK. */
    const struct queue_rules *rules;
    struct ticket_record record;
};

/*
 * Writer thread. The first six verbs are for the officer at whose counter the ticket is.
 *
 * Returns ERR_OK, ERR_NOT_FOUND, ERR_STATE_FORBIDS (with the facts), ERR_NOT_AT_COUNTER,
 * ERR_COUNTER_CLOSED, ERR_UNKNOWN_SERVICE, ERR_SERVICE_CLOSED, ERR_UNKNOWN_COUNTER, ERR_NOT_SERVED,
 * ERR_ONCE_ONLY, ERR_TOO_LATE.
 */
enum err move_ticket_run(struct store_tx *tx, struct command *command);

/* Record that the ticket's state forbids `action`, and which actions it allows. Returns
 * ERR_STATE_FORBIDS. */
enum err move_ticket_forbidden(struct command *command, const struct ticket *ticket,
                               const char *action);

#endif
