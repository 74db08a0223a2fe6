/* Devices and the pairing of their screens: /devices. Rules ..R-902. */
#include <stdio.h>
#include <string.h>

#include "api/handlers.h"
#include "api/input.h"
#include "base/digits.h"
#include "usecase/access_view.h"
#include "usecase/manage_access.h"
#include "usecase/pair_device.h"

enum {
    DEVICE_COOKIE_SECONDS = 400 * 24 * 3600, /* the longest that browsers keep one */
    KIND_SIZE = 16
};

/* ---- the list -------------------------------------------------------------------------------- */

/* Devices that were revoked stay in the directory and are not listed. */
enum err device_api_list(struct api_call *call)
{
    const struct directory *directory = &call->api->directory;
    char after[CURSOR_SIZE];
    const char *last = NULL;
    bool more = false;
    struct text body;
    int limit, count = 0;
    const enum err err = api_list_codes(call, &limit, after);

    if (err != ERR_OK)
        return err;
    text_init(&body);
    json_open_object(&body, NULL);
    json_open_array(&body, "items");
    for (size_t i = 0; i < directory->device_count && !more; i++) {
        const struct directory_device *device = &directory->devices[i];

        if (device->disabled || strcmp(device->code, after) <= 0)
            continue;
        more = count == limit;
        if (more)
            break;
        device_view(&body, NULL, device);
        last = device->code;
        count++;
    }
    api_list_end(&body, more ? last : NULL);
    api_reply_json(call, 200, NULL, &body);
    text_release(&body);
    return ERR_OK;
}

/* ---- making and revoking ----------------------------------------------------------------------
 */

struct create_device {
    struct save_device save; /* first: it is freed as the command */
    char token[TOKEN_SIZE];
};

static void device_answer(struct command *command)
{
    const struct save_device *save = container_of(command, struct save_device, command);
    const struct create_device *create = container_of(save, struct create_device, save);
    struct text *body = api_answer(command, 201);

    json_open_object(body, NULL);
    device_view(body, "device", &save->device);
    json_put_string(body, "token", create->token);
    pairing_view(body, "pairing", &save->pairing);
    json_close_object(body);
}

static void after_device(struct command *command)
{
    const struct save_device *save = container_of(command, struct save_device, command);
    struct api *api = api_call_of(command)->api;

    if (command->err != ERR_OK || command->replayed)
        return;
    directory_put_device(&api->directory, &save->device);
    if (save->device.disabled && api->end_streams)
        api->end_streams(save->device.token, api->live_data);
}

enum err device_api_create(struct api_call *call)
{
    static const char *const kinds[] = {"kiosk", "board", "printer", NULL};
    struct create_device *create =
        api_command(call, sizeof *create, save_device_run, device_answer);
    struct input in = input_of(call);
    enum err err;

    if (!create)
        return ERR_NO_MEMORY;
    struct directory_device *device = &create->save.device;
    input_text(&in, "device", true, device->code, sizeof device->code);
    const int kind = input_word(&in, "kind", true, kinds);
    input_code(&in, "site", true, device->site, sizeof device->site);
    input_bool(&in, "may_set_class", false, &device->any_class);
    err = input_end(&in);
    if (err != ERR_OK) {
        api_discard(create);
        return err;
    }
    snprintf(device->kind, sizeof device->kind, "%s", kinds[kind]);
    random_token(create->token);
    digest(create->token, strlen(create->token), device->token);
    api_after(create, after_device);
    return api_submit(create);
}

static void no_content(struct command *command)
{
    api_answer(command, 204);
}

enum err device_api_delete(struct api_call *call)
{
    struct save_device *save = api_command(call, sizeof *save, save_device_run, no_content);

    if (!save)
        return ERR_NO_MEMORY;
    if (strlen(call->parameter[0]) >= sizeof save->device.code) {
        api_discard(save);
        return ERR_NOT_FOUND;
    }
    memcpy(save->device.code, call->parameter[0], strlen(call->parameter[0]) + 1);
    save->device.disabled = true;
    api_after(save, after_device);
    return api_submit(save);
}

/* ---- pairing --------------------------------------------------------------------------------- */

void device_cookie_header(struct text *headers, const struct api_call *call, const char *kind,
                          const char *token)
{
    char name[sizeof "motcua_" + KIND_SIZE];

    snprintf(name, sizeof name, "motcua_%.*s", KIND_SIZE, kind);
    api_set_cookie(headers, call, name, token, DEVICE_COOKIE_SECONDS);
}

static void made_answer(struct command *command)
{
    const struct make_pairing *make = container_of(command, struct make_pairing, command);

    pairing_view(api_answer(command, 201), NULL, &make->pairing);
}

enum err device_api_make_pairing(struct api_call *call)
{
    struct make_pairing *make = api_command(call, sizeof *make, make_pairing_run, made_answer);
    struct input in = input_of(call);

    if (!make)
        return ERR_NO_MEMORY;
    enum err err = input_end(&in);
    if (err == ERR_OK && strlen(call->parameter[0]) >= sizeof make->device)
        err = ERR_NOT_FOUND;
    if (err != ERR_OK) {
        api_discard(make);
        return err;
    }
    memcpy(make->device, call->parameter[0], strlen(call->parameter[0]) + 1);
    return api_submit(make);
}

struct pair_screen {
    struct pair_device pair; /* first: it is freed as the command */
    char token[TOKEN_SIZE];
};

static void paired_answer(struct command *command)
{
    const struct pair_device *pair = container_of(command, struct pair_device, command);
    const struct pair_screen *screen = container_of(pair, struct pair_screen, pair);
    const struct directory_device *device = &pair->device;
    const struct catalogue *catalogue = command->catalogue;
    const int site = catalogue_site(catalogue, device->site);
    struct text *body = api_answer(command, 200);

    device_cookie_header(&command->answer.headers, api_call_of(command), device->kind,
                         screen->token);
    json_open_object(body, NULL);
    json_put_string(body, "device", device->code);
    json_put_string(body, "kind", device->kind);
    json_put_string(body, "site", device->site);
    json_put_string(body, "site_name",
                    site == QUEUE_NONE ? device->site : catalogue->sites[site].name);
    json_close_object(body);
}

static void pairing_key(const struct api_call *call, char out_key[THROTTLE_KEY_SIZE])
{
    snprintf(out_key, THROTTLE_KEY_SIZE, "p %.60s", call->peer);
}

/* The new token counts from now on; the screen that was paired before is cut off. */
static void after_pairing(struct command *command)
{
    const struct pair_device *pair = container_of(command, struct pair_device, command);
    const struct api_call *call = api_call_of(command);
    struct api *api = call->api;
    char key[THROTTLE_KEY_SIZE];

    if (command->err != ERR_OK)
        return;
    directory_put_device(&api->directory, &pair->device);
    if (api->end_streams)
        api->end_streams(pair->token_before, api->live_data);
    pairing_key(call, key);
    throttle_forgive(&api->pairing_peers, key);
}

/* Every try takes a token of the address and one of all addresses. */
static bool may_try(struct api_call *call)
{
    const int64_t now_us = clock_monotonic_us();
    char key[THROTTLE_KEY_SIZE];

    pairing_key(call, key);
    return throttle_take(&call->api->pairing_peers, key, now_us) &&
           throttle_take(&call->api->pairing_all, "all", now_us);
}

static bool is_code(const char *code)
{
    size_t length = 0;

    while (digit_is(code[length]))
        length++;
    return length == PAIRING_DIGITS && !code[length];
}

enum err device_api_pair(struct api_call *call)
{
    struct pair_screen *screen = api_command(call, sizeof *screen, pair_device_run, paired_answer);
    struct input in = input_of(call);
    enum err err;

    if (!screen)
        return ERR_NO_MEMORY;
    input_text(&in, "code", true, screen->pair.code, sizeof screen->pair.code);
    if (screen->pair.code[0] && !is_code(screen->pair.code))
        input_fault(&in, "code", ERR_BAD_VALUE);
    err = input_end(&in);
    if (err == ERR_OK && !may_try(call))
        err = ERR_TOO_MANY;
    if (err != ERR_OK) {
        api_discard(screen);
        return err;
    }
    random_token(screen->token);
    digest(screen->token, strlen(screen->token), screen->pair.token);
    screen->pair.command.refuses_first = true;
    api_after(screen, after_pairing);
    return api_submit(screen);
}
