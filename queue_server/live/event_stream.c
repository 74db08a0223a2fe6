#include "live/event_stream.h"

#include <stdlib.h>
#include <string.h>

#include "api/handlers.h"
#include "http/buffer.h"
#include "http/connection.h"
#include "http/stream.h"
#include "live/event_text.h"
#include "usecase/read_print.h"
#include "usecase/read_queue.h"

enum { SNAPSHOT_PRINT_JOBS_MAX = 500 };

/* An event that waits for streams that are catching up. */
struct waiting {
    struct link link;
    int64_t seq;
    struct http_buffer *buffer;
};

struct stream {
    struct stream *next, **previous;
    struct event_bus *bus;
    struct http_connection *connection; /* NULL once it is gone, while it catches up */
    struct event_reader reader;
    uint8_t token[DIGEST_SIZE];
    struct catch_up *catch_up;  /* what it waits for; NULL once it is live */
    struct stream *next_member; /* of those who wait for the same */
};

struct event_bus {
    struct api *api;
    struct stream *streams;
    struct catch_up *joinable; /* the newest reading of devices that is not done, or NULL */
    uv_timer_t heartbeat;
    struct event_bus_stats stats;
    int64_t last_seq;
    void (*closed)(void *data);
    void *closed_data;
};

/*
 * What new streams are told first. Boards and kiosks of one site that come together, as after a
 * power cut, wait for one reading and are told one text, held once.
 */
struct catch_up {
    struct read_queue queue; /* first: its command is ours; the snapshot */
    struct event_bus *bus;
    struct stream *members;
    struct list waiting; /* of struct waiting: committed since, oldest first */
    int waiting_count;
    int64_t last_kept; /* of the newest of them; 0: none */
    bool overflowed;   /* too much was committed meanwhile: the members come again */
    int64_t after;     /* Last-Event-ID, or -1 */
    bool resumed;
    int64_t seq;            /* told up to here */
    struct text text;       /* of the missed events */
    struct text print_jobs; /* not settled, parted by commas */
    struct event_reader reader;
};

/* ---- one stream ------------------------------------------------------------------------------ */

static void unlink_stream(struct stream *stream)
{
    if ((*stream->previous = stream->next))
        stream->next->previous = stream->previous;
    stream->bus->stats.streams--;
}

static void free_stream(struct stream *stream)
{
    unlink_stream(stream);
    free(stream);
}

/* End a stream from our side. One that catches up is freed when its reading is done. */
static void end_stream(struct stream *stream)
{
    if (stream->connection) {
        free(http_connection_user(stream->connection));
        http_stream_end(stream->connection);
        stream->connection = NULL;
    }
    if (!stream->catch_up)
        free_stream(stream);
}

void event_bus_stream_gone(void *data, struct event_bus *bus)
{
    struct stream *stream = data;

    (void)bus;
    stream->connection = NULL;
    if (!stream->catch_up)
        free_stream(stream);
}

/* False when the stream was ended because it does not read. */
static bool send_to(struct stream *stream, struct http_buffer *buffer)
{
    if (http_stream_send(stream->connection, buffer)) {
        stream->bus->stats.sent++;
        return true;
    }
    stream->bus->stats.cut++;
    end_stream(stream);
    return false;
}

/* Keep an event for who is catching up: once, however many they are. */
static void keep(struct catch_up *catch_up, int64_t seq, struct http_buffer *buffer)
{
    struct waiting *waiting;

    if (catch_up->overflowed || catch_up->last_kept == seq)
        return;
    waiting = catch_up->waiting_count < CATCH_UP_EVENTS_MAX ? malloc(sizeof *waiting) : NULL;
    if (!waiting) {
        catch_up->overflowed = true;
        return;
    }
    catch_up->last_kept = seq;
    *waiting = (struct waiting){.seq = seq, .buffer = http_buffer_hold(buffer)};
    list_push(&catch_up->waiting, &waiting->link);
    catch_up->waiting_count++;
}

static struct http_buffer *buffer_of(struct text *text)
{
    return text->failed ? NULL : http_buffer_copy(text->data, text->length);
}

/* ---- publishing ------------------------------------------------------------------------------ */

/* The event's text, made at the first stream that wants it in this form. */
static struct http_buffer *form_of(const struct event *event, bool in_hall,
                                   struct http_buffer *forms[2])
{
    struct text text;

    if (forms[in_hall])
        return forms[in_hall];
    text_init(&text);
    event_write(&text, event, in_hall);
    forms[in_hall] = buffer_of(&text);
    text_release(&text);
    return forms[in_hall];
}

void event_bus_publish(const struct event *event, void *data)
{
    struct event_bus *bus = data;
    struct http_buffer *forms[2] = {NULL, NULL};
    struct event_ready ready;
    struct stream *next;

    bus->last_seq = event->seq;
    if (!bus->streams || !event_make_ready(event, &ready))
        return;
    for (struct stream *stream = bus->streams; stream; stream = next) {
        next = stream->next;
        if (!stream->connection || !event_is_visible(&ready, &stream->reader))
            continue;
        struct http_buffer *buffer = form_of(event, stream->reader.in_hall, forms);
        if (!buffer)
            end_stream(stream); /* no memory: it comes back with Last-Event-ID */
        else if (stream->catch_up)
            keep(stream->catch_up, event->seq, buffer);
        else
            send_to(stream, buffer);
    }
    http_buffer_release(forms[0]);
    http_buffer_release(forms[1]);
}

static void heartbeat_cb(uv_timer_t *timer)
{
    struct event_bus *bus = timer->data;
    const struct instant now = clock_now(&bus->api->office.clock);
    struct text data, text;
    struct stream *next;

    text_init(&data);
    text_init(&text);
    json_open_object(&data, NULL);
    json_put_int(&data, "seq", bus->last_seq);
    json_put_instant(&data, "at", now);
    json_close_object(&data);
    event_write_plain(&text, "heartbeat", 0, data.data ? data.data : "{}");
    struct http_buffer *buffer = buffer_of(&text);
    for (struct stream *stream = bus->streams; buffer && stream; stream = next) {
        next = stream->next;
        if (!stream->connection)
            continue;
        if (stream->reader.in_hall) /* */
            directory_saw_device(&bus->api->directory, stream->reader.account, now);
        if (!stream->catch_up)
            send_to(stream, buffer);
    }
    http_buffer_release(buffer);
    text_release(&text);
    text_release(&data);
}

/* ---- catching up ----------------------------------------------------------------------------- */

static int add_missed(const struct event *event, void *data)
{
    struct catch_up *catch_up = data;
    struct event_ready ready;

    catch_up->seq = event->seq;
    if (!event_make_ready(event, &ready))
        return 0;
    if (event_is_visible(&ready, &catch_up->reader))
        event_write(&catch_up->text, event, catch_up->reader.in_hall);
    return 1;
}

/* Reader thread: the events after Last-Event-ID, or the queues as they are. */
static enum err catch_up_run(struct store_tx *tx, struct command *command)
{
    struct read_queue *queue = container_of(command, struct read_queue, command);
    struct catch_up *catch_up = container_of(queue, struct catch_up, queue);
    struct log_head head;

    event_log_load_head(tx, &head);
    if (catch_up->after >= 0 && catch_up->after <= head.seq &&
        head.seq - catch_up->after <= RESUME_MAX) {
        catch_up->resumed = true;
        catch_up->seq = catch_up->after;
        event_log_read(tx, catch_up->after, RESUME_MAX, add_missed, catch_up);
        return catch_up->text.failed ? ERR_NO_MEMORY : ERR_OK;
    }
    if (catch_up->reader.topics & TOPIC_PRINT)
        read_prints_unsettled(tx, SNAPSHOT_PRINT_JOBS_MAX, &catch_up->print_jobs);
    return catch_up->print_jobs.failed ? ERR_NO_MEMORY : read_queue_run(tx, command);
}

static void write_snapshot(struct catch_up *catch_up)
{
    struct read_queue *queue = &catch_up->queue;
    struct text data;

    catch_up->seq = queue->seq;
    text_init(&data);
    json_open_object(&data, NULL);
    json_put_int(&data, "seq", queue->seq);
    json_put_instant(&data, "at", queue->command.now);
    if (catch_up->reader.topics & TOPIC_QUEUE)
        queue_view(&data, "queues", catch_up->bus->api, queue);
    if (catch_up->reader.topics & TOPIC_PRINT) {
        json_open_array(&data, "print_jobs");
        text_add_bytes(&data, catch_up->print_jobs.data ? catch_up->print_jobs.data : "",
                       catch_up->print_jobs.length);
        json_close_array(&data);
    }
    json_close_object(&data);
    event_write_plain(&catch_up->text, "snapshot", queue->seq, data.data ? data.data : "{}");
    text_release(&data);
}

/* Send what was read, then what was committed meanwhile; from now on the stream is live. */
static void go_live(struct stream *stream, const struct catch_up *catch_up,
                    struct http_buffer *first)
{
    stream->catch_up = NULL;
    if (!stream->connection) {
        free_stream(stream);
        return;
    }
    if (!first) {
        stream->bus->stats.cut += catch_up->overflowed;
        end_stream(stream);
        return;
    }
    if (first->length > 0 && !send_to(stream, first))
        return;
    for (struct link *link = catch_up->waiting.head; link; link = link->next) {
        const struct waiting *waiting = container_of(link, struct waiting, link);

        if (waiting->seq > catch_up->seq && !send_to(stream, waiting->buffer))
            return;
    }
}

static void free_catch_up(struct catch_up *catch_up)
{
    struct link *link;

    while ((link = list_pop(&catch_up->waiting))) {
        struct waiting *waiting = container_of(link, struct waiting, link);

        http_buffer_release(waiting->buffer);
        free(waiting);
    }
    text_release(&catch_up->text);
    text_release(&catch_up->print_jobs);
    command_release(&catch_up->queue.command);
    free(catch_up);
}

static void catch_up_done(struct command *command)
{
    struct read_queue *queue = container_of(command, struct read_queue, command);
    struct catch_up *catch_up = container_of(queue, struct catch_up, queue);
    struct http_buffer *first = NULL;
    struct stream *next;

    if (catch_up->bus->joinable == catch_up)
        catch_up->bus->joinable = NULL;
    if (command->err == ERR_OK && !catch_up->overflowed) {
        if (!catch_up->resumed)
            write_snapshot(catch_up);
        first = buffer_of(&catch_up->text);
    }
    for (struct stream *stream = catch_up->members; stream; stream = next) {
        next = stream->next_member;
        go_live(stream, catch_up, first);
    }
    http_buffer_release(first);
    free_catch_up(catch_up);
}

/* A reading that is under way and tells what this stream is to be told. Devices see nothing of
 * their own, so one stands for another. */
static bool may_join(const struct catch_up *catch_up, const struct event_reader *reader,
                     const struct api_call *call)
{
    return catch_up && reader->in_hall && !call->last_event_id[0] &&
           reader->topics == catch_up->reader.topics &&
           strcmp(reader->site, catch_up->reader.site) == 0 &&
           call->actor.roles.bits == catch_up->queue.command.actor.roles.bits;
}

static void wait_for(struct catch_up *catch_up, struct stream *stream)
{
    stream->catch_up = catch_up;
    stream->next_member = catch_up->members;
    catch_up->members = stream;
}

static enum err start_catch_up(struct stream *stream, const struct api_call *call)
{
    struct event_bus *bus = stream->bus;
    struct catch_up *catch_up;
    char *end;
    enum err err;

    if (may_join(bus->joinable, &stream->reader, call)) {
        wait_for(bus->joinable, stream);
        return ERR_OK;
    }
    catch_up = calloc(1, sizeof *catch_up);
    if (!catch_up)
        return ERR_NO_MEMORY;
    catch_up->bus = bus;
    list_init(&catch_up->waiting);
    catch_up->reader = stream->reader;
    catch_up->after = -1;
    if (call->last_event_id[0]) {
        catch_up->after = strtoll(call->last_event_id, &end, 10);
        if (*end || catch_up->after < 0)
            catch_up->after = -1;
    }
    memcpy(catch_up->queue.site, stream->reader.site, sizeof catch_up->queue.site);
    catch_up->queue.command = (struct command){.office = &bus->api->office,
                                               .actor = call->actor,
                                               .permission = PERMISSION_EVENTS_READ,
                                               .run = catch_up_run,
                                               .done = catch_up_done};
    err = command_read(&catch_up->queue.command);
    if (err != ERR_OK) {
        free(catch_up);
        return err;
    }
    wait_for(catch_up, stream);
    if (stream->reader.in_hall && !call->last_event_id[0])
        bus->joinable = catch_up;
    return ERR_OK;
}

/* ---- opening and ending ---------------------------------------------------------------------- */

static void link_stream(struct event_bus *bus, struct stream *stream)
{
    stream->next = bus->streams;
    stream->previous = &bus->streams;
    if (bus->streams)
        bus->streams->previous = &stream->next;
    bus->streams = stream;
    bus->stats.streams++;
}

enum err event_bus_open_stream(struct api_call *call, void *data)
{
    struct event_bus *bus = data;
    const char *site = api_query(call, "site");
    struct stream *stream;
    unsigned topics;
    enum err err = event_topics_parse(api_query(call, "topics"), &topics);

    if (err == ERR_OK)
        err = api_site_allowed(call, site);
    if (err != ERR_OK)
        return err;
    if (site && strlen(site) >= SITE_CODE_SIZE)
        return ERR_UNKNOWN_SITE;
    stream = calloc(1, sizeof *stream);
    if (!stream)
        return ERR_NO_MEMORY;
    stream->bus = bus;
    stream->reader = event_reader_of(&call->actor, topics, site);
    digest(call->token, strlen(call->token), stream->token);
    if (!stream->reader.topics) {
        free(stream);
        return ERR_FORBIDDEN;
    }
    err = router_start_stream(call, stream, &stream->connection);
    if (err != ERR_OK) {
        free(stream);
        return err;
    }
    link_stream(bus, stream);
    if (start_catch_up(stream, call) != ERR_OK)
        end_stream(stream);
    api_call_free(call);
    return ERR_OK;
}

void event_bus_end_streams(const uint8_t token[DIGEST_SIZE], void *data)
{
    struct event_bus *bus = data;
    struct stream *next;

    for (struct stream *stream = bus->streams; stream; stream = next) {
        next = stream->next;
        if (memcmp(stream->token, token, DIGEST_SIZE) == 0)
            end_stream(stream);
    }
}

struct event_bus_stats event_bus_stats(const struct event_bus *bus)
{
    return bus->stats;
}

enum err event_bus_open(uv_loop_t *loop, struct api *api, struct event_bus **out_bus)
{
    struct event_bus *bus = calloc(1, sizeof *bus);

    if (!bus)
        return ERR_NO_MEMORY;
    bus->api = api;
    bus->heartbeat.data = bus;
    uv_timer_init(loop, &bus->heartbeat);
    uv_timer_start(&bus->heartbeat, heartbeat_cb, HEARTBEAT_MS, HEARTBEAT_MS);
    *out_bus = bus;
    return ERR_OK;
}

static void heartbeat_closed_cb(uv_handle_t *handle)
{
    struct event_bus *bus = handle->data;
    void (*closed)(void *data) = bus->closed;
    void *data = bus->closed_data;

    free(bus);
    closed(data);
}

void event_bus_close(struct event_bus *bus, void (*closed)(void *data), void *data)
{
    while (bus->streams)
        free_stream(bus->streams);
    bus->closed = closed;
    bus->closed_data = data;
    uv_close((uv_handle_t *)&bus->heartbeat, heartbeat_closed_cb);
}
