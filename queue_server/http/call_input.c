#include "http/call_input.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "api/api.h"
#include "base/clock.h"
#include "http/connection.h"
#include "http/request.h"

enum { KEY_MIN = 8, COOKIE_NAME_SIZE = 64 };

enum language call_input_language(const struct http_connection *c)
{
    const char *accept = http_request_header(c, "accept-language");

    return accept && strncasecmp(accept, "en", 2) == 0 ? LANGUAGE_EN : LANGUAGE_VI;
}

static bool changes_something(const struct api_call *call)
{
    return strcmp(call->route->method, "GET") != 0;
}

/* True when the browser says that the request comes from another site's page. */
static bool from_another_site(const struct http_connection *c)
{
    const char *origin = http_request_header(c, "origin");
    const char *host = http_request_header(c, "host");
    const char *site = http_request_header(c, "sec-fetch-site");

    if (origin) {
        const char *after_scheme = strstr(origin, "://");

        return !after_scheme || !host || strcasecmp(after_scheme + 3, host) != 0;
    }
    return site && strcmp(site, "same-origin") != 0 && strcmp(site, "none") != 0;
}

static const char *query_value(const struct http_connection *c, const char *name)
{
    size_t count;
    const struct http_parameter *parameters = http_request_parameters(c, &count);

    for (size_t i = 0; i < count; i++)
        if (strcmp(parameters[i].name, name) == 0)
            return parameters[i].value;
    return NULL;
}

/*
 * Which screen asks, when its page says that it is one: by the header Motcua-Device, or by the
 * parameter `device` where the route has it (an EventSource sends no headers). NULL for a person.
 * Rule R-901.
 */
static enum err asking_screen(const struct api_call *call, const struct http_connection *c,
                              const char **out_screen)
{
    static const char *const screens[] = {"kiosk", "board"};
    const char *said = http_request_header(c, "motcua-device");
    const bool by_header = said != NULL;

    if (!said && strstr(call->route->query, "device"))
        said = query_value(c, "device");
    if (!said) {
        *out_screen = NULL;
        return ERR_OK;
    }
    for (size_t i = 0; i < sizeof screens / sizeof *screens; i++)
        if (strcmp(screens[i], said) == 0) {
            *out_screen = screens[i];
            return ERR_OK;
        }
    return by_header ? ERR_MALFORMED : ERR_BAD_PARAMETER;
}

/* The token of the cookie: of the session, or of the device that the page says it is; in the same
 * way of coming in which api_set_cookie() has set it. */
static bool read_cookie(struct api_call *call, const struct http_connection *c, const char *screen)
{
    char name[COOKIE_NAME_SIZE];

    snprintf(name, sizeof name, "%smotcua_%s", call->secure ? COOKIE_SECURE_PREFIX : "",
             screen ? screen : "session");
    return http_request_cookie(c, name, call->token, sizeof call->token);
}

enum err call_input_actor(struct api_call *call, const struct http_connection *c)
{
    const char *authorization = http_request_header(c, "authorization");
    const bool public = (call->route->flags & ROUTE_PUBLIC) != 0;
    const char *screen = NULL;
    bool by_cookie = false;
    enum err err;

    snprintf(call->peer, sizeof call->peer, "%s", http_connection_peer(c));
    call->secure = http_connection_is_secure(c);
    if (public && !(call->route->flags & ROUTE_NOTICED))
        return ERR_OK;
    err = asking_screen(call, c, &screen);
    if (err != ERR_OK)
        return err;
    if (authorization && strncasecmp(authorization, "Bearer ", 7) == 0)
        snprintf(call->token, sizeof call->token, "%.127s", authorization + 7);
    else
        by_cookie = read_cookie(call, c, screen);
    if (!call->token[0])
        return public ? ERR_OK : ERR_UNAUTHENTICATED;
    err = directory_actor(&call->api->directory, call->token, clock_wall(), &call->actor);
    if (public && err != ERR_OK) { /* a token that is over is as good as none */
        call->token[0] = '\0';
        return ERR_OK;
    }
    if (by_cookie && screen) {
        call->screen = screen;
        if (err != ERR_OK || call->actor.kind != ACTOR_DEVICE)
            return ERR_DEVICE_UNPAIRED;
    }
    if (err == ERR_OK && call->actor.kind == ACTOR_DEVICE)
        directory_saw_device(&call->api->directory, call->actor.code,
                             clock_now(&call->api->office.clock));
    if (err == ERR_OK && by_cookie && changes_something(call) && from_another_site(c))
        err = ERR_CROSS_SITE;
    return err;
}

bool call_input_listed(const char *list, const char *name)
{
    const size_t length = strlen(name);

    for (const char *at = list; length > 0 && (at = strstr(at, name)) != NULL; at += length)
        if ((at == list || at[-1] == ',') && (at[length] == '\0' || at[length] == ','))
            return true;
    return false;
}

enum err call_input_query(struct api_call *call, const struct http_connection *c)
{
    size_t count;
    const struct http_parameter *parameters = http_request_parameters(c, &count);

    call->queries = json_object();
    if (!call->queries)
        return ERR_NO_MEMORY;
    for (size_t i = 0; i < count; i++) {
        if (!call_input_listed(call->route->query, parameters[i].name))
            return ERR_UNKNOWN_PARAMETER;
        if (json_object_get(call->queries, parameters[i].name) || !parameters[i].value[0])
            return ERR_BAD_PARAMETER;
        if (json_object_set_new(call->queries, parameters[i].name,
                                json_string(parameters[i].value)) != 0)
            return ERR_NO_MEMORY;
    }
    const char *last = http_request_header(c, "last-event-id");
    if (last)
        snprintf(call->last_event_id, sizeof call->last_event_id, "%.31s", last);
    return ERR_OK;
}

static bool read_key(const char *text, char out_key[COMMAND_KEY_MAX + 1])
{
    const size_t length = text ? strlen(text) : 0;

    if (length < KEY_MIN || length > COMMAND_KEY_MAX)
        return false;
    for (size_t i = 0; i < length; i++)
        if (text[i] <= ' ' || text[i] > '~')
            return false;
    memcpy(out_key, text, length + 1);
    return true;
}

/* Digest of method, target, If-Match and body: what a key stands for. */
static enum err digest_request(struct api_call *call, const struct http_connection *c)
{
    const char *if_match = http_request_header(c, "if-match");
    struct text all;
    size_t length, count;
    const char *body = http_request_body(c, &length);
    const struct http_parameter *parameters = http_request_parameters(c, &count);

    text_init(&all);
    text_add(&all, http_request_method(c));
    text_add_char(&all, '\n');
    text_add(&all, http_request_path(c));
    for (size_t i = 0; i < count; i++)
        text_printf(&all, "\n%s=%s", parameters[i].name, parameters[i].value);
    text_printf(&all, "\n%s\n", if_match ? if_match : "");
    text_add_bytes(&all, body, length);
    if (call->file)
        text_add(&all, call->file->name);
    if (!all.failed)
        digest(all.data, all.length, call->digest);
    const enum err err = all.failed ? ERR_NO_MEMORY : ERR_OK;
    text_release(&all);
    return err;
}

enum err call_input_key(struct api_call *call, const struct http_connection *c)
{
    if (!(call->route->flags & ROUTE_KEYED))
        return ERR_OK;
    if (http_request_header_count(c, "idempotency-key") != 1 ||
        !read_key(http_request_header(c, "idempotency-key"), call->key))
        return ERR_KEY_MISSING;
    return digest_request(call, c);
}

enum err call_input_seat(struct api_call *call, const struct http_connection *c)
{
    const char *text = http_request_header(c, "counter-seat");
    char seat[COMMAND_KEY_MAX + 1];

    if (!text)
        return ERR_OK;
    if (!read_key(text, seat) || strlen(seat) >= sizeof call->seat)
        return ERR_BAD_PARAMETER;
    memcpy(call->seat, seat, strlen(seat) + 1);
    return ERR_OK;
}

enum err call_input_version(struct api_call *call, const struct http_connection *c)
{
    const char *if_match = http_request_header(c, "if-match");
    char *end;

    if (!(call->route->flags & ROUTE_VERSIONED))
        return ERR_OK;
    if (http_request_header(c, "after-key") &&
        !read_key(http_request_header(c, "after-key"), call->after_key))
        return ERR_BAD_PARAMETER;
    if (!if_match)
        return ERR_OK; /* the use case refuses, once it knows that the thing is there */
    if (if_match[0] != '"' || if_match[1] < '1' || if_match[1] > '9')
        return ERR_BAD_PARAMETER;
    call->if_match = strtoll(if_match + 1, &end, 10);
    return strcmp(end, "\"") == 0 ? ERR_OK : ERR_BAD_PARAMETER;
}

static bool is_json(const char *type)
{
    static const char json[] = "application/json";

    return type && strncasecmp(type, json, sizeof json - 1) == 0 &&
           strchr(" ;", type[sizeof json - 1]) != NULL;
}

enum err call_input_body(struct api_call *call, const struct http_connection *c)
{
    const bool must = (call->route->flags & ROUTE_BODY) != 0;
    size_t length;
    const char *body = http_request_body(c, &length);

    if (call->file) {
        call->declared =
            scan_declared_type(http_request_header(c, "content-type"), &call->declared_type);
        return ERR_OK;
    }
    if (!must && length == 0)
        return ERR_OK;
    if (!must && !(call->route->flags & ROUTE_MAY_BODY))
        return ERR_MALFORMED;
    if (!is_json(http_request_header(c, "content-type")))
        return ERR_MEDIA_TYPE;
    call->body = json_loadb(body, length, JSON_REJECT_DUPLICATES, NULL);
    if (!call->body)
        return ERR_MALFORMED;
    if (json_is_object(call->body))
        return ERR_OK;
    text_add(&call->facts.fields, "\twrong_type\n");
    return ERR_FIELDS;
}
