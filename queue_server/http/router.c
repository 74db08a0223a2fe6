#include "http/router.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "api/problem.h"
#include "base/clock.h"
#include "http/call_input.h"
#include "http/connection.h"
#include "http/page_call.h"
#include "http/pages.h"
#include "http/reply.h"
#include "http/request.h"
#include "http/stream.h"
#include "page/routes.h"

#define API_PREFIX "/api/v1"

/* What a connection's user pointer points at. */
struct link_to {
    enum { LINK_CALL, LINK_STREAM } kind;
    struct api_call *call;
    void *stream;
    const struct router *router;
};

/* ---- replies --------------------------------------------------------------------------------- */

static void reply_cb(struct api_call *call, int status, const char *headers, const char *body,
                     size_t length)
{
    struct link_to *link = call->connection;

    if (!link)
        return; /* the client is gone */
    struct http_connection *c = link->stream;
    free(link);
    call->connection = NULL;
    http_reply(c, status, headers, body, length);
}

/* Fields of every page. A form on it may tell the server itself where it stands, nobody
 * else; with no-referrer a browser would call the form's sender unknown. */
static const char page_security[] = PAGE_SECURITY "Referrer-Policy: same-origin\r\n";

/* A call of a page: what the API answers becomes HTML. */
static void page_reply_cb(struct api_call *call, int status, const char *headers, const char *body,
                          size_t length)
{
    const struct link_to *link = call->connection;
    struct page_answer answer;

    (void)headers;
    if (!link)
        return;
    page_write(call, &link->router->files, status, body, length, &answer);
    text_add(&answer.headers, page_security);
    if (answer.body.failed || answer.headers.failed)
        reply_cb(call, 503, "", "", 0);
    else
        reply_cb(call, answer.status, answer.headers.data, answer.body.data ? answer.body.data : "",
                 answer.body.length);
    text_release(&answer.headers);
    text_release(&answer.body);
}

static void reply_problem(struct http_connection *c, enum err err, enum language language,
                          const char *more_headers)
{
    struct text body, headers;

    text_init(&body);
    text_init(&headers);
    text_add(&headers, "Content-Type: application/problem+json\r\nCache-Control: no-store\r\n");
    text_add(&headers, more_headers);
    problem_write(&body, &headers, err, language, NULL);
    if (body.failed || headers.failed)
        http_reply(c, 503, "", "", 0);
    else
        http_reply(c, err_status(err), headers.data, body.data, body.length);
    text_release(&headers);
    text_release(&body);
}

/* ---- finding the route ----------------------------------------------------------------------- */

/* Match `path` with a pattern; "{}" takes one segment. */
static bool matches(const char *pattern, const char *path,
                    char out_parameter[API_PATH_PARAMETERS_MAX][API_PARAMETER_SIZE])
{
    int taken = 0;

    while (*pattern && *path) {
        if (pattern[0] == '{') {
            const size_t length = strcspn(path, "/");

            if (length == 0 || length >= API_PARAMETER_SIZE || taken == API_PATH_PARAMETERS_MAX)
                return false;
            memcpy(out_parameter[taken], path, length);
            out_parameter[taken++][length] = '\0';
            path += length;
            pattern += 2;
        } else if (*pattern++ != *path++) {
            return false;
        }
    }
    return !*pattern && !*path;
}

/* One of the two tables: routes of the API, pages. */
struct table {
    const struct api_route *routes;
    size_t count;
};

/* The route of a request; ERR_NOT_FOUND, or ERR_METHOD with the methods that the path takes. */
static enum err find_route(const struct table *table, const char *method, const char *path,
                           struct api_call *call, struct text *out_allow)
{
    char parameter[API_PATH_PARAMETERS_MAX][API_PARAMETER_SIZE] = {{0}};
    const struct api_route *routes = table->routes;
    bool path_known = false;

    for (size_t i = 0; i < table->count; i++) {
        memset(parameter, 0, sizeof parameter);
        if (!matches(routes[i].path, path, parameter))
            continue;
        if (strcmp(method, routes[i].method) == 0 ||
            (strcmp(method, "HEAD") == 0 && strcmp(routes[i].method, "GET") == 0)) {
            call->route = &routes[i];
            memcpy(call->parameter, parameter, sizeof parameter);
            return ERR_OK;
        }
        text_add(out_allow, path_known ? ", " : "Allow: ");
        text_add(out_allow, routes[i].method);
        path_known = true;
    }
    if (path_known)
        text_add(out_allow, "\r\n");
    return path_known ? ERR_METHOD : ERR_NOT_FOUND;
}

/* ---- one request ----------------------------------------------------------------------------- */

static enum err prepare_page(struct api_call *call, const struct http_connection *c)
{
    const enum err err = page_call_query(call, c);

    return err == ERR_OK ? page_call_body(call, c) : err;
}

/* What every route has in common, in the order in which it is refused. */
static enum err prepare(struct api_call *call, const struct http_connection *c)
{
    struct api *api = call->api;
    enum err err = call_input_actor(call, c);

    if (err == ERR_OK && (call->route->flags & ROUTE_PUBLIC) &&
        !(call->route->flags & ROUTE_UNLIMITED) &&
        !throttle_take(&api->public_uses, call->peer, clock_monotonic_us()))
        err = ERR_TOO_MANY;
    if (err == ERR_OK && call->actor.kind != ACTOR_NOBODY &&
        !throttle_take(&api->changes, call->actor.code, clock_monotonic_us()))
        err = ERR_TOO_MANY;
    if (err == ERR_OK && !(call->route->flags & ROUTE_PUBLIC) &&
        permission_check(call->route->permission, call->actor.roles) == GRANT_NONE)
        err = ERR_FORBIDDEN;
    if (err == ERR_OK && page_is_route(call->route))
        return prepare_page(call, c);
    if (err == ERR_OK)
        err = call_input_query(call, c);
    if (err == ERR_OK)
        err = call_input_key(call, c);
    if (err == ERR_OK)
        err = call_input_version(call, c);
    if (err == ERR_OK)
        err = call_input_seat(call, c);
    if (err == ERR_OK)
        err = call_input_body(call, c);
    return err;
}

/* Which listener answers what: /metrics may have one of its own. */
static bool is_open(const struct router *router, const char *path)
{
    const bool metrics = strcmp(path, "/metrics") == 0;

    if (router->only_metrics)
        return metrics || strcmp(path, "/health") == 0;
    return !(router->without_metrics && metrics);
}

/* Everything that was asked is here: refuse it, or let the handler have it. */
static void hand_on(struct api_call *call, const struct http_connection *c)
{
    enum err err = prepare(call, c);

    if (err == ERR_OK)
        err = call->route->handler(call);
    if (err != ERR_OK)
        api_reply_problem(call, err);
}

/* ---- a body that is a file (R-462) ------------------------------------------------------------
 */

static void free_upload_cb(void *upload)
{
    upload_free(upload);
}

/* The file is written: go on where a request without one begins. */
static void received_cb(struct upload *upload, enum err err, void *data)
{
    struct api_call *call = data;
    const struct link_to *link = call->connection;

    call->upload = upload;
    call->free_upload = free_upload_cb;
    call->file = upload_file(upload);
    if (!link)
        api_call_free(call); /* the client is gone */
    else if (err != ERR_OK)
        api_reply_problem(call, err);
    else
        hand_on(call, link->stream);
}

/* The route of a request whose body is a file; NULL for any other, which is soon found out: every
 * request is looked at here before its body is read, and few routes take one. */
static const struct api_route *file_route(const struct http_connection *c)
{
    char parameter[API_PATH_PARAMETERS_MAX][API_PARAMETER_SIZE];
    const char *method = http_request_method(c), *path = http_request_path(c);
    size_t count;
    const struct api_route *routes = api_routes(&count);

    if (strncmp(path, API_PREFIX "/", sizeof API_PREFIX) != 0)
        return NULL;
    for (size_t i = 0; i < count; i++)
        if ((routes[i].flags & ROUTE_FILE) && strcmp(method, routes[i].method) == 0 &&
            matches(routes[i].path, path + sizeof API_PREFIX - 1, parameter))
            return &routes[i];
    return NULL;
}

static bool is_media(const char *said, const char *media)
{
    return strncasecmp(said, media, strlen(media)) == 0 && strchr("; ", said[strlen(media)]);
}

/* What a route takes; the bytes decide what it is. */
static bool is_taken(const struct api_route *route, const char *said)
{
    static const char *const tables[] = {
        "application/octet-stream", "text/csv",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", NULL};
    static const char *const documents[] = {"application/json", "application/octet-stream", NULL};
    const char *const *taken = route->flags & ROUTE_TABLE ? tables : documents;
    enum scan_type type;

    if (!(route->flags & (ROUTE_TABLE | ROUTE_DOCUMENT)))
        return scan_declared_type(said, &type) != SCAN_DECLARED_OTHER;
    for (; said && *taken; taken++)
        if (is_media(said, *taken))
            return true;
    return !said;
}

/* Who may not send a file, and what is none, is refused before its bytes are read. */
static enum err admit_file(struct router *router, struct api_call *call,
                           const struct http_connection *c, struct http_sink **out_sink)
{
    enum err err;

    call->api = router->api;
    err = call_input_actor(call, c);
    if (err == ERR_OK && permission_check(call->route->permission, call->actor.roles) == GRANT_NONE)
        err = ERR_FORBIDDEN;
    if (err == ERR_OK && !is_taken(call->route, http_request_header(c, "content-type")))
        err = ERR_MEDIA_TYPE;
    return err == ERR_OK ? upload_begin(router->uploads, out_sink) : err;
}

static int body_cb(struct http_connection *c, struct http_sink **out_sink, void *data)
{
    struct router *router = data;
    const struct api_route *route = router->uploads ? file_route(c) : NULL;

    if (!route)
        return 0;
    struct api_call *call = calloc(1, sizeof *call);
    enum err err = ERR_NO_MEMORY;
    if (call) {
        call->route = route;
        err = admit_file(router, call, c, out_sink);
    }
    free(call);
    return err == ERR_OK ? 0 : err_status(err);
}

/* ---- the beginning of a call ------------------------------------------------------------------
 */

static void begin_call(struct router *router, struct http_connection *c, struct api_call *call,
                       struct link_to *link)
{
    struct http_sink *sink = http_request_take_sink(c);

    const bool page = page_is_route(call->route);

    *link = (struct link_to){.kind = LINK_CALL, .call = call, .stream = c, .router = router};
    call->api = router->api;
    call->language = page ? page_call_language(c) : call_input_language(c);
    call->facts.changed_at = call->facts.due_at = instant_none();
    call->connection = link;
    call->reply = page ? page_reply_cb : reply_cb;
    http_connection_set_user(c, link);
    if (sink)
        upload_finish(sink, received_cb, call);
    else
        hand_on(call, c);
}

/* False when the table does not know the path. */
static bool answer_from(const struct table *table, struct router *router, struct http_connection *c,
                        const char *path)
{
    struct api_call *call = calloc(1, sizeof *call);
    struct link_to *link = calloc(1, sizeof *link);
    struct text allow;
    enum err err = call && link ? ERR_OK : ERR_NO_MEMORY;

    text_init(&allow);
    if (err == ERR_OK)
        err = find_route(table, http_request_method(c), path, call, &allow);
    if (err == ERR_OK && !is_open(router, path))
        err = ERR_NOT_FOUND;
    if (err == ERR_OK) {
        begin_call(router, c, call, link);
    } else {
        free(call);
        free(link);
    }
    if (err != ERR_OK && err != ERR_NOT_FOUND)
        reply_problem(c, err, call_input_language(c), allow.data ? allow.data : "");
    text_release(&allow);
    return err != ERR_NOT_FOUND;
}

static void request_cb(struct http_connection *c, void *data)
{
    struct router *router = data;
    const char *path = http_request_path(c);
    struct table api, pages;
    bool answered;

    api.routes = api_routes(&api.count);
    pages.routes = page_routes(&pages.count);
    if (strncmp(path, API_PREFIX "/", sizeof API_PREFIX) == 0)
        answered = answer_from(&api, router, c, path + sizeof API_PREFIX - 1);
    else
        answered =
            router->page && (answer_from(&pages, router, c, path) || router->page(c, router->data));
    if (!answered)
        reply_problem(c, ERR_NOT_FOUND, call_input_language(c), "");
}

static void gone_cb(struct http_connection *c, void *user, void *data)
{
    struct router *router = data;
    struct link_to *link = user;

    (void)c;
    if (link->kind == LINK_CALL)
        link->call->connection = NULL; /* its command goes on, its reply is dropped */
    else
        router->stream_gone(link->stream, router->data);
    free(link);
}

enum err router_start_stream(struct api_call *call, void *stream,
                             struct http_connection **out_connection)
{
    struct link_to *link = call->connection;
    struct http_connection *c;
    enum err err;

    if (!link)
        return ERR_CLOSED;
    c = link->stream;
    err = http_stream_start(c, "Content-Type: text/event-stream\r\nCache-Control: no-store\r\n"
                               "X-Accel-Buffering: no\r\n");
    if (err != ERR_OK)
        return err;
    *link = (struct link_to){.kind = LINK_STREAM, .stream = stream};
    call->connection = NULL;
    *out_connection = c;
    return ERR_OK;
}

/* ---- refusals of the layer below ------------------------------------------------------------- */

static enum err error_of_status(int status)
{
    switch (status) {
    case 401:
        return ERR_UNAUTHENTICATED;
    case 403:
        return ERR_FORBIDDEN;
    case 415:
        return ERR_MEDIA_TYPE;
    case 429:
        return ERR_TOO_MANY;
    case 408:
        return ERR_TIMEOUT;
    case 413:
        return ERR_TOO_LARGE;
    case 431:
        return ERR_HEADERS_TOO_LARGE;
    case 503:
        return ERR_CLOSED;
    default:
        return ERR_MALFORMED;
    }
}

static size_t error_body_cb(int status, const struct http_connection *c, char *out, size_t size,
                            void *data)
{
    struct text body, headers;
    size_t length = 0;

    (void)data;
    text_init(&body);
    text_init(&headers);
    problem_write(&body, &headers, error_of_status(status), call_input_language(c), NULL);
    if (!body.failed && body.length <= size) {
        memcpy(out, body.data, body.length);
        length = body.length;
    }
    text_release(&headers);
    text_release(&body);
    return length;
}

static int64_t wall_seconds_cb(void *data)
{
    (void)data;
    return instant_seconds(clock_wall());
}

struct http_handler router_handler(struct router *router)
{
    return (struct http_handler){.request = request_cb,
                                 .gone = gone_cb,
                                 .error_body = error_body_cb,
                                 .wall_seconds = wall_seconds_cb,
                                 .data = router,
                                 .body = body_cb};
}
