#include "counter_client/terminal/event_feed.h"

#include <stdlib.h>
#include <string.h>

struct event_feed {
    struct event_feed_config config;
    char *path, *token;
    struct sse sse;
    struct http_call *call; /* NULL: waiting for the next try */
    uv_timer_t pause;
    uint64_t pause_ms;
    enum feed_state state;
};

static void feed_connect(struct event_feed *feed);

static void feed_change(struct event_feed *feed, enum feed_state state, int status,
                        const json_t *problem)
{
    if (feed->state == state)
        return;
    feed->state = state;
    feed->config.changed(state, status, problem, feed->config.data);
}

static void pause_cb(uv_timer_t *timer)
{
    feed_connect(timer->data);
}

static void feed_wait(struct event_feed *feed)
{
    uint64_t asked = feed->sse.retry_ms > 0 ? (uint64_t)feed->sse.retry_ms : 0;
    uint64_t pause = feed->pause_ms > asked ? feed->pause_ms : asked;

    if (pause > FEED_PAUSE_MAX_MS)
        pause = FEED_PAUSE_MAX_MS;
    uv_timer_start(&feed->pause, pause_cb, pause, 0);
    if (feed->pause_ms < FEED_PAUSE_MAX_MS)
        feed->pause_ms *= 2;
}

static void on_bytes(const char *bytes, size_t length, void *data)
{
    struct event_feed *feed = data;

    feed->pause_ms = FEED_PAUSE_MIN_MS;
    feed_change(feed, FEED_LIVE, 0, NULL);
    sse_feed(&feed->sse, bytes, length, feed->config.event, feed->config.data);
}

/* The stream ended, or could not be opened. */
static void on_end(const struct http_answer *answer, void *data)
{
    struct event_feed *feed = data;
    bool refused = answer->status >= 400 && answer->status < 500 && answer->status != 408 &&
                   answer->status != 429;

    feed->call = NULL;
    if (refused) {
        feed_change(feed, FEED_REFUSED, answer->status, answer->json);
        return;
    }
    feed_change(feed, FEED_OFFLINE, 0, NULL);
    feed_wait(feed);
}

static void feed_connect(struct event_feed *feed)
{
    struct http_request request = {.method = "GET",
                                   .path = feed->path,
                                   .token = feed->token,
                                   .last_event_id =
                                       feed->sse.id.length > 0 ? feed->sse.id.data : NULL,
                                   .accept = "text/event-stream",
                                   .language = feed->config.language,
                                   .attempts = 1,
                                   .bytes = on_bytes};

    sse_restart(&feed->sse);
    if (http_send(feed->config.http, &request, on_end, feed, &feed->call) != ERR_OK) {
        feed->call = NULL;
        feed_wait(feed);
    }
}

enum err event_feed_open(const struct event_feed_config *config, struct event_feed **out_feed)
{
    struct event_feed *feed = calloc(1, sizeof *feed);

    if (!feed)
        return ERR_NO_MEMORY;
    *feed = (struct event_feed){.config = *config,
                                .path = strdup(config->path),
                                .token = strdup(config->token),
                                .pause_ms = FEED_PAUSE_MIN_MS,
                                .state = FEED_CONNECTING};
    sse_init(&feed->sse);
    if (!feed->path || !feed->token) {
        free(feed->path);
        free(feed->token);
        free(feed);
        return ERR_NO_MEMORY;
    }
    if (config->last_event_id)
        text_add(&feed->sse.id, config->last_event_id);
    uv_timer_init(config->loop, &feed->pause);
    feed->pause.data = feed;
    feed_connect(feed);
    *out_feed = feed;
    return ERR_OK;
}

static void feed_closed_cb(uv_handle_t *handle)
{
    struct event_feed *feed = handle->data;

    sse_release(&feed->sse);
    free(feed->path);
    free(feed->token);
    free(feed);
}

void event_feed_close(struct event_feed *feed)
{
    if (feed->call)
        http_cancel(feed->call);
    uv_close((uv_handle_t *)&feed->pause, feed_closed_cb);
}
