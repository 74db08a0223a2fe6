/*
 * Fuzzing of the HTTP layer in one process, with libuv stubbed (fuzz/uv_stub.h).
 * Rules exercised: R-750 .. R-764.
 *
 *   usage: fuzz_http [--seconds N] [--seed S] FILE...
 *
 * Each file is the input of one client. It is split at random and mixed with late replies, streams,
 * deadlines, a second client, failing writes, lack of memory and the end of the server, all drawn
 * from a hash of the bytes. First every file is played some times; then, for N seconds, mutations
 * of the files. Checked: sanitizers are silent, libuv's rules hold, what is sent is a sequence of
 * well-formed replies, every user pointer comes back once, and the listener always ends.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "fuzz/fuzz_input.h"
#include "fuzz/uv_stub.h"
#include "http/connection.h"
#include "http/internal.h"
#include "http/reply.h"
#include "http/stream.h"

enum { FILES_MAX = 512, SLOTS = 16, ANSWERS = 4096, PLAYS_PER_FILE = 200 };

enum slot_kind { SLOT_FREE, SLOT_LATE, SLOT_STREAM };

struct slot {
    enum slot_kind kind;
    struct http_connection *c;
};

enum answer { ANSWER_WHOLE, ANSWER_HEAD_ONLY, ANSWER_STREAM };

struct world {
    uv_loop_t loop;
    struct stub stub;
    struct http_listener *listener;
    struct http_connection *client; /* the one that sends the input; NULL once it is closed */
    struct slot slots[SLOTS];
    struct http_buffer *event;
    enum answer answers[ANSWERS]; /* what the client was answered, in order */
    size_t answer_count;
    bool calm; /* reply to everything, whole */
    bool late; /* ... though not at once */
    bool closed;
    uint64_t requests, faults, gone;
};

static void die(const char *what)
{
    fprintf(stderr, "fuzz_http: %s\n", what);
    abort();
}

static uint32_t draw(struct world *w, uint32_t limit)
{
    return stub_random(&w->stub, limit);
}

/* ---- the handler ---- */

static void note_answer(struct world *w, const struct http_connection *c, enum answer answer)
{
    if ((const uv_handle_t *)&c->tcp != w->stub.watched)
        return;
    if (w->answer_count == ANSWERS)
        die("more answers than the input can hold");
    w->answers[w->answer_count++] = answer;
}

static struct slot *take_slot(struct world *w, struct http_connection *c, enum slot_kind kind)
{
    for (size_t i = 0; i < SLOTS; i++)
        if (w->slots[i].kind == SLOT_FREE) {
            w->slots[i] = (struct slot){kind, c};
            http_connection_set_user(c, &w->slots[i]);
            return &w->slots[i];
        }
    return NULL;
}

/* Touch every byte that the accessors give. */
static void read_request(struct world *w, const struct http_connection *c)
{
    size_t count;
    size_t length;
    const char *body = http_request_body(c, &length);
    const struct http_parameter *parameters = http_request_parameters(c, &count);
    const char *probe = http_request_header(c, "x");
    char cookie[8];

    for (size_t i = 0; i < length; i++)
        w->stub.sum += (unsigned char)body[i];
    for (size_t i = 0; i < count; i++)
        w->stub.sum += strlen(parameters[i].name) + strlen(parameters[i].value);
    w->stub.sum +=
        strlen(http_request_path(c)) + strlen(http_request_method(c)) + (size_t)(body[length] != 0);
    w->stub.sum += probe ? strlen(probe) : http_request_header_count(c, "nonesuch");
    w->stub.sum += http_request_cookie(c, "id", cookie, sizeof cookie) ? strlen(cookie) : 0;
    w->stub.sum += strlen(http_connection_peer(c)) + (http_request_query(c, "q") != NULL);
}

static void start_stream(struct world *w, struct http_connection *c)
{
    struct slot *slot = take_slot(w, c, SLOT_STREAM);
    const enum answer otherwise = c->head_only ? ANSWER_HEAD_ONLY : ANSWER_WHOLE;

    if (slot && http_stream_start(c, "A: b\r\n") == ERR_OK) {
        note_answer(w, c, ANSWER_STREAM);
        return;
    }
    if (slot)
        slot->kind = SLOT_FREE;
    note_answer(w, c, otherwise);
    http_reply(c, 503, "", "busy", 4);
}

static void on_request(struct http_connection *c, void *data)
{
    struct world *w = data;
    const int status = w->calm || draw(w, 6) > 0 ? 200 : draw(w, 2) ? 204 : 304;
    const bool bare = c->head_only || status != 200;

    w->requests++;
    read_request(w, c);
    switch (w->late ? 1 : w->calm ? 5 : draw(w, 6)) {
    case 0:
        start_stream(w, c);
        return;
    case 1:
    case 2:
        if (take_slot(w, c, SLOT_LATE))
            return;
        break;
    case 3:
        note_answer(w, c, bare ? ANSWER_HEAD_ONLY : ANSWER_WHOLE);
        http_reply_shared(c, status, "A: b\r\n", w->event);
        return;
    default:
        break;
    }
    note_answer(w, c, bare ? ANSWER_HEAD_ONLY : ANSWER_WHOLE);
    http_reply(c, status, "", "hello", 5);
}

static void on_gone(struct http_connection *c, void *user, void *data)
{
    struct world *w = data;
    struct slot *slot = user;

    if (slot->kind == SLOT_FREE || slot->c != c)
        die("gone() for a request that was answered");
    slot->kind = SLOT_FREE;
    w->gone++;
}

static size_t error_body(int status, const struct http_connection *c, char *out, size_t size,
                         void *data)
{
    struct world *w = data;

    w->faults++;
    read_request(w, c);
    note_answer(w, c, c->head_only ? ANSWER_HEAD_ONLY : ANSWER_WHOLE);
    return (size_t)snprintf(out, size, "fault %d", status);
}

static int64_t wall_seconds(void *data)
{
    (void)data;
    return 784111777;
}

/* ---- what happens beside the input ---- */

static void answer_slot(struct world *w, struct slot *slot)
{
    struct http_connection *c = slot->c;
    const enum slot_kind kind = slot->kind;

    if (kind == SLOT_LATE) {
        slot->kind = SLOT_FREE;
        if (c->phase == PHASE_REPLY)
            note_answer(w, c, c->head_only ? ANSWER_HEAD_ONLY : ANSWER_WHOLE);
        http_reply(c, 200, "", "late", 4);
    } else if (kind == SLOT_STREAM && (!http_stream_send(c, w->event) || draw(w, 8) == 0)) {
        slot->kind = SLOT_FREE;
        http_stream_end(c);
    }
}

/* Is the client's connection still there? Its memory may be another one's by now. */
static void look_for_client(struct world *w)
{
    struct http_connection *c = w->closed ? NULL : w->listener->first;

    while (c && c != w->client)
        c = c->next;
    w->client = c;
}

static void disturb(struct world *w)
{
    switch (draw(w, 8)) {
    case 0:
    case 1:
        answer_slot(w, &w->slots[draw(w, SLOTS)]);
        break;
    case 2:
        for (size_t i = 0; i < SLOTS; i++)
            answer_slot(w, &w->slots[i]);
        break;
    case 3:
        for (uint32_t n = draw(w, 6); n > 0; n--)
            stub_complete(&w->stub, draw(w, 10) ? 0 : UV_ECONNRESET);
        break;
    case 4:
        if (draw(w, 4) == 0)
            stub_tick(&w->stub);
        break;
    case 5:
        if (draw(w, 4) == 0)
            stub_connect(&w->stub);
        break;
    default:
        break;
    }
    look_for_client(w);
}

/* ---- what was sent ---- */

/* Length of one reply at `text`, 0 when it is cut; dies when it is not a reply. */
static size_t reply_length(const char *text, size_t left, enum answer answer)
{
    static const char start[] = "HTTP/1.1 ";
    const size_t compared = left < sizeof start - 1 ? left : sizeof start - 1;
    const char *end = memmem(text, left, "\r\n\r\n", 4);
    const char *field;
    size_t head;

    if (memcmp(text, start, compared) != 0)
        die("what was sent is not a reply");
    if (!end)
        return 0;
    head = (size_t)(end - text) + 4;
    if (answer == ANSWER_HEAD_ONLY)
        return head;
    field = memmem(text, head, "Content-Length: ", 16);
    if (!field)
        die("a reply without length");
    return head + strtoul(field + 16, NULL, 10);
}

static void check_output(const struct world *w)
{
    const char *text = w->stub.output;
    size_t left = w->stub.output_length;
    size_t answered = 0;

    while (left > 0) {
        const bool interim = left >= 12 && memcmp(text, "HTTP/1.1 100", 12) == 0;
        size_t length;

        if (!interim && answered == w->answer_count)
            die("more was sent than answered");
        if (!interim && w->answers[answered] == ANSWER_STREAM)
            return;
        length = reply_length(text, left, interim ? ANSWER_HEAD_ONLY : w->answers[answered]);
        if (length == 0 || length > left)
            return; /* the connection broke in between */
        answered += !interim;
        text += length;
        left -= length;
    }
}

/* ---- one input ---- */

static void on_closed(void *data)
{
    struct world *w = data;

    w->closed = true;
}

static void open_world(struct world *w, uint64_t seed)
{
    const struct http_handler handler = {.request = on_request,
                                         .gone = on_gone,
                                         .error_body = error_body,
                                         .wall_seconds = wall_seconds,
                                         .data = w};
    struct http_limits limits = {.max_header = 600,
                                 .max_body = 64,
                                 .max_held = 8 << 10,
                                 .header_ms = 600,
                                 .body_ms = 600,
                                 .idle_ms = 600,
                                 .drain_ms = 300,
                                 .max_connections = 3,
                                 .max_connections_per_address = 2,
                                 .loopback_is_one_address = true,
                                 .max_streams = 2,
                                 .max_unsent = 256};

    stub_init(&w->stub, &w->loop, seed);
    if (w->calm || draw(w, 4) == 0)
        limits.max_held = 1 << 20;
    if (w->calm)
        limits.max_header = limits.max_body = INPUT_MAX;
    w->event = http_buffer_copy("0123456789", 10);
    if (!w->event ||
        http_listener_open(&w->loop, "127.0.0.1", 0, &limits, &handler, &w->listener) != ERR_OK)
        die("no listener");
}

static void close_world(struct world *w)
{
    w->stub.hostile = false;
    while (stub_complete(&w->stub, 0))
        continue;
    if (w->stub.accepts_waiting > 0)
        die("a client is never accepted");
    http_listener_close(w->listener, draw(w, 100), on_closed, w);
    if (draw(w, 2))
        for (size_t i = 0; i < SLOTS; i++)
            answer_slot(w, &w->slots[i]);
    for (int round = 0; round < 100 && !w->closed; round++) {
        while (stub_complete(&w->stub, 0))
            continue;
        stub_tick(&w->stub);
    }
    if (!w->closed)
        die("the listener does not end");
    for (size_t i = 0; i < SLOTS; i++)
        if (w->slots[i].kind != SLOT_FREE)
            die("a user pointer was lost");
    http_buffer_release(w->event);
}

static void play(struct world *w, const struct input *input, uint64_t seed)
{
    size_t at = 0;

    memset(w, 0, offsetof(struct world, requests)); /* the counts go on */
    open_world(w, seed);
    if (draw(w, 8) == 0)
        stub_connect(&w->stub);
    stub_connect(&w->stub);
    w->client = w->listener->first;
    w->stub.watched = w->client ? (uv_handle_t *)&w->client->tcp : NULL;
    w->stub.hostile = draw(w, 2) > 0;
    for (int idle = 0; at < input->length && w->client && idle < 200;) {
        const size_t left = input->length - at;
        const size_t part = draw(w, 3) ? 1 + draw(w, (uint32_t)left) : 1;

        if (stub_is_reading(&w->client->tcp)) {
            stub_deliver(&w->client->tcp, input->bytes + at, part);
            at += part;
        } else {
            idle++;
        }
        disturb(w);
    }
    if (w->client && stub_is_reading(&w->client->tcp) && draw(w, 2))
        stub_deliver_end(&w->client->tcp, draw(w, 2) ? UV_EOF : UV_ECONNRESET);
    for (uint32_t n = draw(w, 20); n > 0; n--)
        disturb(w);
    close_world(w);
    check_output(w);
}

/* Reply to all that wait, and to what these replies bring up. */
static void answer_all(struct world *w)
{
    for (size_t i = 0; i < SLOTS; i++)
        if (w->slots[i].kind == SLOT_LATE) {
            answer_slot(w, &w->slots[i]);
            i = (size_t)-1;
        }
}

/*
 * Count the requests and faults of the input when it comes in parts of at most `largest` bytes and
 * replies are given at once or `late`.
 */
static void play_calmly(struct world *w, const struct input *input, uint64_t seed, size_t largest,
                        bool late)
{
    size_t at = 0;

    memset(w, 0, sizeof *w);
    w->calm = true;
    w->late = late;
    open_world(w, seed);
    stub_connect(&w->stub);
    w->client = w->listener->first;
    w->stub.watched = (uv_handle_t *)&w->client->tcp;
    while (at < input->length && w->client && stub_is_reading(&w->client->tcp)) {
        const size_t left = input->length - at;
        const size_t most = left < largest ? left : largest;
        const size_t part = most == input->length ? most : 1 + draw(w, (uint32_t)most);

        stub_deliver(&w->client->tcp, input->bytes + at, part);
        at += part;
        if (draw(w, 3) == 0 || !stub_is_reading(&w->client->tcp))
            answer_all(w);
        look_for_client(w);
    }
    answer_all(w);
    close_world(w);
    check_output(w);
}

static void play_both_ways(const struct input *input, uint64_t seed)
{
    static struct world whole, parts;

    play_calmly(&whole, input, seed, INPUT_MAX, false);
    play_calmly(&parts, input, seed, 1 + seed % 40, seed % 3 > 0);
    if (whole.requests != parts.requests || whole.faults != parts.faults)
        die("the spread of the bytes changes what they mean");
}

/* Mutations of the files until the time is over; returns how many were played. */
static uint64_t explore(struct world *w, const struct input *files, size_t count, uint64_t seed,
                        long seconds)
{
    static struct stub random; /* only its generator is used */
    static struct input input;
    const time_t end = time(NULL) + seconds;
    uint64_t played = 0;

    random.random = (seed + 1) * 0x9e3779b97f4a7c15u;
    while (time(NULL) < end)
        for (int i = 0; i < 100; i++, played++) {
            input.length = 0;
            for (uint32_t parts = 1 + stub_random(&random, 3); parts > 0; parts--) {
                const struct input *part = &files[stub_random(&random, (uint32_t)count)];

                input_insert(&input, input.length, part->bytes, part->length);
            }
            for (uint32_t n = stub_random(&random, 5); n > 0; n--)
                input_mutate(&random, &input);
            play(w, &input, input_hash(&input) ^ seed);
            play_both_ways(&input, input_hash(&input) ^ seed);
        }
    return played;
}

int main(int argc, char **argv)
{
    static struct world world;
    static struct input files[FILES_MAX];
    size_t count = 0;
    uint64_t seed = 0;
    uint64_t played = 0;
    long seconds = 0;

    for (int i = 1; i < argc; i++) {
        if (strcmp(argv[i], "--seconds") == 0 && i + 1 < argc)
            seconds = strtol(argv[++i], NULL, 10);
        else if (strcmp(argv[i], "--seed") == 0 && i + 1 < argc)
            seed = strtoull(argv[++i], NULL, 10);
        else if (count < FILES_MAX && input_read(argv[i], &files[count]))
            count++;
        else
            die(argv[i]);
    }
    if (count == 0)
        die("usage: fuzz_http [--seconds N] [--seed S] FILE...");
    for (size_t i = 0; i < count; i++)
        for (uint64_t k = 0; k < PLAYS_PER_FILE; k++, played++) {
            const uint64_t play_seed = input_hash(&files[i]) ^ (seed + k) * 0x9e3779b97f4a7c15u;

            play(&world, &files[i], play_seed);
            if (k < 30)
                play_both_ways(&files[i], play_seed);
        }
    played += explore(&world, files, count, seed, seconds);
    printf("fuzz_http: %llu inputs, %llu requests, %llu faults, %llu gone: no finding\n",
           (unsigned long long)played, (unsigned long long)world.requests,
           (unsigned long long)world.faults, (unsigned long long)world.gone);
    return 0;
}
