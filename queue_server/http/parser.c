/*
 * Bytes -> a request, by llhttp; what llhttp leaves open is decided here.
 *
 * llhttp gives target, names, values and body in pieces, so everything is appended. It stops behind
 * each request (HPE_PAUSED), and the rest is fed again after the reply.
 */
#include <string.h>
#include <strings.h>

#include "http/internal.h"

static int fault(struct http_connection *c, int status)
{
    c->fault = (uint16_t)status;
    return -1;
}

static int append_head(struct http_connection *c, const char *bytes, size_t length)
{
    if (c->head.length + length + 2 > c->listener->limits.max_header)
        return fault(c, 431); /* */
    return http_text_append(c, &c->head, bytes, length) ? fault(c, 503) : 0;
}

static int on_begin(llhttp_t *parser)
{
    struct http_connection *c = parser->data;

    http_connection_enter(c, PHASE_HEADER, c->listener->limits.header_ms);
    return 0;
}

static int on_target(llhttp_t *parser, const char *bytes, size_t length)
{
    return append_head(parser->data, bytes, length);
}

static int on_field(llhttp_t *parser, const char *bytes, size_t length)
{
    struct http_connection *c = parser->data;

    if (c->phase == PHASE_BODY)
        return 0; /* a trailer: of no use to us */
    if (c->fields_at == 0 || c->in_value) {
        if (append_head(c, "", 1))
            return -1;
        if (c->fields_at == 0)
            c->fields_at = c->head.length;
        c->in_value = false;
    }
    return append_head(c, bytes, length);
}

static int on_value(llhttp_t *parser, const char *bytes, size_t length)
{
    struct http_connection *c = parser->data;

    if (c->phase == PHASE_BODY)
        return 0;
    if (!c->in_value) {
        if (append_head(c, "", 1))
            return -1;
        c->in_value = true;
    }
    return append_head(c, bytes, length);
}

/* An empty value has no pieces, yet it is a value; blanks behind a value do not belong to it. */
static int on_value_complete(llhttp_t *parser)
{
    struct http_connection *c = parser->data;
    struct http_text *head = &c->head;

    if (c->phase == PHASE_BODY)
        return 0;
    if (on_value(parser, "", 0))
        return -1;
    while (head->bytes[head->length - 1] == ' ' || head->bytes[head->length - 1] == '\t')
        head->bytes[--head->length] = 0;
    return 0;
}

/* the header as a whole. Returns the status to refuse with, or 0. */
static int check_header(struct http_connection *c)
{
    const llhttp_t *parser = &c->parser;
    const size_t hosts = http_request_header_count(c, "host");
    const char *expect = http_request_header(c, "expect");
    enum err err;

    if (parser->http_major != 1)
        return 400;
    if (hosts > 1 || (hosts == 0 && parser->http_minor > 0))
        return 400;
    if (parser->http_minor == 0 && (parser->flags & F_TRANSFER_ENCODING))
        return 400;
    err = http_target_read(c);
    if (err)
        return err == ERR_NO_MEMORY ? 503 : 400;
    if (c->listener->handler.body) {
        const int refused = c->listener->handler.body(c, &c->sink, c->listener->handler.data);

        if (refused != 0)
            return refused;
    }
    if (c->sink)
        c->sink->connection = c;
    if ((parser->flags & F_CONTENT_LENGTH) && parser->content_length > http_connection_max_body(c))
        return 413; /* */
    if (expect && strcasecmp(expect, "100-continue") != 0)
        return 417;
    c->expects = expect && parser->http_minor > 0 &&
                 ((parser->flags & F_CHUNKED) || parser->content_length > 0);
    return 0;
}

static int on_header_complete(llhttp_t *parser)
{
    struct http_connection *c = parser->data;
    int status;

    c->keep_alive = llhttp_should_keep_alive(parser) != 0;
    c->head_only = parser->method == HTTP_HEAD;
    parser->upgrade = 0; /* we speak no other protocol: go on as HTTP/1.1 */
    status = check_header(c);
    if (status != 0)
        return fault(c, status);
    c->raw = 0;
    http_connection_enter(c, PHASE_BODY, c->sink ? c->sink->body_ms : c->listener->limits.body_ms);
    return 0;
}

/* A piece for the sink; a sink that is full stops the reading. */
static int sink_body(struct http_connection *c, const char *bytes, size_t length)
{
    struct http_sink *sink = c->sink;

    if (sink->taken + length > sink->max_body)
        return fault(c, 413);
    if (sink->take(sink, bytes, length) != ERR_OK)
        return fault(c, 503);
    sink->taken += length;
    if (!c->paused && sink->full(sink)) {
        c->paused = true;
        uv_read_stop((uv_stream_t *)&c->tcp);
    }
    return 0;
}

static int on_body(llhttp_t *parser, const char *bytes, size_t length)
{
    struct http_connection *c = parser->data;

    if (c->sink)
        return sink_body(c, bytes, length);
    if (c->body.length + length > c->listener->limits.max_body)
        return fault(c, 413); /* */
    return http_text_append(c, &c->body, bytes, length) ? fault(c, 503) : 0;
}

static int on_complete(llhttp_t *parser)
{
    http_connection_enter(parser->data, PHASE_REPLY, 0);
    return HPE_PAUSED;
}

void http_parser_settings(llhttp_settings_t *settings)
{
    llhttp_settings_init(settings);
    settings->on_message_begin = on_begin;
    settings->on_url = on_target;
    settings->on_header_field = on_field;
    settings->on_header_value = on_value;
    settings->on_header_value_complete = on_value_complete;
    settings->on_headers_complete = on_header_complete;
    settings->on_body = on_body;
    settings->on_message_complete = on_complete;
}

#if LLHTTP_VERSION_MAJOR < 9
enum fold { FOLD_IN_LINE, FOLD_LINE_START, FOLD_AFTER_CR };

/*
 * True if a folded header line (RFC 9112 5.2) begins in these bytes: llhttp 8 takes it, and a proxy
 * in front may see another field there (CVE-2024-27982).
 */
static bool is_folded(struct http_connection *c, const char *bytes, size_t length)
{
    const char *end = bytes + length;

    for (const char *at = bytes; at < end; at++) {
        switch ((enum fold)c->fold) {
        case FOLD_IN_LINE:
            at = memchr(at, '\n', (size_t)(end - at));
            if (!at)
                return false;
            c->fold = FOLD_LINE_START;
            break;
        case FOLD_LINE_START:
            if (*at == ' ' || *at == '\t')
                return true;
            c->fold = *at == '\r' ? FOLD_AFTER_CR : FOLD_IN_LINE;
            break;
        case FOLD_AFTER_CR:
            c->fold = FOLD_IN_LINE;
            if (*at == '\n')
                return false; /* the end of the header */
            break;
        }
    }
    return false;
}
#else
/* llhttp 9 refuses folded lines by itself. */
static bool is_folded(struct http_connection *c, const char *bytes, size_t length)
{
    (void)c;
    (void)bytes;
    (void)length;
    return false;
}
#endif

enum http_parsed http_parser_feed(struct http_connection *c, const char *bytes, size_t length,
                                  size_t *out_used)
{
    enum llhttp_errno result;

    if (c->phase <= PHASE_HEADER && is_folded(c, bytes, length)) {
        c->fault = 400;
        return HTTP_PARSED_FAULT;
    }
    result = llhttp_execute(&c->parser, bytes, length);
    if (result == HPE_OK)
        return HTTP_PARSED_ALL;
    if (result != HPE_PAUSED)
        return HTTP_PARSED_FAULT;
    *out_used = (size_t)(llhttp_get_error_pos(&c->parser) - bytes);
    llhttp_resume(&c->parser);
    return HTTP_PARSED_REQUEST;
}
