/*
 * Event streams: how many events arrive, and how long after a post each stream hears of it.
 *
 * `fanout` posts one thing at a time, takes the "id" of the reply, and waits until every stream has
 * received an event whose text holds that id. Two latencies are kept for each stream: since the
 * post was sent (an upper bound of commit to client) and since its reply was received (0 when the
 * event was faster).
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <unistd.h>

#include "bench/histogram.h"
#include "bench/load.h"

enum { EVENTS = 256, POST_PATIENCE_US = 10000000 };

struct stream {
    int fd;                  /* -1: ended */
    bool started;            /* its header is read */
    bool heard;              /* of the present post */
    struct load_text text;   /* from the start of the event that is being received */
    struct load_text recent; /* events since the post was sent, as long as its id is unknown */
    uint64_t recent_us;      /* when the last of them came */
};

struct run {
    const struct load_options *options;
    int epoll;
    int poster;
    bool replied, failed; /* the present post */
    struct stream *streams;
    uint32_t open, waiting;
    uint64_t events, lost;
    char id[128]; /* of the present post, quoted; "" while it is unknown */
    uint64_t sent_us, reply_us;
    struct load_reply reply;
    struct histogram since_post, since_reply;
};

static void hear(struct run *run, struct stream *stream, uint64_t now)
{
    stream->heard = true;
    run->waiting--;
    histogram_add(&run->since_post, now - run->sent_us);
    histogram_add(&run->since_reply, now > run->reply_us ? now - run->reply_us : 0);
}

/* One whole event of `length` bytes has come. */
static void on_event_text(struct run *run, struct stream *stream, const char *text, size_t length,
                          uint64_t now)
{
    run->events++;
    if (stream->heard || run->sent_us == 0)
        return;
    if (run->id[0] == 0) {
        load_append(&stream->recent, text, length);
        stream->recent_us = now;
    } else if (memmem(text, length, run->id, strlen(run->id))) {
        hear(run, stream, now);
    }
}

static void lose(struct run *run, struct stream *stream)
{
    close(stream->fd);
    stream->fd = -1;
    run->open--;
    run->lost++;
    if (run->sent_us > 0 && !stream->heard)
        run->waiting--;
}

static void take_events(struct run *run, struct stream *stream, uint64_t now)
{
    struct load_text *text = &stream->text;
    size_t used = 0;
    const char *end;

    if (!stream->started) {
        end = memmem(text->bytes, text->length, "\r\n\r\n", 4);
        if (!end)
            return;
        stream->started = true;
        used = (size_t)(end - text->bytes) + 4;
    }
    while ((end = memmem(text->bytes + used, text->length - used, "\n\n", 2)) != NULL) {
        const size_t next = (size_t)(end - text->bytes) + 2;

        on_event_text(run, stream, text->bytes + used, next - used, now);
        used = next;
    }
    memmove(text->bytes, text->bytes + used, text->length - used);
    text->length -= used;
}

static void on_readable(struct run *run, struct stream *stream)
{
    char bytes[65536];
    const ssize_t got = recv(stream->fd, bytes, sizeof bytes, MSG_DONTWAIT);

    if (got < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    if (got <= 0) {
        lose(run, stream);
        return;
    }
    load_append(&stream->text, bytes, (size_t)got);
    take_events(run, stream, load_now_us());
}

/* The reply is whole: find its "id" and whom of the streams heard of it already. */
static bool note_id(struct run *run)
{
    const char *body = run->reply.text.bytes + run->reply.head_length;
    const char *member = memmem(body, run->reply.body_length, "\"id\":", 5);
    const char *from = member ? member + 5 : NULL;
    const size_t left = from ? run->reply.body_length - (size_t)(from - body) : 0;
    size_t length = 1;

    if (run->reply.status >= 300 || !from)
        return false;
    while (length < left && !strchr("\",}", from[length]))
        length++;
    length += length < left && from[length] == '"';
    if (length > left || length >= sizeof run->id)
        return false;
    memcpy(run->id, from, length);
    run->id[length] = 0;
    for (uint32_t i = 0; i < run->options->streams; i++) {
        struct stream *stream = &run->streams[i];

        if (stream->fd >= 0 && !stream->heard && stream->recent.length > 0 &&
            memmem(stream->recent.bytes, stream->recent.length, run->id, strlen(run->id)))
            hear(run, stream, stream->recent_us);
    }
    return true;
}

/* The poster's socket has something. */
static void on_reply(struct run *run)
{
    switch (load_read_reply(run->poster, &run->reply)) {
    case LOAD_MORE:
        return;
    case LOAD_WHOLE:
        run->reply_us = load_now_us();
        run->replied = true;
        run->failed = run->sent_us == 0 || !note_id(run);
        return;
    case LOAD_BROKEN:
        run->failed = true;
        return;
    }
}

static void serve_events(struct run *run, int timeout_ms)
{
    struct epoll_event events[EVENTS];
    const int count = epoll_wait(run->epoll, events, EVENTS, timeout_ms);

    for (int i = 0; i < count; i++) {
        struct stream *stream = events[i].data.ptr;

        if (!stream)
            on_reply(run);
        else if (stream->fd >= 0)
            on_readable(run, stream);
    }
}

static bool open_streams(struct run *run)
{
    const struct load_options *o = run->options;
    struct load_options listener = *o;
    struct load_text request = {NULL, 0, 0};

    if (o->stream_token)
        listener.token = o->stream_token;
    for (uint32_t i = 0; i < o->streams; i++) {
        struct stream *stream = &run->streams[i];
        struct epoll_event event = {.events = EPOLLIN, .data.ptr = stream};

        stream->fd = load_connect(o);
        load_build(&listener, "GET", o->stream_path, "", &request);
        if (stream->fd < 0 ||
            send(stream->fd, request.bytes, request.length, MSG_NOSIGNAL) !=
                (ssize_t)request.length ||
            epoll_ctl(run->epoll, EPOLL_CTL_ADD, stream->fd, &event)) {
            free(request.bytes);
            return false;
        }
        run->open++;
        serve_events(run, 0);
    }
    free(request.bytes);
    return true;
}

/* Wait until every stream has its header, at most ten seconds. */
static bool all_started(struct run *run)
{
    const uint64_t end = load_now_us() + POST_PATIENCE_US;

    for (;;) {
        uint32_t started = 0;

        for (uint32_t i = 0; i < run->options->streams; i++)
            started += run->streams[i].started && run->streams[i].fd >= 0;
        if (started == run->options->streams)
            return true;
        if (load_now_us() > end)
            return false;
        serve_events(run, 100);
    }
}

static bool send_post(struct run *run, struct load_text *request)
{
    const struct load_options *o = run->options;

    load_build(o, o->method, o->path, o->body, request);
    load_reply_clear(&run->reply);
    run->replied = run->failed = false;
    run->id[0] = 0;
    run->waiting = run->open;
    for (uint32_t i = 0; i < o->streams; i++) {
        run->streams[i].heard = false;
        run->streams[i].recent.length = 0;
    }
    run->sent_us = load_now_us();
    return send(run->poster, request->bytes, request->length, MSG_NOSIGNAL) ==
           (ssize_t)request->length;
}

/* Post once and wait until all have heard. False when the post or a stream fails. */
static bool measure_once(struct run *run, struct load_text *request)
{
    if (!send_post(run, request))
        return false;
    while (!run->failed && (!run->replied || run->waiting > 0)) {
        if (load_now_us() > run->sent_us + POST_PATIENCE_US)
            return false;
        serve_events(run, 100);
    }
    run->sent_us = 0;
    return !run->failed;
}

static bool open_poster(struct run *run)
{
    struct epoll_event event = {.events = EPOLLIN, .data.ptr = NULL}; /* NULL: not a stream */

    run->poster = load_connect(run->options);
    return run->poster >= 0 && epoll_ctl(run->epoll, EPOLL_CTL_ADD, run->poster, &event) == 0;
}

static struct run *run_new(const struct load_options *options)
{
    struct run *run = calloc(1, sizeof *run);

    if (!run)
        abort();
    run->options = options;
    run->poster = -1;
    run->epoll = epoll_create1(EPOLL_CLOEXEC);
    run->streams = calloc(options->streams, sizeof *run->streams);
    if (run->epoll < 0 || !run->streams)
        abort();
    for (uint32_t i = 0; i < options->streams; i++)
        run->streams[i].fd = -1;
    return run;
}

static void run_free(struct run *run)
{
    for (uint32_t i = 0; i < run->options->streams; i++) {
        if (run->streams[i].fd >= 0)
            close(run->streams[i].fd);
        free(run->streams[i].text.bytes);
        free(run->streams[i].recent.bytes);
    }
    if (run->poster >= 0)
        close(run->poster);
    close(run->epoll);
    free(run->reply.text.bytes);
    free(run->streams);
    free(run);
}

int load_streams(const struct load_options *options)
{
    struct run *run = run_new(options);
    const bool ready = open_streams(run) && all_started(run);
    const uint64_t begin = load_now_us();
    const uint64_t end = begin + (uint64_t)(options->seconds * 1e6);
    uint64_t before = run->events;
    double seconds;

    while (ready && load_now_us() < end)
        serve_events(run, 20);
    seconds = (double)(load_now_us() - begin) / 1e6;
    printf("{\"mode\":\"streams\",\"streams\":%u,\"ready\":%s,\"events\":%llu,\"lost\":%llu,"
           "\"seconds\":%.3f,\"rate\":%.1f}\n",
           options->streams, ready ? "true" : "false", (unsigned long long)(run->events - before),
           (unsigned long long)run->lost, seconds, (double)(run->events - before) / seconds);
    before = run->lost;
    run_free(run);
    return ready && before == 0 ? 0 : 1;
}

static void print_latencies(const char *name, const struct histogram *h)
{
    printf(",\"%s\":{\"p50_us\":%llu,\"p99_us\":%llu,\"max_us\":%llu}", name,
           (unsigned long long)histogram_quantile(h, 0.5),
           (unsigned long long)histogram_quantile(h, 0.99), (unsigned long long)h->max);
}

int load_fanout(const struct load_options *options)
{
    struct run *run = run_new(options);
    struct load_text request = {NULL, 0, 0};
    const uint64_t end = load_now_us() + (uint64_t)(options->seconds * 1e6);
    uint64_t posts = 0;
    bool good = open_streams(run) && all_started(run);

    good = good && open_poster(run);
    while (good && load_now_us() < end && (options->count == 0 || posts < options->count)) {
        const uint64_t pause_end = load_now_us() + options->pause_ms * 1000u;

        good = measure_once(run, &request);
        posts += good;
        while (good && load_now_us() < pause_end)
            serve_events(run, 1);
    }
    printf("{\"mode\":\"fanout\",\"streams\":%u,\"posts\":%llu,\"complete\":%s,\"status\":%d,"
           "\"heard\":%llu,\"lost\":%llu",
           options->streams, (unsigned long long)posts, good ? "true" : "false", run->reply.status,
           (unsigned long long)run->since_post.total, (unsigned long long)run->lost);
    print_latencies("since_post", &run->since_post);
    print_latencies("since_reply", &run->since_reply);
    puts("}");
    free(request.bytes);
    run_free(run);
    return good ? 0 : 1;
}
