/*
 * Drives the walk that makes reminders (usecase/make_reminders.h): once in each minute of the
 * centre's clock, one slice after the other, with a rest after each that wrote, so that a morning
 * on which much falls due fills neither the writer nor the streams. Loop thread only. Rule R-550.
 *
 *     timer -> find (reader) -> make (writer), when something was found -> find ... -> end of walk
 */
#ifndef LIVE_REMINDERS_H
#define LIVE_REMINDERS_H

#include <uv.h>

#include "usecase/make_reminders.h"

struct reminders {
    struct office *office;
    uv_timer_t timer;
    int64_t minute; /* in which the last walk began */
    bool walking, resting, stopping;
    struct find_reminders find;
    struct make_reminders make;
};

/* Begin. `reminders` is zeroed, and lives until the store is closed and the loop has run out. */
void reminders_start(uv_loop_t *loop, struct office *office, struct reminders *reminders);
/* End the timer; a slice that runs ends by itself. Does nothing when it was never started. */
void reminders_stop(struct reminders *reminders);

#endif
