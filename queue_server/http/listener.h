/*
 * The HTTP/1.1 server: a listening socket and its connections on one libuv loop.
 *
 * Loop thread only. Bytes are parsed by llhttp; limits, deadlines, the order of pipelined replies
 * and the way a connection ends are ours. There is no TLS and no HTTP/2: a proxy in front adds
 * them.
 *
 * The life of a request:
 *
 *     request(c)                  the whole request is there: http/request.h reads it
 *         http_reply(c, ...)      at once, or
 *         http_connection_set_user(c, job)  and http_reply later, from the loop thread
 *         http_stream_start(c)    an event stream (http/stream.h)
 *     gone(c, job)                instead of the reply: the client went away
 *
 * The pointer `c` may be used until the reply is given, the stream is ended, or gone() is called,
 * whichever comes first. gone() is called from the loop only, never from inside a call into this
 * layer, so a list of connections can be walked while sending.
 *
 * What the program must do besides: ignore SIGPIPE; keep limits.max_connections below the limit of
 * open files; and, as glibc gives memory back to the kernel and asks for it again at every request
 * (measured: 80,000 requests a second become 30,000), call mallopt(M_TRIM_THRESHOLD, 256 << 20)
 * and mallopt(M_TOP_PAD, 1 << 20) once at its start.
 */
#ifndef HTTP_LISTENER_H
#define HTTP_LISTENER_H

#include <stddef.h>
#include <stdint.h>
#include <uv.h>

#include "base/error.h"
#include "http/limits.h"

struct http_listener;
struct http_connection;
struct http_sink;

struct http_handler {
    /* One complete request. Reply now, or set a user pointer and reply later. Required. */
    void (*request)(struct http_connection *c, void *data);
    /*
     * The client of a request or stream with a user pointer is gone, or the listener ended its
     * stream: `user` is the handler's again, `c` is invalid after the return. Required.
     */
    void (*gone)(struct http_connection *c, void *user, void *data);
    /*
     * The body (application/problem+json) of an answer that this layer gives by itself: 400, 408,
     * 413, 417, 431, 503, and what body() refused with. Writes at most `size` bytes to `out`,
     * returns how many. The accessors of http/request.h give what was read so far (Accept-Language,
     * perhaps). NULL: a plain sentence.
     */
    size_t (*error_body)(int status, const struct http_connection *c, char *out, size_t size,
                         void *data);
    /* Seconds since 1970-01-01T00:00:00Z for the Date header; NULL: no Date is sent. */
    int64_t (*wall_seconds)(void *data);
    void *data; /* borrowed; handed to every function here */
    /*
     * The header of a request is complete: shall its body go to a sink (http/sink.h)? Sets
     * *out_sink if so. Returns 0, or the status to refuse the request with before its body is read.
     * NULL: every body is kept in memory.
     */
    int (*body)(struct http_connection *c, struct http_sink **out_sink, void *data);
};

/* Counts since the listener was opened; the first two are of this moment. */
struct http_stats {
    uint64_t connections; /* open now */
    uint64_t streams;     /* open now */
    uint64_t accepted;    /* connections */
    uint64_t refused;     /* connections beyond a limit */
    uint64_t requests;    /* complete ones, handed to the handler */
    uint64_t faults;      /* answered 400, 413, 417, 431 or 503 by this layer */
    uint64_t timeouts;    /* answered 408 */
    uint64_t slow;        /* readers cut because their output did not drain */
    uint64_t bytes_in;
    uint64_t bytes_out;
};

/*
 * Listen on `host`:`port` and serve until http_listener_close.
 *
 * loop     borrowed; must outlive the listener
 * host     borrowed; an IPv4 or IPv6 address in text ("127.0.0.1", "::", "::1") or "localhost"
 * port     0 .. 65535; 0 takes any free port (http_listener_port tells which)
 * limits   borrowed, copied
 * handler  borrowed, copied; its data must live until the closed callback
 * out      the listener, set on success only
 *
 * Returns ERR_OK; ERR_BAD_PARAMETER (host or port); ERR_ADDRESS_IN_USE; ERR_ADDRESS (not an address
 * of this machine, or not allowed); ERR_NO_MEMORY. After an error the loop has to run once more for
 * libuv to let go of its handles.
 */
enum err http_listener_open(uv_loop_t *loop, const char *host, int port,
                            const struct http_limits *limits, const struct http_handler *handler,
                            struct http_listener **out_listener);

/* The port that is listened on, 1 .. 65535. */
int http_listener_port(const struct http_listener *listener);

/* What was counted so far. */
struct http_stats http_listener_stats(const struct http_listener *listener);

/*
 * End the service: no new connections; idle connections and streams end at once; requests
 * that are owed a reply get it with `Connection: close`; what is left after `grace_ms` is cut.
 * Then the listener is freed and `closed(data)` is called, from the loop. A second call does
 * nothing.
 */
void http_listener_close(struct http_listener *listener, uint32_t grace_ms,
                         void (*closed)(void *data), void *data);

#endif
