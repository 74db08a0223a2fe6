#include "domain/queue_day.h"

#include <assert.h>

void queue_day_init(struct queue_day *day, const struct queue_rules *rules)
{
    day->rules = rules;
    day->tickets = NULL;
    day->candidates = NULL;
    day->count = 0;
    day->capacity = 0;
    for (int i = 0; i < QUEUE_COUNTERS_MAX; i++)
        day->counters[i] = queue_counter_new_day(i);
}

void queue_day_use(struct queue_day *day, struct ticket *tickets,
                   struct queue_candidate *candidates, size_t capacity)
{
    assert(capacity >= day->count);
    day->tickets = tickets;
    day->candidates = candidates;
    day->capacity = capacity;
}

static struct ticket *ticket_of(struct queue_day *day, int64_t id)
{
    assert(id >= 1 && (size_t)id <= day->count);
    return &day->tickets[id - 1];
}

/* NULL at an idle counter. */
static struct ticket *current(struct queue_day *day, int counter)
{
    const int64_t id = day->counters[counter].ticket;

    return id == QUEUE_NO_TICKET ? NULL : ticket_of(day, id);
}

int64_t queue_day_issue(struct queue_day *day, int service, int of_class,
                        struct instant appointment, struct instant now)
{
    const int64_t id = (int64_t)day->count + 1;
    const struct ticket_request request = {
        .id = id, .seq = id, .service = service, .of_class = of_class, .appointment = appointment};

    assert(day->count < day->capacity);
    ticket_issue(day->rules, &request, now, &day->tickets[day->count++]);
    return id;
}

static size_t gather_waiting(struct queue_day *day)
{
    size_t count = 0;

    for (size_t i = 0; i < day->count; i++)
        if (day->tickets[i].state == TICKET_WAITING)
            day->candidates[count++] = ticket_candidate(&day->tickets[i]);
    return count;
}

enum err queue_day_next(struct queue_day *day, int counter, struct instant now,
                        struct queue_day_call *out_call)
{
    struct queue_counter *desk = &day->counters[counter];
    const size_t waiting = gather_waiting(day);
    struct queue_day_call call = {.ticket = QUEUE_NO_TICKET};
    enum err err =
        queue_order_decide(day->rules, desk, day->candidates, waiting, now, &call.decision);

    if (err != ERR_OK)
        return err;
    if (call.decision.chosen) {
        call.ticket = call.decision.chosen->ticket;
        call.passed_over = queue_order_passed_over(day->rules, desk, &call.decision,
                                                   day->candidates, waiting, now);
        err = ticket_call(ticket_of(day, call.ticket), desk, now);
        assert(err == ERR_OK);
        queue_order_record(desk, &call.decision);
    }
    *out_call = call;
    return err;
}

enum err queue_day_call_ticket(struct queue_day *day, int counter, int64_t ticket,
                               struct instant now)
{
    return ticket_call(ticket_of(day, ticket), &day->counters[counter], now);
}

enum err queue_day_come_back(struct queue_day *day, int64_t ticket, struct instant now)
{
    return ticket_come_back(ticket_of(day, ticket), day->rules, now);
}

enum err queue_day_return(struct queue_day *day, int64_t ticket, struct instant now)
{
    return ticket_return(ticket_of(day, ticket), now);
}

enum err queue_day_cancel(struct queue_day *day, int64_t ticket)
{
    return ticket_cancel(ticket_of(day, ticket));
}

enum err queue_day_finish(struct queue_day *day, int counter, struct instant now)
{
    struct ticket *ticket = current(day, counter);

    return ticket ? ticket_finish(ticket, &day->counters[counter], now) : ERR_STATE;
}

enum err queue_day_no_show(struct queue_day *day, int counter, struct instant now)
{
    struct ticket *ticket = current(day, counter);

    return ticket ? ticket_no_show(ticket, &day->counters[counter], now) : ERR_STATE;
}

enum err queue_day_park(struct queue_day *day, int counter)
{
    struct ticket *ticket = current(day, counter);

    return ticket ? ticket_park(ticket, &day->counters[counter]) : ERR_STATE;
}

enum err queue_day_transfer(struct queue_day *day, int counter, int service, int only_counter,
                            struct instant now)
{
    struct ticket *ticket = current(day, counter);

    if (!ticket)
        return ERR_STATE;
    return ticket_transfer(ticket, &day->counters[counter], day->rules, service, only_counter, now);
}
