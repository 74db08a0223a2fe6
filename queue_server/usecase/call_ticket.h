/* An officer calls a particular person, with a reason (gọi đích danh). Rule R-112. */
#ifndef USECASE_CALL_TICKET_H
#define USECASE_CALL_TICKET_H

#include "usecase/at_counter.h"

enum { REASON_SIZE = 2001 };

struct call_ticket {
    struct command command;

    /* Input. */
    char counter[QUEUE_CODE_SIZE];
    int64_t ticket;
    char reason[REASON_SIZE];

    /* Output, valid when the outcome is ERR_OK. */
    const struct queue_rules *rules;
    struct ticket_record called;
    int64_t waited_s;
};

/*
 * Writer thread. Any waiting ticket of the counter's site, whatever its service, not_before and
 * only_counter; the counter's runs stay as they are.
 *
 * Returns ERR_OK, ERR_NOT_FOUND (counter or ticket), ERR_COUNTER_CLOSED, ERR_NOT_AT_COUNTER,
 * ERR_REASON_MISSING, ERR_STATE_FORBIDS, ERR_COUNTER_BUSY.
 */
enum err call_ticket_run(struct store_tx *tx, struct command *command);

#endif
