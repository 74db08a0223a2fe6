#include "store/scanner_folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define SEIZED_PREFIX ".motcua."
#define NOTE_ENDING   ".ly-do.txt"

enum { READ_SIZE = 65536, REFUSED_NAME_SIZE = 32 + SCANNER_NAME_SIZE };

static int open_folder(const struct scanner_folder *folder)
{
    return open(folder->path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

static void fill_mark(struct scanner_file *file, const struct stat *status)
{
    file->bytes = status->st_size;
    file->written_ns =
        (int64_t)status->st_mtim.tv_sec * 1000000000 + (int64_t)status->st_mtim.tv_nsec;
    file->kind = status->st_mode & S_IFMT;
}

/* Inode numbers are not compared: some mounts give new ones at will. */
static bool is_same(const struct scanner_file *file, const struct stat *status)
{
    struct scanner_file now;

    fill_mark(&now, status);
    return now.bytes == file->bytes && now.written_ns == file->written_ns && now.kind == file->kind;
}

/* Rename without taking another's place, where the file system can. */
static bool rename_apart(int from, const char *name, int to, const char *target)
{
    struct stat status;

    if (renameat2(from, name, to, target, RENAME_NOREPLACE) == 0)
        return true;
    if (errno != EINVAL && errno != ENOSYS && errno != ENOTSUP)
        return false;
    if (fstatat(to, target, &status, AT_SYMLINK_NOFOLLOW) == 0) {
        errno = EEXIST;
        return false;
    }
    return renameat(from, name, to, target) == 0;
}

/* ---- looking --------------------------------------------------------------------------------- */

/* What was found of a file before, when it stands as it stood. */
static void take_up(const struct scanner_folder *folder, struct scanner_file *file)
{
    for (size_t i = 0; i < folder->count; i++) {
        const struct scanner_file *before = &folder->files[i];

        if (strcmp(before->name, file->name) != 0 || before->bytes != file->bytes ||
            before->written_ns != file->written_ns || before->kind != file->kind)
            continue;
        *file = *before;
        return;
    }
}

struct listing {
    struct scanner_file *files;
    size_t count, room;
};

static bool grow(struct listing *listing)
{
    const size_t room = listing->room ? listing->room * 2 : 32;
    void *grown = listing->count < listing->room
                      ? listing->files
                      : realloc(listing->files, room * sizeof *listing->files);

    if (!grown)
        return false;
    if (listing->count == listing->room)
        listing->room = room;
    listing->files = grown;
    return true;
}

/* A file that was on its way out when the server stopped gets its name back. */
static void give_back(int parent, const char *seized)
{
    if (strncmp(seized, SEIZED_PREFIX, sizeof SEIZED_PREFIX - 1) == 0)
        rename_apart(parent, seized, parent, seized + sizeof SEIZED_PREFIX - 1);
}

static bool list_one(const struct scanner_folder *folder, int parent, const char *name,
                     uint64_t now, struct listing *listing)
{
    struct stat status;

    if (!grow(listing))
        return false;
    struct scanner_file *file = &listing->files[listing->count];
    *file = (struct scanner_file){.since = now};
    memcpy(file->name, name, strlen(name) + 1);
    if (fstatat(parent, name, &status, AT_SYMLINK_NOFOLLOW) != 0)
        return true; /* gone */
    fill_mark(file, &status);
    take_up(folder, file);
    listing->count++;
    return true;
}

static enum err list_all(const struct scanner_folder *folder, DIR *opened, uint64_t now,
                         struct listing *listing)
{
    const struct dirent *entry;

    errno = 0;
    while (listing->count < SCANNER_FILES_MAX && (entry = readdir(opened))) {
        const char *name = entry->d_name;

        give_back(dirfd(opened), name);
        if (name[0] != '.' && strcmp(name, SCANNER_REFUSED_FOLDER) != 0 &&
            strlen(name) < SCANNER_NAME_SIZE &&
            !list_one(folder, dirfd(opened), name, now, listing))
            return ERR_NO_MEMORY;
        errno = 0;
    }
    return errno == 0 ? ERR_OK : ERR_FILE;
}

/* Neither the data folder nor in it: what is found there would be moved. */
static enum err check_apart(struct scanner_folder *folder)
{
    char path[PATH_MAX], data[PATH_MAX];

    if (folder->apart)
        return ERR_OK;
    if (!realpath(folder->path, path) || !realpath(folder->data, data))
        return ERR_FILE;
    const size_t length = strlen(data);
    if (strncmp(path, data, length) == 0 && (path[length] == '/' || !path[length]))
        return ERR_BAD_VALUE;
    folder->apart = true;
    return ERR_OK;
}

enum err scanner_folder_look(struct scanner_folder *folder, uint64_t now)
{
    struct listing listing = {0};
    enum err err = check_apart(folder);
    const int parent = err == ERR_OK ? open_folder(folder) : -1;
    DIR *opened = parent >= 0 ? fdopendir(parent) : NULL;

    if (err == ERR_OK)
        err = opened ? list_all(folder, opened, now, &listing) : ERR_FILE;
    if (opened)
        closedir(opened);
    else if (parent >= 0)
        close(parent);
    scanner_folder_release(folder);
    if (err != ERR_OK) {
        free(listing.files);
        return err;
    }
    folder->files = listing.files;
    folder->count = listing.count;
    return ERR_OK;
}

void scanner_folder_release(struct scanner_folder *folder)
{
    free(folder->files);
    folder->files = NULL;
    folder->count = 0;
}

static bool is_taken_sometime(const struct scanner_file *file)
{
    return !file->held && file->kind != S_IFDIR && scanner_name_is_final(file->name);
}

/* Rule R-560. */
struct scanner_file *scanner_folder_next(struct scanner_folder *folder, uint64_t now)
{
    struct scanner_file *first = NULL;

    for (size_t i = 0; i < folder->count; i++) {
        struct scanner_file *file = &folder->files[i];
        const uint64_t quiet = file->unended ? SCANNER_UNENDED_MS : SCANNER_QUIET_MS;

        if (is_taken_sometime(file) && now - file->since >= quiet &&
            (!first || file->written_ns < first->written_ns))
            first = file;
    }
    return first;
}

bool scanner_folder_waits(const struct scanner_folder *folder)
{
    for (size_t i = 0; i < folder->count; i++)
        if (is_taken_sometime(&folder->files[i]))
            return true;
    return false;
}

struct scanner_file *scanner_folder_odd(struct scanner_folder *folder, uint64_t now)
{
    for (size_t i = 0; i < folder->count; i++) {
        struct scanner_file *file = &folder->files[i];

        if (!file->told && !is_taken_sometime(file) && !file->held &&
            (file->kind == S_IFDIR || now - file->since >= SCANNER_PARTIAL_MS))
            return file;
    }
    return NULL;
}

/* ---- taking ---------------------------------------------------------------------------------- */

/* Open it for reading; -1 with what that means. */
static int open_file(int parent, const struct scanner_file *file, struct scanner_take *take,
                     enum err *out_err)
{
    const int flags = O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC;
    const int opened = openat(parent, file->name, flags);

    *out_err = ERR_OK;
    if (opened >= 0)
        return opened;
    switch (errno) {
    case ENOENT:
        *out_err = ERR_NOT_FOUND;
        break;
    case ELOOP:
    case ENXIO:
        take->refusal = SCANNER_REFUSED_KIND;
        break;
    case EACCES:
    case EPERM:
    case EIO:
        take->refusal = SCANNER_REFUSED_UNREADABLE;
        break;
    default:
        *out_err = ERR_FILE;
        break;
    }
    return -1;
}

/* All its bytes, as many as it had when it was looked at. */
static enum err copy_bytes(const struct scanner_folder *folder, const struct scanner_file *file,
                           int from, struct scanner_take *take)
{
    char part[READ_SIZE];
    struct stat status;
    enum err err = ERR_OK;

    for (;;) {
        const ssize_t n = read(from, part, sizeof part);

        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0 && errno == EIO)
            take->refusal = SCANNER_REFUSED_UNREADABLE;
        if (n <= 0)
            break;
        if (atomic_load(folder->stopping))
            return ERR_CLOSED;
        if (take->file.bytes + n > file->bytes)
            return ERR_NOT_FOUND; /* it grows */
        err = scan_file_add(&take->file, part, (size_t)n);
        if (err != ERR_OK)
            return err;
    }
    if (take->refusal != SCANNER_TAKEN)
        return ERR_OK;
    const bool same = fstat(from, &status) == 0 && is_same(file, &status);
    return same && take->file.bytes == file->bytes ? ERR_OK : ERR_NOT_FOUND;
}

static enum err copy_file(const struct scanner_folder *folder, struct scanner_file *file, int from,
                          const struct scan_store *store, uint64_t now, struct scanner_take *take)
{
    enum err err = scan_file_begin(store, &take->file);

    if (err == ERR_OK)
        err = copy_bytes(folder, file, from, take);
    if (err != ERR_OK || take->refusal != SCANNER_TAKEN)
        return err;
    if (!scan_look_is_ended(&take->file.look) && now - file->since < SCANNER_UNENDED_MS) {
        file->unended = true; /* a slow network may bring the rest */
        return ERR_NOT_FOUND;
    }
    if (!scan_look_type(&take->file.look, &take->type)) {
        take->refusal = SCANNER_REFUSED_TYPE;
        return ERR_OK;
    }
    return scan_file_finish(&take->file);
}

enum err scanner_folder_take(const struct scanner_folder *folder, struct scanner_file *file,
                             const struct scan_store *store, uint64_t now,
                             struct scanner_take *out_take)
{
    struct stat status;
    enum err err = ERR_OK;

    *out_take = (struct scanner_take){.file = {.descriptor = -1}, .refusal = SCANNER_TAKEN};
    if (file->kind != S_IFREG)
        out_take->refusal = SCANNER_REFUSED_KIND;
    else if (file->bytes > (int64_t)store->max_bytes)
        out_take->refusal = SCANNER_REFUSED_SIZE;
    if (out_take->refusal != SCANNER_TAKEN)
        return ERR_OK;
    const int parent = open_folder(folder);
    if (parent < 0)
        return ERR_FILE;
    const int from = open_file(parent, file, out_take, &err);
    close(parent);
    if (from < 0)
        return err;
    if (fstat(from, &status) != 0 || !is_same(file, &status))
        err = ERR_NOT_FOUND;
    else
        err = copy_file(folder, file, from, store, now, out_take);
    close(from);
    return err;
}

/* ---- clearing -------------------------------------------------------------------------------- */

/* Rename it to a hidden name, when it still is what was looked at. A name too long for that stays
 * as it is. */
static enum err seize(int parent, const struct scanner_file *file, char out_name[SCANNER_NAME_SIZE])
{
    const bool fits = strlen(file->name) + sizeof SEIZED_PREFIX <= SCANNER_NAME_SIZE;
    struct stat status;

    snprintf(out_name, SCANNER_NAME_SIZE, "%s%.*s", fits ? SEIZED_PREFIX : "",
             SCANNER_NAME_SIZE - (int)sizeof SEIZED_PREFIX * fits, file->name);
    if (fits && !rename_apart(parent, file->name, parent, out_name))
        return errno == ENOENT ? ERR_NOT_FOUND : ERR_FILE;
    if (fstatat(parent, out_name, &status, AT_SYMLINK_NOFOLLOW) == 0 && is_same(file, &status))
        return ERR_OK;
    if (fits)
        give_back(parent, out_name);
    return ERR_NOT_FOUND;
}

enum err scanner_folder_remove(const struct scanner_folder *folder, const struct scanner_file *file)
{
    char seized[SCANNER_NAME_SIZE];
    const int parent = open_folder(folder);
    enum err err = parent >= 0 ? seize(parent, file, seized) : ERR_FILE;

    if (err == ERR_OK && unlinkat(parent, seized, 0) != 0) {
        err = ERR_FILE;
        give_back(parent, seized);
    }
    if (parent >= 0)
        close(parent);
    return err;
}

/* `tu-choi`, with the rights of the folder it is in: who may read there may read here. */
static int open_refused(int parent)
{
    struct stat status;
    const bool made = mkdirat(parent, SCANNER_REFUSED_FOLDER, 0700) == 0;
    const int refused =
        openat(parent, SCANNER_REFUSED_FOLDER, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);

    if (made && refused >= 0 && fstat(parent, &status) == 0)
        fchmod(refused, (status.st_mode & 07777) | 0700);
    return refused;
}

static enum err write_note(int refused, const char *name, enum scanner_refusal refusal)
{
    const char *words = scanner_refusal_words(refusal);
    const size_t length = strlen(words);
    const int note =
        openat(refused, name, O_WRONLY | O_CREAT | O_TRUNC | O_NOFOLLOW | O_CLOEXEC, 0644);

    if (note < 0)
        return ERR_FILE;
    const bool written = write(note, words, length) == (ssize_t)length;
    close(note);
    return written ? ERR_OK : ERR_FILE;
}

/* The note comes first: a file in `tu-choi` always has its reason. */
static enum err move_refused(int parent, int refused, const struct scanner_file *file,
                             const char *id, enum scanner_refusal refusal)
{
    char name[REFUSED_NAME_SIZE], note[REFUSED_NAME_SIZE + sizeof NOTE_ENDING];
    char seized[SCANNER_NAME_SIZE];

    snprintf(name, sizeof name, "%s-%s", id, file->name);
    if (strlen(name) + sizeof NOTE_ENDING > SCANNER_NAME_SIZE)
        snprintf(name, sizeof name, "%s", id);
    snprintf(note, sizeof note, "%s" NOTE_ENDING, name);
    enum err err = seize(parent, file, seized);
    if (err != ERR_OK)
        return err;
    err = write_note(refused, note, refusal);
    if (err == ERR_OK && renameat(parent, seized, refused, name) != 0)
        err = ERR_FILE;
    if (err != ERR_OK)
        give_back(parent, seized);
    return err;
}

/* Rule R-561. */
enum err scanner_folder_refuse(const struct scanner_folder *folder, const struct scanner_file *file,
                               const char *id, enum scanner_refusal refusal)
{
    const int parent = open_folder(folder);
    const int refused = parent >= 0 ? open_refused(parent) : -1;
    const enum err err = refused >= 0 ? move_refused(parent, refused, file, id, refusal) : ERR_FILE;

    if (refused >= 0)
        close(refused);
    if (parent >= 0)
        close(parent);
    return err;
}
