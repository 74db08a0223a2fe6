#include "domain/queue_replay.h"

#include <assert.h>

struct play {
    const struct queue_replay *replay;
    struct queue_day day;
    size_t event_count;                   /* replay->events is a heap, the earliest first */
    bool calls_again[QUEUE_COUNTERS_MAX]; /* may call somebody at wakes_at */
    struct instant wakes_at[QUEUE_COUNTERS_MAX];
    struct replay_turn turns[QUEUE_COUNTERS_MAX]; /* under way, by counter */
};

/* ---- events in order ------------------------------------------------------------------------- */

size_t queue_replay_events(size_t visit_count, size_t hours_count)
{
    /* of a visit its arrival or return, and its giving up; of a counter the end of a turn */
    return 2 * visit_count + hours_count + QUEUE_COUNTERS_MAX;
}

static bool event_before(const struct replay_event_at *a, const struct replay_event_at *b)
{
    if (instant_before(a->at, b->at) || instant_before(b->at, a->at))
        return instant_before(a->at, b->at);
    if (a->kind != b->kind)
        return a->kind < b->kind;
    return a->index < b->index;
}

static void swap(struct replay_event_at *a, struct replay_event_at *b)
{
    const struct replay_event_at kept = *a;

    *a = *b;
    *b = kept;
}

static void push(struct play *play, struct instant at, enum replay_event_kind kind, size_t index)
{
    struct replay_event_at *events = play->replay->events;
    size_t place = play->event_count++;

    events[place] = (struct replay_event_at){at, kind, index};
    while (place > 0 && event_before(&events[place], &events[(place - 1) / 2])) {
        swap(&events[place], &events[(place - 1) / 2]);
        place = (place - 1) / 2;
    }
}

static struct replay_event_at pop(struct play *play)
{
    struct replay_event_at *events = play->replay->events;
    const struct replay_event_at first = events[0];
    size_t place = 0;

    events[0] = events[--play->event_count];
    for (;;) {
        size_t least = place;

        for (size_t child = 2 * place + 1; child <= 2 * place + 2; child++)
            if (child < play->event_count && event_before(&events[child], &events[least]))
                least = child;
        if (least == place)
            return first;
        swap(&events[place], &events[least]);
        place = least;
    }
}

/* ---- what happens ---------------------------------------------------------------------------- */

static void arrive(struct play *play, size_t index)
{
    const struct replay_visit *visit = &play->replay->visits[index];
    const int64_t id = queue_day_issue(&play->day, visit->service, visit->of_class,
                                       visit->appointment, visit->arrived_at);

    assert(id == (int64_t)index + 1);
    (void)id;
    play->replay->next_turns[index] = visit->first_turn;
    if (!instant_is_none(visit->gives_up_at))
        push(play, visit->gives_up_at, REPLAY_GIVE_UP, index);
}

/* The rules may refuse it: then the person stays absent or set aside. */
static void come_back(struct play *play, size_t index, struct instant now)
{
    const int64_t id = (int64_t)index + 1;

    if (queue_day_return(&play->day, id, now) == ERR_STATE)
        (void)queue_day_come_back(&play->day, id, now);
}

static void transfer(struct play *play, int counter, const struct replay_turn *turn,
                     struct instant now)
{
    enum err err = queue_day_transfer(&play->day, counter, turn->service, turn->only_counter, now);

    if (err == ERR_NOT_SERVED)
        err = queue_day_transfer(&play->day, counter, turn->service, QUEUE_NONE, now);
    assert(err == ERR_OK);
    (void)err;
}

/* The turn at a counter ends as it really did. */
static void end_turn(struct play *play, int counter, struct instant now)
{
    const struct replay_turn *turn = &play->turns[counter];
    const size_t index = (size_t)play->day.counters[counter].ticket - 1;
    enum err err = ERR_OK;

    switch (turn->ending) {
    case REPLAY_ENDS_DONE:
        err = queue_day_finish(&play->day, counter, now);
        break;
    case REPLAY_ENDS_NO_SHOW:
        err = queue_day_no_show(&play->day, counter, now);
        break;
    case REPLAY_ENDS_PARKED:
        err = queue_day_park(&play->day, counter);
        break;
    case REPLAY_ENDS_TRANSFERRED:
        transfer(play, counter, turn, now);
        break;
    }
    assert(err == ERR_OK);
    (void)err;
    if (turn->back_after_s != REPLAY_NEVER &&
        (turn->ending == REPLAY_ENDS_NO_SHOW || turn->ending == REPLAY_ENDS_PARKED))
        push(play, instant_plus_seconds(now, turn->back_after_s), REPLAY_BACK, index);
}

static void happen(struct play *play, const struct replay_event_at *event)
{
    switch (event->kind) {
    case REPLAY_FREE:
        end_turn(play, (int)event->index, event->at);
        break;
    case REPLAY_ARRIVE:
        arrive(play, event->index);
        break;
    case REPLAY_BACK:
        come_back(play, event->index, event->at);
        break;
    case REPLAY_GIVE_UP:
        (void)queue_day_cancel(&play->day, (int64_t)event->index + 1); /* not from a counter */
        break;
    case REPLAY_HOURS:
        break;
    }
}

/* ---- calls ----------------------------------------------------------------------------------- */

static bool is_open(const struct queue_replay *replay, int counter, struct instant now)
{
    for (size_t i = 0; i < replay->hours_count; i++)
        if (replay->hours[i].counter == counter && !instant_before(now, replay->hours[i].from) &&
            instant_before(now, replay->hours[i].to))
            return true;
    return false;
}

/* Take the person's next turn; beyond the real ones a usual one. */
static struct replay_turn take_turn(struct play *play, size_t index)
{
    const struct queue_replay *replay = play->replay;
    const int turn = replay->next_turns[index];

    if (turn == QUEUE_NONE)
        return (struct replay_turn){.length_s = replay->usual_s[play->day.tickets[index].service],
                                    .ending = REPLAY_ENDS_DONE};
    replay->next_turns[index] = replay->turns[turn].next;
    return replay->turns[turn];
}

/* Nobody may be called yet: remember the first instant when somebody may. */
static void wake_later(struct play *play, int counter)
{
    play->calls_again[counter] = false;
    for (size_t i = 0; i < play->day.count; i++) {
        const struct ticket *ticket = &play->day.tickets[i];
        const struct queue_candidate candidate = ticket_candidate(ticket);
        struct instant from;

        if (ticket->state != TICKET_WAITING ||
            !queue_candidate_from(play->replay->rules, counter, &candidate, &from))
            continue;
        if (!play->calls_again[counter] || instant_before(from, play->wakes_at[counter]))
            play->wakes_at[counter] = from;
        play->calls_again[counter] = true;
    }
}

static void call_next(struct play *play, int counter, struct instant now)
{
    struct queue_day_call call;
    const enum err err = queue_day_next(&play->day, counter, now, &call);

    assert(err == ERR_OK);
    (void)err;
    play->calls_again[counter] = false;
    if (call.ticket == QUEUE_NO_TICKET) {
        if (call.decision.rule == QUEUE_RULE_LATER)
            wake_later(play, counter);
        return;
    }
    play->turns[counter] = take_turn(play, (size_t)call.ticket - 1);
    push(play, instant_plus_seconds(now, play->turns[counter].length_s), REPLAY_FREE,
         (size_t)counter);
}

static void call_everywhere(struct play *play, struct instant now)
{
    for (int counter = 0; counter < play->replay->rules->counter_count; counter++)
        if (!queue_counter_is_busy(&play->day.counters[counter]) &&
            is_open(play->replay, counter, now))
            call_next(play, counter, now);
}

/* ---- the day --------------------------------------------------------------------------------- */

static void start(struct play *play)
{
    const struct queue_replay *replay = play->replay;

    queue_day_init(&play->day, replay->rules);
    queue_day_use(&play->day, replay->tickets, replay->candidates, replay->visit_count);
    for (size_t i = 0; i < replay->visit_count; i++)
        push(play, replay->visits[i].arrived_at, REPLAY_ARRIVE, i);
    for (size_t i = 0; i < replay->hours_count; i++)
        push(play, replay->hours[i].from, REPLAY_HOURS, 0);
}

/* The next instant when something happens or a counter may call; false at the end of the day. */
static bool next_instant(const struct play *play, struct instant *out_now)
{
    bool any = play->event_count > 0;
    struct instant first = any ? play->replay->events[0].at : instant_none();

    for (int i = 0; i < play->replay->rules->counter_count; i++)
        if (play->calls_again[i] && (!any || instant_before(play->wakes_at[i], first))) {
            first = play->wakes_at[i];
            any = true;
        }
    *out_now = first;
    return any;
}

static void forget_wakes(struct play *play, struct instant now)
{
    for (int i = 0; i < play->replay->rules->counter_count; i++)
        if (!instant_before(now, play->wakes_at[i]))
            play->calls_again[i] = false;
}

void queue_replay_play(const struct queue_replay *replay, struct replay_result *out_results)
{
    struct play play = {.replay = replay};
    struct instant now;

    start(&play);
    while (next_instant(&play, &now)) {
        while (play.event_count > 0 && !instant_before(now, replay->events[0].at)) {
            const struct replay_event_at event = pop(&play);

            happen(&play, &event);
        }
        forget_wakes(&play, now);
        call_everywhere(&play, now);
    }
    for (size_t i = 0; i < replay->visit_count; i++)
        out_results[i] =
            (struct replay_result){.order_at = replay->tickets[i].order_at,
                                   .first_called_at = replay->tickets[i].first_called_at,
                                   .served = replay->tickets[i].state == TICKET_DONE,
                                   .absent = replay->tickets[i].state == TICKET_NO_SHOW};
}
