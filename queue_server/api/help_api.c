/* Calls for help: /help-calls. Rule R-903. */
#include <string.h>

#include "api/handlers.h"
#include "api/input.h"
#include "usecase/help_call.h"

static void call_answer(struct command *command)
{
    const struct call_help *help = container_of(command, struct call_help, command);

    help_view(api_answer(command, help->again ? 200 : 201), NULL, &help->record);
}

enum err help_api_call(struct api_call *call)
{
    struct call_help *help = api_command(call, sizeof *help, call_help_run, call_answer);
    struct input in = input_of(call);

    if (!help)
        return ERR_NO_MEMORY;
    input_code(&in, "site", false, help->site, sizeof help->site);
    enum err err = input_end(&in);
    if (err == ERR_OK)
        err = api_site_allowed(call, help->site);
    if (err != ERR_OK) {
        api_discard(help);
        return err;
    }
    help->command.refuses_first = true;
    return api_submit(help);
}

static void take_answer(struct command *command)
{
    const struct take_help *take = container_of(command, struct take_help, command);

    help_view(api_answer(command, 200), NULL, &take->record);
}

enum err help_api_take(struct api_call *call)
{
    struct take_help *take = api_command(call, sizeof *take, take_help_run, take_answer);
    struct input in = input_of(call);

    if (!take)
        return ERR_NO_MEMORY;
    take->id = opaque_id_parse('h', call->parameter[0]);
    enum err err = input_end(&in);
    if (err == ERR_OK && !take->id)
        err = ERR_NOT_FOUND;
    if (err != ERR_OK) {
        api_discard(take);
        return err;
    }
    take->command.refuses_first = true;
    return api_submit(take);
}

static void list_answer(struct command *command)
{
    struct read_help *read = container_of(command, struct read_help, command);

    api_list_answer(command, &read->items, read->next);
}

static void after_list(struct command *command)
{
    text_release(&container_of(command, struct read_help, command)->items);
}

static enum err read_filter(const struct api_call *call, struct read_help *read)
{
    const char *state = api_query(call, "state");
    int64_t after;
    const enum err err = api_list_ids(call, 'h', &read->limit, &after);

    if (err != ERR_OK)
        return err;
    read->before = after ? after : INT64_MAX;
    if (state && strcmp(state, "open") != 0)
        return ERR_BAD_PARAMETER;
    read->only_open = state != NULL;
    if (call->actor.kind == ACTOR_DEVICE)
        memcpy(read->site, call->actor.site, sizeof read->site);
    if (!api_query_copy(call, "site", read->site, sizeof read->site))
        return ERR_BAD_PARAMETER;
    return api_site_allowed(call, read->site);
}

enum err help_api_list(struct api_call *call)
{
    struct read_help *read = api_command(call, sizeof *read, read_help_run, list_answer);

    if (!read)
        return ERR_NO_MEMORY;
    api_after(read, after_list);
    return api_read_with(read, read_filter(call, read));
}
