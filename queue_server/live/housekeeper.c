#include "live/housekeeper.h"

#include <stdlib.h>

#include "api/calendar_follow.h"
#include "usecase/housekeeping.h"
#include "usecase/keep_sights.h"

static void housekept(struct command *command)
{
    command_release(command);
    free(command);
}

static void sights_kept(struct command *command)
{
    struct keep_sights *keep = container_of(command, struct keep_sights, command);

    command_release(command);
    free(keep->sights);
    free(keep);
}

/* What is lost here, or by a server that is killed, is known again when the device asks. */
static void keep_sights(struct api *api)
{
    struct keep_sights *keep = calloc(1, sizeof *keep);

    if (!keep || !sights_take(&api->directory, keep)) {
        free(keep);
        return;
    }
    keep->command = (struct command){.office = &api->office,
                                     .actor = {.kind = ACTOR_SYSTEM},
                                     .run = keep_sights_run,
                                     .done = sights_kept};
    if (command_submit(&keep->command) != ERR_OK) {
        free(keep->sights);
        free(keep);
    }
}

static void minute_cb(uv_timer_t *timer)
{
    struct api *api = ((struct housekeeper *)timer->data)->api;
    struct command *command = calloc(1, sizeof *command);

    keep_sights(api);
    if (!command)
        return;
    *command = (struct command){.office = &api->office,
                                .actor = {.kind = ACTOR_SYSTEM},
                                .run = housekeeping_run,
                                .done = housekept};
    if (command_submit(command) != ERR_OK)
        free(command);
    calendar_review_start(&api->office, NULL, NULL);
}

void housekeeper_start(uv_loop_t *loop, struct api *api, struct housekeeper *housekeeper)
{
    housekeeper->api = api;
    uv_timer_init(loop, &housekeeper->timer);
    housekeeper->timer.data = housekeeper;
    uv_timer_start(&housekeeper->timer, minute_cb, HOUSEKEEPING_PERIOD_MS, HOUSEKEEPING_PERIOD_MS);
}

void housekeeper_stop(struct housekeeper *housekeeper)
{
    if (housekeeper->api)
        uv_close((uv_handle_t *)&housekeeper->timer, NULL);
}
