#include "live/scanner.h"

#include <string.h>
#include <sys/stat.h>

#include "base/log.h"
#include "base/user_language.h"
#include "usecase/ticket_view.h"

enum {
    LOOK_MS = 15000,  /* when nothing tells of changes */
    WAITING_MS = 500, /* while a file is being written */
    GATHER_MS = 200,  /* from an event to the look: more of them follow */
};

static void look(struct scanner *scanner);

/* ---- when --------------------------------------------------------------------------------------
 */

static void timer_cb(uv_timer_t *timer)
{
    struct scanner *scanner = timer->data;

    if (!scanner->busy)
        look(scanner);
}

static void rest(struct scanner *scanner, uint64_t ms)
{
    scanner->busy = false;
    if (!atomic_load(&scanner->stopping))
        uv_timer_start(&scanner->timer, timer_cb, scanner->news && ms > GATHER_MS ? GATHER_MS : ms,
                       0);
}

static void event_cb(uv_fs_event_t *event, const char *name, int events, int status)
{
    struct scanner *scanner = event->data;

    (void)name;
    (void)events;
    (void)status;
    scanner->news = true;
    if (!scanner->busy && uv_timer_get_due_in(&scanner->timer) > GATHER_MS)
        uv_timer_start(&scanner->timer, timer_cb, GATHER_MS, 0);
}

/* Only after a look that went well: the loop must not wait for a mount that hangs. */
static void watch(struct scanner *scanner)
{
    if (!uv_is_active((uv_handle_t *)&scanner->event))
        uv_fs_event_start(&scanner->event, event_cb, scanner->folder.path, 0);
}

/* ---- trouble -----------------------------------------------------------------------------------
 */

static void complain(struct scanner *scanner, const char *what, enum err err)
{
    if (!scanner->complained)
        log_error("scanner folder %s: %s: %s (%s)", scanner->folder.path, what,
                  err_text(err, user_language()), err_code(err));
    scanner->complained = true;
}

/* Nothing is left that should have gone. */
static void is_well(struct scanner *scanner)
{
    for (size_t i = 0; i < scanner->folder.count; i++)
        if (scanner->folder.files[i].held)
            return;
    if (scanner->complained)
        log_info("scanner folder %s: watched again", scanner->folder.path);
    scanner->complained = false;
    scanner->api->scanner = SCANNER_WATCHED;
}

/* What is never taken is said once. */
static void tell_odd(struct scanner *scanner)
{
    struct scanner_file *odd;
    char label[SCANNER_LABEL_SIZE];

    while ((odd = scanner_folder_odd(&scanner->folder, scanner->now))) {
        scanner_label(odd->name, label);
        log_info("scanner folder %s: %s is left alone: %s", scanner->folder.path, label,
                 odd->kind == S_IFDIR ? "a folder" : "a partial name");
        odd->told = true;
    }
}

/* ---- clearing ----------------------------------------------------------------------------------
 */

static void clear_work(uv_work_t *work)
{
    struct scanner *scanner = work->data;
    const struct receive_scan *receive = &scanner->receive;
    char id[TICKET_ID_SIZE];

    scan_file_drop(&scanner->take.file);
    scanner->clear_err = ERR_OK;
    if (scanner->take_err != ERR_OK)
        return;
    opaque_id('s', receive->id, id);
    scanner->clear_err =
        scanner->take.refusal == SCANNER_TAKEN
            ? scanner_folder_remove(&scanner->folder, scanner->file)
            : scanner_folder_refuse(&scanner->folder, scanner->file, id, scanner->take.refusal);
}

static void cleared_cb(uv_work_t *work, int status)
{
    struct scanner *scanner = work->data;

    (void)status;
    if (scanner->clear_err != ERR_OK && scanner->clear_err != ERR_NOT_FOUND) {
        scanner->file->held = true;
        complain(scanner, "a file that was taken cannot leave it", scanner->clear_err);
        scanner->api->scanner = SCANNER_UNREACHABLE;
    }
    if (atomic_load(&scanner->stopping))
        scanner->busy = false;
    else if (scanner->take_err == ERR_OK)
        look(scanner);
    else
        rest(scanner, scanner->take_err == ERR_NOT_FOUND ? WAITING_MS : LOOK_MS);
}

static void queue(struct scanner *scanner, uv_work_cb run, uv_after_work_cb done)
{
    if (uv_queue_work(scanner->timer.loop, &scanner->work, run, done) != 0)
        abort(); /* cannot happen: the callbacks are set */
}

static void clear(struct scanner *scanner)
{
    queue(scanner, clear_work, cleared_cb);
}

/* ---- recording ---------------------------------------------------------------------------------
 */

static void recorded(struct command *command)
{
    struct scanner *scanner = command->owner;

    scanner->take_err = command->err;
    if (command->err != ERR_OK)
        complain(scanner, "a file was not recorded", command->err);
    command_release(command);
    clear(scanner);
}

static void record(struct scanner *scanner)
{
    struct receive_scan *receive = &scanner->receive;
    struct scanner_take *take = &scanner->take;

    *receive = (struct receive_scan){.command = {.office = &scanner->api->office,
                                                 .actor = {.kind = ACTOR_SYSTEM},
                                                 .run = receive_scan_run,
                                                 .done = recorded,
                                                 .owner = scanner},
                                     .written_ns = scanner->file->written_ns,
                                     .bytes = scanner->file->bytes,
                                     .refusal = take->refusal,
                                     .file = &take->file,
                                     .type = take->type};
    scanner_label(scanner->file->name, receive->name);
    scanner->take_err = command_submit(&receive->command);
    if (scanner->take_err != ERR_OK)
        clear(scanner);
}

/* ---- looking -----------------------------------------------------------------------------------
 */

static void look_work(uv_work_t *work)
{
    struct scanner *scanner = work->data;

    scanner->file = NULL;
    scanner->look_err = scanner_folder_look(&scanner->folder, scanner->now);
    if (scanner->look_err == ERR_OK)
        scanner->file = scanner_folder_next(&scanner->folder, scanner->now);
    if (scanner->file)
        scanner->take_err = scanner_folder_take(&scanner->folder, scanner->file,
                                                scanner->api->scans, scanner->now, &scanner->take);
}

static void looked_cb(uv_work_t *work, int status)
{
    struct scanner *scanner = work->data;

    (void)status;
    if (atomic_load(&scanner->stopping)) {
        scanner->take_err = ERR_CLOSED;
        if (scanner->file)
            clear(scanner);
    } else if (scanner->look_err != ERR_OK) {
        scanner->api->scanner = SCANNER_UNREACHABLE;
        uv_fs_event_stop(&scanner->event);
        complain(scanner,
                 scanner->look_err == ERR_BAD_VALUE ? "it is the data folder or in it"
                                                    : "cannot be used",
                 scanner->look_err);
        rest(scanner, LOOK_MS);
    } else {
        watch(scanner);
        tell_odd(scanner);
        if (!scanner->file) {
            const bool waits = scanner_folder_waits(&scanner->folder);

            is_well(scanner);
            rest(scanner, waits ? WAITING_MS : LOOK_MS);
        } else if (scanner->take_err == ERR_OK) {
            record(scanner);
        } else {
            if (scanner->take_err != ERR_NOT_FOUND)
                complain(scanner, "a file cannot be taken", scanner->take_err);
            clear(scanner);
        }
    }
}

static void look(struct scanner *scanner)
{
    scanner->busy = true;
    scanner->news = false;
    scanner->now = uv_now(scanner->timer.loop);
    queue(scanner, look_work, looked_cb);
}

void scanner_start(uv_loop_t *loop, struct api *api, const char *path, const char *data,
                   struct scanner *scanner)
{
    if (!path)
        return;
    scanner->api = api;
    scanner->started = true;
    scanner->folder =
        (struct scanner_folder){.path = path, .data = data, .stopping = &scanner->stopping};
    uv_timer_init(loop, &scanner->timer);
    uv_fs_event_init(loop, &scanner->event);
    scanner->timer.data = scanner->event.data = scanner->work.data = scanner;
    api->scanner = SCANNER_UNREACHABLE; /* until the first look */
    look(scanner);
}

void scanner_stop(struct scanner *scanner)
{
    if (!scanner->started)
        return;
    atomic_store(&scanner->stopping, true);
    uv_close((uv_handle_t *)&scanner->timer, NULL);
    uv_close((uv_handle_t *)&scanner->event, NULL);
}
