/* Signing in and out, and who asks. Rules. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "api/handlers.h"
#include "api/input.h"
#include "usecase/manage_access.h"
#include "usecase/read_queue.h"

/* ---- POST /session --------------------------------------------------------------------------- */

/* A sign-in between its request and the session: the password is being checked. */
struct sign_in {
    struct api_call *call;
    char account[ACTOR_CODE_SIZE];
};

struct session_command {
    struct open_session open; /* first: it is freed as the command */
    char token[TOKEN_SIZE];
    struct directory_account account;
};

static void account_key(const char *account, char out_key[THROTTLE_KEY_SIZE])
{
    snprintf(out_key, THROTTLE_KEY_SIZE, "a %.60s", account);
}

static void peer_key(const char *peer, char out_key[THROTTLE_KEY_SIZE])
{
    snprintf(out_key, THROTTLE_KEY_SIZE, "p %.60s", peer);
}

static void open_answer(struct command *command)
{
    struct session_command *session = container_of(
        container_of(command, struct open_session, command), struct session_command, open);
    struct text *body = api_answer(command, 201);
    const struct directory_account *account = &session->account;

    api_set_cookie(&command->answer.headers, api_call_of(command), "motcua_session", session->token,
                   SESSION_SECONDS);
    json_open_object(body, NULL);
    json_put_string(body, "token", session->token);
    json_put_instant(body, "expires_at", session->open.session.expires_at);
    json_put_string(body, "account", account->code);
    json_put_string(body, "name", account->name);
    json_open_array(body, "roles");
    for (int role = 0; role < ROLE_COUNT; role++)
        if (role_set_has(account->roles, (enum role)role))
            json_put_string(body, NULL, role_code((enum role)role));
    json_close_array(body);
    json_put_string_or_null(body, "unit", account->unit);
    json_close_object(body);
}

/* The session is durable: from now on its token is known. */
static void after_open(struct command *command)
{
    struct open_session *open = container_of(command, struct open_session, command);

    if (command->err == ERR_OK)
        directory_add_session(&api_call_of(command)->api->directory, &open->session);
}

static enum err open_session(struct api_call *call, const struct directory_account *account)
{
    struct session_command *session =
        api_command(call, sizeof *session, open_session_run, open_answer);

    if (!session)
        return ERR_NO_MEMORY;
    session->account = *account;
    random_token(session->token);
    digest(session->token, strlen(session->token), session->open.session.token);
    memcpy(session->open.session.account, account->code, sizeof account->code);
    session->open.session.created_at = clock_wall();
    session->open.session.expires_at =
        instant_plus_seconds(session->open.session.created_at, SESSION_SECONDS);
    directory_actor_of(account, &session->open.command.actor);
    api_after(session, after_open);
    return api_submit(session);
}

static void checked(void *data, bool matches, const char *hash)
{
    struct sign_in *sign_in = data;
    struct api_call *call = sign_in->call;
    struct api *api = call->api;
    const struct directory_account *account = directory_account(&api->directory, sign_in->account);
    char key[THROTTLE_KEY_SIZE];
    enum err err = ERR_WRONG_PASSWORD;

    (void)hash;
    if (matches && account && !account->disabled) {
        account_key(sign_in->account, key);
        throttle_forgive(&api->sign_ins, key);
        err = open_session(call, account);
    }
    free(sign_in);
    if (err != ERR_OK)
        api_reply_problem(call, err);
}

/* Every try takes a token of the account and of the address; a success fills the account's again.
 */
static bool may_try(struct api *api, const char *account, const char *peer)
{
    const int64_t now_us = clock_monotonic_us();
    char by_account[THROTTLE_KEY_SIZE], by_peer[THROTTLE_KEY_SIZE];

    account_key(account, by_account);
    peer_key(peer, by_peer);
    return throttle_take(&api->sign_ins, by_account, now_us) &&
           throttle_take(&api->sign_in_peers, by_peer, now_us);
}

enum err session_api_open(struct api_call *call)
{
    struct input in = input_of(call);
    char account[101], password[PASSWORD_MAX + 1];
    enum err err;

    input_text(&in, "account", true, account, sizeof account);
    input_text(&in, "password", true, password, sizeof password);
    err = input_end(&in);
    if (err != ERR_OK)
        return err;
    if (!may_try(call->api, account, call->peer))
        return ERR_TOO_MANY;
    const struct directory_account *known = directory_account(&call->api->directory, account);
    struct sign_in *sign_in = calloc(1, sizeof *sign_in);
    if (!sign_in)
        return ERR_NO_MEMORY;
    sign_in->call = call;
    snprintf(sign_in->account, sizeof sign_in->account, "%.40s", account);
    err = password_hasher_submit(call->api->hasher, password, known ? known->password : "", checked,
                                 sign_in);
    if (err != ERR_OK)
        free(sign_in);
    return err;
}

/* ---- GET, DELETE /session -------------------------------------------------------------------- */

enum err session_api_get(struct api_call *call)
{
    const struct directory_session *session =
        directory_session(&call->api->directory, call->token, clock_wall());
    struct text body;

    if (!session)
        return ERR_FORBIDDEN; /* a device has none */
    text_init(&body);
    json_open_object(&body, NULL);
    json_put_string(&body, "account", call->actor.code);
    json_put_string(&body, "name", call->actor.name);
    json_put_instant(&body, "created_at", session->created_at);
    json_put_instant(&body, "expires_at", session->expires_at);
    json_close_object(&body);
    api_reply_json(call, 200, NULL, &body);
    text_release(&body);
    return ERR_OK;
}

static void close_answer(struct command *command)
{
    api_answer(command, 204);
    api_set_cookie(&command->answer.headers, api_call_of(command), "motcua_session", "", 0);
}

static void after_close(struct command *command)
{
    struct open_session *open = container_of(command, struct open_session, command);
    struct api *api = api_call_of(command)->api;

    if (command->err != ERR_OK)
        return;
    directory_drop_session(&api->directory, open->session.token);
    if (api->end_streams)
        api->end_streams(open->session.token, api->live_data);
}

enum err session_api_close(struct api_call *call)
{
    const struct directory_session *session =
        directory_session(&call->api->directory, call->token, clock_wall());
    struct open_session *open;

    if (!session)
        return ERR_FORBIDDEN;
    open = api_command(call, sizeof *open, close_session_run, close_answer);
    if (!open)
        return ERR_NO_MEMORY;
    open->session = *session;
    api_after(open, after_close);
    return api_submit(open);
}

/* ---- GET /me --------------------------------------------------------------------------------- */

static void me_answer(struct command *command)
{
    struct read_counters *read = container_of(command, struct read_counters, command);
    const struct actor *actor = &command->actor;
    const struct catalogue *catalogue = command->catalogue;
    const bool device = actor->kind == ACTOR_DEVICE;
    const struct counter_record *at = NULL;
    struct text *body = api_answer(command, 200);
    const struct api_call *call = api_call_of(command);

    /* A browser forgets a cookie after 400 days: a screen that is used keeps its own. */
    if (call->screen)
        device_cookie_header(&command->answer.headers, call, call->screen, call->token);
    for (int i = 0; i < read->count; i++)
        if (!device && strcmp(read->seen[i].record.account, actor->code) == 0)
            at = &read->seen[i].record;
    json_open_object(body, NULL);
    json_put_string(body, "kind", device ? "device" : "account");
    json_put_string(body, "account", device ? NULL : actor->code);
    json_put_string(body, "name", actor->name);
    json_open_array(body, "roles");
    for (int role = 0; role < ROLE_COUNT; role++)
        if (role_set_has(actor->roles, (enum role)role) && !device)
            json_put_string(body, NULL, role_code((enum role)role));
    json_close_array(body);
    json_put_string_or_null(body, "unit", actor->unit);
    json_put_string(body, "counter", at ? at->code : NULL);
    json_put_string(body, "device", device ? actor->code : NULL);
    json_put_string(body, "device_kind",
                    !device                                    ? NULL
                    : role_set_has(actor->roles, ROLE_KIOSK)   ? "kiosk"
                    : role_set_has(actor->roles, ROLE_PRINTER) ? "printer"
                                                               : "board");
    json_put_string_or_null(body, "site", at ? at->site : actor->site);
    json_open_object(body, "centre");
    json_put_string(body, "centre", catalogue->code);
    json_put_string(body, "name", catalogue->name);
    json_put_bool(body, "training", catalogue->training);
    json_close_object(body);
    json_close_object(body);
}

enum err session_api_me(struct api_call *call)
{
    struct read_counters *read = api_command(call, sizeof *read, read_counters_run, me_answer);

    return read ? api_read(read) : ERR_NO_MEMORY;
}
