#include "printer/serve.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "printer/protocol.h"
#include "printer/worker.h"

enum { DESTINATIONS_MOST = 64, READ_SIZE = 65536 };

/* A destination and the worker that serves it. */
struct post {
    char text[DESTINATION_MOST + 1];
    struct worker *worker;
};

struct server {
    const char *fonts;
    struct events events;
    struct worker *renderer; /* files */
    struct worker *asker;    /* states */
    struct post posts[DESTINATIONS_MOST];
    size_t post_count;
};

static void refuse(struct server *server, const char *id, enum err err, const char *field)
{
    struct fault fault = {.err = err};

    snprintf(fault.field, sizeof fault.field, "%s", field);
    events_error(&server->events, id && id[0] ? id : NULL, &fault);
}

static struct post *post_of(struct server *server, const char *text)
{
    for (size_t i = 0; i < server->post_count; i++)
        if (strcmp(server->posts[i].text, text) == 0)
            return &server->posts[i];
    return NULL;
}

static enum err post_open(struct server *server, const char *text, struct post **out_post)
{
    struct post *post = &server->posts[server->post_count];
    enum err err;

    if (server->post_count == DESTINATIONS_MOST)
        return ERR_TOO_MANY;
    err = worker_start(server->fonts, &server->events, &post->worker);
    if (err != ERR_OK)
        return err;
    snprintf(post->text, sizeof post->text, "%s", text);
    server->post_count++;
    *out_post = post;
    return ERR_OK;
}

/* A newer generation of a job takes the place of an older one; the same twice is a mistake. */
static bool supersede(struct server *server, const struct order *order)
{
    for (size_t i = 0; i < server->post_count; i++) {
        int there = worker_generation(server->posts[i].worker, order->job.id);

        if (there >= order->generation)
            return false;
        if (there >= 0)
            worker_cancel(server->posts[i].worker, order->job.id, there);
    }
    return true;
}

static void take_print(struct server *server, struct order *order)
{
    struct post *post = post_of(server, order->destination.text);
    enum err err = ERR_OK;

    if (!supersede(server, order))
        err = ERR_DUPLICATE;
    else if (!post)
        err = post_open(server, order->destination.text, &post);
    if (err != ERR_OK) {
        refuse(server, order->job.id, err, err == ERR_DUPLICATE ? "generation" : "destination");
        order_free(order);
        return;
    }
    worker_take(post->worker, order);
}

/* A receipt printer talks to one at a time: while it prints, its worker knows best. */
static void take_status(struct server *server, struct order *order)
{
    struct post *post = post_of(server, order->destination.text);
    enum printer_state state;

    if (post && destination_is_escpos(&order->destination) &&
        worker_is_busy(post->worker, &state)) {
        events_send(&server->events,
                    json_pack("{s:s, s:s, s:s, s:s}", "event", "status", "destination",
                              order->destination.text, "state", printer_state_name(state),
                              "message", printer_state_text(state)));
        order_free(order);
        return;
    }
    worker_take(server->asker, order);
}

static void take_mark(struct server *server, const struct request *request)
{
    bool found = false;

    for (size_t i = 0; i < server->post_count; i++) {
        struct worker *worker = server->posts[i].worker;

        if (request->op == OP_GO ? worker_grant(worker, request->id, request->generation)
                                 : worker_cancel(worker, request->id, request->generation))
            found = true;
    }
    if (!found)
        refuse(server, request->id, ERR_NOT_FOUND, "id");
}

static void take_line(struct server *server, const char *line, size_t length)
{
    struct request request;
    struct fault fault = {.err = ERR_INTERNAL};

    if (protocol_read(line, length, &request, &fault) != ERR_OK) {
        events_error(&server->events, request.id[0] ? request.id : NULL, &fault);
        return;
    }
    switch (request.op) {
    case OP_RENDER:
        worker_take(server->renderer, request.order);
        break;
    case OP_PRINT:
        take_print(server, request.order);
        break;
    case OP_STATUS:
        take_status(server, request.order);
        break;
    case OP_GO:
    case OP_CANCEL:
        take_mark(server, &request);
        break;
    }
}

/* Bytes that were read and are not a line yet. */
struct pending {
    char *data;
    size_t length;
    bool skipping; /* the line is too long: drop it up to its end */
};

static void take_rest(struct server *server, struct pending *pending)
{
    if (!pending->skipping && pending->length > 0)
        take_line(server, pending->data, pending->length);
    pending->length = 0;
    pending->skipping = false;
}

static void take_bytes(struct server *server, struct pending *pending, const char *data,
                       size_t length)
{
    while (length > 0) {
        const char *end = memchr(data, '\n', length);
        size_t part = end ? (size_t)(end - data) : length;

        if (!pending->skipping && pending->length + part > PROTOCOL_LINE_MOST) {
            refuse(server, NULL, ERR_TOO_LARGE, "");
            pending->skipping = true;
        }
        if (!pending->skipping) {
            memcpy(pending->data + pending->length, data, part);
            pending->length += part;
        }
        if (end)
            take_rest(server, pending);
        data += part + (end ? 1 : 0);
        length -= part + (end ? 1 : 0);
    }
}

static void read_lines(struct server *server, int input, struct pending *pending)
{
    char data[READ_SIZE];
    ssize_t n;

    while ((n = read(input, data, sizeof data)) != 0) {
        if (n > 0)
            take_bytes(server, pending, data, (size_t)n);
        else if (errno != EINTR)
            break;
    }
    take_rest(server, pending);
}

static void stop_all(struct server *server)
{
    for (size_t i = 0; i < server->post_count; i++)
        worker_stop(server->posts[i].worker);
    for (size_t i = 0; i < server->post_count; i++)
        worker_join(server->posts[i].worker);
}

static enum err start(struct server *server)
{
    enum err err = worker_start(server->fonts, &server->events, &server->renderer);

    if (err != ERR_OK)
        return err;
    err = worker_start(server->fonts, &server->events, &server->asker);
    if (err != ERR_OK) {
        worker_stop(server->renderer);
        worker_join(server->renderer);
    }
    return err;
}

int serve(const char *fonts, int input, int output)
{
    struct server server = {.fonts = fonts};
    struct pending pending = {.data = malloc(PROTOCOL_LINE_MOST)};
    enum err err;

    events_init(&server.events, output);
    err = pending.data ? start(&server) : ERR_NO_MEMORY;
    if (err == ERR_OK) {
        read_lines(&server, input, &pending);
        stop_all(&server);
        worker_stop(server.renderer);
        worker_stop(server.asker);
        worker_join(server.renderer);
        worker_join(server.asker);
    } else {
        refuse(&server, NULL, err, "fonts");
    }
    events_release(&server.events);
    free(pending.data);
    return err == ERR_OK ? 0 : 1;
}
