/* An officer calls the next person (gọi số tiếp theo). Rules R-102..R-110. */
#ifndef USECASE_CALL_NEXT_H
#define USECASE_CALL_NEXT_H

#include "usecase/at_counter.h"

struct call_next {
    struct command command;

    /* Input. */
    char counter[QUEUE_CODE_SIZE];
    bool finish_current; /* first finish the ticket that the counter holds, if it holds one */

    /* Output, valid when the outcome is ERR_OK. */
    const struct queue_rules *rules;
    bool finished_one, called_one;
    struct ticket_record finished, called;
    enum queue_rule rule;
    int64_t waited_s;
    int passed_over;
    int waiting_elsewhere; /* nobody was called: so many wait at the site for other counters */
};

/*
 * Writer thread. Nobody to call is an answer, not a refusal: a finish asked for is done all the
 * same. Returns ERR_OK, ERR_NOT_FOUND, ERR_COUNTER_CLOSED, ERR_NOT_AT_COUNTER, ERR_COUNTER_BUSY.
 */
enum err call_next_run(struct store_tx *tx, struct command *command);

/* {"rule", "waited_s", "passed_over"}, or {"rule", "waiting_elsewhere"} when nobody was called. */
void call_next_view_why(struct text *text, const char *key, const struct call_next *call);

#endif
