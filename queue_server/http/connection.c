/* The life of a connection: accepted, fed, answered, drained, closed. */
#include "http/connection.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "http/internal.h"

/* ---- texts --------------------------------------------------------------------------------- */

enum err http_text_append(struct http_connection *c, struct http_text *text, const char *bytes,
                          size_t length)
{
    const size_t need = text->length + length + 2;
    struct http_listener *listener = c->listener;

    if (need > text->capacity) {
        const size_t capacity = need < 512 ? 512 : need * 2;
        char *grown;

        if (listener->held - text->capacity + capacity > listener->limits.max_held)
            return ERR_NO_MEMORY; /* */
        grown = realloc(text->bytes, capacity);
        if (!grown)
            return ERR_NO_MEMORY;
        listener->held += capacity - text->capacity;
        text->bytes = grown;
        text->capacity = (uint32_t)capacity;
    }
    if (length > 0)
        memcpy(text->bytes + text->length, bytes, length);
    text->length += (uint32_t)length;
    text->bytes[text->length] = text->bytes[text->length + 1] = 0;
    return ERR_OK;
}

void http_text_clear(struct http_connection *c, struct http_text *text)
{
    free(text->bytes);
    c->listener->held -= text->capacity;
    *text = (struct http_text){NULL, 0, 0};
}

/* ---- phases -------------------------------------------------------------------------------- */

void http_connection_enter(struct http_connection *c, enum http_phase phase, uint32_t ms)
{
    struct http_listener *listener = c->listener;

    listener->streams += phase == PHASE_STREAM;
    listener->streams -= c->phase == PHASE_STREAM;
    c->phase = (uint8_t)phase;
    /* up to one period may have gone by unseen, so it is added: never early, a period late */
    c->deadline = ms > 0 ? listener->now_ms + ms + listener->sweep_ms : 0;
    c->unsent_then = http_output_unsent(c);
}

uint64_t http_connection_max_body(const struct http_connection *c)
{
    return c->sink ? c->sink->max_body : c->listener->limits.max_body;
}

struct http_sink *http_request_take_sink(struct http_connection *c)
{
    struct http_sink *sink = c->sink;

    c->sink = NULL;
    if (sink)
        sink->connection = NULL;
    return sink;
}

/* The request came to nothing before its sink was taken. */
static void drop_sink(struct http_connection *c)
{
    struct http_sink *sink = http_request_take_sink(c);

    if (sink)
        sink->drop(sink);
}

void http_connection_forget_request(struct http_connection *c)
{
    drop_sink(c);
    http_text_clear(c, &c->head);
    http_text_clear(c, &c->body);
    free(c->parameters);
    c->parameters = NULL;
    c->parameter_count = 0;
    c->path = NULL;
    c->fields_at = 0;
    c->raw = 0;
    c->fold = 0;
    c->fault = 400;
    c->in_value = c->expects = false;
}

/* libuv is done with the handle: the last anybody hears of this connection. */
static void on_closed(uv_handle_t *handle)
{
    struct http_connection *c = handle->data;
    struct http_listener *listener = c->listener;
    void *user = c->user;

    c->user = NULL;
    if (user)
        listener->handler.gone(c, user, listener->handler.data);
    http_addresses_leave(&listener->addresses, c->address);
    http_connection_forget_request(c);
    http_text_clear(c, &c->pending);
    listener->connections--;
    free(c);
}

void http_connection_close(struct http_connection *c)
{
    if (c->phase == PHASE_CLOSED)
        return;
    http_connection_enter(c, PHASE_CLOSED, 0);
    *c->back = c->next;
    if (c->next)
        c->next->back = c->back;
    uv_close((uv_handle_t *)&c->tcp, on_closed);
}

static void on_shutdown(uv_shutdown_t *shutdown, int status)
{
    struct http_connection *c = shutdown->handle->data;

    if (c->phase == PHASE_CLOSED)
        return;
    c->finished = true;
    if (status < 0 || c->ended)
        http_connection_close(c);
    else
        http_connection_enter(c, PHASE_DRAIN, c->listener->limits.drain_ms); /* */
}

void http_connection_drain(struct http_connection *c)
{
    const struct http_limits *limits = &c->listener->limits;

    if (c->phase >= PHASE_DRAIN)
        return;
    /* a reader that is behind gets the time of any other output; the short one starts at the FIN */
    http_connection_enter(c, PHASE_DRAIN, c->writes > 0 ? limits->idle_ms : limits->drain_ms);
    if (uv_shutdown(&c->shutdown, (uv_stream_t *)&c->tcp, on_shutdown))
        http_connection_close(c);
}

void http_connection_expire(struct http_connection *c)
{
    const size_t unsent = http_output_unsent(c);
    const bool reading = c->phase == PHASE_HEADER || c->phase == PHASE_BODY;
    struct http_listener *listener = c->listener;

    if (reading) {
        listener->stats.timeouts++; /* */
        http_reply_fault(c, 408);
    } else if (c->writes > 0 && unsent + HTTP_SLOW_BYTES <= c->unsent_then) {
        http_connection_enter(c, (enum http_phase)c->phase, listener->limits.idle_ms);
    } else {
        listener->stats.slow += c->writes > 0; /* */
        http_connection_close(c);
    }
}

/* ---- input --------------------------------------------------------------------------------- */

static void send_continue(struct http_connection *c)
{
    static const char line[] = "HTTP/1.1 100 Continue\r\n\r\n";
    struct http_buffer *buffer = http_buffer_copy(line, sizeof line - 1);

    c->expects = false;
    if (!buffer)
        return; /* the client sends its body after a while all the same */
    http_output_send(c, buffer, NULL);
    http_buffer_release(buffer);
}

/*
 * A request has come in part. Its bytes are counted here, for no callback sees blanks, trailers and
 * chunk extensions: twice the limits are room enough for honest ones.
 */
static void after_part(struct http_connection *c, size_t length)
{
    const uint64_t header = c->listener->limits.max_header;
    const uint64_t body = http_connection_max_body(c);

    c->raw += length;
    if (c->phase == PHASE_HEADER && c->raw > 2 * header)
        http_reply_fault(c, 431);
    else if (c->phase == PHASE_BODY && c->raw > 2 * body + header + HTTP_INPUT_SIZE)
        http_reply_fault(c, 413);
    else if (c->phase == PHASE_BODY && c->expects && c->body.length == 0)
        send_continue(c);
}

/* Parse up to the end of one request; returns how many bytes were used. */
static size_t feed_request(struct http_connection *c, const char *bytes, size_t length)
{
    struct http_listener *listener = c->listener;
    size_t used = length;

    if (c->phase == PHASE_IDLE && (*bytes == '\r' || *bytes == '\n'))
        return 1; /* RFC 9112 2.2: an empty line before a request is passed over */
    switch (http_parser_feed(c, bytes, length, &used)) {
    case HTTP_PARSED_ALL:
        after_part(c, length);
        break;
    case HTTP_PARSED_REQUEST:
        listener->stats.requests++;
        listener->handler.request(c, listener->handler.data);
        break;
    case HTTP_PARSED_FAULT:
        http_reply_fault(c, c->fault);
        break;
    }
    return used;
}

/* Parse and answer; returns how many bytes were used: the rest has to wait for a reply. */
static size_t feed(struct http_connection *c, const char *bytes, size_t length)
{
    size_t used = 0;

    c->feeding = true;
    while (used < length && c->phase <= PHASE_BODY)
        used += feed_request(c, bytes + used, length - used);
    c->feeding = false;
    return c->phase == PHASE_REPLY || c->phase == PHASE_FLUSH ? used : length;
}

/* Keep input that came before its turn. */
static void keep(struct http_connection *c, const char *bytes, size_t length)
{
    struct http_text *pending = &c->pending;

    if (c->pending_used > HTTP_PENDING_MAX) {
        pending->length -= c->pending_used;
        memmove(pending->bytes, pending->bytes + c->pending_used, pending->length);
        c->pending_used = 0;
    }
    if (http_text_append(c, pending, bytes, length)) {
        http_connection_close(c);
        return;
    }
    if (pending->length - c->pending_used > HTTP_PENDING_MAX) {
        c->paused = true;
        uv_read_stop((uv_stream_t *)&c->tcp);
    }
}

static void on_input(struct http_connection *c, const char *bytes, size_t length)
{
    size_t used = 0;

    c->listener->stats.bytes_in += length;
    if (c->phase > PHASE_FLUSH)
        return; /* nobody listens any more */
    if (c->phase <= PHASE_BODY)
        used = feed(c, bytes, length);
    if (used < length)
        keep(c, bytes + used, length - used);
}

/* The client sends no more; it may still want its replies (half-close). */
static void on_end(struct http_connection *c, bool orderly)
{
    c->ended = true;
    uv_read_stop((uv_stream_t *)&c->tcp);
    if (!orderly || c->phase == PHASE_STREAM || (c->phase == PHASE_DRAIN && c->finished))
        http_connection_close(c);
    else if (c->phase <= PHASE_BODY && c->writes > 0)
        http_connection_drain(c);
    else if (c->phase <= PHASE_BODY)
        http_connection_close(c);
}

static void on_alloc(uv_handle_t *handle, size_t suggested, uv_buf_t *out)
{
    struct http_connection *c = handle->data;

    (void)suggested;
    *out = uv_buf_init(c->listener->input, sizeof c->listener->input);
}

static void on_read(uv_stream_t *stream, ssize_t result, const uv_buf_t *buffer)
{
    struct http_connection *c = stream->data;

    if (result > 0)
        on_input(c, buffer->base, (size_t)result);
    else if (result < 0)
        on_end(c, result == UV_EOF);
}

void http_sink_ready(struct http_sink *sink)
{
    struct http_connection *c = sink->connection;

    if (!c || !c->paused || c->phase != PHASE_BODY)
        return;
    c->paused = false;
    if (uv_read_start((uv_stream_t *)&c->tcp, on_alloc, on_read))
        http_connection_close(c);
}

void http_connection_resume(struct http_connection *c)
{
    struct http_text *pending = &c->pending;

    if (c->feeding)
        return;
    if (pending->length > 0) {
        c->pending_used +=
            (uint32_t)feed(c, pending->bytes + c->pending_used, pending->length - c->pending_used);
        if (c->pending_used == pending->length) {
            http_text_clear(c, pending);
            c->pending_used = 0;
        }
    }
    if (c->phase > PHASE_BODY)
        return;
    if (c->ended) {
        http_connection_drain(c);
    } else if (c->paused) {
        c->paused = false;
        if (uv_read_start((uv_stream_t *)&c->tcp, on_alloc, on_read))
            http_connection_close(c);
    }
}

/* ---- accepting ----------------------------------------------------------------------------- */

static void on_spare_closed(uv_handle_t *handle)
{
    struct http_listener *listener = handle->data;

    listener->spare_busy = false;
    if (listener->accept_owed && !listener->stopping) {
        listener->accept_owed = false;
        http_connection_accept(listener);
    }
}

/* libuv waits until each client is accepted, so even one that cannot be served has to be. */
static void accept_and_close(struct http_listener *listener)
{
    listener->stats.refused++;
    if (listener->spare_busy) {
        listener->accept_owed = true;
        return;
    }
    listener->spare_busy = true;
    uv_tcp_init(listener->loop, &listener->spare);
    listener->spare.data = listener;
    uv_accept((uv_stream_t *)&listener->socket, (uv_stream_t *)&listener->spare);
    uv_close((uv_handle_t *)&listener->spare, on_spare_closed);
}

static struct http_connection *connection_new(struct http_listener *listener)
{
    struct http_connection *c = calloc(1, sizeof *c);

    if (!c)
        return NULL;
    uv_tcp_init(listener->loop, &c->tcp);
    c->tcp.data = c;
    c->listener = listener;
    c->fault = 400;
    c->back = &listener->first;
    c->next = listener->first;
    if (c->next)
        c->next->back = &c->next;
    listener->first = c;
    listener->connections++;
    llhttp_init(&c->parser, HTTP_REQUEST, &listener->settings);
    c->parser.data = c;
    return c;
}

/* Note whose connection it is. Returns true when this address may have one more. */
static bool enter_address(struct http_connection *c)
{
    const struct http_limits *limits = &c->listener->limits;
    struct sockaddr_storage peer;
    const struct sockaddr *address = (const struct sockaddr *)&peer;
    int length = sizeof peer;
    uint8_t key[16];

    memset(&peer, 0, sizeof peer);
    if (uv_tcp_getpeername(&c->tcp, (struct sockaddr *)&peer, &length))
        return true; /* it has left already */
    http_address_text(address, c->peer, sizeof c->peer);
    c->from_loopback = http_address_is_loopback(address);
    if (limits->max_connections_per_address == 0 ||
        (!limits->loopback_is_one_address && c->from_loopback))
        return true;
    http_address_key(address, key);
    c->address = http_addresses_enter(&c->listener->addresses, key);
    return c->address && c->address->count <= limits->max_connections_per_address;
}

void http_connection_accept(struct http_listener *listener)
{
    struct http_connection *c = connection_new(listener);
    bool refused;

    if (!c) {
        accept_and_close(listener);
        return;
    }
    if (uv_accept((uv_stream_t *)&listener->socket, (uv_stream_t *)&c->tcp)) {
        http_connection_close(c);
        return;
    }
    listener->stats.accepted++;
    refused = !enter_address(c) || listener->connections > listener->limits.max_connections;
    listener->stats.refused += refused;
    if (listener->connections > listener->limits.max_connections + HTTP_REFUSAL_ROOM) {
        http_connection_close(c);
        return;
    }
    uv_tcp_nodelay(&c->tcp, 1);
    http_connection_enter(c, PHASE_IDLE, listener->limits.header_ms);
    if (uv_read_start((uv_stream_t *)&c->tcp, on_alloc, on_read))
        http_connection_close(c);
    else if (refused)
        http_reply_fault(c, 503);
}
