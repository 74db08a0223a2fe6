/*
 * The counter at which an officer acts, and the ticket that it holds. Writer thread.
 *
 * What call_next, call_ticket and move_ticket have in common.
 */
#ifndef USECASE_AT_COUNTER_H
#define USECASE_AT_COUNTER_H

#include "usecase/command.h"

struct at_counter {
    struct counter_record record; /* record.counter.index is of `rules` */
    const struct queue_rules *rules;
    int site; /* index of the catalogue */
};

/*
 * Load the counter, check that the actor sits there and that it is open, and begin the day.
 *
 * A request that names a seat must name the one that sits there.
 *
 * Returns ERR_OK, ERR_NOT_FOUND, ERR_COUNTER_CLOSED, ERR_NOT_AT_COUNTER, ERR_SEAT_TAKEN.
 */
enum err at_counter_load(struct store_tx *tx, struct command *command, const char *code,
                         struct at_counter *out_at);

/* Save the counter's runs and current ticket. */
void at_counter_save(struct store_tx *tx, struct at_counter *at);

/* Finish the ticket that the counter holds (ERR_STATE when it holds none). `out_finished` is set on
 * success. */
enum err at_counter_finish(struct store_tx *tx, struct command *command, struct at_counter *at,
                           struct ticket_record *out_finished);

/*
 * Call a waiting ticket to the counter and tell it; `why` is a JSON object. `undo` was noted
 * before the rule of the queue order was recorded; it is stored.
 */
enum err at_counter_call(struct store_tx *tx, struct command *command, struct at_counter *at,
                         struct ticket_record *record, struct ticket_undo *undo, const char *why);

#endif
