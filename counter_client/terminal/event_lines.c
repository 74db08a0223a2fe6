#include "counter_client/terminal/event_lines.h"

#include "counter_client/terminal/body.h"
#include "counter_client/terminal/event_feed.h"
#include "counter_client/terminal/json_path.h"
#include "counter_client/terminal/one_shot.h"
#include "counter_client/terminal/shown.h"
#include "counter_client/terminal/value.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct event_lines {
    const struct invocation *invocation;
    long left; /* events to show; below zero: no end */
    bool ended;
    int exit_status;
    int handles; /* signal handles not closed yet */
};

static void say_event(const struct event_lines *lines, const struct sse_event *event)
{
    json_t *json = json_loads(event->data, 0, NULL);
    const char *at = json_text_at(json, "at"), *subject = json_text_at(json, "subject");
    struct text text;

    text_init(&text);
    text_printf(&text, "%s  ", event->id);
    if (at)
        instant_add(&text, at, VALUE_INSTANT);
    text_printf(&text, "  %s  %s", event->kind, subject ? subject : "");
    if (json_text_at(json, "ticket.number"))
        text_printf(&text, "  %s", json_text_at(json, "ticket.number"));
    if (json_text_at(json, "ticket.counter"))
        text_printf(&text, " -> %s", json_text_at(json, "ticket.counter"));
    if (json_text_at(json, "dossier.code"))
        text_printf(&text, "  %s", json_text_at(json, "dossier.code"));
    printf("%s\n", lines->invocation->json ? event->data : text.data ? text.data : "");
    fflush(stdout);
    text_release(&text);
    json_decref(json);
}

static void on_event(const struct sse_event *event, void *data)
{
    struct event_lines *lines = data;

    if (lines->ended || strcmp(event->kind, "heartbeat") == 0)
        return;
    say_event(lines, event);
    if (lines->left > 0 && --lines->left == 0)
        lines->ended = true;
}

static void on_change(enum feed_state state, int status, const json_t *problem, void *data)
{
    struct event_lines *lines = data;
    bool english = lines->invocation->language == LANGUAGE_EN;
    struct text text;

    if (state == FEED_OFFLINE)
        fprintf(stderr,
                english ? "-- connection lost, trying again\n" : "-- mất kết nối, đang thử lại\n");
    if (state != FEED_REFUSED)
        return;
    text_init(&text);
    problem_add(&text, status, problem, lines->invocation->language);
    fputs(text.data ? text.data : "", stderr);
    text_release(&text);
    lines->exit_status = EXIT_REFUSED;
    lines->ended = true;
}

static void interrupt_cb(uv_signal_t *handle, int number)
{
    struct event_lines *lines = handle->data;

    (void)number;
    lines->ended = true;
}

static void closed_cb(uv_handle_t *handle)
{
    struct event_lines *lines = handle->data;

    lines->handles--;
}

int event_lines_run(struct exchange *exchange, const struct invocation *invocation)
{
    struct event_lines lines = {.invocation = invocation, .left = -1};
    struct event_feed_config config = {.http = exchange->http,
                                       .loop = &exchange->loop,
                                       .token = exchange->token ? exchange->token : "",
                                       .last_event_id = invocation->last_event_id,
                                       .language = invocation->language,
                                       .event = on_event,
                                       .changed = on_change,
                                       .data = &lines};
    struct event_feed *feed;
    uv_signal_t interrupt, terminate;
    struct text path;

    if (invocation->count)
        lines.left = strtol(invocation->count, NULL, 10);
    text_init(&path);
    body_path(invocation, &path);
    config.path = path.data ? path.data : "/events";
    uv_signal_init(&exchange->loop, &interrupt);
    uv_signal_init(&exchange->loop, &terminate);
    interrupt.data = terminate.data = &lines;
    uv_signal_start(&interrupt, interrupt_cb, SIGINT);
    uv_signal_start(&terminate, interrupt_cb, SIGTERM);
    if (event_feed_open(&config, &feed) == ERR_OK) {
        while (!lines.ended)
            uv_run(&exchange->loop, UV_RUN_ONCE);
        event_feed_close(feed);
    }
    lines.handles = 2;
    uv_close((uv_handle_t *)&interrupt, closed_cb);
    uv_close((uv_handle_t *)&terminate, closed_cb);
    while (lines.handles > 0) /* they live on this stack */
        uv_run(&exchange->loop, UV_RUN_ONCE);
    text_release(&path);
    return lines.exit_status;
}
