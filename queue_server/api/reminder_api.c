/* Reminders: /reminders. Rules. */
#include <string.h>

#include "api/handlers.h"
#include "api/input.h"
#include "usecase/read_reminders.h"

static void list_answer(struct command *command)
{
    struct read_reminders *read = container_of(command, struct read_reminders, command);

    api_list_answer(command, &read->items, read->next);
}

static void after_list(struct command *command)
{
    text_release(&container_of(command, struct read_reminders, command)->items);
}

static enum err read_filter(const struct api_call *call, struct read_reminders *read)
{
    const char *to = api_query(call, "to");
    int64_t after;
    const enum err err = api_list_ids(call, 'n', &read->limit, &after);

    if (err != ERR_OK)
        return err;
    read->before = after ? after : INT64_MAX;
    read->all_of_scope = to && strcmp(to, "unit") == 0;
    return !to || read->all_of_scope || strcmp(to, "me") == 0 ? ERR_OK : ERR_BAD_PARAMETER;
}

enum err reminder_api_list(struct api_call *call)
{
    struct read_reminders *read = api_command(call, sizeof *read, read_reminders_run, list_answer);

    if (!read)
        return ERR_NO_MEMORY;
    api_after(read, after_list);
    return api_read_with(read, read_filter(call, read));
}

static void acknowledge_answer(struct command *command)
{
    const struct acknowledge_reminder *act =
        container_of(command, struct acknowledge_reminder, command);

    text_add_bytes(api_answer(command, 200), act->view.data, act->view.length);
}

static void after_acknowledge(struct command *command)
{
    text_release(&container_of(command, struct acknowledge_reminder, command)->view);
}

enum err reminder_api_acknowledge(struct api_call *call)
{
    struct acknowledge_reminder *act =
        api_command(call, sizeof *act, acknowledge_reminder_run, acknowledge_answer);
    struct input in = input_of(call);

    if (!act)
        return ERR_NO_MEMORY;
    act->id = opaque_id_parse('n', call->parameter[0]);
    enum err err = input_end(&in);
    if (err == ERR_OK && !act->id)
        err = ERR_NOT_FOUND;
    if (err != ERR_OK) {
        api_discard(act);
        return err;
    }
    api_after(act, after_acknowledge);
    return api_submit(act);
}
