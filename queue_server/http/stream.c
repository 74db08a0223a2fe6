#include "http/stream.h"

#include <netinet/tcp.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

#include "http/internal.h"

enum {
    STREAM_SEND_BUFFER = 64 << 10, /* else the kernel keeps up to 4 MiB for a client that sleeps */
    STREAM_UNACKNOWLEDGED_MS = 30 * 1000 /* a peer that vanished without a FIN is given up */
};

/* Both are hints: a stream works without them. */
static void tune_socket(struct http_connection *c)
{
    int size = STREAM_SEND_BUFFER;
    const unsigned timeout = STREAM_UNACKNOWLEDGED_MS;
    uv_os_fd_t fd;

    uv_send_buffer_size((uv_handle_t *)&c->tcp, &size);
    if (uv_fileno((uv_handle_t *)&c->tcp, &fd) == 0)
        setsockopt(fd, IPPROTO_TCP, TCP_USER_TIMEOUT, &timeout, sizeof timeout);
}

enum err http_stream_start(struct http_connection *c, const char *headers)
{
    const size_t size = 192 + strlen(headers);
    char date[HTTP_DATE_SIZE + sizeof "Date: \r\n"];
    struct http_listener *listener = c->listener;
    struct http_buffer *head;

    if (c->phase != PHASE_REPLY || listener->stopping)
        return ERR_CLOSED;
    if (listener->streams >= listener->limits.max_streams)
        return ERR_TOO_MANY; /* */
    head = http_buffer_new(size);
    if (!head)
        return ERR_NO_MEMORY;
    http_date_line(listener, date, sizeof date);
    head->length = (size_t)snprintf(
        head->bytes, size, "HTTP/1.1 200 OK\r\n%s%sConnection: close\r\n\r\n", date, headers);
    http_connection_forget_request(c);
    c->keep_alive = false; /* neither length nor chunks: the stream ends with the connection */
    http_connection_enter(c, PHASE_STREAM, 0);
    tune_socket(c);
    http_output_send(c, head, NULL);
    http_buffer_release(head);
    if (c->head_only)
        http_connection_drain(c);
    return ERR_OK;
}

bool http_stream_send(struct http_connection *c, struct http_buffer *buffer)
{
    if (c->phase != PHASE_STREAM)
        return false;
    if (http_output_unsent(c) + buffer->length > c->listener->limits.max_unsent) {
        c->listener->stats.slow++; /* */
        return false;
    }
    http_output_send(c, buffer, NULL);
    return true;
}

void http_stream_end(struct http_connection *c)
{
    c->user = NULL;
    if (c->phase == PHASE_STREAM)
        http_connection_drain(c);
}
