/* An officer sits at a counter and opens, pauses or closes it (vào quầy). Rule R-140. */
#ifndef USECASE_SET_COUNTER_H
#define USECASE_SET_COUNTER_H

#include "usecase/at_counter.h"

struct set_counter {
    struct command command;

    /* Input. */
    char counter[QUEUE_CODE_SIZE];
    char state[COUNTER_STATE_SIZE]; /* open, paused, closed */

    /* Output, valid when the outcome is ERR_OK. */
    struct counter_record record;
    bool busy;
    struct ticket_record ticket; /* called or served there, valid when busy */
};

/*
 * Writer thread. One officer, one counter: he leaves the one before, and whoever sat here is told
 * by the event; so is another browser of the same officer. Closing frees the counter from
 * its officer.
 *
 * Returns ERR_OK, ERR_NOT_FOUND, ERR_COUNTER_BUSY (somebody is called or served here and it would
 * close, or at the counter that the officer would leave).
 */
enum err set_counter_run(struct store_tx *tx, struct command *command);

#endif
