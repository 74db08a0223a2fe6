#include "live/control.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store/folder.h"

enum { REQUEST_MAX = 8 << 20, BACKLOG = 8 };

struct client {
    uv_pipe_t pipe;
    struct control *control;
    struct client *next, **previous;
    struct text input;
    bool busy, closing; /* busy: a request runs, its answer will come */
};

struct control {
    uv_pipe_t listener;
    struct api *api;
    struct client *clients;
    char path[FOLDER_PATH_SIZE];
    bool closing;
    int handles; /* open: the listener and the clients */
    void (*closed)(void *data);
    void *closed_data;
};

struct write {
    uv_write_t request;
    char *text;
};

static void control_released(struct control *control)
{
    void (*closed)(void *data) = control->closed;
    void *data = control->closed_data;

    if (--control->handles > 0)
        return;
    free(control);
    closed(data);
}

static void client_closed_cb(uv_handle_t *handle)
{
    struct client *client = handle->data;
    struct control *control = client->control;

    if ((*client->previous = client->next))
        client->next->previous = client->previous;
    text_release(&client->input);
    free(client);
    control_released(control);
}

/* A client whose request runs is closed when the answer has come. */
static void close_client(struct client *client)
{
    client->closing = true;
    if (!client->busy && !uv_is_closing((uv_handle_t *)&client->pipe))
        uv_close((uv_handle_t *)&client->pipe, client_closed_cb);
}

static void written_cb(uv_write_t *request, int status)
{
    struct write *write = (struct write *)request;
    struct client *client = request->handle->data;

    free(write->text);
    free(write);
    if (status < 0)
        close_client(client);
}

static void answered(json_t *answer, void *data)
{
    struct client *client = data;
    struct write *write = calloc(1, sizeof *write);
    char *text = answer ? json_dumps(answer, JSON_COMPACT) : NULL;

    client->busy = false;
    if (!write || !text || client->closing) {
        free(write);
        free(text);
        close_client(client);
        return;
    }
    write->text = text;
    uv_buf_t parts[2] = {uv_buf_init(text, (unsigned)strlen(text)), uv_buf_init((char *)"\n", 1)};
    if (uv_write(&write->request, (uv_stream_t *)&client->pipe, parts, 2, written_cb) != 0) {
        free(text);
        free(write);
        close_client(client);
    }
}

static void take_line(struct client *client)
{
    char *end = client->input.data ? memchr(client->input.data, '\n', client->input.length) : NULL;

    if (!end) {
        if (client->input.length > REQUEST_MAX || client->input.failed)
            close_client(client);
        return;
    }
    json_t *request = json_loadb(client->input.data, (size_t)(end - client->input.data), 0, NULL);
    text_clear(&client->input);
    client->busy = true;
    control_execute(client->control->api, request, answered, client);
    json_decref(request);
}

static void alloc_cb(uv_handle_t *handle, size_t suggested, uv_buf_t *out_buffer)
{
    (void)handle;
    *out_buffer = uv_buf_init(malloc(suggested), (unsigned)suggested);
}

static void read_cb(uv_stream_t *stream, ssize_t length, const uv_buf_t *buffer)
{
    struct client *client = stream->data;

    if (length > 0 && !client->busy)
        text_add_bytes(&client->input, buffer->base, (size_t)length);
    free(buffer->base);
    if (length < 0)
        close_client(client);
    else if (length > 0 && !client->busy)
        take_line(client);
}

static void connection_cb(uv_stream_t *listener, int status)
{
    struct control *control = listener->data;
    struct client *client = status < 0 ? NULL : calloc(1, sizeof *client);

    if (!client)
        return;
    uv_pipe_init(listener->loop, &client->pipe, 0);
    client->pipe.data = client;
    client->control = control;
    client->next = control->clients;
    client->previous = &control->clients;
    if (control->clients)
        control->clients->previous = &client->next;
    control->clients = client;
    control->handles++;
    if (uv_accept(listener, (uv_stream_t *)&client->pipe) != 0 ||
        uv_read_start((uv_stream_t *)&client->pipe, alloc_cb, read_cb) != 0)
        close_client(client);
}

static void listener_closed_cb(uv_handle_t *handle)
{
    control_released(handle->data);
}

enum err control_open(uv_loop_t *loop, const char *folder, struct api *api,
                      struct control **out_control)
{
    struct control *control = calloc(1, sizeof *control);

    if (!control)
        return ERR_NO_MEMORY;
    control->api = api;
    control->handles = 1;
    control->listener.data = control;
    if (folder_path(folder, FOLDER_CONTROL, control->path) != ERR_OK) {
        free(control);
        return ERR_FILE;
    }
    unlink(control->path); /* left by a server that was killed; the folder's lock is ours */
    uv_pipe_init(loop, &control->listener, 0);
    const mode_t before = umask(0177);
    const int bound = uv_pipe_bind(&control->listener, control->path);
    umask(before);
    *out_control = control;
    if (bound != 0 || uv_listen((uv_stream_t *)&control->listener, BACKLOG, connection_cb) != 0)
        return ERR_FILE; /* the caller closes it */
    return ERR_OK;
}

void control_close(struct control *control, void (*closed)(void *data), void *data)
{
    struct client *next;

    control->closed = closed;
    control->closed_data = data;
    unlink(control->path);
    for (struct client *client = control->clients; client; client = next) {
        next = client->next;
        close_client(client);
    }
    uv_close((uv_handle_t *)&control->listener, listener_closed_cb);
}
