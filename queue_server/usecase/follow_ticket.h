/* The holder of a ticket follows it on his phone, by the token of its link. Reader thread. */
#ifndef USECASE_FOLLOW_TICKET_H
#define USECASE_FOLLOW_TICKET_H

#include "usecase/rate_visit.h"
#include "usecase/read_queue.h"

struct follow_ticket {
    struct read_ticket read; /* first: it is the command */

    /* Input. */
    char token[TOKEN_SIZE];

    /* Output. */
    enum rating_gate rating;
    bool anyone_called;
    struct queue_call newest; /* of its site and day */
};

/* ERR_OK or ERR_NOT_FOUND. */
enum err follow_ticket_run(struct store_tx *tx, struct command *command);

#endif
