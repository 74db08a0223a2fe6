#include "command/offline.h"

#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "live/control.h"
#include "store/folder.h"
#include "usecase/training_clock.h"

/* ---- by the control socket ------------------------------------------------------------------- */

static int connect_to(const char *folder)
{
    struct sockaddr_un address = {.sun_family = AF_UNIX};
    char path[FOLDER_PATH_SIZE];

    if (folder_path(folder, FOLDER_CONTROL, path) != ERR_OK ||
        strlen(path) >= sizeof address.sun_path)
        return -1;
    memcpy(address.sun_path, path, strlen(path) + 1);
    const int socket_fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (socket_fd >= 0 && connect(socket_fd, (struct sockaddr *)&address, sizeof address) != 0) {
        close(socket_fd);
        return -1;
    }
    return socket_fd;
}

static bool write_all(int fd, const char *bytes, size_t length)
{
    while (length > 0) {
        const ssize_t written = write(fd, bytes, length);

        if (written <= 0)
            return false;
        bytes += written;
        length -= (size_t)written;
    }
    return true;
}

/* One line out, one line back. */
static enum err ask_server(int fd, const json_t *request, json_t **out_answer)
{
    char *line = json_dumps(request, JSON_COMPACT);
    char part[4096];
    struct text answer;
    ssize_t length;
    enum err err = ERR_CLOSED;

    text_init(&answer);
    if (line && write_all(fd, line, strlen(line)) && write_all(fd, "\n", 1))
        while ((length = read(fd, part, sizeof part)) > 0) {
            text_add_bytes(&answer, part, (size_t)length);
            if (answer.data && memchr(answer.data, '\n', answer.length))
                break;
        }
    *out_answer = answer.data ? json_loadb(answer.data, answer.length, 0, NULL) : NULL;
    if (*out_answer)
        err = ERR_OK;
    text_release(&answer);
    free(line);
    close(fd);
    return err;
}

/* ---- with the folder in hand ----------------------------------------------------------------- */

struct workshop {
    struct store_request request; /* that loads the set-up */
    uv_loop_t loop;
    struct store *store;
    struct api *api; /* its office only */
    struct catalogue *catalogue;
    const json_t *ask;
    json_t *answer;
    bool office_open;
    enum err err;
};

static void store_closed(void *data)
{
    (void)data;
}

static void answered(json_t *answer, void *data)
{
    struct workshop *workshop = data;

    workshop->answer = json_incref(answer);
    store_close(workshop->store, store_closed, workshop);
}

static enum err load_work(struct store_tx *tx, struct store_request *request)
{
    struct workshop *workshop = container_of(request, struct workshop, request);
    const enum err err = catalogue_load(tx, &workshop->catalogue);

    if (err == ERR_OK)
        training_clock_restore(tx, workshop->catalogue->training, store_log_end(workshop->store),
                               &workshop->api->office.clock);
    return err;
}

static void load_done(struct store_request *request, enum err outcome)
{
    struct workshop *workshop = container_of(request, struct workshop, request);

    workshop->err = outcome;
    if (outcome != ERR_OK) {
        store_close(workshop->store, store_closed, workshop);
        return;
    }
    office_init(&workshop->api->office, workshop->store, workshop->catalogue);
    workshop->office_open = true;
    control_execute(workshop->api, workshop->ask, answered, workshop);
}

static enum err work_in(struct workshop *workshop, const char *folder)
{
    const struct store_config config = store_config_default(folder);
    enum err err = store_open(&workshop->loop, &config, &workshop->store);

    if (err != ERR_OK)
        return err;
    workshop->request = (struct store_request){.work = load_work, .done = load_done};
    err = store_read(workshop->store, &workshop->request);
    uv_run(&workshop->loop, UV_RUN_DEFAULT);
    if (workshop->office_open) {
        office_release(&workshop->api->office);
        clock_stop(&workshop->api->office.clock);
    }
    return err == ERR_OK ? workshop->err : err;
}

enum err centre_ask(const char *folder, const json_t *request, json_t **out_answer)
{
    const int fd = connect_to(folder);
    struct workshop workshop = {.ask = request};
    enum err err;

    if (fd >= 0)
        return ask_server(fd, request, out_answer);
    workshop.api = calloc(1, sizeof *workshop.api);
    if (!workshop.api)
        return ERR_NO_MEMORY;
    if (uv_loop_init(&workshop.loop) != 0) {
        free(workshop.api);
        return ERR_NO_MEMORY;
    }
    err = work_in(&workshop, folder);
    uv_loop_close(&workshop.loop);
    free(workshop.api);
    if (err == ERR_OK && workshop.answer)
        *out_answer = workshop.answer;
    return err == ERR_OK && !workshop.answer ? ERR_NO_MEMORY : err;
}

/* ---- making a centre ------------------------------------------------------------------------- */

enum { FIRST_CENTRE = 1 };

struct making {
    struct store_request request;
    struct store *store;
    const char *code, *name;
    bool training;
    struct instant clock;
    enum err err;
};

static enum err make_work(struct store_tx *tx, struct store_request *request)
{
    struct making *making = container_of(request, struct making, request);
    struct sql *q = sql_start(tx, STMT_CENTRE_INSERT);

    sql_int(q, 1, FIRST_CENTRE);
    sql_text(q, 2, making->code);
    sql_text(q, 3, making->name);
    sql_int(q, 4, making->training);
    sql_run(q);
    if (making->training && !instant_is_none(making->clock))
        training_clock_begin(tx, making->clock);
    return ERR_OK;
}

static void make_done(struct store_request *request, enum err outcome)
{
    struct making *making = container_of(request, struct making, request);

    making->err = outcome;
    store_close(making->store, store_closed, making);
}

enum err centre_make(const char *folder, const char *code, const char *name, bool training,
                     struct instant clock)
{
    struct making making = {.code = code, .name = name, .training = training, .clock = clock};
    struct store_config config = store_config_default(folder);
    char path[FOLDER_PATH_SIZE];
    uv_loop_t loop;
    enum err err = folder_path(folder, FOLDER_DATABASE, path);

    if (err == ERR_OK && access(path, F_OK) == 0)
        return ERR_DATABASE_EXISTS;
    if (uv_loop_init(&loop) != 0)
        return ERR_NO_MEMORY;
    config.create = true;
    config.centre = FIRST_CENTRE; /* the file holds none yet that could say */
    if (err == ERR_OK)
        err = store_open(&loop, &config, &making.store);
    if (err == ERR_OK) {
        making.request = (struct store_request){.work = make_work, .done = make_done};
        err = store_submit(making.store, &making.request);
        uv_run(&loop, UV_RUN_DEFAULT);
        if (err == ERR_OK)
            err = making.err;
    }
    uv_loop_close(&loop);
    return err;
}
