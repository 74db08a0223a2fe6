#include "http/reply.h"

#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "http/internal.h"

enum { STATUS_LINES = 256, FAULT_BODY = 1024 };

const char *http_reason(int status)
{
    static const struct {
        int status;
        const char *reason;
    } table[] = {
        {200, "OK"},
        {201, "Created"},
        {202, "Accepted"},
        {204, "No Content"},
        {206, "Partial Content"},
        {303, "See Other"},
        {304, "Not Modified"},
        {400, "Bad Request"},
        {401, "Unauthorized"},
        {403, "Forbidden"},
        {404, "Not Found"},
        {405, "Method Not Allowed"},
        {406, "Not Acceptable"},
        {408, "Request Timeout"},
        {409, "Conflict"},
        {410, "Gone"},
        {412, "Precondition Failed"},
        {413, "Content Too Large"},
        {415, "Unsupported Media Type"},
        {416, "Range Not Satisfiable"},
        {417, "Expectation Failed"},
        {422, "Unprocessable Content"},
        {428, "Precondition Required"},
        {429, "Too Many Requests"},
        {431, "Request Header Fields Too Large"},
        {500, "Internal Server Error"},
        {501, "Not Implemented"},
        {503, "Service Unavailable"},
        {507, "Insufficient Storage"},
    };

    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (table[i].status == status)
            return table[i].reason;
    return status < 400 ? "Done" : status < 500 ? "Refused" : "Failed";
}

/* True for "" and for whole lines without an empty one among them. */
static bool are_whole_lines(const char *headers)
{
    const size_t length = strlen(headers);

    return length == 0 || (length > 2 && headers[0] != '\r' && !strstr(headers, "\r\n\r\n") &&
                           memcmp(headers + length - 2, "\r\n", 2) == 0);
}

static bool has_body(int status)
{
    return status != 204 && status != 304;
}

/* Status line and fields, with `room` bytes of capacity behind them; NULL without memory. */
static struct http_buffer *make_head(struct http_connection *c, int status, const char *headers,
                                     size_t length, size_t room)
{
    const size_t size = STATUS_LINES + strlen(headers);
    struct http_buffer *head = http_buffer_new(size + room);
    char date[HTTP_DATE_SIZE + sizeof "Date: \r\n"];
    char length_line[48] = "";
    const char *connection = "";

    if (!head)
        return NULL;
    http_date_line(c->listener, date, sizeof date);
    if (has_body(status))
        snprintf(length_line, sizeof length_line, "Content-Length: %zu\r\n", length);
    if (!c->keep_alive)
        connection = "Connection: close\r\n";
    else if (c->parser.http_minor == 0)
        connection = "Connection: keep-alive\r\n";
    head->length = (size_t)snprintf(head->bytes, size, "HTTP/1.1 %d %s\r\n%s%s%s%s\r\n", status,
                                    http_reason(status), date, headers, length_line, connection);
    assert(head->length < size);
    return head;
}

/* `shared` or, when it is NULL, a copy of `bytes`. */
static void reply(struct http_connection *c, int status, const char *headers, const char *bytes,
                  struct http_buffer *shared, size_t length)
{
    const bool body = has_body(status) && !c->head_only;
    const size_t copied = body && !shared ? length : 0;
    struct http_buffer *head;

    assert(status >= 200 && status <= 599 && are_whole_lines(headers));
    c->user = NULL;
    if (c->phase != PHASE_REPLY)
        return; /* the client is gone */
    if (c->listener->stopping)
        c->keep_alive = false;
    head = make_head(c, status, headers, length, copied);
    if (!head) {
        http_connection_close(c);
        return;
    }
    if (copied > 0)
        memcpy(head->bytes + head->length, bytes, copied);
    head->length += copied;
    http_output_send(c, head, body ? shared : NULL);
    http_buffer_release(head);
    if (c->phase == PHASE_CLOSED)
        return;
    http_connection_forget_request(c);
    if (!c->keep_alive) {
        http_connection_drain(c);
    } else if (http_output_unsent(c) > c->listener->limits.max_unsent) {
        http_connection_enter(c, PHASE_FLUSH, c->listener->limits.idle_ms); /* */
    } else {
        http_connection_enter(c, PHASE_IDLE, c->listener->limits.idle_ms);
        http_connection_resume(c);
    }
}

void http_reply(struct http_connection *c, int status, const char *headers, const char *body,
                size_t length)
{
    reply(c, status, headers, body, NULL, length);
}

void http_reply_shared(struct http_connection *c, int status, const char *headers,
                       struct http_buffer *body)
{
    reply(c, status, headers, NULL, body, body->length);
}

void http_reply_fault(struct http_connection *c, int status)
{
    const struct http_handler *handler = &c->listener->handler;
    char headers[96];
    char body[FAULT_BODY];
    size_t length;

    if (handler->error_body)
        length = handler->error_body(status, c, body, sizeof body, handler->data);
    else
        length = (size_t)snprintf(body, sizeof body, "%s\n", http_reason(status));
    assert(length <= sizeof body);
    c->listener->stats.faults += status != 408;
    snprintf(headers, sizeof headers, "Content-Type: %s\r\n%s",
             handler->error_body ? "application/problem+json" : "text/plain",
             status == 503 ? "Retry-After: 5\r\n" : "");
    c->keep_alive = false;
    http_connection_enter(c, PHASE_REPLY, 0);
    http_reply(c, status, headers, body, length);
}
