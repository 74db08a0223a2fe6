#include "store/scan_store.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/random.h"

#define INCOMING "incoming"

enum { READ_SIZE = 65536, PART_NAME_LENGTH = 24 };

static enum err failed(void)
{
    return errno == ENOSPC || errno == EDQUOT ? ERR_DISK_FULL : ERR_FILE;
}

/* ---- folders --------------------------------------------------------------------------------- */

static enum err sync_folder(const char *path)
{
    const int folder = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    const bool synced = folder >= 0 && fsync(folder) == 0;

    if (folder >= 0)
        close(folder);
    return synced ? ERR_OK : ERR_FILE;
}

/* Take away what a stop left behind: nobody else holds the folder. */
static void empty_incoming(const char *path)
{
    DIR *folder = opendir(path);
    const struct dirent *entry;

    if (!folder)
        return;
    while ((entry = readdir(folder)))
        if (entry->d_name[0] != '.')
            unlinkat(dirfd(folder), entry->d_name, 0);
    closedir(folder);
}

enum err scan_store_look(const char *folder, struct scan_store *out_store)
{
    out_store->max_bytes = SCAN_MAX_MOST;
    return folder_path(folder, FOLDER_SCANS, out_store->folder);
}

enum err scan_store_open(const char *folder, uint32_t max_bytes, struct scan_store *out_store)
{
    char path[FOLDER_PATH_SIZE], whole[PATH_MAX], incoming[FOLDER_PATH_SIZE];

    if (folder_path(folder, FOLDER_SCANS, path) != ERR_OK || folder_make(path) != ERR_OK ||
        !realpath(path, whole) || folder_path(whole, INCOMING, incoming) != ERR_OK ||
        folder_make(incoming) != ERR_OK)
        return ERR_FILE;
    memcpy(out_store->folder, whole, strlen(whole) + 1);
    out_store->max_bytes = max_bytes;
    empty_incoming(incoming);
    return sync_folder(whole);
}

bool scan_name_is_valid(const char *name)
{
    return strlen(name) == SCAN_NAME_SIZE - 1 &&
           strspn(name, "0123456789abcdef") == SCAN_NAME_SIZE - 1;
}

/* Folder and path of a kept file. */
static enum err path_of(const struct scan_store *store, const char *name,
                        char out_folder[FOLDER_PATH_SIZE], char out_path[FOLDER_PATH_SIZE])
{
    char two[3] = "";

    if (!scan_name_is_valid(name))
        return ERR_NOT_FOUND;
    memcpy(two, name, 2);
    if (folder_path(store->folder, two, out_folder) != ERR_OK)
        return ERR_FILE;
    return folder_path(out_folder, name, out_path);
}

/* ---- a file on its way in -------------------------------------------------------------------- */

enum err scan_file_begin(const struct scan_store *store, struct scan_file *out_file)
{
    char part[sizeof INCOMING + PART_NAME_LENGTH + sizeof "/.part"];
    char letters[PART_NAME_LENGTH + 1] = "";

    *out_file = (struct scan_file){.store = store, .descriptor = -1};
    random_digits(letters, PART_NAME_LENGTH);
    snprintf(part, sizeof part, INCOMING "/%s.part", letters);
    if (folder_path(store->folder, part, out_file->path) != ERR_OK)
        return ERR_FILE;
    out_file->descriptor =
        open(out_file->path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0400);
    if (out_file->descriptor < 0)
        return failed();
    out_file->there = true;
    crypto_hash_sha256_init(&out_file->hash);
    return ERR_OK;
}

enum err scan_file_add(struct scan_file *file, const char *bytes, size_t length)
{
    crypto_hash_sha256_update(&file->hash, (const unsigned char *)bytes, length);
    scan_look_add(&file->look, bytes, length);
    file->bytes += (int64_t)length;
    while (length > 0) {
        const ssize_t n = write(file->descriptor, bytes, length);

        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return failed();
        bytes += n;
        length -= (size_t)n;
    }
    return ERR_OK;
}

enum err scan_file_finish(struct scan_file *file)
{
    unsigned char sha256[crypto_hash_sha256_BYTES];
    const bool synced = fsync(file->descriptor) == 0;
    const enum err err = synced ? ERR_OK : failed();

    close(file->descriptor);
    file->descriptor = -1;
    crypto_hash_sha256_final(&file->hash, sha256);
    sodium_bin2hex(file->name, sizeof file->name, sha256, sizeof sha256);
    return err;
}

enum err scan_file_keep(struct scan_file *file)
{
    char folder[FOLDER_PATH_SIZE], path[FOLDER_PATH_SIZE];
    enum err err = path_of(file->store, file->name, folder, path);

    if (err != ERR_OK)
        return err;
    if (mkdir(folder, 0700) == 0)
        err = sync_folder(file->store->folder);
    else if (errno != EEXIST)
        err = failed();
    if (err == ERR_OK && rename(file->path, path) != 0)
        err = failed();
    if (err != ERR_OK)
        return err;
    file->there = false;
    return sync_folder(folder);
}

void scan_file_drop(struct scan_file *file)
{
    if (file->descriptor >= 0)
        close(file->descriptor);
    if (file->there)
        unlink(file->path);
    file->descriptor = -1;
    file->there = false;
}

/* ---- kept files ------------------------------------------------------------------------------ */

/* A kept file for reading, or -1 with *out_err. */
static int open_kept(const struct scan_store *store, const char *name, enum err *out_err)
{
    char folder[FOLDER_PATH_SIZE], path[FOLDER_PATH_SIZE];
    struct stat status;

    *out_err = path_of(store, name, folder, path);
    if (*out_err != ERR_OK)
        return -1;
    const int file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (file >= 0 && fstat(file, &status) == 0 && S_ISREG(status.st_mode))
        return file;
    *out_err = file < 0 && errno == ENOENT ? ERR_NOT_FOUND : ERR_FILE;
    if (file >= 0)
        close(file);
    return -1;
}

int64_t scan_store_size(const struct scan_store *store, const char *name)
{
    struct stat status;
    enum err err;
    const int file = open_kept(store, name, &err);

    if (file < 0)
        return -1;
    const bool known = fstat(file, &status) == 0;
    close(file);
    return known ? (int64_t)status.st_size : -1;
}

/* Give all bytes to `take`, until it refuses. */
static enum err read_each(const struct scan_store *store, const char *name,
                          enum err (*take)(void *data, const char *bytes, size_t length),
                          void *data)
{
    char part[READ_SIZE];
    enum err err;
    const int file = open_kept(store, name, &err);
    ssize_t n = 1;

    while (err == ERR_OK && n > 0) {
        n = read(file, part, sizeof part);
        if (n > 0)
            err = take(data, part, (size_t)n);
        else if (n < 0 && errno == EINTR)
            n = 1;
        else if (n < 0)
            err = ERR_FILE;
    }
    if (file >= 0)
        close(file);
    return err;
}

static enum err take_hash(void *data, const char *bytes, size_t length)
{
    crypto_hash_sha256_update(data, (const unsigned char *)bytes, length);
    return ERR_OK;
}

enum err scan_store_verify(const struct scan_store *store, const char *name)
{
    unsigned char sha256[crypto_hash_sha256_BYTES];
    char found[SCAN_NAME_SIZE];
    crypto_hash_sha256_state hash;

    crypto_hash_sha256_init(&hash);
    const enum err err = read_each(store, name, take_hash, &hash);
    if (err != ERR_OK)
        return err;
    crypto_hash_sha256_final(&hash, sha256);
    sodium_bin2hex(found, sizeof found, sha256, sizeof sha256);
    return strcmp(found, name) == 0 ? ERR_OK : ERR_BAD_VALUE;
}

static enum err take_text(void *data, const char *bytes, size_t length)
{
    struct text *text = data;

    if (text->length + length > SCAN_MAX_MOST)
        return ERR_TOO_LARGE;
    text_add_bytes(text, bytes, length);
    return text->failed ? ERR_NO_MEMORY : ERR_OK;
}

enum err scan_store_read(const struct scan_store *store, const char *name, struct text *out_bytes)
{
    return read_each(store, name, take_text, out_bytes);
}

static enum err take_file(void *data, const char *bytes, size_t length)
{
    return scan_file_add(data, bytes, length);
}

enum err scan_store_copy(const struct scan_store *from, const struct scan_store *to,
                         const char *name)
{
    char folder[FOLDER_PATH_SIZE], path[FOLDER_PATH_SIZE], target[FOLDER_PATH_SIZE];
    struct scan_file file;
    enum err err = path_of(from, name, folder, path);

    if (err == ERR_OK)
        err = path_of(to, name, folder, target);
    if (err == ERR_OK)
        err = folder_make(folder);
    if (err != ERR_OK || link(path, target) == 0 || errno == EEXIST)
        return err;
    if (errno == ENOENT)
        return ERR_NOT_FOUND;
    err = scan_file_begin(to, &file);
    if (err == ERR_OK)
        err = read_each(from, name, take_file, &file);
    if (err == ERR_OK)
        err = scan_file_finish(&file);
    if (err == ERR_OK && strcmp(file.name, name) != 0)
        err = ERR_FILE;
    if (err == ERR_OK)
        err = scan_file_keep(&file);
    scan_file_drop(&file);
    return err;
}

enum err scan_store_remove(const struct scan_store *store, const char *name)
{
    char folder[FOLDER_PATH_SIZE], path[FOLDER_PATH_SIZE];
    const enum err err = path_of(store, name, folder, path);

    if (err != ERR_OK)
        return err;
    return unlink(path) == 0 || errno == ENOENT ? ERR_OK : ERR_FILE;
}

static void each_in(int parent, const char *two, void (*each)(const char *name, void *data),
                    void *data)
{
    const int descriptor = openat(parent, two, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    DIR *folder = descriptor >= 0 ? fdopendir(descriptor) : NULL;
    const struct dirent *entry;

    while (folder && (entry = readdir(folder)))
        if (scan_name_is_valid(entry->d_name) && strncmp(entry->d_name, two, 2) == 0)
            each(entry->d_name, data);
    if (folder)
        closedir(folder);
    else if (descriptor >= 0)
        close(descriptor);
}

enum err scan_store_each(const struct scan_store *store, void (*each)(const char *name, void *data),
                         void *data)
{
    DIR *folder = opendir(store->folder);
    const struct dirent *entry;

    if (!folder)
        return errno == ENOENT ? ERR_OK : ERR_FILE;
    while ((entry = readdir(folder)))
        if (strlen(entry->d_name) == 2 && strspn(entry->d_name, "0123456789abcdef") == 2)
            each_in(dirfd(folder), entry->d_name, each, data);
    closedir(folder);
    return ERR_OK;
}

static void remove_one(const char *name, void *data)
{
    scan_store_remove(data, name);
}

void scan_store_destroy(const char *folder)
{
    char path[FOLDER_PATH_SIZE], two[3];
    struct scan_store store;

    if (scan_store_look(folder, &store) != ERR_OK)
        return;
    scan_store_each(&store, remove_one, &store);
    for (unsigned i = 0; i < 256; i++) {
        snprintf(two, sizeof two, "%02x", i & 255u);
        if (folder_path(store.folder, two, path) == ERR_OK)
            rmdir(path);
    }
    if (folder_path(store.folder, INCOMING, path) == ERR_OK) {
        empty_incoming(path);
        rmdir(path);
    }
    rmdir(store.folder);
}
