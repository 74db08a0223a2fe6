/* An officer takes back the last call or no-show at his counter (hoàn tác). Rules R-920..R-922. */
#ifndef USECASE_UNDO_AT_COUNTER_H
#define USECASE_UNDO_AT_COUNTER_H

#include "usecase/at_counter.h"

struct undo_at_counter {
    struct command command;

    /* Input. */
    char counter[QUEUE_CODE_SIZE];
    int64_t ticket; /* that was called or was not there: a late click takes nothing else back */

    /* Output, valid when the outcome is ERR_OK. */
    const struct queue_rules *rules;
    enum ticket_undo_verb verb;
    struct ticket_record record; /* the ticket, as it is now */
    bool stands_again;           /* call-next had finished somebody: served again */
    struct ticket_record again;
};

/*
 * Writer thread. Tells ticket_call_undone (and ticket_finish_undone), or ticket_no_show_undone.
 *
 * Returns ERR_OK, ERR_NOT_FOUND, ERR_COUNTER_CLOSED, ERR_NOT_AT_COUNTER, ERR_SEAT_TAKEN,
 * ERR_STATE_FORBIDS (with the facts; something else has happened since), ERR_TOO_LATE,
 * ERR_COUNTER_BUSY.
 */
enum err undo_at_counter_run(struct store_tx *tx, struct command *command);

#endif
