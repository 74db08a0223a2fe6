/* What the first page shows, read in one snapshot: hours and queues. */
#include <stdlib.h>

#include "api/handlers.h"
#include "page/routes.h"
#include "usecase/read_hours.h"
#include "usecase/read_queue.h"

struct read_home {
    struct command command;
    struct read_hours hours;
    bool has_hours;
    struct read_queue queue;
};

/* A part runs as if it had been asked for alone. */
static void lend(const struct command *whole, struct command *part)
{
    part->office = whole->office;
    part->catalogue = whole->catalogue;
    part->language = whole->language;
    part->now = whole->now;
}

static enum err read_home_run(struct store_tx *tx, struct command *command)
{
    struct read_home *home = container_of(command, struct read_home, command);

    lend(command, &home->hours.command);
    lend(command, &home->queue.command);
    home->has_hours = read_hours_run(tx, &home->hours.command) == ERR_OK;
    return read_queue_run(tx, &home->queue.command);
}

static void home_answer(struct command *command)
{
    api_answer(command, 200); /* written on the loop, where the estimates are */
}

static void after_home(struct command *command)
{
    const struct read_home *home = container_of(command, struct read_home, command);
    struct text *body = &command->answer.body;

    if (command->err != ERR_OK)
        return;
    json_open_object(body, NULL);
    if (home->has_hours)
        hours_view(body, "hours", &home->hours);
    else
        json_put_null(body, "hours");
    queue_view(body, "queues", api_call_of(command)->api, &home->queue);
    json_close_object(body);
}

enum err page_home_read(struct api_call *call)
{
    struct read_home *home = api_command(call, sizeof *home, read_home_run, home_answer);

    if (!home)
        return ERR_NO_MEMORY;
    api_after(home, after_home);
    return api_read(home);
}
