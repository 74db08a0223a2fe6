#include "printer/errand.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/clock.h"

enum {
    RETRY_MOST_S = 60,
    GRACE_MS = 200,    /* after the end of input, pauses are this short */
    GRACE_PAUSES = 15, /* ... and so many */
};

void errand_desk_init(struct errand_desk *desk)
{
    pthread_condattr_t attributes;

    pthread_condattr_init(&attributes);
    pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
    pthread_mutex_init(&desk->lock, NULL);
    pthread_cond_init(&desk->changed, &attributes);
    pthread_condattr_destroy(&attributes);
    desk->stopping = false;
    desk->state = PRINTER_UNKNOWN;
}

void errand_desk_release(struct errand_desk *desk)
{
    pthread_cond_destroy(&desk->changed);
    pthread_mutex_destroy(&desk->lock);
}

void order_free(struct order *order)
{
    job_release(&order->job);
    free(order->output);
    free(order);
}

static json_t *event_of(const struct errand *errand, const char *name)
{
    return json_pack("{s:s, s:s, s:i}", "id", errand->order->job.id, "event", name, "generation",
                     errand->order->generation);
}

static enum errand_turn turn_locked(const struct errand *errand)
{
    if (errand->order->cancelled)
        return ERRAND_CANCELLED;
    return errand->desk->stopping ? ERRAND_STOPPING : ERRAND_GO_ON;
}

enum errand_turn errand_created(struct errand *errand, int job)
{
    json_t *event = event_of(errand, "created");
    enum errand_turn turn = ERRAND_GO_ON;

    json_object_set_new(event, "job", json_integer(job));
    events_send(errand->events, event);
    if (errand->by_hand)
        return ERRAND_GO_ON;
    pthread_mutex_lock(&errand->desk->lock);
    while (!errand->order->granted && (turn = turn_locked(errand)) == ERRAND_GO_ON)
        pthread_cond_wait(&errand->desk->changed, &errand->desk->lock);
    if (errand->order->granted)
        turn = errand->order->cancelled ? ERRAND_CANCELLED : ERRAND_GO_ON;
    pthread_mutex_unlock(&errand->desk->lock);
    return turn;
}

void errand_note(struct errand *errand, enum printer_state state)
{
    errand->state = state;
    pthread_mutex_lock(&errand->desk->lock);
    errand->desk->state = state;
    pthread_mutex_unlock(&errand->desk->lock);
}

void errand_sent(struct errand *errand)
{
    errand->attempts = 0;
    events_send(errand->events, event_of(errand, "sent"));
}

void errand_printed(struct errand *errand, bool confirmed)
{
    json_t *event = event_of(errand, "printed");

    errand->finished = true;
    errand_note(errand, confirmed ? PRINTER_READY : PRINTER_UNKNOWN);
    json_object_set_new(event, "confirmed", json_boolean(confirmed));
    events_send(errand->events, event);
}

static void send_attention(struct errand *errand, const char *reason, const char *message,
                           bool final)
{
    json_t *event = event_of(errand, "attention");

    json_object_set_new(event, "reason", json_string(reason));
    json_object_set_new(event, "message", json_string(message));
    json_object_set_new(event, "final", json_boolean(final));
    events_send(errand->events, event);
}

void errand_attention(struct errand *errand, const char *reason, const char *message)
{
    send_attention(errand, reason, message, true);
}

void errand_hold(struct errand *errand, enum printer_state state, const char *message)
{
    if (errand->held && errand->state == state)
        return;
    errand->held = true;
    errand_note(errand, state);
    send_attention(errand, printer_state_name(state), message ? message : printer_state_text(state),
                   false);
}

void errand_release(struct errand *errand)
{
    errand->held = false;
    errand_note(errand, PRINTER_READY);
}

void errand_say_cancelled(struct errand *errand)
{
    errand->finished = true;
    events_send(errand->events, event_of(errand, "cancelled"));
}

/* Wait under the lock until the time is over or the turn is another. */
static enum errand_turn wait_locked(struct errand *errand, long ms, bool until_stopping)
{
    const int64_t end_us = clock_monotonic_us() + (int64_t)ms * 1000;
    const struct timespec end = {.tv_sec = end_us / 1000000, .tv_nsec = end_us % 1000000 * 1000};
    enum errand_turn turn = turn_locked(errand);
    int late = 0;

    while (!late && turn != ERRAND_CANCELLED && (turn == ERRAND_GO_ON || !until_stopping)) {
        late = pthread_cond_timedwait(&errand->desk->changed, &errand->desk->lock, &end);
        turn = turn_locked(errand);
    }
    return turn;
}

enum errand_turn errand_retry(struct errand *errand, const char *reason, int after_s)
{
    json_t *event = event_of(errand, "retry");
    enum errand_turn turn;

    if (after_s <= 0)
        after_s = errand->attempts < 6 ? 1 << errand->attempts : RETRY_MOST_S;
    errand->attempts++;
    json_object_set_new(event, "reason", json_string(reason));
    json_object_set_new(event, "after_s", json_integer(after_s));
    events_send(errand->events, event);
    if (errand->by_hand)
        return ERRAND_STOPPING;
    pthread_mutex_lock(&errand->desk->lock);
    turn = wait_locked(errand, after_s * 1000L, true);
    pthread_mutex_unlock(&errand->desk->lock);
    return turn;
}

enum errand_turn errand_pause(struct errand *errand, int ms)
{
    enum errand_turn turn;

    pthread_mutex_lock(&errand->desk->lock);
    turn = wait_locked(errand, ms, true);
    if (turn == ERRAND_STOPPING && !errand->by_hand) {
        if (errand->grace++ < GRACE_PAUSES)
            turn = wait_locked(errand, GRACE_MS, false) == ERRAND_CANCELLED ? ERRAND_CANCELLED
                                                                            : ERRAND_GO_ON;
    }
    pthread_mutex_unlock(&errand->desk->lock);
    return turn;
}

void errand_name(const struct errand *errand, char out_name[ERRAND_NAME_SIZE])
{
    snprintf(out_name, ERRAND_NAME_SIZE, "%s#%d", errand->order->job.id, errand->order->generation);
}
