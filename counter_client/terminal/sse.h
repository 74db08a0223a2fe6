/*
 * Server-sent events (WHATWG HTML, 9.2): bytes in any pieces become events. Pure but for memory.
 *
 * Lines end with LF, CR or CR LF; an event ends with an empty line; a line that begins with a colon
 * is a comment; an event that the stream's end cuts off is dropped. A byte order mark at the start
 * is skipped.
 */
#ifndef TERMINAL_SSE_H
#define TERMINAL_SSE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/text.h"

/* Texts are borrowed until the callback returns; never NULL. */
struct sse_event {
    const char *kind; /* "message" where the stream names none */
    const char *data;
    const char *id; /* the last id of the stream; empty: none yet */
};

typedef void sse_on_event(const struct sse_event *event, void *data);

enum { SSE_EVENT_MAX = 16 * 1024 * 1024 }; /* bytes of one event; a larger one is dropped */

struct sse {
    struct text line, kind, data, id;
    size_t bytes_seen; /* up to 3, for the byte order mark */
    bool after_cr;     /* a LF that follows belongs to the line end */
    bool has_data;
    bool too_large;   /* the event is dropped at its end */
    int64_t retry_ms; /* what the server asks to wait before a reconnection; -1: nothing */
};

void sse_init(struct sse *sse);
void sse_release(struct sse *sse);
/* Begin a new stream; the last id stays. */
void sse_restart(struct sse *sse);
/* Read some bytes; `on_event` is called for each event that they complete. */
void sse_feed(struct sse *sse, const char *bytes, size_t length, sse_on_event *on_event,
              void *data);

#endif
