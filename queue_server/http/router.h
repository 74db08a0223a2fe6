/*
 * From an HTTP request to a call of the API, and back. Loop thread only.
 *
 * Finds the route, signs in who asks (bearer token or cookie), reads what every route has in common
 * (Idempotency-Key, If-Match, Accept-Language, query, JSON body) and refuses what is wrong with it;
 * then the route's handler has the word. Paths that are not of the API go to the pages.
 * Rules R-710..R-716.
 */
#ifndef HTTP_ROUTER_H
#define HTTP_ROUTER_H

#include "api/api.h"
#include "http/listener.h"
#include "http/upload.h"
#include "page/page.h"

struct router {
    struct api *api;
    /* A request outside /api/v1; false when there is no such page. */
    bool (*page)(struct http_connection *c, void *data);
    /* An event stream's client is gone. */
    void (*stream_gone)(void *stream, void *data);
    void *data;
    struct page_files files; /* of the citizens' pages */
    struct uploads *uploads; /* borrowed; NULL: no scans are taken */
    bool without_metrics;    /* /metrics has a listener of its own, so it is not found here */
    bool only_metrics;       /* this is that listener: nothing but /metrics and /health */
};

/* The handler of a listener, with `router` (borrowed) as its data. */
struct http_handler router_handler(struct router *router);

/* Make the connection of a call a stream of its own: the call ends, the stream is what
 * stream_gone() is told of. Returns ERR_OK, or why no stream could be started: then the call still
 * wants its reply. */
enum err router_start_stream(struct api_call *call, void *stream,
                             struct http_connection **out_connection);

#endif
