/*
 * A small program on the HTTP layer, for tests/flow/http_robustness.py: it has every shape of
 * answer that the layer knows, and nothing else.
 *
 *   usage: echo_server [NAME=NUMBER]...      NAME: a field of struct http_limits, or late_ms (delay
 *                                            of /later), tick_ms and event_size (of /events),
 * grace_ms
 *
 *   GET  /hello          a constant             POST /echo     the body
 *   POST /later          the body, later        GET  /big?size=N
 *   GET  /seen?...       the request, in text   GET  /events   a stream
 *   POST /publish        {"id":"N"}, and an event with that id to every stream
 *   GET  /stats          the listener's counts, one `name value` a line
 *
 * It prints `listening on http://127.0.0.1:PORT` and stops on SIGTERM.
 */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "http/connection.h"
#include "http/listener.h"
#include "http/reply.h"
#include "http/request.h"
#include "http/stream.h"

#define TEXT "Content-Type: text/plain\r\n"

/* What waits for a connection: a late reply (with a timer), or a stream. */
struct waiter {
    struct waiter *next;
    struct waiter **back;
    struct http_connection *c; /* NULL: the client is gone */
    struct http_buffer *body;
    uv_timer_t timer;
};

struct server {
    uv_loop_t loop;
    struct http_limits limits;
    struct http_listener *listener;
    struct waiter *streams;
    uv_signal_t terminate;
    uv_timer_t tick;
    uint32_t late_ms, tick_ms, event_size, grace_ms;
    uint64_t events;
    uint64_t gone;
};

static void reply_text(struct http_connection *c, int status, const char *text)
{
    http_reply(c, status, TEXT, text, strlen(text));
}

/* ---- late replies ---- */

static void on_timer_closed(uv_handle_t *handle)
{
    struct waiter *job = handle->data;

    http_buffer_release(job->body);
    free(job);
}

static void on_late(uv_timer_t *timer)
{
    struct waiter *job = timer->data;

    if (job->c)
        http_reply(job->c, 200, TEXT, job->body->bytes, job->body->length);
    uv_close((uv_handle_t *)timer, on_timer_closed);
}

static void reply_later(struct server *server, struct http_connection *c)
{
    size_t length;
    const char *body = http_request_body(c, &length);
    struct waiter *job = calloc(1, sizeof *job);

    if (!job || !(job->body = http_buffer_copy(body, length)))
        abort();
    job->c = c;
    http_connection_set_user(c, job);
    uv_timer_init(&server->loop, &job->timer);
    job->timer.data = job;
    uv_timer_start(&job->timer, on_late, server->late_ms, 0);
}

/* ---- streams ---- */

static void forget_stream(struct waiter *stream)
{
    *stream->back = stream->next;
    if (stream->next)
        stream->next->back = stream->back;
    free(stream);
}

static void start_stream(struct server *server, struct http_connection *c)
{
    struct waiter *stream = calloc(1, sizeof *stream);

    if (!stream)
        abort();
    http_connection_set_user(c, stream);
    if (http_stream_start(c, "Content-Type: text/event-stream\r\nCache-Control: no-store\r\n")) {
        free(stream);
        reply_text(c, 503, "too many streams\n");
        return;
    }
    stream->c = c;
    stream->back = &server->streams;
    stream->next = server->streams;
    if (stream->next)
        stream->next->back = &stream->next;
    server->streams = stream;
}

/* Send `event` (taken) to every stream; one that is too slow is ended. */
static void publish(struct server *server, struct http_buffer *event)
{
    struct waiter *next;

    for (struct waiter *stream = server->streams; stream; stream = next) {
        next = stream->next;
        if (http_stream_send(stream->c, event))
            continue;
        http_stream_end(stream->c);
        forget_stream(stream);
    }
    http_buffer_release(event);
}

static void on_tick(uv_timer_t *timer)
{
    struct server *server = timer->data;
    struct http_buffer *event = http_buffer_new(64 + server->event_size);

    if (!event)
        abort();
    event->length = (size_t)snprintf(event->bytes, 64,
                                     "id: %llu\ndata: ", (unsigned long long)++server->events);
    memset(event->bytes + event->length, 'e', server->event_size);
    event->length += server->event_size;
    memcpy(event->bytes + event->length, "\n\n", 2);
    event->length += 2;
    publish(server, event);
}

static void reply_publish(struct server *server, struct http_connection *c)
{
    struct http_buffer *event = http_buffer_new(64);
    char text[40];

    if (!event)
        abort();
    snprintf(text, sizeof text, "{\"id\":\"%llu\"}\n", (unsigned long long)++server->events);
    event->length = (size_t)snprintf(event->bytes, 64, "data: %s\n", text);
    publish(server, event);
    http_reply(c, 201, "Content-Type: application/json\r\n", text, strlen(text));
}

/* ---- requests ---- */

/* The request as the accessors see it, one fact a line. */
static void reply_seen(struct http_connection *c)
{
    const char *agent = http_request_header(c, "x-probe");
    size_t count;
    const struct http_parameter *parameters = http_request_parameters(c, &count);
    char session[64];
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);

    if (!out)
        abort();
    fprintf(out, "method %s\npath %s\npeer %s\n", http_request_method(c), http_request_path(c),
            http_connection_peer(c));
    for (size_t i = 0; i < count; i++)
        fprintf(out, "parameter %s=%s\n", parameters[i].name, parameters[i].value);
    if (agent)
        fprintf(out, "probe [%s] of %zu\n", agent, http_request_header_count(c, "X-PROBE"));
    if (http_request_cookie(c, "session", session, sizeof session))
        fprintf(out, "session %s\n", session);
    if (fclose(out))
        abort();
    http_reply(c, 200, TEXT, text, size);
    free(text);
}

static void reply_big(struct http_connection *c)
{
    const char *number = http_request_query(c, "size");
    const size_t size = number ? strtoul(number, NULL, 10) : 0;
    struct http_buffer *body = http_buffer_new(size);

    if (!body)
        abort();
    memset(body->bytes, 'b', size);
    body->length = size;
    http_reply_shared(c, 200, TEXT, body);
    http_buffer_release(body);
}

static void reply_stats(struct server *server, struct http_connection *c)
{
    const struct http_stats s = http_listener_stats(server->listener);
    char text[512];

    snprintf(text, sizeof text,
             "connections %llu\nstreams %llu\naccepted %llu\nrefused %llu\nrequests %llu\n"
             "faults %llu\ntimeouts %llu\nslow %llu\nbytes_in %llu\nbytes_out %llu\ngone %llu\n",
             (unsigned long long)s.connections, (unsigned long long)s.streams,
             (unsigned long long)s.accepted, (unsigned long long)s.refused,
             (unsigned long long)s.requests, (unsigned long long)s.faults,
             (unsigned long long)s.timeouts, (unsigned long long)s.slow,
             (unsigned long long)s.bytes_in, (unsigned long long)s.bytes_out,
             (unsigned long long)server->gone);
    reply_text(c, 200, text);
}

static void on_request(struct http_connection *c, void *data)
{
    struct server *server = data;
    const char *path = http_request_path(c);
    size_t length;
    const char *body = http_request_body(c, &length);

    if (strcmp(path, "/hello") == 0)
        reply_text(c, 200, "hello\n");
    else if (strcmp(path, "/echo") == 0)
        http_reply(c, 200, TEXT, body, length);
    else if (strcmp(path, "/later") == 0)
        reply_later(server, c);
    else if (strcmp(path, "/events") == 0)
        start_stream(server, c);
    else if (strcmp(path, "/seen") == 0)
        reply_seen(c);
    else if (strcmp(path, "/big") == 0)
        reply_big(c);
    else if (strcmp(path, "/publish") == 0)
        reply_publish(server, c);
    else if (strcmp(path, "/stats") == 0)
        reply_stats(server, c);
    else if (strcmp(path, "/empty") == 0)
        http_reply(c, 204, "", "", 0);
    else
        reply_text(c, 404, "not here\n");
}

static void on_gone(struct http_connection *c, void *user, void *data)
{
    struct server *server = data;
    struct waiter *waiter = user;

    (void)c;
    server->gone++;
    waiter->c = NULL;
    if (waiter->back)
        forget_stream(waiter);
}

static size_t error_body(int status, const struct http_connection *c, char *out, size_t size,
                         void *data)
{
    const char *language = http_request_header(c, "accept-language");

    (void)data;
    return (size_t)snprintf(out, size, "{\"status\":%d,\"language\":\"%.8s\"}\n", status,
                            language ? language : "vi");
}

static int64_t wall_seconds(void *data)
{
    (void)data;
    return (int64_t)time(NULL);
}

/* ---- start and end ---- */

static void on_stopped(void *data)
{
    struct server *server = data;

    uv_close((uv_handle_t *)&server->terminate, NULL);
    uv_close((uv_handle_t *)&server->tick, NULL);
}

static void on_terminate(uv_signal_t *signal, int number)
{
    struct server *server = signal->data;

    (void)number;
    http_listener_close(server->listener, server->grace_ms, on_stopped, server);
}

static void set_option(struct server *server, const char *option)
{
    struct http_limits *l = &server->limits;
    const struct {
        const char *name;
        uint32_t *value;
    } options[] = {{"max_header", &l->max_header},
                   {"max_body", &l->max_body},
                   {"header_ms", &l->header_ms},
                   {"body_ms", &l->body_ms},
                   {"idle_ms", &l->idle_ms},
                   {"drain_ms", &l->drain_ms},
                   {"max_connections", &l->max_connections},
                   {"max_connections_per_address", &l->max_connections_per_address},
                   {"max_streams", &l->max_streams},
                   {"max_unsent", &l->max_unsent},
                   {"late_ms", &server->late_ms},
                   {"tick_ms", &server->tick_ms},
                   {"event_size", &server->event_size},
                   {"grace_ms", &server->grace_ms}};
    const char *equals = strchr(option, '=');
    const size_t length = equals ? (size_t)(equals - option) : 0;
    const unsigned long long number = equals ? strtoull(equals + 1, NULL, 10) : 0;

    if (length == 8 && strncmp(option, "max_held", 8) == 0) {
        l->max_held = number;
        return;
    }
    for (size_t i = 0; i < sizeof options / sizeof *options; i++)
        if (strlen(options[i].name) == length && strncmp(options[i].name, option, length) == 0) {
            *options[i].value = (uint32_t)number;
            return;
        }
    fprintf(stderr, "echo_server: unknown option %s\n", option);
    exit(2);
}

int main(int argc, char **argv)
{
    struct server server = {.late_ms = 20, .tick_ms = 100, .event_size = 100, .grace_ms = 5000};
    const struct http_handler handler = {.request = on_request,
                                         .gone = on_gone,
                                         .error_body = error_body,
                                         .wall_seconds = wall_seconds,
                                         .data = &server};

    signal(SIGPIPE, SIG_IGN);
    server.limits = http_limits_default();
    server.limits.loopback_is_one_address = true;
    server.limits.max_connections_per_address = 0;
    for (int i = 1; i < argc; i++)
        set_option(&server, argv[i]);
    uv_loop_init(&server.loop);
    if (http_listener_open(&server.loop, "127.0.0.1", 0, &server.limits, &handler,
                           &server.listener)) {
        fputs("echo_server: cannot listen\n", stderr);
        return 1;
    }
    uv_signal_init(&server.loop, &server.terminate);
    uv_timer_init(&server.loop, &server.tick);
    server.terminate.data = server.tick.data = &server;
    uv_signal_start(&server.terminate, on_terminate, SIGTERM);
    uv_timer_start(&server.tick, on_tick, server.tick_ms, server.tick_ms);
    printf("listening on http://127.0.0.1:%d\n", http_listener_port(server.listener));
    fflush(stdout);
    uv_run(&server.loop, UV_RUN_DEFAULT);
    return uv_loop_close(&server.loop) ? 1 : 0;
}
