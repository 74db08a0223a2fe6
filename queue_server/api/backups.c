#include "api/backups.h"

#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/log.h"

struct backups {
    uv_loop_t *loop;
    struct office *office;
    char folder[FOLDER_PATH_SIZE];
    _Atomic bool busy;
    bool working, closing;
    uv_work_t work;
    struct made_backup backup; /* in hand while `working` */
};

enum err backups_open(uv_loop_t *loop, struct office *office, const char *folder,
                      struct backups **out_backups)
{
    struct backups *backups = calloc(1, sizeof *backups);

    if (!backups)
        return ERR_NO_MEMORY;
    backups->loop = loop;
    backups->office = office;
    snprintf(backups->folder, sizeof backups->folder, "%s", folder);
    *out_backups = backups;
    return ERR_OK;
}

void backups_close(struct backups *backups)
{
    backups->closing = true;
    if (!backups->working)
        free(backups);
}

const char *backups_folder(const struct backups *backups)
{
    return backups->folder;
}

_Atomic bool *backups_busy(struct backups *backups)
{
    return &backups->busy;
}

const char *backups_making(const struct backups *backups)
{
    return backups->working ? backups->backup.name : "";
}

void backups_give_up(struct backups *backups)
{
    atomic_store(&backups->busy, false);
}

/* ---- the copy -------------------------------------------------------------------------------- */

static void log_untold(const char *name, enum err err)
{
    log_error("the end of backup %s is not in the log: %s", name, err_code(err));
}

/* It is made once the log tells of it. */
static void finish(struct backups *backups)
{
    backups->working = false;
    backups_give_up(backups);
    if (backups->closing)
        free(backups);
}

static void told(struct command *command)
{
    struct backups *backups = command->owner;

    if (command->err != ERR_OK)
        log_untold(backups->backup.name, command->err);
    command_release(command);
    free(container_of(command, struct end_backup, command));
    finish(backups);
}

static void tell(struct backups *backups)
{
    struct end_backup *end = backups->closing ? NULL : calloc(1, sizeof *end);

    if (!end) {
        log_untold(backups->backup.name, backups->closing ? ERR_CLOSED : ERR_NO_MEMORY);
        finish(backups);
        return;
    }
    end->backup = backups->backup;
    end->command = (struct command){.office = backups->office,
                                    .actor = {.kind = ACTOR_SYSTEM},
                                    .run = end_backup_run,
                                    .done = told,
                                    .owner = backups};
    memcpy(end->command.actor.code, backups->backup.by, sizeof end->command.actor.code);
    const enum err err = command_submit(&end->command);
    if (err != ERR_OK) {
        log_untold(backups->backup.name, err);
        free(end);
        finish(backups);
    }
}

/* A thread of the pool. */
static void copy_work(uv_work_t *work)
{
    struct backups *backups = container_of(work, struct backups, work);

    make_backup(backups->folder, &backups->backup);
}

static void copy_done(uv_work_t *work, int status)
{
    struct backups *backups = container_of(work, struct backups, work);

    (void)status;
    if (backups->backup.err != ERR_OK)
        log_error("backup %s: %s", backups->backup.name, err_code(backups->backup.err));
    tell(backups);
}

void backups_start(struct backups *backups, const struct begin_backup *begin, const char *by)
{
    backups->working = true;
    backups->backup = (struct made_backup){.begun_at = begin->begun_at};
    memcpy(backups->backup.name, begin->name, sizeof backups->backup.name);
    snprintf(backups->backup.by, sizeof backups->backup.by, "%s", by);
    if (uv_queue_work(backups->loop, &backups->work, copy_work, copy_done) != 0)
        abort(); /* cannot happen: the callbacks are set */
}
