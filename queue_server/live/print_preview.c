#include "live/print_preview.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>

#include "base/list.h"
#include "base/log.h"

enum { READ_SIZE = 64 << 10, SEARCH_FOUND_MAX = 200 };

/* One picture: waiting, then in hand while `process` runs. */
struct picture {
    struct link link;
    struct print_preview *preview;
    struct api_call *call;
    uv_process_t process;
    uv_pipe_t input, output;
    uv_timer_t timer;
    uv_write_t writing;
    int open_handles;
    bool search; /* no picture: the printers that can be found are wanted */
    bool started, exited, output_ended, closing, failed;
    struct text bytes; /* of the picture */
    char read[READ_SIZE];
    size_t job_length;
    char job[];
};

struct print_preview {
    uv_loop_t *loop;
    struct api *api;
    char *printer;
    struct list waiting;
    int waiting_count;
    struct picture *in_hand;
    void (*closed)(void *data);
    void *closed_data;
};

static void start_next(struct print_preview *preview);

/* ---- the end of one -------------------------------------------------------------------------- */

/* What the program has found, as a list. ERR_PRINTER when it is none. */
static enum err write_found(const struct text *bytes, struct text *out_body)
{
    static const char *const members[] = {"destination", "name", "info", "state"};
    json_t *list = json_loadb(bytes->data, bytes->length, JSON_REJECT_DUPLICATES, NULL), *found;
    size_t i;

    if (!json_is_array(list)) {
        json_decref(list);
        return ERR_PRINTER;
    }
    json_open_object(out_body, NULL);
    json_open_array(out_body, "items");
    json_array_foreach(list, i, found)
    {
        if (i == SEARCH_FOUND_MAX)
            break;
        json_open_object(out_body, NULL);
        for (size_t k = 0; k < sizeof members / sizeof *members; k++)
            json_put_string(out_body, members[k],
                            json_string_value(json_object_get(found, members[k])));
        json_close_object(out_body);
    }
    json_close_array(out_body);
    json_put_null(out_body, "next");
    json_close_object(out_body);
    json_decref(list);
    return ERR_OK;
}

static void answer_search(struct api_call *call, const struct text *bytes)
{
    struct text body;

    text_init(&body);
    const enum err err = write_found(bytes, &body);
    if (err == ERR_OK)
        api_reply_json(call, 200, NULL, &body);
    else
        api_reply_problem(call, err);
    text_release(&body);
}

static void answer(struct picture *picture, enum err err)
{
    if (err == ERR_OK && picture->search)
        answer_search(picture->call, &picture->bytes);
    else if (err == ERR_OK)
        api_reply_media(picture->call, "image/png", &picture->bytes);
    else
        api_reply_problem(picture->call, err);
    text_release(&picture->bytes);
    free(picture);
}

static void preview_free(struct print_preview *preview)
{
    void (*closed)(void *data) = preview->closed;
    void *data = preview->closed_data;

    free(preview->printer);
    free(preview);
    closed(data);
}

static void handle_closed_cb(uv_handle_t *handle)
{
    struct picture *picture = handle->data;
    struct print_preview *preview = picture->preview;

    if (--picture->open_handles > 0)
        return;
    preview->in_hand = NULL;
    answer(picture, picture->failed || picture->bytes.failed || picture->bytes.length == 0
                        ? ERR_PRINTER
                        : ERR_OK);
    if (preview->closed)
        preview_free(preview);
    else
        start_next(preview);
}

static void close_handle(uv_handle_t *handle)
{
    if (!uv_is_closing(handle))
        uv_close(handle, handle_closed_cb);
}

/* Once the process has ended and everything it said was read, or nothing more is wanted of it. */
static void close_when_over(struct picture *picture)
{
    if (picture->closing || !(picture->exited && (picture->output_ended || picture->failed)))
        return;
    picture->closing = true;
    close_handle((uv_handle_t *)&picture->process);
    close_handle((uv_handle_t *)&picture->output);
    close_handle((uv_handle_t *)&picture->timer);
    close_handle((uv_handle_t *)&picture->input);
}

static void give_up(struct picture *picture)
{
    picture->failed = true;
    if (picture->started && !picture->exited)
        uv_process_kill(&picture->process, SIGKILL);
    close_when_over(picture);
}

static void exit_cb(uv_process_t *process, int64_t status, int signal_number)
{
    struct picture *picture = process->data;

    if (status != 0 || signal_number != 0) {
        log_error("a preview could not be drawn: status %lld, signal %d", (long long)status,
                  signal_number);
        picture->failed = true;
    }
    picture->exited = true;
    close_when_over(picture);
}

static void timer_cb(uv_timer_t *timer)
{
    give_up(timer->data);
}

/* ---- what it says ---------------------------------------------------------------------------- */

static void alloc_cb(uv_handle_t *handle, size_t suggested, uv_buf_t *out_buffer)
{
    struct picture *picture = handle->data;

    (void)suggested;
    *out_buffer = uv_buf_init(picture->read, sizeof picture->read);
}

static void read_cb(uv_stream_t *stream, ssize_t n, const uv_buf_t *buffer)
{
    struct picture *picture = stream->data;

    if (n > 0 && picture->bytes.length + (size_t)n <= PREVIEW_BYTES_MAX) {
        text_add_bytes(&picture->bytes, buffer->base, (size_t)n);
    } else if (n > 0) {
        give_up(picture);
    } else if (n < 0) {
        uv_read_stop(stream);
        picture->output_ended = true;
        close_when_over(picture);
    }
}

/* ---- starting -------------------------------------------------------------------------------- */

static void written_cb(uv_write_t *request, int status)
{
    struct picture *picture = request->data;

    (void)status; /* a broken pipe: the process is about to end, exit_cb follows */
    close_handle((uv_handle_t *)&picture->input);
}

static int spawn(struct picture *picture)
{
    char render[] = "render", type[] = "--type", png[] = "png", output[] = "--output", dash[] = "-";
    char *arguments[] = {picture->preview->printer, render, type, png, output, dash, NULL};
    char destinations[] = "destinations", as_json[] = "--json";
    char *search[] = {picture->preview->printer, destinations, as_json, NULL};
    uv_stdio_container_t stdio[] = {
        {.flags = UV_CREATE_PIPE | UV_READABLE_PIPE, .data.stream = (uv_stream_t *)&picture->input},
        {.flags = UV_CREATE_PIPE | UV_WRITABLE_PIPE,
         .data.stream = (uv_stream_t *)&picture->output},
        {.flags = UV_INHERIT_FD, .data.fd = 2},
    };
    const uv_process_options_t options = {.exit_cb = exit_cb,
                                          .file = picture->preview->printer,
                                          .args = picture->search ? search : arguments,
                                          .flags = UV_PROCESS_DETACHED,
                                          .stdio_count = 3,
                                          .stdio = stdio};

    return uv_spawn(picture->preview->loop, &picture->process, &options);
}

static void start(struct picture *picture)
{
    uv_loop_t *loop = picture->preview->loop;

    uv_pipe_init(loop, &picture->input, 0);
    uv_pipe_init(loop, &picture->output, 0);
    uv_timer_init(loop, &picture->timer);
    picture->open_handles = 4;
    picture->started = spawn(picture) == 0;
    picture->process.data = picture->input.data = picture->output.data = picture->timer.data =
        picture->writing.data = picture;
    if (!picture->started) {
        picture->exited = true; /* it never was */
        give_up(picture);
        return;
    }
    uv_os_setpriority(picture->process.pid, UV_PRIORITY_BELOW_NORMAL);
    uv_timer_start(&picture->timer, timer_cb, PREVIEW_TIME_MS, 0);
    uv_read_start((uv_stream_t *)&picture->output, alloc_cb, read_cb);
    const uv_buf_t job = uv_buf_init(picture->job, (unsigned)picture->job_length);
    if (uv_write(&picture->writing, (uv_stream_t *)&picture->input, &job, 1, written_cb) != 0)
        give_up(picture);
}

static void start_next(struct print_preview *preview)
{
    struct link *link = preview->in_hand ? NULL : list_pop(&preview->waiting);

    if (!link)
        return;
    preview->waiting_count--;
    preview->in_hand = container_of(link, struct picture, link);
    start(preview->in_hand);
}

static void take(struct api_call *call, const char *job, size_t length, bool search,
                 struct print_preview *preview)
{
    struct picture *picture;

    if (!preview->printer[0] || preview->waiting_count >= PREVIEWS_WAITING_MAX) {
        api_reply_problem(call, preview->printer[0] ? ERR_TOO_MANY : ERR_PRINTER);
        return;
    }
    picture = calloc(1, sizeof *picture + length);
    if (!picture) {
        api_reply_problem(call, ERR_NO_MEMORY);
        return;
    }
    picture->preview = preview;
    picture->call = call;
    picture->search = search;
    text_init(&picture->bytes);
    picture->job_length = length;
    memcpy(picture->job, job, length);
    list_push(&preview->waiting, &picture->link);
    preview->waiting_count++;
    start_next(preview);
}

static void preview_cb(struct api_call *call, const char *job, size_t length, void *data)
{
    take(call, job, length, false, data);
}

static void search_cb(struct api_call *call, void *data)
{
    take(call, "", 0, true, data);
}

/* ---- opening and closing --------------------------------------------------------------------- */

enum err print_preview_open(uv_loop_t *loop, struct api *api, const char *printer,
                            struct print_preview **out_preview)
{
    struct print_preview *preview = calloc(1, sizeof *preview);
    char *path = strdup(printer);

    if (!preview || !path) {
        free(preview);
        free(path);
        return ERR_NO_MEMORY;
    }
    preview->loop = loop;
    preview->api = api;
    preview->printer = path;
    list_init(&preview->waiting);
    api->preview = preview_cb;
    api->search_printers = search_cb;
    api->preview_data = preview;
    *out_preview = preview;
    return ERR_OK;
}

void print_preview_close(struct print_preview *preview, void (*closed)(void *data), void *data)
{
    struct link *link;

    preview->api->preview = NULL;
    preview->api->search_printers = NULL;
    preview->closed = closed;
    preview->closed_data = data;
    while ((link = list_pop(&preview->waiting)))
        answer(container_of(link, struct picture, link), ERR_CLOSED);
    if (preview->in_hand)
        give_up(preview->in_hand);
    else
        preview_free(preview);
}
