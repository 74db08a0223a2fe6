#include "api/call.h"

#include <stdlib.h>
#include <string.h>

#include "api/problem.h"

/* What the API keeps beside a command. */
struct owner {
    struct api_call *call;
    void (*answer)(struct command *command);
    void (*after)(struct command *command);
    const char *media_type; /* of a successful answer; NULL: JSON */
    void (*take)(struct command *command, struct api_call *call);
};

const char *api_query(const struct api_call *call, const char *name)
{
    return json_string_value(json_object_get(call->queries, name));
}

bool api_query_copy(const struct api_call *call, const char *name, char *out, size_t size)
{
    const char *value = api_query(call, name);

    if (!value)
        return true;
    if (strlen(value) >= size)
        return false;
    memcpy(out, value, strlen(value) + 1);
    return true;
}

enum err api_query_dry_run(const struct api_call *call, bool *out_dry_run)
{
    const char *text = api_query(call, "dry_run");

    *out_dry_run = text && strcmp(text, "true") == 0;
    return !text || *out_dry_run || strcmp(text, "false") == 0 ? ERR_OK : ERR_BAD_PARAMETER;
}

enum err api_site_allowed(const struct api_call *call, const char *site)
{
    const struct actor *actor = &call->actor;
    const bool bound = actor->kind == ACTOR_DEVICE &&
                       !role_set_has(actor->roles, ROLE_BOARD); /* boards look only */

    return bound && site && site[0] && strcmp(site, actor->site) != 0 ? ERR_FORBIDDEN : ERR_OK;
}

void api_set_cookie(struct text *headers, const struct api_call *call, const char *name,
                    const char *value, int seconds)
{
    text_printf(headers, "Set-Cookie: %s%s=%s; Path=/; HttpOnly; SameSite=Strict; Max-Age=%d%s\r\n",
                call->secure ? COOKIE_SECURE_PREFIX : "", name, value, seconds,
                call->secure ? "; Secure" : "");
}

void api_call_free(struct api_call *call)
{
    json_decref(call->body);
    json_decref(call->queries);
    if (call->upload)
        call->free_upload(call->upload);
    text_release(&call->facts.allowed);
    text_release(&call->facts.missing);
    text_release(&call->facts.current);
    text_release(&call->facts.fields);
    free(call);
}

/* Reply with a body of `media_type`. The call is freed. */
static void reply(struct api_call *call, int status, const char *media_type, const char *headers,
                  const struct text *body)
{
    struct text all;

    text_init(&all);
    text_printf(&all, "Content-Type: %s\r\nCache-Control: no-store\r\n", media_type);
    text_add(&all, headers ? headers : "");
    if (all.failed || body->failed)
        call->reply(call, 503, "", "", 0);
    else
        call->reply(call, status, all.data, body->data ? body->data : "", body->length);
    text_release(&all);
    api_call_free(call);
}

void api_reply_json(struct api_call *call, int status, const char *headers, const struct text *body)
{
    reply(call, status, status >= 400 ? "application/problem+json" : "application/json", headers,
          body);
}

void api_reply_media(struct api_call *call, const char *media_type, const struct text *bytes)
{
    reply(call, 200, media_type, "X-Content-Type-Options: nosniff\r\n", bytes);
}

void api_reply_problem(struct api_call *call, enum err err)
{
    struct text body, headers;

    text_init(&body);
    text_init(&headers);
    problem_write(&body, &headers, err, call->language, &call->facts);
    api_reply_json(call, err_status(err), headers.data, &body);
    text_release(&headers);
    text_release(&body);
}

struct api_call *api_call_of(const struct command *command)
{
    return ((struct owner *)command->owner)->call;
}

struct text *api_answer(struct command *command, int status)
{
    command->answer.status = status;
    return &command->answer.body;
}

void api_answer_take(struct command *command, int status, struct text *text)
{
    struct text *body = api_answer(command, status);

    text_release(body);
    *body = *text;
    text_init(text);
}

void api_answer_media(struct command *command, const char *media_type)
{
    ((struct owner *)command->owner)->media_type = media_type;
}

void api_answer_etag(struct command *command, int64_t version)
{
    text_printf(&command->answer.headers, "ETag: \"%lld\"\r\n", (long long)version);
}

/* Writer, reader or loop thread. */
static void answer_with(struct command *command, enum err outcome)
{
    struct owner *owner = command->owner;

    if (outcome == ERR_OK) {
        owner->answer(command);
        return;
    }
    command->answer.status = err_status(outcome);
    problem_write(&command->answer.body, &command->answer.headers, outcome, command->language,
                  &command->facts);
}

static void reply_with_answer(struct command *command)
{
    const struct owner *owner = command->owner;
    struct text headers;

    text_init(&headers);
    text_add(&headers, command->answer.headers.data ? command->answer.headers.data : "");
    if (command->replayed)
        text_add(&headers, "Idempotent-Replayed: true\r\n");
    if (owner->media_type && command->err == ERR_OK)
        reply(owner->call, command->answer.status, owner->media_type, headers.data,
              &command->answer.body);
    else
        api_reply_json(owner->call, command->answer.status ? command->answer.status : 503,
                       headers.data, &command->answer.body);
    text_release(&headers);
}

static void done(struct command *command)
{
    struct owner *owner = command->owner;

    if (owner->after)
        owner->after(command);
    if (owner->take && command->err == ERR_OK)
        owner->take(command, owner->call);
    else
        reply_with_answer(command);
    command_release(command);
    free(owner);
    free(command);
}

void *api_command(struct api_call *call, size_t size, command_run_fn run,
                  void (*answer)(struct command *command))
{
    struct command *command = calloc(1, size);
    struct owner *owner = calloc(1, sizeof *owner);

    if (!command || !owner) {
        free(command);
        free(owner);
        return NULL;
    }
    *owner = (struct owner){.call = call, .answer = answer};
    command->office = api_office(call->api);
    command->actor = call->actor;
    command->permission = call->route->permission;
    command->open_to_all = (call->route->flags & ROUTE_PUBLIC) != 0;
    command->language = call->language;
    memcpy(command->seat, call->seat, sizeof command->seat);
    memcpy(command->key, call->key, sizeof command->key);
    memcpy(command->digest, call->digest, sizeof command->digest);
    command->run = run;
    command->answer_with = answer_with;
    command->done = done;
    command->owner = owner;
    return command;
}

void api_after(void *use_case, void (*after)(struct command *command))
{
    struct command *command = use_case;

    ((struct owner *)command->owner)->after = after;
}

void api_take(void *use_case, void (*take)(struct command *command, struct api_call *call))
{
    struct command *command = use_case;

    ((struct owner *)command->owner)->take = take;
}

void api_discard(void *use_case)
{
    struct command *command = use_case;

    free(command->owner);
    free(command);
}

static enum err submit(void *use_case, enum err (*how)(struct command *command))
{
    struct command *command = use_case;
    const enum err err = how(command);

    if (err != ERR_OK)
        api_discard(command);
    return err;
}

enum err api_submit(void *use_case)
{
    return submit(use_case, command_submit);
}

enum err api_read(void *use_case)
{
    return submit(use_case, command_read);
}

enum err api_read_with(void *use_case, enum err inputs)
{
    if (inputs != ERR_OK) {
        api_discard(use_case);
        return inputs;
    }
    return api_read(use_case);
}
