/*
 * The server's event stream, kept alive: opened, read, and after every loss opened again where it
 * stopped (Last-Event-ID), with growing pauses. Loop thread only.
 *
 *     CONNECTING -> LIVE -> (lost) OFFLINE -> wait -> CONNECTING -> ...
 *                -> REFUSED (the session has ended; it stays so)
 */
#ifndef TERMINAL_EVENT_FEED_H
#define TERMINAL_EVENT_FEED_H

#include "counter_client/terminal/http.h"
#include "counter_client/terminal/sse.h"

enum { FEED_PAUSE_MIN_MS = 250, FEED_PAUSE_MAX_MS = 5000 };

enum feed_state { FEED_CONNECTING, FEED_LIVE, FEED_OFFLINE, FEED_REFUSED };

struct event_feed;

struct event_feed_config {
    struct http *http;         /* borrowed while the feed lives */
    uv_loop_t *loop;           /* borrowed */
    const char *path;          /* "/events?topics=..."; copied */
    const char *token;         /* copied */
    const char *last_event_id; /* copied; NULL: begin with a snapshot */
    enum language language;
    sse_on_event *event;
    /* `status` and `problem` are those of the refusal, else 0 and NULL. */
    void (*changed)(enum feed_state state, int status, const json_t *problem, void *data);
    void *data;
};

/* Open the feed; neither callback is called inside. Returns ERR_OK, ERR_NO_MEMORY. */
enum err event_feed_open(const struct event_feed_config *config, struct event_feed **out_feed);

/* End it; no callback is called any more. Not from inside a callback. Call before http_close. */
void event_feed_close(struct event_feed *feed);

#endif
