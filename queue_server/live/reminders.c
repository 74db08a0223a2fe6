#include "live/reminders.h"

#include <string.h>

enum { LOOK_MS = 1000, MINUTE_S = 60 };

static void find(struct reminders *reminders);

static struct command as_system(struct reminders *reminders, command_run_fn run,
                                command_done_fn done)
{
    return (struct command){.office = reminders->office,
                            .actor = {.kind = ACTOR_SYSTEM},
                            .run = run,
                            .done = done,
                            .owner = reminders};
}

/* What stopped the walk (the store closes, the clock is doubtful, the disk is full) is tried again
 * in the next minute. */
static void go_on(struct reminders *reminders, enum err err, bool rest)
{
    if (err != ERR_OK || !reminders->find.more || reminders->stopping)
        reminders->walking = false;
    else if (rest)
        reminders->resting = true;
    else
        find(reminders);
}

static void made(struct command *command)
{
    struct reminders *reminders = command->owner;
    const enum err err = command->err;

    command_release(command);
    go_on(reminders, err, true);
}

static void make(struct reminders *reminders)
{
    struct make_reminders *make_them = &reminders->make;

    make_them->command = as_system(reminders, make_reminders_run, made);
    make_them->count = reminders->find.count;
    memcpy(make_them->dossiers, reminders->find.found, sizeof make_them->dossiers);
    if (command_submit(&make_them->command) != ERR_OK)
        reminders->walking = false;
}

static void found(struct command *command)
{
    struct reminders *reminders = command->owner;
    const enum err err = command->err;

    command_release(command);
    if (err == ERR_OK && reminders->find.count > 0 && !reminders->stopping)
        make(reminders);
    else
        go_on(reminders, err, false);
}

static void find(struct reminders *reminders)
{
    reminders->find.command = as_system(reminders, find_reminders_run, found);
    if (command_read(&reminders->find.command) != ERR_OK)
        reminders->walking = false;
}

static void look_cb(uv_timer_t *timer)
{
    struct reminders *reminders = timer->data;
    const int64_t minute = instant_seconds(clock_now(&reminders->office->clock)) / MINUTE_S;

    if (reminders->resting) {
        reminders->resting = false;
        find(reminders);
        return;
    }
    if (reminders->walking || minute == reminders->minute)
        return;
    reminders->minute = minute;
    reminders->walking = true;
    reminders->find.place = (struct reminder_place){.at = 0};
    find(reminders);
}

void reminders_start(uv_loop_t *loop, struct office *office, struct reminders *reminders)
{
    reminders->office = office;
    reminders->minute = -1;
    uv_timer_init(loop, &reminders->timer);
    reminders->timer.data = reminders;
    uv_timer_start(&reminders->timer, look_cb, LOOK_MS, LOOK_MS);
}

void reminders_stop(struct reminders *reminders)
{
    reminders->stopping = true;
    if (reminders->office)
        uv_close((uv_handle_t *)&reminders->timer, NULL);
}
