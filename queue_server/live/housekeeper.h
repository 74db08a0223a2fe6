/*
 * Once a minute: old things are forgotten (usecase/housekeeping.h), what memory knows of devices is
 * kept (usecase/keep_sights.h), the calendar is looked after (api/calendar_follow.h). Loop thread.
 */
#ifndef LIVE_HOUSEKEEPER_H
#define LIVE_HOUSEKEEPER_H

#include <uv.h>

#include "api/api.h"

struct housekeeper {
    struct api *api;
    uv_timer_t timer;
};

/* Begin. `housekeeper` is zeroed, and lives until the loop has run out. */
void housekeeper_start(uv_loop_t *loop, struct api *api, struct housekeeper *housekeeper);
/* End the timer. Does nothing when it was never started. */
void housekeeper_stop(struct housekeeper *housekeeper);

#endif
