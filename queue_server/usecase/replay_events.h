/*
 * The events of a queue's day, one after the other: what each says of visits, turns and hours.
 *
 * Private to usecase/replay_day.c, which finds the events. See replay_day.h for what is read.
 */
#ifndef USECASE_REPLAY_EVENTS_H
#define USECASE_REPLAY_EVENTS_H

#include "store/event_log.h"
#include "usecase/replay_day.h"

/* Of a visit, while the log is read. */
struct replay_trace {
    int64_t ticket;
    int last_turn; /* index, or QUEUE_NONE */
    bool at_counter;
    struct instant called_at;
    struct instant away_since; /* absent or set aside; none otherwise */
};

/* Of a counter, while the log is read. */
struct replay_presence {
    bool open;
    struct instant since;
    struct instant last; /* thing that happened there */
};

struct replay_reading {
    const struct queue_rules *rules;
    const struct queue_rules *real_rules;
    const char *site;
    struct replay_day *day;
    struct replay_trace *traces; /* one for each visit */
    struct replay_presence presence[QUEUE_COUNTERS_MAX];
    char *unknown; /* QUEUE_CODE_SIZE bytes for the code that the rules lack */
};

/* Take one event; one of another site or kind changes nothing. Errors as replay_day_read. */
enum err replay_events_take(struct replay_reading *reading, const struct event *event);

/* The day is over: close the hours of the counters that were not closed. ERR_OK, ERR_TOO_LARGE. */
enum err replay_events_end(struct replay_reading *reading);

#endif
