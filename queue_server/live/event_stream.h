/*
 * The event streams: committed events go out to everybody who listens. Loop thread only.
 *
 * A stream begins with a `snapshot`, or, with Last-Event-ID, with the events that it missed; while
 * these are read it collects what is committed meanwhile, so that no event is lost or repeated:
 *
 *     opened -> CATCHING_UP (events wait in the stream) -> LIVE (events are sent at once)
 *
 * A reader that is RESUME_MAX events behind gets a new snapshot; one that does not read is ended
 * and comes back by itself. Heartbeats run on real time. Rules R-720..R-724.
 */
#ifndef LIVE_EVENT_STREAM_H
#define LIVE_EVENT_STREAM_H

#include "api/api.h"
#include "http/router.h"
#include "store/event_log.h"

enum { RESUME_MAX = 1000, HEARTBEAT_MS = 15000, CATCH_UP_EVENTS_MAX = 4000 };

struct event_bus;

enum err event_bus_open(uv_loop_t *loop, struct api *api, struct event_bus **out_bus);
/* Streams are ended by the listener; call once it is closed and the store is done. `closed` is
 * called when the bus is gone. */
void event_bus_close(struct event_bus *bus, void (*closed)(void *data), void *data);

/* An event was committed; `store_config.committed`. */
void event_bus_publish(const struct event *event, void *bus);

/* Open a stream for a call of GET /events; struct api's open_stream. */
enum err event_bus_open_stream(struct api_call *call, void *bus);
/* The client of a stream is gone; struct router's stream_gone. */
void event_bus_stream_gone(void *stream, struct event_bus *bus);
/* End the streams of a session; struct api's end_streams. */
void event_bus_end_streams(const uint8_t token[DIGEST_SIZE], void *bus);

/* Streams open, events sent to them, streams cut because they did not read. */
struct event_bus_stats {
    uint64_t streams, sent, cut;
};
struct event_bus_stats event_bus_stats(const struct event_bus *bus);

#endif
