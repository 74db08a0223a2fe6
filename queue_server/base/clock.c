#include "base/clock.h"

#include <time.h>

int64_t clock_monotonic_us(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

int64_t clock_monotonic_ms(void)
{
    return clock_monotonic_us() / 1000;
}

struct instant clock_wall(void)
{
    struct timespec now;

    clock_gettime(CLOCK_REALTIME, &now);
    return (struct instant){(int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000};
}

static void start(struct clock *clock, struct instant base, struct instant log_end)
{
    *clock = (struct clock){.base = base, .since_ms = clock_monotonic_ms(), .last = log_end};
    pthread_mutex_init(&clock->lock, NULL);
}

void clock_start(struct clock *clock, struct instant log_end)
{
    const struct instant wall = clock_wall();

    start(clock, instant_later(wall, log_end), log_end);
    clock->rate = 1;
    clock->doubtful =
        !instant_is_none(log_end) && (instant_before(wall, log_end) ||
                                      instant_seconds_between(log_end, wall) > CLOCK_GAP_LIMIT_S);
}

void clock_start_training(struct clock *clock, struct instant base, int rate,
                          struct instant log_end)
{
    start(clock, instant_later(base, log_end), log_end);
    clock->training = true;
    clock->rate = rate;
}

void clock_stop(struct clock *clock)
{
    pthread_mutex_destroy(&clock->lock);
}

/* Called with the lock held. */
static struct instant now_locked(struct clock *clock)
{
    const int64_t passed = (clock_monotonic_ms() - clock->since_ms) * clock->rate;
    const struct instant now = {clock->base.ms + passed};

    clock->last = instant_later(clock->last, now);
    return clock->last;
}

struct instant clock_now(struct clock *clock)
{
    pthread_mutex_lock(&clock->lock);
    const struct instant now = now_locked(clock);
    pthread_mutex_unlock(&clock->lock);
    return instant_floor(now);
}

bool clock_is_doubtful(struct clock *clock)
{
    pthread_mutex_lock(&clock->lock);
    const bool doubtful = clock->doubtful;
    pthread_mutex_unlock(&clock->lock);
    return doubtful;
}

void clock_confirm(struct clock *clock)
{
    pthread_mutex_lock(&clock->lock);
    clock->base = instant_later(clock_wall(), clock->last);
    clock->since_ms = clock_monotonic_ms();
    clock->doubtful = false;
    pthread_mutex_unlock(&clock->lock);
}

bool clock_check(struct clock *clock)
{
    bool began = false;

    pthread_mutex_lock(&clock->lock);
    if (!clock->training && !clock->doubtful) {
        const int64_t step = instant_seconds_between(now_locked(clock), clock_wall());

        began = step > CLOCK_STEP_LIMIT_S || step < -CLOCK_STEP_LIMIT_S;
        clock->doubtful = began;
    }
    pthread_mutex_unlock(&clock->lock);
    return began;
}

enum err clock_set(struct clock *clock, struct instant now, int rate)
{
    enum err err = ERR_OK;

    pthread_mutex_lock(&clock->lock);
    if (!clock->training)
        err = ERR_NOT_FOUND;
    else if (rate < 0 || rate > CLOCK_RATE_MAX)
        err = ERR_BAD_VALUE;
    else if (instant_before(now, instant_floor(now_locked(clock))))
        err = ERR_TIME;
    if (err == ERR_OK) {
        clock->base = now;
        clock->since_ms = clock_monotonic_ms();
        clock->rate = rate;
        clock->last = instant_later(clock->last, now);
    }
    pthread_mutex_unlock(&clock->lock);
    return err;
}

int clock_rate(struct clock *clock)
{
    pthread_mutex_lock(&clock->lock);
    const int rate = clock->rate;
    pthread_mutex_unlock(&clock->lock);
    return rate;
}
