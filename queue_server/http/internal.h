/*
 * The inside of the HTTP layer: for the .c files of this folder and its fuzzer only.
 *
 * A connection reads one request at a time. While a reply is owed (PHASE_REPLY) or too much output
 * waits (PHASE_FLUSH), further input is kept, unparsed, in `pending`; above a bound reading stops.
 *
 *     IDLE -> HEADER -> BODY -> REPLY -> IDLE          the next request
 *                                    -> FLUSH -> IDLE  the reader is behind
 *                                    -> STREAM -> DRAIN
 *                                    -> DRAIN          Connection: close
 *     any  -> CLOSED -> freed                          uv_close is under way
 */
#ifndef HTTP_INTERNAL_H
#define HTTP_INTERNAL_H

#include <llhttp.h>
#include <netinet/in.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <uv.h>

#include "http/address.h"
#include "http/buffer.h"
#include "http/limits.h"
#include "http/listener.h"
#include "http/request.h"
#include "http/sink.h"

#if LLHTTP_VERSION_MAJOR < 9 && !LLHTTP_STRICT_MODE
#error "build llhttp 8 with -DLLHTTP_STRICT_MODE=1: without it requests can be smuggled"
#endif

enum http_phase {
    PHASE_IDLE,   /* between requests */
    PHASE_HEADER, /* a request has begun */
    PHASE_BODY,   /* its header is complete */
    PHASE_REPLY,  /* the handler has it */
    PHASE_FLUSH,  /* replied, but too much waits to be sent */
    PHASE_STREAM, /* an event stream */
    PHASE_DRAIN,  /* all is said: send it, then read and drop until the client closes */
    PHASE_CLOSED
};

enum {
    HTTP_PENDING_MAX = 16 << 10, /* pipelined input above which reading stops */
    HTTP_INPUT_SIZE = 64 << 10,
    HTTP_SWEEP_MS = 250,        /* deadlines are looked at so often */
    HTTP_CLOSING_SWEEP_MS = 25, /* ... while the listener closes */
    HTTP_SLOW_BYTES = 4 << 10,  /* output that must leave within limits.idle_ms */
    HTTP_REFUSAL_ROOM = 64,     /* connections beyond the limit that are told why */
    HTTP_DATE_SIZE = sizeof "Sun, 06 Nov 1994 08:49:37 GMT"
};

/* A growing text; with capacity > 0 two NULs stand behind its `length` bytes. */
struct http_text {
    char *bytes;
    uint32_t length;
    uint32_t capacity;
};

struct http_connection {
    uv_tcp_t tcp;
    uv_shutdown_t shutdown;
    llhttp_t parser;
    struct http_listener *listener;
    struct http_connection *next;
    struct http_connection **back; /* the pointer that points here; NULL when not in the list */
    struct http_address *address;
    uint64_t deadline; /* listener time, ms; 0 = none */
    void *user;
    struct http_text head; /* target NUL (name NUL value NUL)... */
    struct http_text body;
    struct http_sink *sink;   /* takes the body instead; NULL: none */
    struct http_text pending; /* input behind the request that is being answered */
    const char *path;         /* NULL until the header is complete */
    struct http_parameter *parameters;
    uint32_t parameter_count;
    uint32_t fields_at;    /* where the fields begin in `head`; 0 = not yet */
    uint32_t pending_used; /* bytes of `pending` that were parsed */
    uint64_t raw;          /* bytes of this part of the request that came in pieces */
    size_t unsent_then;    /* output that waited when the deadline was set */
    uint32_t writes;       /* uv_write requests in flight */
    uint16_t fault;        /* status to answer when the parser refuses */
    uint8_t phase;         /* enum http_phase */
    uint8_t fold;          /* state of the search for folded lines */
    bool in_value;         /* the last piece of `head` is a value */
    bool keep_alive;
    bool head_only;
    bool expects;  /* 100-continue is awaited */
    bool feeding;  /* inside feed(): it takes up the next request itself */
    bool paused;   /* reading is stopped */
    bool ended;    /* the client sends no more */
    bool finished; /* all output and the FIN are sent */
    bool from_loopback;
    char peer[INET6_ADDRSTRLEN];
};

struct http_listener {
    uv_loop_t *loop;
    struct http_limits limits;
    struct http_handler handler;
    uv_tcp_t socket;
    uv_timer_t sweep;
    uv_tcp_t spare; /* takes a connection that cannot be served, so that accepting goes on */
    bool spare_busy;
    bool accept_owed;
    bool stopping;
    uint8_t handles;      /* of socket and sweep, those not yet closed */
    uint32_t sweep_ms;    /* period of the sweep */
    uint32_t connections; /* not yet freed */
    uint32_t streams;
    struct http_connection *first;
    struct http_addresses addresses;
    uint64_t now_ms;  /* sum of the sweeps' periods */
    uint64_t stop_at; /* listener time; connections are cut then */
    uint64_t held;    /* bytes in all http_texts */
    void (*closed)(void *data);
    void *closed_data;
    llhttp_settings_t settings;
    struct http_stats stats;
    uint64_t date_at; /* listener time of `date` */
    char date[HTTP_DATE_SIZE];
    char input[HTTP_INPUT_SIZE]; /* one for all: what is read is used up at once */
};

/* ---- connection.c */

/* Take the waiting client of the listener's socket. Without memory it is closed unheard. */
void http_connection_accept(struct http_listener *listener);

/* Enter `phase`, with a deadline in `ms` from now; 0 = none. */
void http_connection_enter(struct http_connection *c, enum http_phase phase, uint32_t ms);

/* Close at once; gone() and the release of memory follow from the loop. Harmless when repeated. */
void http_connection_close(struct http_connection *c);

/* Send what waits, then FIN, then read and drop: an early close would destroy the reply (RST). */
void http_connection_drain(struct http_connection *c);

/* Back in PHASE_IDLE: take up the pipelined input, unless feed() is about to. */
void http_connection_resume(struct http_connection *c);

/* How long the body of this request may be, in bytes. */
uint64_t http_connection_max_body(const struct http_connection *c);

/* Forget the request that was answered. */
void http_connection_forget_request(struct http_connection *c);

/* The deadline has passed: answer 408, close, or give a slow reader that moves more time. */
void http_connection_expire(struct http_connection *c);

/*
 * Append `length` bytes. Returns ERR_OK, or ERR_NO_MEMORY when there is none or when
 * limits.max_held would be passed.
 */
enum err http_text_append(struct http_connection *c, struct http_text *text, const char *bytes,
                          size_t length);
/* Free the bytes; the text is empty afterwards. */
void http_text_clear(struct http_connection *c, struct http_text *text);

/* ---- parser.c */

enum http_parsed { HTTP_PARSED_ALL, HTTP_PARSED_REQUEST, HTTP_PARSED_FAULT };

/* Fill the table of llhttp's callbacks. */
void http_parser_settings(llhttp_settings_t *settings);

/*
 * Parse `length` bytes. HTTP_PARSED_ALL: all were used; _REQUEST: a request is complete and
 * *out_used bytes were used; _FAULT: c->fault says the status, and the parser must not be used
 * again.
 */
enum http_parsed http_parser_feed(struct http_connection *c, const char *bytes, size_t length,
                                  size_t *out_used);

/* ---- target.c */

/*
 * Split and decode the request target at the start of c->head into c->path and c->parameters
 * . Returns ERR_OK, ERR_MALFORMED, ERR_NO_MEMORY.
 */
enum err http_target_read(struct http_connection *c);

/* ---- output.c */

/* Bytes that were accepted for sending and wait. */
size_t http_output_unsent(const struct http_connection *c);

/* Send `a`, then `b` (may be NULL); each is held while it waits. May close `c`. */
void http_output_send(struct http_connection *c, struct http_buffer *a, struct http_buffer *b);

/* ---- reply.c */

/* Answer by ourselves and end the connection; the body comes from handler.error_body. */
void http_reply_fault(struct http_connection *c, int status);

/* "OK", "Not Found", ...; a word for its class when the status is not in the table. */
const char *http_reason(int status);

/* A "Date: ...\r\n" line, or "" when the handler has no clock. */
void http_date_line(struct http_listener *listener, char *out, size_t size);

#endif
