/*
 * libuv without a kernel: the functions that the HTTP layer calls, driven by a test.
 *
 * A stub hangs on uv_loop_t.data. Writes, shutdowns and closes are queued in one line and completed
 * by stub_complete, in order, as libuv does; those of a closed handle end with UV_ECANCELED before
 * its close callback. How much a write takes, which peer a client has, and when memory runs out is
 * drawn from a xorshift generator, so a seed repeats a run. Breaking a rule of libuv aborts.
 */
#ifndef FUZZ_UV_STUB_H
#define FUZZ_UV_STUB_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <uv.h>

enum { STUB_OPERATIONS = 512, STUB_OUTPUT = 1 << 16 };

enum stub_kind { STUB_WRITE, STUB_SHUTDOWN, STUB_CLOSE };

struct stub_operation {
    enum stub_kind kind;
    uv_handle_t *handle;
    void *request; /* uv_write_t, uv_shutdown_t; NULL for a close */
    size_t bytes;
    uv_close_cb close_cb;
};

struct stub {
    uint64_t random; /* never 0 */
    bool hostile;    /* writes may stop short or fail, memory may run out */
    uint32_t accepts_waiting;
    uv_connection_cb connection_cb;
    uv_timer_cb timer_cb;
    uv_timer_t *timer; /* NULL once closed */
    uv_stream_t *socket;
    struct stub_operation operations[STUB_OPERATIONS];
    size_t operation_count;
    const uv_handle_t *watched; /* the client whose output is kept */
    size_t output_length;
    char output[STUB_OUTPUT];
    uint64_t sum; /* of every byte sent: reads them all under ASan */
};

/* A number below `limit` (> 0). */
uint32_t stub_random(struct stub *stub, uint32_t limit);

/* Make `stub` empty, `loop->data` point to it, and allocations obey it. */
void stub_init(struct stub *stub, uv_loop_t *loop, uint64_t seed);

/* A client connects: the listener's callback is called. */
void stub_connect(struct stub *stub);

/* True while the layer reads from that client. */
bool stub_is_reading(const uv_tcp_t *client);

/* `length` > 0 bytes arrive, in memory of exactly that size. */
void stub_deliver(uv_tcp_t *client, const char *bytes, size_t length);

/* The client's end: UV_EOF or UV_ECONNRESET. */
void stub_deliver_end(uv_tcp_t *client, int status);

/* One period of the sweep passes. */
void stub_tick(struct stub *stub);

/* Complete the oldest operation with `status` (writes only; others succeed). False: there is none.
 */
bool stub_complete(struct stub *stub, int status);

#endif
