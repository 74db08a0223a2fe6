#include "store/backups.h"
#include "store/scan_store.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/civil.h"

enum { FACTS_MAX = 4096, READ_SIZE = 65536 };

/* ---- names ----------------------------------------------------------------------------------- */

void backup_name(struct instant at, int64_t seq, char out_name[BACKUP_NAME_SIZE])
{
    const struct civil day = date_civil(date_of_instant(at));
    const int second = second_of_day(at);

    snprintf(out_name, BACKUP_NAME_SIZE, "%04d%02d%02d-%02d%02d%02d-%lld", day.year, day.month,
             day.day, second / 3600, second / 60 % 60, second % 60, (long long)seq);
}

/* */
bool backup_name_is_valid(const char *name)
{
    static const char form[] = "99999999-999999-";
    const size_t length = strlen(name), fixed = sizeof form - 1;

    if (length <= fixed || length >= BACKUP_NAME_SIZE)
        return false;
    for (size_t i = 0; i < fixed; i++)
        if (form[i] == '-' ? name[i] != '-' : name[i] < '0' || name[i] > '9')
            return false;
    return !name[fixed + strspn(name + fixed, "0123456789")];
}

enum err backup_path(const char *folder, const char *name, const char *file,
                     char out_path[FOLDER_PATH_SIZE])
{
    if (!backup_name_is_valid(name))
        return ERR_NOT_FOUND;
    const int length = snprintf(out_path, FOLDER_PATH_SIZE, "%s/" FOLDER_BACKUPS "/%s%s%s", folder,
                                name, file ? "/" : "", file ? file : "");

    return length > 0 && length < FOLDER_PATH_SIZE ? ERR_OK : ERR_FILE;
}

/* ---- the list -------------------------------------------------------------------------------- */

struct names {
    char (*all)[BACKUP_NAME_SIZE];
    size_t count, room;
};

static int newest_first(const void *a, const void *b)
{
    return strcmp(b, a);
}

static bool add_name(struct names *names, const char *name)
{
    if (names->count == names->room) {
        const size_t room = names->room ? names->room * 2 : 64;
        void *grown = realloc(names->all, room * sizeof *names->all);

        if (!grown)
            return false;
        names->all = grown;
        names->room = room;
    }
    snprintf(names->all[names->count++], BACKUP_NAME_SIZE, "%.*s", BACKUP_NAME_SIZE - 1, name);
    return true;
}

enum err backups_list(const char *folder, void (*each)(const char *name, void *data), void *data)
{
    struct names names = {0};
    char path[FOLDER_PATH_SIZE];
    const struct dirent *entry;
    bool complete = true;

    if (folder_path(folder, FOLDER_BACKUPS, path) != ERR_OK)
        return ERR_FILE;
    DIR *opened = opendir(path);
    if (!opened)
        return errno == ENOENT ? ERR_OK : ERR_FILE;
    while (complete && (entry = readdir(opened)))
        if (backup_name_is_valid(entry->d_name))
            complete = add_name(&names, entry->d_name);
    closedir(opened);
    if (names.count)
        qsort(names.all, names.count, sizeof *names.all, newest_first);
    for (size_t i = 0; complete && i < names.count && i < BACKUPS_LISTED_MAX; i++)
        each(names.all[i], data);
    free(names.all);
    return complete ? ERR_OK : ERR_NO_MEMORY;
}

int64_t backup_bytes(const char *folder, const char *name)
{
    char path[FOLDER_PATH_SIZE];
    struct stat status;

    if (backup_path(folder, name, FOLDER_DATABASE, path) != ERR_OK || stat(path, &status) != 0 ||
        !S_ISREG(status.st_mode))
        return -1;
    return status.st_size;
}

/* ---- facts ----------------------------------------------------------------------------------- */

static enum err write_all(int file, const char *bytes, size_t length)
{
    while (length > 0) {
        const ssize_t n = write(file, bytes, length);

        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return errno == ENOSPC || errno == EDQUOT ? ERR_DISK_FULL : ERR_FILE;
        bytes += n;
        length -= (size_t)n;
    }
    return fsync(file) == 0 ? ERR_OK : ERR_FILE;
}

enum err backup_facts_write(const char *folder, const char *name, const char *json)
{
    char path[FOLDER_PATH_SIZE];
    enum err err = backup_path(folder, name, FOLDER_FACTS, path);

    if (err != ERR_OK)
        return err;
    const int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (file < 0)
        return ERR_FILE;
    err = write_all(file, json, strlen(json));
    close(file);
    if (err != ERR_OK)
        unlink(path);
    return err;
}

/* Add up to `most` bytes of a file from `offset` on. */
static enum err read_some(const char *path, off_t offset, size_t most, struct text *out_bytes)
{
    const int file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    char part[READ_SIZE];
    ssize_t n = 1;

    if (file < 0)
        return errno == ENOENT ? ERR_NOT_FOUND : ERR_FILE;
    while (most > 0 && n != 0) {
        n = pread(file, part, most < sizeof part ? most : sizeof part, offset);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            break;
        text_add_bytes(out_bytes, part, (size_t)n);
        offset += n;
        most -= (size_t)n;
    }
    close(file);
    if (n < 0)
        return ERR_FILE;
    return out_bytes->failed ? ERR_NO_MEMORY : ERR_OK;
}

bool backup_facts_read(const char *folder, const char *name, struct text *out_json)
{
    char path[FOLDER_PATH_SIZE];

    return backup_path(folder, name, FOLDER_FACTS, path) == ERR_OK &&
           read_some(path, 0, FACTS_MAX, out_json) == ERR_OK && out_json->length > 0;
}

enum err backup_part_read(const char *folder, const char *name, int64_t part,
                          struct text *out_bytes)
{
    const int64_t bytes = backup_bytes(folder, name);
    char path[FOLDER_PATH_SIZE];
    enum err err;

    if (part < 0 || part >= (bytes + BACKUP_PART_BYTES - 1) / BACKUP_PART_BYTES)
        return ERR_NOT_FOUND;
    err = backup_path(folder, name, FOLDER_DATABASE, path);
    return err == ERR_OK
               ? read_some(path, (off_t)(part * BACKUP_PART_BYTES), BACKUP_PART_BYTES, out_bytes)
               : err;
}

void backup_remove(const char *folder, const char *name)
{
    static const char *const files[] = {FOLDER_FACTS, FOLDER_DATABASE, FOLDER_DATABASE "-wal",
                                        FOLDER_DATABASE "-shm", FOLDER_DATABASE "-journal"};
    char path[FOLDER_PATH_SIZE];

    for (size_t i = 0; i < sizeof files / sizeof *files; i++)
        if (backup_path(folder, name, files[i], path) == ERR_OK)
            unlink(path);
    if (backup_path(folder, name, NULL, path) == ERR_OK) {
        scan_store_destroy(path);
        rmdir(path);
    }
}
