/*
 * What time it is: the only reader of the system's clocks.
 *
 * Any thread may read a clock; only the loop thread changes it. A real clock runs on the monotonic
 * clock from a wall time that was good and never goes back; it becomes doubtful when the wall clock
 * steps by more than a minute, or when it started before the last instant of the log or far after
 * it. A training clock is set by its administrator, forward only, and runs at a rate
 * (R-602).
 */
#ifndef BASE_CLOCK_H
#define BASE_CLOCK_H

#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/instant.h"

enum {
    CLOCK_STEP_LIMIT_S = 60,        /* a larger step of the wall clock is doubted */
    CLOCK_GAP_LIMIT_S = 60 * 86400, /* so is a start longer than this after the log's end */
    CLOCK_RATE_MAX = 3600
};

struct clock {
    pthread_mutex_t lock; /* guards everything below */
    bool training;
    bool doubtful;
    int rate;            /* training: 0 stands still, 1 real speed, up to CLOCK_RATE_MAX */
    struct instant base; /* the time when `since_ms` was read */
    int64_t since_ms;    /* monotonic */
    struct instant last; /* never answer earlier than this */
};

/* Start a real clock; `log_end` is the last instant of the log, none when it is empty. */
void clock_start(struct clock *clock, struct instant log_end);
/* Start a training clock at `base`, never before `log_end`. */
void clock_start_training(struct clock *clock, struct instant base, int rate,
                          struct instant log_end);
void clock_stop(struct clock *clock);

/* The time now, floored to the whole second (working-time.md 1). */
struct instant clock_now(struct clock *clock);
bool clock_is_doubtful(struct clock *clock);
/* An administrator vouches for the wall clock: take it as it is, never before the log's end. */
void clock_confirm(struct clock *clock);
/* Compare with the wall clock; call about once a second. Returns true when doubt has just begun. */
bool clock_check(struct clock *clock);

/*
 * Set a training clock. Rule R-602.
 *
 * Returns ERR_OK, ERR_TIME (it would go back), ERR_BAD_VALUE (rate), ERR_NOT_FOUND (a real clock).
 */
enum err clock_set(struct clock *clock, struct instant now, int rate);

/* The rate and whether it is a training clock. */
int clock_rate(struct clock *clock);

/* Milliseconds of the monotonic clock, for durations of the machine: sessions, throttles, timings.
 */
int64_t clock_monotonic_ms(void);
/* Microseconds of the same. */
int64_t clock_monotonic_us(void);
/* Wall time of the machine, for what runs on real time even in training: sessions, tokens, keys. */
struct instant clock_wall(void);

#endif
