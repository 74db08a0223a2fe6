#include "usecase/make_backup.h"

#include <jansson.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "store/event_log.h"

/* ---- beginning ------------------------------------------------------------------------------- */

static int64_t size_of(const char *folder, const char *file)
{
    char path[FOLDER_PATH_SIZE];
    struct stat status;

    return folder_path(folder, file, path) == ERR_OK && stat(path, &status) == 0 ? status.st_size
                                                                                 : 0;
}

static bool has_room(const char *folder)
{
    const int64_t room = folder_free_bytes(folder);
    const int64_t needed =
        size_of(folder, FOLDER_DATABASE) + size_of(folder, FOLDER_DATABASE "-wal");

    return room < 0 || room > needed + BACKUP_ROOM_BYTES;
}

/* */
enum err begin_backup_run(struct store_tx *tx, struct command *command)
{
    struct begin_backup *begin = container_of(command, struct begin_backup, command);
    struct text data;

    if (!has_room(begin->folder))
        return ERR_DISK_FULL;
    if (atomic_exchange(begin->busy, true))
        return ERR_BACKUP_RUNNING;
    begin->claimed = true;
    begin->begun_at = command->now;
    backup_name(command->now, event_log_next_seq(tx), begin->name);
    text_init(&data);
    text_add(&data, "{}");
    command_event(tx, command, "backup_begun", begin->name, "", &data);
    text_release(&data);
    return ERR_OK;
}

/* ---- making ---------------------------------------------------------------------------------- */

static void ignore_fault(const char *sentence, void *data)
{
    (void)sentence;
    (void)data; /* they are counted in the result */
}

static void write_facts(struct text *text, const struct made_backup *backup)
{
    const struct copied_centre *copied = &backup->copied;

    json_open_object(text, NULL);
    json_put_instant(text, "begun_at", backup->begun_at);
    json_put_string_or_null(text, "made_by", backup->by);
    json_put_int(text, "bytes", backup->bytes);
    json_put_int(text, "rows", copied->found.events);
    json_put_int(text, "tickets", copied->found.tickets);
    json_put_int(text, "dossiers", copied->found.dossiers);
    json_put_hex(text, "hash", copied->head.hash, DIGEST_SIZE);
    json_close_object(text);
}

static enum err keep_facts(const char *folder, const struct made_backup *backup)
{
    struct text facts;

    text_init(&facts);
    write_facts(&facts, backup);
    const enum err err =
        facts.failed ? ERR_NO_MEMORY : backup_facts_write(folder, backup->name, facts.data);
    text_release(&facts);
    return err;
}

void make_backup(const char *folder, struct made_backup *backup)
{
    char all[FOLDER_PATH_SIZE], own[FOLDER_PATH_SIZE];
    enum err err = folder_path(folder, FOLDER_BACKUPS, all);

    if (err == ERR_OK)
        err = folder_make(all);
    if (err == ERR_OK)
        err = backup_path(folder, backup->name, NULL, own);
    if (err == ERR_OK)
        err = copy_centre(folder, own, ignore_fault, NULL, &backup->copied);
    if (err == ERR_OK) {
        backup->bytes = backup_bytes(folder, backup->name);
        err = keep_facts(folder, backup);
    }
    if (err != ERR_OK)
        backup_remove(folder, backup->name);
    backup->err = err;
}

enum err end_backup_run(struct store_tx *tx, struct command *command)
{
    const struct made_backup *backup = &container_of(command, struct end_backup, command)->backup;
    struct text data;

    text_init(&data);
    if (backup->err == ERR_OK) {
        write_facts(&data, backup);
    } else {
        json_open_object(&data, NULL);
        json_put_string(&data, "code", err_code(backup->err));
        json_close_object(&data);
    }
    command_event(tx, command, backup->err == ERR_OK ? "backup_made" : "backup_failed",
                  backup->name, "", &data);
    text_release(&data);
    return ERR_OK;
}

/* ---- looking --------------------------------------------------------------------------------- */

/* The facts as they were kept; false when the file is not what the server writes. */
static bool put_facts(struct text *text, const char *json)
{
    static const char *const numbers[] = {"bytes", "rows", "tickets", "dossiers"};
    json_t *facts = json_loads(json, 0, NULL);
    bool sound = json_is_object(facts) && json_is_string(json_object_get(facts, "begun_at")) &&
                 json_is_string(json_object_get(facts, "hash"));

    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        sound = sound && json_is_integer(json_object_get(facts, numbers[i]));
    if (sound) {
        json_put_string(text, "begun_at", json_string_value(json_object_get(facts, "begun_at")));
        json_put_string(text, "made_by", json_string_value(json_object_get(facts, "made_by")));
        for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
            json_put_int(text, numbers[i], json_integer_value(json_object_get(facts, numbers[i])));
        json_put_string(text, "hash", json_string_value(json_object_get(facts, "hash")));
    }
    json_decref(facts);
    return sound;
}

static void put_nothing(struct text *text)
{
    static const char *const members[] = {"begun_at", "made_by",  "bytes", "rows",
                                          "tickets",  "dossiers", "hash"};

    for (size_t i = 0; i < sizeof members / sizeof *members; i++)
        json_put_null(text, members[i]);
}

static void view_backup(struct read_backups *read, const char *name)
{
    const bool making = strcmp(read->making, name) == 0;
    struct text facts;

    if (read->only[0] && strcmp(read->only, name) != 0)
        return;
    read->count++;
    text_init(&facts);
    const bool has_facts = !making && backup_facts_read(read->folder, name, &facts);
    json_open_object(&read->items, NULL);
    json_put_string(&read->items, "backup", name);
    const bool sound = has_facts && put_facts(&read->items, facts.data);
    if (!sound)
        put_nothing(&read->items);
    json_put_string(&read->items, "state", making ? "making" : sound ? "verified" : "unfinished");
    const int64_t bytes = sound ? backup_bytes(read->folder, name) : 0;
    json_put_int(&read->items, "parts",
                 bytes > 0 ? (bytes + BACKUP_PART_BYTES - 1) / BACKUP_PART_BYTES : 0);
    json_close_object(&read->items);
    text_release(&facts);
}

/* One of the folder; the one that is being made was viewed before. */
static void view_listed(const char *name, void *data)
{
    struct read_backups *read = data;

    if (strcmp(read->making, name) != 0)
        view_backup(read, name);
}

/*
 * The one that is being made comes first, being the newest, and whether or not its folder is
 * there: between its beginning and its folder the copy waits for a thread, and a list without it
 * would say that it failed.
 */
enum err read_backups_run(struct store_tx *tx, struct command *command)
{
    struct read_backups *read = container_of(command, struct read_backups, command);

    (void)tx;
    if (read->making[0])
        view_backup(read, read->making);
    const enum err err = backups_list(read->folder, view_listed, read);
    if (err != ERR_OK)
        return err;
    return read->only[0] && read->count == 0 ? ERR_NOT_FOUND : ERR_OK;
}

enum err read_backup_part_run(struct store_tx *tx, struct command *command)
{
    struct read_backup_part *read = container_of(command, struct read_backup_part, command);
    struct text facts;

    (void)tx;
    text_init(&facts);
    const bool proved = backup_facts_read(read->folder, read->name, &facts);
    text_release(&facts);
    return proved ? backup_part_read(read->folder, read->name, read->part, &read->bytes)
                  : ERR_NOT_FOUND;
}
