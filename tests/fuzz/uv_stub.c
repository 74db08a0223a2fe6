#include "fuzz/uv_stub.h"

#include <arpa/inet.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { FLAG_CLOSING = 1, FLAG_READING = 2, FLAG_SHUT = 4 };

/* Which stub decides whether an allocation fails: malloc has no argument for it. */
static struct stub *allocating;

void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *old, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *old, size_t size);

static void fail(const char *what)
{
    fprintf(stderr, "uv_stub: %s\n", what);
    abort();
}

static void demand(bool holds, const char *what)
{
    if (!holds)
        fail(what);
}

uint32_t stub_random(struct stub *stub, uint32_t limit)
{
    stub->random ^= stub->random << 13;
    stub->random ^= stub->random >> 7;
    stub->random ^= stub->random << 17;
    return (uint32_t)(stub->random >> 11) % limit;
}

static bool memory_fails(void)
{
    return allocating && allocating->hostile && stub_random(allocating, 200) == 0;
}

void *__wrap_malloc(size_t size)
{
    return memory_fails() ? NULL : __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size)
{
    return memory_fails() ? NULL : __real_calloc(count, size);
}

void *__wrap_realloc(void *old, size_t size)
{
    return memory_fails() ? NULL : __real_realloc(old, size);
}

static struct stub *stub_of(const uv_loop_t *loop)
{
    return loop->data;
}

void stub_init(struct stub *stub, uv_loop_t *loop, uint64_t seed)
{
    memset(stub, 0, sizeof *stub);
    memset(loop, 0, sizeof *loop);
    stub->random = seed ? seed : 1;
    loop->data = stub;
    allocating = stub;
}

/* ---- what the test does ---- */

void stub_connect(struct stub *stub)
{
    if (!stub->socket || stub->accepts_waiting > 0)
        return; /* as libuv: nobody is announced before the last one was accepted */
    stub->accepts_waiting = 1;
    stub->connection_cb(stub->socket, 0);
}

bool stub_is_reading(const uv_tcp_t *client)
{
    return (client->flags & (FLAG_READING | FLAG_CLOSING)) == FLAG_READING;
}

void stub_deliver(uv_tcp_t *client, const char *bytes, size_t length)
{
    uv_buf_t given = {NULL, 0};
    uv_buf_t exact;

    demand(stub_is_reading(client), "input for a client that is not read");
    client->alloc_cb((uv_handle_t *)client, 65536, &given);
    demand(given.base && given.len >= length, "no room to read into");
    exact.base = __real_malloc(length);
    exact.len = length;
    memcpy(exact.base, bytes, length);
    client->read_cb((uv_stream_t *)client, (ssize_t)length, &exact);
    free(exact.base);
}

void stub_deliver_end(uv_tcp_t *client, int status)
{
    uv_buf_t none = {NULL, 0};

    demand(stub_is_reading(client), "the end of a client that is not read");
    client->read_cb((uv_stream_t *)client, status, &none);
}

void stub_tick(struct stub *stub)
{
    if (stub->timer)
        stub->timer_cb(stub->timer);
}

bool stub_complete(struct stub *stub, int status)
{
    struct stub_operation done;

    if (stub->operation_count == 0)
        return false;
    done = stub->operations[0];
    stub->operation_count--;
    memmove(stub->operations, stub->operations + 1,
            stub->operation_count * sizeof *stub->operations);
    if (done.handle->flags & FLAG_CLOSING)
        status = UV_ECANCELED;
    switch (done.kind) {
    case STUB_WRITE: {
        uv_write_t *write = done.request;

        ((uv_stream_t *)done.handle)->write_queue_size -= done.bytes;
        write->cb(write, status);
        break;
    }
    case STUB_SHUTDOWN: {
        uv_shutdown_t *shutdown = done.request;

        shutdown->cb(shutdown, status == UV_ECANCELED ? status : 0);
        break;
    }
    case STUB_CLOSE:
        done.close_cb(done.handle);
        break;
    }
    return true;
}

static int enqueue(struct stub *stub, struct stub_operation operation)
{
    if (stub->operation_count == STUB_OPERATIONS)
        return UV_ENOMEM;
    stub->operations[stub->operation_count++] = operation;
    return 0;
}

/* ---- libuv's functions ---- */

int uv_tcp_init(uv_loop_t *loop, uv_tcp_t *tcp)
{
    memset(tcp, 0, sizeof *tcp);
    tcp->loop = loop;
    return 0;
}

int uv_timer_init(uv_loop_t *loop, uv_timer_t *timer)
{
    memset(timer, 0, sizeof *timer);
    timer->loop = loop;
    return 0;
}

int uv_timer_start(uv_timer_t *timer, uv_timer_cb cb, uint64_t timeout, uint64_t repeat)
{
    struct stub *stub = stub_of(timer->loop);

    (void)timeout;
    (void)repeat;
    demand(!(timer->flags & FLAG_CLOSING), "a closed timer is started");
    stub->timer = timer;
    stub->timer_cb = cb;
    return 0;
}

int uv_ip4_addr(const char *ip, int port, struct sockaddr_in *out)
{
    memset(out, 0, sizeof *out);
    out->sin_family = AF_INET;
    out->sin_port = htons((uint16_t)port);
    return inet_pton(AF_INET, ip, &out->sin_addr) == 1 ? 0 : UV_EINVAL;
}

int uv_ip6_addr(const char *ip, int port, struct sockaddr_in6 *out)
{
    memset(out, 0, sizeof *out);
    out->sin6_family = AF_INET6;
    out->sin6_port = htons((uint16_t)port);
    return inet_pton(AF_INET6, ip, &out->sin6_addr) == 1 ? 0 : UV_EINVAL;
}

int uv_tcp_bind(uv_tcp_t *tcp, const struct sockaddr *address, unsigned flags)
{
    (void)tcp;
    (void)address;
    (void)flags;
    return 0;
}

int uv_listen(uv_stream_t *stream, int backlog, uv_connection_cb cb)
{
    struct stub *stub = stub_of(stream->loop);

    (void)backlog;
    stub->connection_cb = cb;
    stub->socket = stream;
    return 0;
}

int uv_accept(uv_stream_t *server, uv_stream_t *client)
{
    struct stub *stub = stub_of(server->loop);

    demand(stub->accepts_waiting > 0, "nobody waits to be accepted");
    demand(!(client->flags & FLAG_CLOSING), "a closed handle accepts");
    stub->accepts_waiting = 0;
    return stub->hostile && stub_random(stub, 100) == 0 ? UV_ENOMEM : 0;
}

int uv_tcp_getpeername(const uv_tcp_t *tcp, struct sockaddr *name, int *length)
{
    struct stub *stub = stub_of(tcp->loop);
    struct sockaddr_in v4;
    struct sockaddr_in6 v6;

    switch (stub_random(stub, 8)) {
    case 0:
        return UV_ENOTCONN;
    case 1:
        uv_ip6_addr(stub_random(stub, 2) ? "2001:db8::7" : "::ffff:192.0.2.1", 1, &v6);
        memcpy(name, &v6, sizeof v6);
        *length = sizeof v6;
        return 0;
    default:
        uv_ip4_addr(stub_random(stub, 2) ? "192.0.2.1" : "127.0.0.1", 1, &v4);
        memcpy(name, &v4, sizeof v4);
        *length = sizeof v4;
        return 0;
    }
}

int uv_tcp_getsockname(const uv_tcp_t *tcp, struct sockaddr *name, int *length)
{
    (void)tcp;
    (void)name;
    (void)length;
    return UV_EBADF;
}

int uv_tcp_nodelay(uv_tcp_t *tcp, int enable)
{
    (void)tcp;
    (void)enable;
    return 0;
}

int uv_send_buffer_size(uv_handle_t *handle, int *value)
{
    (void)handle;
    (void)value;
    return 0;
}

int uv_fileno(const uv_handle_t *handle, uv_os_fd_t *fd)
{
    (void)handle;
    (void)fd;
    return UV_EBADF;
}

int uv_read_start(uv_stream_t *stream, uv_alloc_cb alloc_cb, uv_read_cb read_cb)
{
    demand(!(stream->flags & FLAG_CLOSING), "a closed handle reads");
    stream->flags |= FLAG_READING;
    stream->alloc_cb = alloc_cb;
    stream->read_cb = read_cb;
    return 0;
}

int uv_read_stop(uv_stream_t *stream)
{
    stream->flags &= ~(unsigned)FLAG_READING;
    return 0;
}

uv_buf_t uv_buf_init(char *base, unsigned length)
{
    return (uv_buf_t){base, length};
}

size_t uv_stream_get_write_queue_size(const uv_stream_t *stream)
{
    return stream->write_queue_size;
}

/* Take `take` bytes: read them all, and keep those of the watched client. */
static void send_out(struct stub *stub, const uv_stream_t *stream, const uv_buf_t buffers[],
                     unsigned count, size_t take)
{
    for (unsigned i = 0; i < count && take > 0; i++) {
        const size_t part = take < buffers[i].len ? take : buffers[i].len;
        const size_t room = STUB_OUTPUT - stub->output_length;

        for (size_t k = 0; k < part; k++)
            stub->sum += (unsigned char)buffers[i].base[k];
        if ((const uv_handle_t *)stream == stub->watched && part <= room) {
            memcpy(stub->output + stub->output_length, buffers[i].base, part);
            stub->output_length += part;
        }
        take -= part;
    }
}

static size_t total_length(const uv_buf_t buffers[], unsigned count)
{
    size_t total = 0;

    for (unsigned i = 0; i < count; i++)
        total += buffers[i].len;
    return total;
}

int uv_try_write(uv_stream_t *stream, const uv_buf_t buffers[], unsigned count)
{
    struct stub *stub = stub_of(stream->loop);
    size_t take = total_length(buffers, count);

    demand(!(stream->flags & (FLAG_CLOSING | FLAG_SHUT)), "output after the end");
    demand(stream->write_queue_size == 0, "uv_try_write overtakes a uv_write");
    if (stub->hostile) {
        switch (stub_random(stub, 40)) {
        case 0:
            return UV_EAGAIN;
        case 1:
            return UV_EPIPE;
        case 2:
        case 3:
            take = take > 0 ? stub_random(stub, (uint32_t)take) : 0;
            break;
        default:
            break;
        }
    }
    send_out(stub, stream, buffers, count, take);
    return (int)take;
}

int uv_write(uv_write_t *write, uv_stream_t *stream, const uv_buf_t buffers[], unsigned count,
             uv_write_cb cb)
{
    struct stub *stub = stub_of(stream->loop);
    const size_t bytes = total_length(buffers, count);
    const struct stub_operation operation = {STUB_WRITE, (uv_handle_t *)stream, write, bytes, NULL};

    demand(!(stream->flags & (FLAG_CLOSING | FLAG_SHUT)), "output after the end");
    if (stub->hostile && stub_random(stub, 100) == 0)
        return UV_EBADF;
    if (enqueue(stub, operation))
        return UV_ENOMEM;
    write->cb = cb;
    write->handle = stream;
    stream->write_queue_size += bytes;
    send_out(stub, stream, buffers, count, bytes);
    return 0;
}

int uv_shutdown(uv_shutdown_t *shutdown, uv_stream_t *stream, uv_shutdown_cb cb)
{
    const struct stub_operation operation = {STUB_SHUTDOWN, (uv_handle_t *)stream, shutdown, 0,
                                             NULL};

    demand(!(stream->flags & (FLAG_CLOSING | FLAG_SHUT)), "shut down twice");
    if (stub_of(stream->loop)->hostile && stub_random(stub_of(stream->loop), 100) == 0)
        return UV_ENOTCONN;
    if (enqueue(stub_of(stream->loop), operation))
        return UV_ENOTCONN;
    stream->flags |= FLAG_SHUT;
    shutdown->handle = stream;
    shutdown->cb = cb;
    return 0;
}

void uv_close(uv_handle_t *handle, uv_close_cb cb)
{
    struct stub *stub = stub_of(handle->loop);
    const struct stub_operation operation = {STUB_CLOSE, handle, NULL, 0, cb};

    demand(!(handle->flags & FLAG_CLOSING), "closed twice");
    handle->flags |= FLAG_CLOSING;
    if (handle == (uv_handle_t *)stub->timer)
        stub->timer = NULL;
    if (handle == (uv_handle_t *)stub->socket)
        stub->socket = NULL;
    if (enqueue(stub, operation))
        fail("too many operations");
}
