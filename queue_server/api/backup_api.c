/* Backups of the data folder: /backups. For administrators. Rule R-990. */
#include <stdlib.h>
#include <string.h>

#include "api/backups.h"
#include "api/handlers.h"

enum { PART_DIGITS_MAX = 9 };

/* ---- POST /backups --------------------------------------------------------------------------- */

static void begin_answer(struct command *command)
{
    const struct begin_backup *begin = container_of(command, struct begin_backup, command);
    struct text *body = api_answer(command, 202);

    json_open_object(body, NULL);
    json_put_string(body, "backup", begin->name);
    json_put_instant(body, "begun_at", begin->begun_at);
    json_close_object(body);
}

static void after_begin(struct command *command)
{
    const struct begin_backup *begin = container_of(command, struct begin_backup, command);
    struct backups *backups = api_call_of(command)->api->backups;

    if (!begin->claimed)
        return;
    if (command->err == ERR_OK)
        backups_start(backups, begin, command->actor.code);
    else
        backups_give_up(backups);
}

enum err backup_api_make(struct api_call *call)
{
    struct begin_backup *begin = api_command(call, sizeof *begin, begin_backup_run, begin_answer);

    if (!begin)
        return ERR_NO_MEMORY;
    begin->folder = backups_folder(call->api->backups);
    begin->busy = backups_busy(call->api->backups);
    api_after(begin, after_begin);
    return api_submit(begin);
}

/* ---- GET /backups, GET /backups/{backup} ----------------------------------------------------- */

static void list_answer(struct command *command)
{
    struct read_backups *read = container_of(command, struct read_backups, command);

    api_list_answer(command, &read->items, NULL);
}

static void one_answer(struct command *command)
{
    struct read_backups *read = container_of(command, struct read_backups, command);

    api_answer_take(command, 200, &read->items);
}

static void after_read(struct command *command)
{
    text_release(&container_of(command, struct read_backups, command)->items);
}

static struct read_backups *reading(struct api_call *call, void (*answer)(struct command *command))
{
    struct read_backups *read = api_command(call, sizeof *read, read_backups_run, answer);

    if (!read)
        return NULL;
    read->folder = backups_folder(call->api->backups);
    memcpy(read->making, backups_making(call->api->backups),
           strlen(backups_making(call->api->backups)) + 1);
    api_after(read, after_read);
    return read;
}

enum err backup_api_list(struct api_call *call)
{
    struct read_backups *read = reading(call, list_answer);

    return read ? api_read(read) : ERR_NO_MEMORY;
}

enum err backup_api_get(struct api_call *call)
{
    struct read_backups *read;

    if (!backup_name_is_valid(call->parameter[0]))
        return ERR_NOT_FOUND;
    read = reading(call, one_answer);
    if (!read)
        return ERR_NO_MEMORY;
    memcpy(read->only, call->parameter[0], strlen(call->parameter[0]) + 1);
    return api_read(read);
}

/* ---- GET /backups/{backup}/database ---------------------------------------------------------- */

static void part_answer(struct command *command)
{
    struct read_backup_part *read = container_of(command, struct read_backup_part, command);

    api_answer_take(command, 200, &read->bytes);
    text_printf(&command->answer.headers,
                "Content-Disposition: attachment; filename=\"motcua-%s.db.%03lld\"\r\n"
                "X-Content-Type-Options: nosniff\r\n",
                read->name, (long long)read->part);
    api_answer_media(command, "application/octet-stream");
}

static void after_part(struct command *command)
{
    text_release(&container_of(command, struct read_backup_part, command)->bytes);
}

enum err backup_api_database(struct api_call *call)
{
    struct read_backup_part *read =
        api_command(call, sizeof *read, read_backup_part_run, part_answer);
    const char *part = api_query(call, "part");

    if (!read)
        return ERR_NO_MEMORY;
    read->folder = backups_folder(call->api->backups);
    read->name = call->parameter[0];
    api_after(read, after_part);
    if (!part || !part[0] || strlen(part) > PART_DIGITS_MAX || part[strspn(part, "0123456789")])
        return api_read_with(read, ERR_BAD_PARAMETER);
    read->part = strtoll(part, NULL, 10);
    return api_read(read);
}
