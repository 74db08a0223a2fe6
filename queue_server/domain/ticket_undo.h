/*
 * Undoing the last call, finish or no-show at a counter: a wrong key must cost nobody his place.
 *
 * Pure. Before a verb runs, ticket_undo_note keeps what it is about to change; for UNDO_WINDOW_S
 * seconds the officer may take it back, as long as nothing else has happened to the ticket. Taking
 * back is exact: the person stands where he stood, the counter's runs are what they were, so the
 * queue order decides as if the key had not been pressed. It is no deletion: the log keeps both.
 * Rules R-920..R-922.
 */
#ifndef DOMAIN_TICKET_UNDO_H
#define DOMAIN_TICKET_UNDO_H

#include "domain/ticket.h"

enum { UNDO_WINDOW_S = 30 }; /* a screen offers 10 s; the rest is for slow lines */

/* What was done. Stored: never renumber. */
enum ticket_undo_verb { UNDO_CALL = 1, UNDO_NO_SHOW = 2 };

/* What a counter's last call or no-show has changed. */
struct ticket_undo {
    enum ticket_undo_verb verb;
    struct instant at; /* when it was done */
    int64_t ticket;    /* that was called, or was not there */
    int64_t version;   /* of that ticket afterwards: nothing else has happened while it has it */
    int64_t finished;  /* finished in the same step before the call, or QUEUE_NO_TICKET */
    int counter;       /* where the ticket was before, or QUEUE_NONE */
    int32_t calls;     /* as before, like all below */
    struct instant first_called_at, called_at, started_at, no_show_at;
    int32_t over_ordinary, over_priority; /* the counter's runs */
};

/*
 * Keep what `verb` is about to change. `finished` is the ticket that the same step has finished, or
 * QUEUE_NO_TICKET; `version` is left for the caller to set when he knows it.
 */
void ticket_undo_note(enum ticket_undo_verb verb, const struct ticket *ticket,
                      const struct queue_counter *counter, int64_t finished, struct instant now,
                      struct ticket_undo *out_undo);

/*
 * Is there still time, and is the ticket as the verb left it?
 *
 * version  of the ticket now
 *
 * Returns ERR_OK, ERR_STATE (something else has happened to it), ERR_TOO_LATE.
 */
enum err ticket_undo_check(const struct ticket_undo *undo, const struct ticket *ticket,
                           int64_t version, struct instant now);

/*
 * Take back a call: the ticket waits where it waited, the counter is free and its runs are as
 * before. ERR_STATE unless the counter has called just this ticket.
 */
enum err ticket_undo_call(const struct ticket_undo *undo, struct ticket *ticket,
                          struct queue_counter *counter);

/*
 * Take back a finish: the person stands at the counter again, called or being served as before
 * . ERR_STATE unless done; ERR_COUNTER_BUSY unless the counter is free.
 */
enum err ticket_undo_finish(struct ticket *ticket, struct queue_counter *counter);

/*
 * Take back a no-show: the person stands at the counter again, and the one return after a no-show
 * is not used up. ERR_STATE unless no_show; ERR_COUNTER_BUSY unless the counter is free.
 */
enum err ticket_undo_no_show(const struct ticket_undo *undo, struct ticket *ticket,
                             struct queue_counter *counter);

#endif
