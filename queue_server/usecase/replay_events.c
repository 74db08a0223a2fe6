#include "usecase/replay_events.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "usecase/ticket_view.h"

/* One event of the log, taken apart. */
struct happening {
    struct instant at;
    int counter;          /* of `rules`, or QUEUE_NONE */
    const json_t *ticket; /* of a ticket's event */
    const json_t *data;
};

/* ---- the parts of an event ------------------------------------------------------------------- */

static const char *text_of(const json_t *object, const char *key)
{
    const char *text = json_string_value(json_object_get(object, key));

    return text ? text : "";
}

/* instant_none() when it is null or not there. */
static struct instant instant_of(const json_t *object, const char *key)
{
    const char *text = text_of(object, key);
    struct instant instant;

    return instant_parse(text, strlen(text), &instant) == ERR_OK ? instant : instant_none();
}

static enum err service_of(struct replay_reading *reading, const json_t *ticket, int *out_service)
{
    const char *code = text_of(ticket, "service");
    const int service = queue_rules_service(reading->rules, code);

    if (service == QUEUE_NONE) {
        snprintf(reading->unknown, QUEUE_CODE_SIZE, "%s", code);
        return ERR_UNKNOWN_SERVICE;
    }
    *out_service = service;
    return ERR_OK;
}

/* The visit of an event's ticket; SIZE_MAX for one of another day. Ids rise with the issues. */
static size_t visit_of(const struct replay_reading *reading, const json_t *ticket)
{
    const int64_t id = opaque_id_parse('t', text_of(ticket, "id"));
    size_t low = 0, high = reading->day->visit_count;

    while (low < high) {
        const size_t middle = low + (high - low) / 2;

        if (reading->traces[middle].ticket < id)
            low = middle + 1;
        else
            high = middle;
    }
    return low < reading->day->visit_count && reading->traces[low].ticket == id ? low : SIZE_MAX;
}

/* ---- what happened to tickets ---------------------------------------------------------------- */

/* Where the person really stood: the rule of issue under the rules in force. */
static struct instant real_order(const struct replay_reading *reading,
                                 const struct replay_visit *visit)
{
    const struct ticket_request request = {
        .id = 1, .seq = 1, .appointment = visit->appointment}; /* class and service matter not */
    struct ticket ticket;

    ticket_issue(reading->real_rules, &request, visit->arrived_at, &ticket);
    return ticket.order_at;
}

static enum err issued(struct replay_reading *reading, const struct happening *event)
{
    struct replay_day *day = reading->day;
    struct replay_visit visit = {.arrived_at = event->at,
                                 .appointment = instant_of(event->ticket, "appointment"),
                                 .gives_up_at = instant_none(),
                                 .first_turn = QUEUE_NONE};
    const char *of_class = text_of(event->ticket, "class");
    const enum err err = service_of(reading, event->ticket, &visit.service);

    if (err != ERR_OK)
        return err;
    visit.of_class = queue_rules_class(reading->rules, of_class);
    if (visit.of_class == QUEUE_NONE) {
        snprintf(reading->unknown, QUEUE_CODE_SIZE, "%s", of_class);
        return ERR_UNKNOWN_CLASS;
    }
    if (day->visit_count == REPLAY_VISITS_MAX)
        return ERR_TOO_LARGE;
    reading->traces[day->visit_count] =
        (struct replay_trace){.ticket = opaque_id_parse('t', text_of(event->ticket, "id")),
                              .last_turn = QUEUE_NONE,
                              .away_since = instant_none()};
    day->real[day->visit_count] = (struct replay_result){.order_at = real_order(reading, &visit),
                                                         .first_called_at = instant_none()};
    day->visits[day->visit_count++] = visit;
    return ERR_OK;
}

static enum err called(struct replay_reading *reading, const struct happening *event)
{
    const size_t index = visit_of(reading, event->ticket);

    if (index == SIZE_MAX)
        return ERR_OK;
    struct replay_trace *trace = &reading->traces[index];
    trace->at_counter = true;
    trace->called_at = event->at;
    if (instant_is_none(reading->day->real[index].first_called_at))
        reading->day->real[index].first_called_at = event->at;
    if (event->counter != QUEUE_NONE && !reading->presence[event->counter].open) {
        reading->presence[event->counter].open = true; /* since the day before */
        reading->presence[event->counter].since = event->at;
    }
    return ERR_OK;
}

/* The counter is free again: keep the turn. */
static enum err end_turn(struct replay_reading *reading, const struct happening *event,
                         size_t index, enum replay_ending ending)
{
    struct replay_day *day = reading->day;
    struct replay_trace *trace = &reading->traces[index];
    struct replay_turn turn = {
        .length_s = (int32_t)instant_seconds_between(trace->called_at, event->at),
        .ending = ending,
        .back_after_s = REPLAY_NEVER,
        .only_counter = queue_rules_counter(reading->rules, text_of(event->ticket, "only_counter")),
        .next = QUEUE_NONE};
    const enum err err = service_of(reading, event->ticket, &turn.service);

    if (err != ERR_OK || !trace->at_counter)
        return err;
    if (day->turn_count == REPLAY_TURNS_MAX)
        return ERR_TOO_LARGE;
    if (trace->last_turn == QUEUE_NONE)
        day->visits[index].first_turn = (int)day->turn_count;
    else
        day->turns[trace->last_turn].next = (int)day->turn_count;
    trace->last_turn = (int)day->turn_count;
    trace->at_counter = false;
    day->turns[day->turn_count++] = turn;
    return ERR_OK;
}

static enum err finished(struct replay_reading *reading, const struct happening *event)
{
    const size_t index = visit_of(reading, event->ticket);

    if (index == SIZE_MAX)
        return ERR_OK;
    reading->day->real[index].served = true;
    return end_turn(reading, event, index, REPLAY_ENDS_DONE);
}

static enum err not_there(struct replay_reading *reading, const struct happening *event)
{
    const size_t index = visit_of(reading, event->ticket);

    if (index == SIZE_MAX)
        return ERR_OK;
    reading->day->real[index].absent = true;
    reading->traces[index].away_since = event->at;
    return end_turn(reading, event, index, REPLAY_ENDS_NO_SHOW);
}

static enum err parked(struct replay_reading *reading, const struct happening *event)
{
    const size_t index = visit_of(reading, event->ticket);

    if (index == SIZE_MAX)
        return ERR_OK;
    reading->traces[index].away_since = event->at;
    return end_turn(reading, event, index, REPLAY_ENDS_PARKED);
}

static enum err transferred(struct replay_reading *reading, const struct happening *event)
{
    const size_t index = visit_of(reading, event->ticket);

    return index == SIZE_MAX ? ERR_OK : end_turn(reading, event, index, REPLAY_ENDS_TRANSFERRED);
}

/* Returned or came back: after how long. */
static enum err back(struct replay_reading *reading, const struct happening *event)
{
    const size_t index = visit_of(reading, event->ticket);

    if (index == SIZE_MAX)
        return ERR_OK;
    struct replay_trace *trace = &reading->traces[index];
    if (trace->last_turn != QUEUE_NONE && !instant_is_none(trace->away_since))
        reading->day->turns[trace->last_turn].back_after_s =
            (int32_t)instant_seconds_between(trace->away_since, event->at);
    trace->away_since = instant_none();
    reading->day->real[index].absent = false;
    return ERR_OK;
}

static enum err cancelled(struct replay_reading *reading, const struct happening *event)
{
    const size_t index = visit_of(reading, event->ticket);

    if (index == SIZE_MAX)
        return ERR_OK;
    reading->day->visits[index].gives_up_at = event->at;
    reading->day->real[index].absent = false;
    return ERR_OK;
}

/* ---- what was taken back ----------------------------------------------------------------------
 */

/* As if the person had not been called. */
static enum err call_undone(struct replay_reading *reading, const struct happening *event)
{
    const size_t index = visit_of(reading, event->ticket);

    if (index == SIZE_MAX)
        return ERR_OK;
    reading->traces[index].at_counter = false;
    if (json_integer_value(json_object_get(event->ticket, "calls")) == 0)
        reading->day->real[index].first_called_at = instant_none();
    return ERR_OK;
}

/* Take a turn out of the day: every index behind it moves up. */
static void drop_turn(struct replay_day *day, struct replay_trace *traces, int turn)
{
    for (size_t i = 0; i < day->visit_count; i++) {
        day->visits[i].first_turn -= day->visits[i].first_turn > turn;
        traces[i].last_turn -= traces[i].last_turn > turn;
    }
    for (size_t i = 0; i < day->turn_count; i++)
        day->turns[i].next -= day->turns[i].next > turn;
    day->turn_count--;
    memmove(&day->turns[turn], &day->turns[turn + 1],
            (day->turn_count - (size_t)turn) * sizeof *day->turns);
}

/* The turn that was ended goes on, since the call that began it. */
static enum err end_undone(struct replay_reading *reading, const struct happening *event)
{
    const size_t index = visit_of(reading, event->ticket);

    if (index == SIZE_MAX || reading->traces[index].last_turn == QUEUE_NONE)
        return ERR_OK;
    struct replay_day *day = reading->day;
    struct replay_trace *trace = &reading->traces[index];
    const int last = trace->last_turn;
    int before = QUEUE_NONE;

    for (int i = day->visits[index].first_turn; i != last; i = day->turns[i].next)
        before = i;
    if (before == QUEUE_NONE)
        day->visits[index].first_turn = QUEUE_NONE;
    else
        day->turns[before].next = QUEUE_NONE;
    trace->last_turn = before;
    drop_turn(day, reading->traces, last);
    trace->at_counter = true;
    trace->away_since = instant_none();
    day->real[index].served = day->real[index].absent = false;
    return ERR_OK;
}

/* ---- hours ----------------------------------------------------------------------------------- */

static enum err add_hours(struct replay_reading *reading, int counter, struct instant to)
{
    struct replay_day *day = reading->day;
    struct replay_presence *presence = &reading->presence[counter];

    if (!presence->open)
        return ERR_OK;
    if (day->hours_count == REPLAY_HOURS_MAX)
        return ERR_TOO_LARGE;
    presence->open = false;
    day->hours[day->hours_count++] =
        (struct replay_hours){.counter = counter, .from = presence->since, .to = to};
    return ERR_OK;
}

static enum err counter_changed(struct replay_reading *reading, const struct happening *event)
{
    if (event->counter == QUEUE_NONE)
        return ERR_OK;
    struct replay_presence *presence = &reading->presence[event->counter];
    if (strcmp(text_of(event->data, "state"), "open") != 0)
        return add_hours(reading, event->counter, event->at);
    if (!presence->open) {
        presence->open = true;
        presence->since = event->at;
    }
    return ERR_OK;
}

/* ---- events ---------------------------------------------------------------------------------- */

static const struct {
    const char *kind;
    enum err (*take)(struct replay_reading *reading, const struct happening *event);
} kinds[] = {
    {"ticket_issued", issued},
    {"ticket_called", called},
    {"ticket_finished", finished},
    {"ticket_no_show", not_there},
    {"ticket_parked", parked},
    {"ticket_transferred", transferred},
    {"ticket_returned", back},
    {"ticket_came_back", back},
    {"ticket_cancelled", cancelled},
    {"counter_changed", counter_changed},
    {"ticket_call_undone", call_undone},
    {"ticket_finish_undone", end_undone},
    {"ticket_no_show_undone", end_undone},
};

static enum err take(struct replay_reading *reading, const struct event *event, size_t kind)
{
    json_t *data = json_loads(event->data, 0, NULL);
    const struct happening happening = {.at = event->at,
                                        .counter =
                                            queue_rules_counter(reading->rules, event->counter),
                                        .ticket = json_object_get(data, "ticket"),
                                        .data = data};
    enum err err = data ? ERR_OK : ERR_STORE;

    if (err == ERR_OK && strcmp(text_of(data, "site"), reading->site) == 0) {
        if (happening.counter != QUEUE_NONE)
            reading->presence[happening.counter].last = event->at;
        err = kinds[kind].take(reading, &happening);
    }
    json_decref(data);
    return err;
}

enum err replay_events_take(struct replay_reading *reading, const struct event *event)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (strcmp(event->kind, kinds[i].kind) == 0)
            return take(reading, event, i);
    return ERR_OK;
}

enum err replay_events_end(struct replay_reading *reading)
{
    enum err err = ERR_OK;

    for (int i = 0; err == ERR_OK && i < reading->rules->counter_count; i++)
        err = add_hours(reading, i, instant_plus_seconds(reading->presence[i].last, 1));
    return err;
}
