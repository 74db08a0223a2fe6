/* Sending: at once what the socket takes, later the rest. */
#include <assert.h>
#include <stdlib.h>

#include "http/internal.h"

/* One uv_write in flight and the buffers it sends from. */
struct http_write {
    uv_write_t write;
    struct http_connection *c;
    struct http_buffer *buffers[2];
};

size_t http_output_unsent(const struct http_connection *c)
{
    return uv_stream_get_write_queue_size((const uv_stream_t *)&c->tcp);
}

static void finish_write(struct http_write *write, int status)
{
    struct http_connection *c = write->c;

    c->writes--;
    http_buffer_release(write->buffers[0]);
    http_buffer_release(write->buffers[1]);
    free(write);
    if (c->phase == PHASE_CLOSED)
        return;
    if (status < 0) {
        http_connection_close(c);
    } else if (c->phase == PHASE_FLUSH &&
               http_output_unsent(c) < c->listener->limits.max_unsent / 4) {
        http_connection_enter(c, PHASE_IDLE, c->listener->limits.idle_ms);
        http_connection_resume(c);
    }
}

static void on_written(uv_write_t *write, int status)
{
    finish_write((struct http_write *)write, status);
}

/* Write what the socket takes; moves `pieces` past it and returns how many pieces are done, or -1.
 */
static int write_now(struct http_connection *c, uv_buf_t pieces[2], int count)
{
    const int result = uv_try_write((uv_stream_t *)&c->tcp, pieces, (unsigned)count);
    size_t left = result < 0 ? 0 : (size_t)result;
    int done = 0;

    if (result < 0 && result != UV_EAGAIN)
        return -1;
    while (done < count && left >= pieces[done].len)
        left -= pieces[done++].len;
    if (done < count) {
        pieces[done].base += left;
        pieces[done].len -= left;
    }
    return done;
}

static void write_later(struct http_connection *c, struct http_buffer *const buffers[2],
                        const uv_buf_t *pieces, int first, int count)
{
    struct http_write *write = calloc(1, sizeof *write);

    if (!write) {
        http_connection_close(c);
        return;
    }
    write->c = c;
    for (int i = first; i < count; i++)
        write->buffers[i] = http_buffer_hold(buffers[i]);
    c->writes++;
    if (uv_write(&write->write, (uv_stream_t *)&c->tcp, pieces + first, (unsigned)(count - first),
                 on_written))
        finish_write(write, -1);
}

void http_output_send(struct http_connection *c, struct http_buffer *a, struct http_buffer *b)
{
    struct http_buffer *const buffers[2] = {a, b};
    const int count = b && b->length > 0 ? 2 : 1;
    uv_buf_t pieces[2];
    int done = 0;

    for (int i = 0; i < count; i++) {
        pieces[i] = uv_buf_init(buffers[i]->bytes, (unsigned)buffers[i]->length);
        c->listener->stats.bytes_out += buffers[i]->length;
    }
    if (c->writes == 0) /* the usual case: one writev(2), nothing allocated */
        done = write_now(c, pieces, count);
    if (done < 0)
        http_connection_close(c);
    else if (done < count)
        write_later(c, buffers, pieces, done, count);
}
