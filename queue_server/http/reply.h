/*
 * The answer to a request: one per request, given once, from the loop thread.
 *
 * After the call the connection and the texts of its request must not be used any more. Replies of
 * one connection go out in the order of their requests, because the next request is parsed only
 * after the reply. For a client that is gone already a reply is dropped. Without memory the
 * connection is closed instead.
 */
#ifndef HTTP_REPLY_H
#define HTTP_REPLY_H

#include <stddef.h>

#include "http/buffer.h"

struct http_connection;

/*
 * c        the connection of the request
 * status   200 .. 599
 * headers  borrowed; "Name: value\r\n" lines, or ""; values must hold no CR or LF. Date,
 *          Content-Length and Connection are added here
 * body     borrowed, `length` bytes, copied; left out for HEAD, 204 and 304
 */
void http_reply(struct http_connection *c, int status, const char *headers, const char *body,
                size_t length);

/* As http_reply; the body is held by reference instead of copied (the caller keeps its own). */
void http_reply_shared(struct http_connection *c, int status, const char *headers,
                       struct http_buffer *body);

#endif
