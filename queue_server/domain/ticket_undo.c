#include "domain/ticket_undo.h"

void ticket_undo_note(enum ticket_undo_verb verb, const struct ticket *ticket,
                      const struct queue_counter *counter, int64_t finished, struct instant now,
                      struct ticket_undo *out_undo)
{
    *out_undo = (struct ticket_undo){.verb = verb,
                                     .at = now,
                                     .ticket = ticket->id,
                                     .finished = finished,
                                     .counter = ticket->counter,
                                     .calls = ticket->calls,
                                     .first_called_at = ticket->first_called_at,
                                     .called_at = ticket->called_at,
                                     .started_at = ticket->started_at,
                                     .no_show_at = ticket->no_show_at,
                                     .over_ordinary = counter->over_ordinary,
                                     .over_priority = counter->over_priority};
}

/* */
enum err ticket_undo_check(const struct ticket_undo *undo, const struct ticket *ticket,
                           int64_t version, struct instant now)
{
    if (undo->ticket != ticket->id || undo->version != version)
        return ERR_STATE;
    return instant_before(instant_plus_seconds(undo->at, UNDO_WINDOW_S), now) ? ERR_TOO_LATE
                                                                              : ERR_OK;
}

static void restore(const struct ticket_undo *undo, struct ticket *ticket)
{
    ticket->counter = undo->counter;
    ticket->calls = undo->calls;
    ticket->first_called_at = undo->first_called_at;
    ticket->called_at = undo->called_at;
    ticket->started_at = undo->started_at;
    ticket->no_show_at = undo->no_show_at;
}

/* The person stands at the counter again: called, or being served if service had begun. */
static enum err stand_again(struct ticket *ticket, struct queue_counter *counter)
{
    if (queue_counter_is_busy(counter))
        return ERR_COUNTER_BUSY;
    counter->ticket = ticket->id;
    ticket->state = instant_is_none(ticket->started_at) ? TICKET_CALLED : TICKET_SERVING;
    return ERR_OK;
}

/* */
enum err ticket_undo_call(const struct ticket_undo *undo, struct ticket *ticket,
                          struct queue_counter *counter)
{
    if (undo->verb != UNDO_CALL || ticket->state != TICKET_CALLED || counter->ticket != ticket->id)
        return ERR_STATE;
    restore(undo, ticket);
    ticket->state = TICKET_WAITING;
    counter->ticket = QUEUE_NO_TICKET;
    counter->over_ordinary = undo->over_ordinary;
    counter->over_priority = undo->over_priority;
    return ERR_OK;
}

/* */
enum err ticket_undo_finish(struct ticket *ticket, struct queue_counter *counter)
{
    if (ticket->state != TICKET_DONE)
        return ERR_STATE;
    const enum err err = stand_again(ticket, counter);
    if (err == ERR_OK)
        ticket->finished_at = instant_none();
    return err;
}

/* */
enum err ticket_undo_no_show(const struct ticket_undo *undo, struct ticket *ticket,
                             struct queue_counter *counter)
{
    if (undo->verb != UNDO_NO_SHOW || ticket->state != TICKET_NO_SHOW)
        return ERR_STATE;
    if (queue_counter_is_busy(counter))
        return ERR_COUNTER_BUSY;
    restore(undo, ticket);
    return stand_again(ticket, counter);
}
