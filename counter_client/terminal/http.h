/*
 * Requests to the server: libcurl's multi interface on the libuv loop. Loop thread only.
 *
 * A request is sent, tried again with the same bytes (so with the same Idempotency-Key) when the
 * connection was refused or lost, and answered exactly once. The story of a call:
 *
 *     http_send -> curl works on the loop -> answered            -> done
 *                  connection lost, attempts left: wait, send again
 *                  http_cancel                                   -> done is never called
 *
 * `done` is never called inside http_send. Requests go straight to the server: proxies of the
 * environment are for the Internet, and this server stands in the same house.
 */
#ifndef TERMINAL_HTTP_H
#define TERMINAL_HTTP_H

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>
#include <uv.h>

#include "base/error.h"

enum {
    HTTP_ATTEMPTS = 4,      /* of a request whose connection is lost */
    HTTP_CONNECT_MS = 5000, /* to connect */
    HTTP_ANSWER_MS = 20000, /* to be answered */
    HTTP_SILENCE_S = 40,    /* a stream without a byte (heartbeats come every 15 s) is dead */
    HTTP_BODY_MAX = 32 * 1024 * 1024,
    HTTP_FAULT_SIZE = 256,
    HTTP_TAG_SIZE = 64
};

struct http;
struct http_call;

struct http_answer {
    int status; /* 0: no answer, `fault` says why */
    char fault[HTTP_FAULT_SIZE];
    json_t *json;     /* NULL when the body is not JSON; borrowed, json_incref to keep */
    const char *body; /* borrowed, NUL-terminated */
    size_t length;
    char etag[HTTP_TAG_SIZE]; /* with its quotes; empty: none */
};

typedef void http_done(const struct http_answer *answer, void *data);
/* A piece of a stream's body (status 200); first once with a length of 0, when the stream is open.
 */
typedef void http_bytes(const char *bytes, size_t length, void *data);

/* All texts are borrowed until http_send returns. */
struct http_request {
    const char *method;
    const char *path;          /* below /api/v1, begins with a slash; query included */
    const char *body;          /* JSON; NULL: none */
    const char *token;         /* bearer token; NULL: none */
    const char *key;           /* Idempotency-Key; NULL: none */
    const char *if_match;      /* an ETag; NULL: none */
    const char *last_event_id; /* NULL: none */
    const char *accept;        /* NULL: application/json */
    enum language language;
    int attempts;      /* 1 .. HTTP_ATTEMPTS */
    http_bytes *bytes; /* a stream; NULL: the body is collected for `done` */
};

/*
 * loop    borrowed until the loop has run after http_close
 * server  borrowed: http://HOST:PORT or https://..., with or without a slash at the end
 *
 * Returns ERR_OK, ERR_NO_MEMORY.
 */
enum err http_open(uv_loop_t *loop, const char *server, struct http **out_http);

/* Cancels what is on its way. The memory is freed as the loop runs on. */
void http_close(struct http *http);

/*
 * Send a request. `out_call` (may be NULL) is valid until `done` was called.
 * Returns ERR_OK (then `done` is called once, later), ERR_NO_MEMORY.
 */
enum err http_send(struct http *http, const struct http_request *request, http_done *done,
                   void *data, struct http_call **out_call);

/* Forget a call: `done` will not be called. Not from inside `bytes` or `done`. */
void http_cancel(struct http_call *call);

#endif
