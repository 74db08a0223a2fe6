/* What the first page shows: hours and queues. */
#include "api/handlers.h"
#include "page/routes.h"
#include "usecase/read_home.h"

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
