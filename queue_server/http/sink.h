/*
 * Where a large body goes instead of memory, piece by piece. Loop thread only. Rule R-462.
 *
 *     handler.body(c, &sink)     the header is complete: shall its body go to a sink?
 *     sink->take(sink, ...)      each piece, as it comes
 *     sink->full(sink)           after a piece: true stops reading until http_sink_ready()
 *     http_request_take_sink(c)  in request(c): the body is whole, the sink is the handler's now
 *     sink->drop(sink)           instead of that: the request came to nothing
 *
 * The number of bytes is limited by `max_body` (else 413) and their time by `body_ms` (else 408).
 */
#ifndef HTTP_SINK_H
#define HTTP_SINK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"

struct http_connection;

struct http_sink {
    uint64_t max_body; /* bytes */
    uint32_t body_ms;
    /* Keep a copy of the bytes (borrowed). ERR_OK, or ERR_NO_MEMORY: 503. */
    enum err (*take)(struct http_sink *sink, const char *bytes, size_t length);
    bool (*full)(const struct http_sink *sink);
    void (*drop)(struct http_sink *sink);

    struct http_connection *connection; /* of this layer: who is read; NULL when nobody is */
    uint64_t taken;                     /* of this layer: bytes so far */
};

/* There is room again: go on reading. Harmless at any time. */
void http_sink_ready(struct http_sink *sink);

/* The sink of a complete request, which is the caller's from now on; NULL when it has none. */
struct http_sink *http_request_take_sink(struct http_connection *c);

#endif
