#include "http/listener.h"

#include <arpa/inet.h>
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "http/internal.h"

enum { LISTEN_BACKLOG = 4096, LARGEST_TEXT = 1 << 30 };

static void on_handle_closed(uv_handle_t *handle)
{
    struct http_listener *listener = handle->data;
    void (*closed)(void *data) = listener->closed;
    void *data = listener->closed_data;

    if (--listener->handles > 0)
        return;
    free(listener);
    if (closed)
        closed(data);
}

/* Look at every deadline; when the listener closes, also at the end of everything. */
static void on_sweep(uv_timer_t *timer)
{
    struct http_listener *listener = timer->data;
    struct http_connection *next;

    listener->now_ms += listener->sweep_ms;
    for (struct http_connection *c = listener->first; c; c = next) {
        next = c->next;
        if (listener->stopping && listener->now_ms >= listener->stop_at)
            http_connection_close(c);
        else if (c->deadline > 0 && listener->now_ms >= c->deadline)
            http_connection_expire(c);
    }
    if (listener->stopping && listener->connections == 0 && !listener->spare_busy)
        uv_close((uv_handle_t *)timer, on_handle_closed);
}

static void on_connection(uv_stream_t *socket, int status)
{
    struct http_listener *listener = socket->data;

    /* with no descriptor left libuv has closed the client already, by a spare one that it keeps */
    if (status < 0)
        listener->stats.refused++;
    else
        http_connection_accept(listener);
}

static bool read_address(const char *host, int port, struct sockaddr_storage *out)
{
    struct sockaddr_in v4;
    struct sockaddr_in6 v6;

    memset(out, 0, sizeof *out);
    if (port < 0 || port > 65535)
        return false;
    if (strcmp(host, "localhost") == 0)
        host = "127.0.0.1";
    if (uv_ip4_addr(host, port, &v4) == 0)
        memcpy(out, &v4, sizeof v4);
    else if (uv_ip6_addr(host, port, &v6) == 0)
        memcpy(out, &v6, sizeof v6);
    else
        return false;
    return true;
}

static enum err listen_error(int result)
{
    if (result == 0)
        return ERR_OK;
    if (result == UV_EADDRINUSE)
        return ERR_ADDRESS_IN_USE;
    if (result == UV_ENOMEM || result == UV_ENFILE || result == UV_EMFILE)
        return ERR_NO_MEMORY;
    return ERR_ADDRESS;
}

static struct http_listener *listener_new(uv_loop_t *loop, const struct http_limits *limits,
                                          const struct http_handler *handler)
{
    struct http_listener *listener = calloc(1, sizeof *listener);

    if (!listener)
        return NULL;
    listener->loop = loop;
    listener->limits = *limits;
    listener->handler = *handler;
    listener->sweep_ms = HTTP_SWEEP_MS;
    listener->handles = 2;
    http_parser_settings(&listener->settings);
    uv_tcp_init(loop, &listener->socket);
    uv_timer_init(loop, &listener->sweep);
    listener->socket.data = listener->sweep.data = listener;
    return listener;
}

enum err http_listener_open(uv_loop_t *loop, const char *host, int port,
                            const struct http_limits *limits, const struct http_handler *handler,
                            struct http_listener **out_listener)
{
    struct sockaddr_storage address;
    struct http_listener *listener;
    int result;

    assert(handler->request && handler->gone);
    assert(limits->max_header <= LARGEST_TEXT && limits->max_body <= LARGEST_TEXT);
    if (!read_address(host, port, &address))
        return ERR_BAD_PARAMETER;
    listener = listener_new(loop, limits, handler);
    if (!listener)
        return ERR_NO_MEMORY;
    result = uv_tcp_bind(&listener->socket, (const struct sockaddr *)&address, 0);
    if (result == 0)
        result = uv_listen((uv_stream_t *)&listener->socket, LISTEN_BACKLOG, on_connection);
    if (result == 0)
        result = uv_timer_start(&listener->sweep, on_sweep, HTTP_SWEEP_MS, HTTP_SWEEP_MS);
    if (result != 0) {
        uv_close((uv_handle_t *)&listener->socket, on_handle_closed);
        uv_close((uv_handle_t *)&listener->sweep, on_handle_closed);
        return listen_error(result);
    }
    *out_listener = listener;
    return ERR_OK;
}

int http_listener_port(const struct http_listener *listener)
{
    struct sockaddr_storage address;
    int length = sizeof address;

    memset(&address, 0, sizeof address);
    if (uv_tcp_getsockname(&listener->socket, (struct sockaddr *)&address, &length))
        return 0;
    if (address.ss_family == AF_INET6)
        return ntohs(((const struct sockaddr_in6 *)&address)->sin6_port);
    return ntohs(((const struct sockaddr_in *)&address)->sin_port);
}

struct http_stats http_listener_stats(const struct http_listener *listener)
{
    struct http_stats stats = listener->stats;

    stats.connections = listener->connections;
    stats.streams = listener->streams;
    return stats;
}

void http_listener_close(struct http_listener *listener, uint32_t grace_ms,
                         void (*closed)(void *data), void *data)
{
    struct http_connection *next;

    if (listener->stopping)
        return;
    listener->stopping = true;
    listener->closed = closed;
    listener->closed_data = data;
    listener->stop_at = listener->now_ms + grace_ms;
    listener->sweep_ms = HTTP_CLOSING_SWEEP_MS;
    uv_close((uv_handle_t *)&listener->socket, on_handle_closed);
    for (struct http_connection *c = listener->first; c; c = next) {
        next = c->next;
        if (c->phase == PHASE_STREAM || (c->phase == PHASE_IDLE && c->writes > 0))
            http_connection_drain(c);
        else if (c->phase == PHASE_IDLE)
            http_connection_close(c);
    }
    uv_timer_start(&listener->sweep, on_sweep, HTTP_CLOSING_SWEEP_MS, HTTP_CLOSING_SWEEP_MS);
}
