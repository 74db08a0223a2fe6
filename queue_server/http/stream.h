/*
 * Event streams: an answer that has no end of its own (text/event-stream).
 *
 * Loop thread only. One http_buffer goes to any number of streams without copying. A stream that
 * does not read is never waited for: once limits.max_unsent bytes wait for it, sending fails, and
 * the caller ends it; the client comes back with Last-Event-ID. The caller sends something every
 * 15 s (a heartbeat), so that dead peers are found.
 */
#ifndef HTTP_STREAM_H
#define HTTP_STREAM_H

#include <stdbool.h>

#include "base/error.h"
#include "http/buffer.h"

struct http_connection;

/*
 * Answer a request with 200 and keep the connection open for events. Set the user pointer first.
 *
 * headers  borrowed; "Name: value\r\n" lines, Content-Type among them; Date and Connection are
 * added
 *
 * Returns ERR_OK (HEAD: the header is sent and the stream ends by itself, gone() follows);
 * ERR_TOO_MANY (limits.max_streams are open, R-757), ERR_CLOSED (the client left, or the server
 * stops) or ERR_NO_MEMORY: nothing was sent and the request is still owed a reply.
 */
enum err http_stream_start(struct http_connection *c, const char *headers);

/*
 * Send `buffer` (a reference is taken while it waits). False: nothing was sent, because too much
 * waits already or the client is gone; call http_stream_end and forget the connection.
 */
bool http_stream_send(struct http_connection *c, struct http_buffer *buffer);

/* End the stream after what was sent. gone() will not be called; `c` must not be used any more. */
void http_stream_end(struct http_connection *c);

#endif
