/* Partners who are told of dossiers: /webhooks. Rules. */
#include <string.h>

#include "api/handlers.h"
#include "api/input.h"
#include "usecase/save_webhook.h"

/* ---- GET /webhooks --------------------------------------------------------------------------- */

static void list_answer(struct command *command)
{
    const struct read_webhooks *read = container_of(command, struct read_webhooks, command);
    struct text *body = api_answer(command, 200);

    json_open_object(body, NULL);
    json_open_array(body, "items");
    for (int i = 0; i < read->count; i++)
        webhook_view(body, NULL, &read->webhooks[i]);
    json_close_array(body);
    json_close_object(body);
}

enum err webhook_api_list(struct api_call *call)
{
    struct read_webhooks *read = api_command(call, sizeof *read, read_webhooks_run, list_answer);

    return read ? api_read_with(read, ERR_OK) : ERR_NO_MEMORY;
}

/* ---- changes --------------------------------------------------------------------------------- */

/* The webhook and, this once, its secret. */
static void secret_answer(struct command *command)
{
    const struct save_webhook *save = container_of(command, struct save_webhook, command);
    struct text *body = api_answer(command, save->change == WEBHOOK_MAKE ? 201 : 200);

    json_open_object(body, NULL);
    webhook_view(body, "webhook", &save->webhook);
    json_put_string(body, "secret", save->webhook.secret);
    json_close_object(body);
}

static void change_answer(struct command *command)
{
    const struct save_webhook *save = container_of(command, struct save_webhook, command);

    webhook_view(api_answer(command, 200), NULL, &save->webhook);
    api_answer_etag(command, save->webhook.version);
}

static void no_content(struct command *command)
{
    api_answer(command, 204);
}

/* A change of the webhook that the path names; NULL without memory. */
static struct save_webhook *change_of(struct api_call *call, enum webhook_change change,
                                      void (*answer)(struct command *command))
{
    struct save_webhook *save = api_command(call, sizeof *save, save_webhook_run, answer);

    if (!save)
        return NULL;
    save->change = change;
    if (change != WEBHOOK_MAKE && strlen(call->parameter[0]) < sizeof save->webhook.code)
        memcpy(save->webhook.code, call->parameter[0], strlen(call->parameter[0]) + 1);
    return save;
}

static enum err submit(struct save_webhook *save, enum err inputs)
{
    if (inputs == ERR_OK && !save->webhook.code[0])
        inputs = save->change == WEBHOOK_MAKE ? ERR_BAD_VALUE : ERR_NOT_FOUND;
    if (inputs != ERR_OK) {
        api_discard(save);
        return inputs;
    }
    return api_submit(save);
}

enum err webhook_api_create(struct api_call *call)
{
    struct save_webhook *save = change_of(call, WEBHOOK_MAKE, secret_answer);
    struct input in = input_of(call);

    if (!save)
        return ERR_NO_MEMORY;
    input_text(&in, "webhook", true, save->webhook.code, sizeof save->webhook.code);
    input_text(&in, "url", true, save->webhook.url, sizeof save->webhook.url);
    random_token(save->webhook.secret);
    return submit(save, input_end(&in));
}

enum err webhook_api_change(struct api_call *call)
{
    struct save_webhook *save = change_of(call, WEBHOOK_CHANGE, change_answer);
    struct input in = input_of(call);

    if (!save)
        return ERR_NO_MEMORY;
    save->expected_version = call->if_match;
    if (!input_has(&in, "url"))
        save->kept |= WEBHOOK_URL;
    if (!input_has(&in, "enabled"))
        save->kept |= WEBHOOK_ENABLED;
    input_text(&in, "url", false, save->webhook.url, sizeof save->webhook.url);
    input_bool(&in, "enabled", false, &save->webhook.enabled);
    return submit(save, input_end(&in));
}

enum err webhook_api_new_secret(struct api_call *call)
{
    struct save_webhook *save = change_of(call, WEBHOOK_NEW_SECRET, secret_answer);

    if (!save)
        return ERR_NO_MEMORY;
    random_token(save->webhook.secret);
    return submit(save, ERR_OK);
}

enum err webhook_api_delete(struct api_call *call)
{
    struct save_webhook *save = change_of(call, WEBHOOK_REMOVE, no_content);

    return save ? submit(save, ERR_OK) : ERR_NO_MEMORY;
}
