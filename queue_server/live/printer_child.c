#include "live/printer_child.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "base/list.h"
#include "base/log.h"

enum { READ_SIZE = 16 << 10, END_OF_OUTPUT_MS = 2000 /* after the process has ended */ };

struct printer_child {
    struct printer_child_owner owner;
    uv_process_t process;
    uv_pipe_t input, output; /* its standard input and output */
    uv_timer_t last_words;   /* from the end of the process to the end of its output */
    bool started, exited, output_ended, input_ended, closing;
    int open_handles;
    size_t unsent;
    char read[READ_SIZE];
    char line[PRINTER_LINE_MAX + 1];
    size_t line_length;
};

/* ---- closing --------------------------------------------------------------------------------- */

static void closed_cb(uv_handle_t *handle)
{
    struct printer_child *child = handle->data;

    if (--child->open_handles > 0)
        return;
    if (child->started)
        child->owner.gone(child->owner.data);
    free(child);
}

static void close_all(struct printer_child *child)
{
    if (child->closing)
        return;
    child->closing = true;
    uv_close((uv_handle_t *)&child->process, closed_cb);
    uv_close((uv_handle_t *)&child->output, closed_cb);
    uv_close((uv_handle_t *)&child->last_words, closed_cb);
    if (!child->input_ended)
        uv_close((uv_handle_t *)&child->input, closed_cb);
    child->input_ended = true;
}

static void close_when_over(struct printer_child *child)
{
    if (child->exited && child->output_ended)
        close_all(child);
}

static void last_words_cb(uv_timer_t *timer)
{
    close_all(timer->data);
}

static void exit_cb(uv_process_t *process, int64_t status, int signal_number)
{
    struct printer_child *child = process->data;

    if (status != 0 || signal_number != 0)
        log_error("the printer program ended: status %lld, signal %d", (long long)status,
                  signal_number);
    child->exited = true;
    uv_timer_start(&child->last_words, last_words_cb, END_OF_OUTPUT_MS, 0);
    close_when_over(child);
}

/* ---- what it says ---------------------------------------------------------------------------- */

/* Give the lines that are whole; keep the rest. */
static void take_bytes(struct printer_child *child, const char *bytes, size_t length)
{
    while (length > 0 && !child->output_ended) {
        const char *end = memchr(bytes, '\n', length);
        const size_t part = end ? (size_t)(end - bytes) : length;

        if (child->line_length + part > PRINTER_LINE_MAX) {
            log_error("the printer program writes a line without end");
            child->output_ended = true;
            printer_child_kill(child);
            return;
        }
        memcpy(child->line + child->line_length, bytes, part);
        child->line_length += part;
        if (end) {
            child->line[child->line_length] = '\0';
            const size_t whole = child->line_length;
            child->line_length = 0;
            child->owner.line(child->line, whole, child->owner.data);
        }
        bytes += part + (end ? 1 : 0);
        length -= part + (end ? 1 : 0);
    }
}

static void alloc_cb(uv_handle_t *handle, size_t suggested, uv_buf_t *out_buffer)
{
    struct printer_child *child = handle->data;

    (void)suggested;
    *out_buffer = uv_buf_init(child->read, sizeof child->read);
}

static void read_cb(uv_stream_t *stream, ssize_t n, const uv_buf_t *buffer)
{
    struct printer_child *child = stream->data;

    if (n > 0)
        take_bytes(child, buffer->base, (size_t)n);
    if (n >= 0)
        return;
    uv_read_stop(stream);
    child->output_ended = true;
    if (!child->exited)
        printer_child_kill(child); /* it does not speak any more */
    close_when_over(child);
}

/* ---- starting -------------------------------------------------------------------------------- */

static void init_handles(uv_loop_t *loop, struct printer_child *child)
{
    uv_pipe_init(loop, &child->input, 0);
    uv_pipe_init(loop, &child->output, 0);
    uv_timer_init(loop, &child->last_words);
    child->process.data = child->input.data = child->output.data = child->last_words.data = child;
    child->open_handles = 4;
}

enum err printer_child_start(uv_loop_t *loop, const char *path,
                             const struct printer_child_owner *owner,
                             struct printer_child **out_child)
{
    struct printer_child *child = calloc(1, sizeof *child);
    char serve[] = "serve", *name = strdup(path);
    char *arguments[] = {name, serve, NULL};

    if (!child || !name) {
        free(child);
        free(name);
        return ERR_NO_MEMORY;
    }
    child->owner = *owner;
    init_handles(loop, child);
    uv_stdio_container_t stdio[] = {
        {.flags = UV_CREATE_PIPE | UV_READABLE_PIPE, .data.stream = (uv_stream_t *)&child->input},
        {.flags = UV_CREATE_PIPE | UV_WRITABLE_PIPE, .data.stream = (uv_stream_t *)&child->output},
        {.flags = UV_INHERIT_FD, .data.fd = 2},
    };
    const uv_process_options_t options = {.exit_cb = exit_cb,
                                          .file = name,
                                          .args = arguments,
                                          .flags = UV_PROCESS_DETACHED,
                                          .stdio_count = 3,
                                          .stdio = stdio};
    const int failure = uv_spawn(loop, &child->process, &options);
    free(name);
    child->process.data = child;
    if (failure != 0) {
        close_all(child);
        return failure == UV_ENOMEM ? ERR_NO_MEMORY : ERR_PRINTER;
    }
    child->started = true;
    uv_os_setpriority(child->process.pid, UV_PRIORITY_BELOW_NORMAL);
    uv_read_start((uv_stream_t *)&child->output, alloc_cb, read_cb);
    *out_child = child;
    return ERR_OK;
}

/* ---- what is said to it ---------------------------------------------------------------------- */

struct sending {
    uv_write_t request;
    struct printer_child *child;
    size_t length;
    char bytes[];
};

static void sent_cb(uv_write_t *request, int status)
{
    struct sending *sending = container_of(request, struct sending, request);

    (void)status; /* a broken pipe: the process is about to end, exit_cb follows */
    sending->child->unsent -= sending->length;
    free(sending);
}

bool printer_child_send(struct printer_child *child, const char *line, size_t length)
{
    struct sending *sending;

    if (child->input_ended)
        return false;
    sending =
        child->unsent + length < PRINTER_UNSENT_MAX ? malloc(sizeof *sending + length + 1) : NULL;
    if (!sending) {
        log_error("the printer program does not read");
        printer_child_kill(child);
        return false;
    }
    sending->child = child;
    sending->length = length + 1;
    memcpy(sending->bytes, line, length);
    sending->bytes[length] = '\n';
    const uv_buf_t buffer = uv_buf_init(sending->bytes, (unsigned)sending->length);
    child->unsent += sending->length;
    if (uv_write(&sending->request, (uv_stream_t *)&child->input, &buffer, 1, sent_cb) == 0)
        return true;
    child->unsent -= sending->length;
    free(sending);
    printer_child_kill(child);
    return false;
}

/* ---- its end --------------------------------------------------------------------------------- */

void printer_child_end_input(struct printer_child *child)
{
    if (child->input_ended)
        return;
    child->input_ended = true;
    uv_close((uv_handle_t *)&child->input, closed_cb); /* what was not read yet is dropped */
}

void printer_child_kill(struct printer_child *child)
{
    if (!child->exited)
        uv_process_kill(&child->process, SIGKILL);
}

int printer_child_pid(const struct printer_child *child)
{
    return child->process.pid;
}
