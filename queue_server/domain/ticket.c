#include "domain/ticket.h"

#include <assert.h>
#include <string.h>

#include "base/digits.h"

static const char *const state_names[TICKET_STATE_COUNT] = {
    [TICKET_WAITING] = "waiting",     [TICKET_CALLED] = "called", [TICKET_SERVING] = "serving",
    [TICKET_PARKED] = "parked",       [TICKET_DONE] = "done",     [TICKET_NO_SHOW] = "no_show",
    [TICKET_CANCELLED] = "cancelled",
};

/* */
void ticket_issue(const struct queue_rules *rules, const struct ticket_request *request,
                  struct instant now, struct ticket *out_ticket)
{
    struct ticket ticket = {.id = request->id,
                            .seq = request->seq,
                            .service = request->service,
                            .of_class = request->of_class,
                            .state = TICKET_WAITING,
                            .only_counter = QUEUE_NONE,
                            .counter = QUEUE_NONE,
                            .issued_at = now,
                            .appointment = request->appointment,
                            .order_at = now,
                            .not_before = now,
                            .first_called_at = instant_none(),
                            .called_at = instant_none(),
                            .started_at = instant_none(),
                            .finished_at = instant_none(),
                            .no_show_at = instant_none()};

    assert(ticket.id != QUEUE_NO_TICKET);
    if (!instant_is_none(ticket.appointment)) {
        const int late_becomes = rules->classes[ticket.of_class].late_becomes;

        if (!instant_before(instant_plus_seconds(ticket.appointment, rules->appointment_late_s),
                            now))
            ticket.order_at = ticket.appointment;
        else if (late_becomes != QUEUE_NONE)
            ticket.of_class = late_becomes;
    }
    *out_ticket = ticket;
}

/* */
enum err ticket_call(struct ticket *ticket, struct queue_counter *counter, struct instant now)
{
    if (ticket->state != TICKET_WAITING)
        return ERR_STATE;
    if (queue_counter_is_busy(counter))
        return ERR_COUNTER_BUSY;
    counter->ticket = ticket->id;
    ticket->state = TICKET_CALLED;
    ticket->counter = counter->index;
    ticket->calls++;
    ticket->called_at = now;
    if (instant_is_none(ticket->first_called_at))
        ticket->first_called_at = now;
    return ERR_OK;
}

enum err ticket_recall(struct ticket *ticket, struct instant now)
{
    if (ticket->state != TICKET_CALLED)
        return ERR_STATE;
    ticket->calls++;
    ticket->called_at = now;
    return ERR_OK;
}

enum err ticket_start(struct ticket *ticket, struct instant now)
{
    if (ticket->state != TICKET_CALLED)
        return ERR_STATE;
    ticket->state = TICKET_SERVING;
    ticket->started_at = now;
    return ERR_OK;
}

static bool is_at(const struct ticket *ticket, const struct queue_counter *counter)
{
    return counter->ticket == ticket->id &&
           (ticket->state == TICKET_CALLED || ticket->state == TICKET_SERVING);
}

static void leave(struct ticket *ticket, struct queue_counter *counter, enum ticket_state state)
{
    counter->ticket = QUEUE_NO_TICKET;
    ticket->state = state;
}

/* */
enum err ticket_finish(struct ticket *ticket, struct queue_counter *counter, struct instant now)
{
    if (!is_at(ticket, counter))
        return ERR_STATE;
    leave(ticket, counter, TICKET_DONE);
    ticket->finished_at = now;
    return ERR_OK;
}

/* */
enum err ticket_no_show(struct ticket *ticket, struct queue_counter *counter, struct instant now)
{
    if (!is_at(ticket, counter))
        return ERR_STATE;
    leave(ticket, counter, TICKET_NO_SHOW);
    ticket->started_at = instant_none();
    ticket->no_show_at = now;
    return ERR_OK;
}

/* */
enum err ticket_park(struct ticket *ticket, struct queue_counter *counter)
{
    if (!is_at(ticket, counter))
        return ERR_STATE;
    leave(ticket, counter, TICKET_PARKED);
    ticket->started_at = instant_none();
    return ERR_OK;
}

/* */
enum err ticket_transfer(struct ticket *ticket, struct queue_counter *counter,
                         const struct queue_rules *rules, int service, int only_counter,
                         struct instant now)
{
    if (!is_at(ticket, counter))
        return ERR_STATE;
    if (only_counter != QUEUE_NONE && !queue_rules_serves(rules, only_counter, service))
        return ERR_NOT_SERVED;
    leave(ticket, counter, TICKET_WAITING);
    ticket->started_at = instant_none();
    ticket->service = service;
    ticket->only_counter = only_counter;
    ticket->not_before = now;
    return ERR_OK;
}

/* */
enum err ticket_come_back(struct ticket *ticket, const struct queue_rules *rules,
                          struct instant now)
{
    if (ticket->state != TICKET_NO_SHOW)
        return ERR_STATE;
    if (ticket->came_back)
        return ERR_ONCE_ONLY;
    if (instant_before(instant_plus_seconds(ticket->no_show_at, rules->return_window_s), now))
        return ERR_TOO_LATE;
    ticket->state = TICKET_WAITING;
    ticket->came_back = true;
    ticket->not_before = instant_plus_seconds(now, rules->return_delay_s);
    return ERR_OK;
}

/* */
enum err ticket_return(struct ticket *ticket, struct instant now)
{
    if (ticket->state != TICKET_PARKED)
        return ERR_STATE;
    ticket->state = TICKET_WAITING;
    ticket->not_before = now;
    return ERR_OK;
}

/* */
enum err ticket_cancel(struct ticket *ticket)
{
    if (ticket->state != TICKET_WAITING && ticket->state != TICKET_PARKED &&
        ticket->state != TICKET_NO_SHOW)
        return ERR_STATE;
    ticket->state = TICKET_CANCELLED;
    ticket->closed_by = TICKET_CLOSED_BY_CANCEL;
    return ERR_OK;
}

/* */
enum err ticket_day_end(struct ticket *ticket)
{
    if (ticket->state == TICKET_DONE || ticket->state == TICKET_NO_SHOW ||
        ticket->state == TICKET_CANCELLED)
        return ERR_STATE;
    ticket->state = TICKET_CANCELLED;
    ticket->closed_by = TICKET_CLOSED_BY_DAY_END;
    return ERR_OK;
}

/* */
bool ticket_service_time(const struct ticket *ticket, int64_t *out_seconds)
{
    if (ticket->state != TICKET_DONE || instant_is_none(ticket->started_at))
        return false;
    *out_seconds = instant_seconds_between(ticket->started_at, ticket->finished_at);
    return true;
}

struct queue_candidate ticket_candidate(const struct ticket *ticket)
{
    return (struct queue_candidate){.ticket = ticket->id,
                                    .seq = ticket->seq,
                                    .order_at = ticket->order_at,
                                    .not_before = ticket->not_before,
                                    .service = ticket->service,
                                    .of_class = ticket->of_class,
                                    .only_counter = ticket->only_counter};
}

const char *ticket_state_name(enum ticket_state state)
{
    return state_names[state];
}

bool ticket_state_parse(const char *name, enum ticket_state *out_state)
{
    for (int i = 0; i < TICKET_STATE_COUNT; i++) {
        if (strcmp(state_names[i], name) == 0) {
            *out_state = (enum ticket_state)i;
            return true;
        }
    }
    return false;
}

/* */
void ticket_number_format(const char *letters, int32_t number, char out_text[TICKET_NUMBER_SIZE])
{
    const size_t length = strlen(letters);
    size_t width = 3;

    assert(length >= 1 && length <= TICKET_LETTERS_MAX && number >= 1);
    for (int32_t rest = number / 1000; rest > 0; rest /= 10)
        width++;
    memcpy(out_text, letters, length);
    digits_write(number, width, out_text + length);
    out_text[length + width] = '\0';
}
