/* What a cashier took, and his closings: /cash-closings. */
#include "api/handlers.h"
#include "api/input.h"
#include "usecase/close_cash.h"

#define COUNTED_MAX INT64_C(100000000000)

static void close_answer(struct command *command)
{
    cash_closing_view(api_answer(command, 201),
                      &container_of(command, struct close_cash, command)->closing);
}

enum err cash_api_close(struct api_call *call)
{
    struct close_cash *close = api_command(call, sizeof *close, close_cash_run, close_answer);
    struct input in = input_of(call);

    if (!close)
        return ERR_NO_MEMORY;
    input_int(&in, "counted", true, 0, COUNTED_MAX, &close->counted);
    input_text(&in, "reason", false, close->reason, sizeof close->reason);
    const enum err err = input_end(&in);
    if (err != ERR_OK) {
        api_discard(close);
        return err;
    }
    return api_submit(close);
}

static void till_answer(struct command *command)
{
    till_view(api_answer(command, 200), &container_of(command, struct read_till, command)->sums);
}

enum err cash_api_till(struct api_call *call)
{
    struct read_till *read = api_command(call, sizeof *read, read_till_run, till_answer);

    return read ? api_read(read) : ERR_NO_MEMORY;
}

static void list_answer(struct command *command)
{
    struct read_closings *read = container_of(command, struct read_closings, command);

    api_list_answer(command, &read->items, read->next);
}

static void after_list(struct command *command)
{
    text_release(&container_of(command, struct read_closings, command)->items);
}

enum err cash_api_list(struct api_call *call)
{
    struct read_closings *read = api_command(call, sizeof *read, read_closings_run, list_answer);

    if (!read)
        return ERR_NO_MEMORY;
    const enum err inputs = api_list_ids(call, 'c', &read->limit, &read->before);
    if (read->before == 0)
        read->before = INT64_MAX;
    api_after(read, after_list);
    return api_read_with(read, inputs);
}
