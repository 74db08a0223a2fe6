#include "http/web_folder.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "http/buffer.h"

enum { FULL_PATH_SIZE = 1024 };
#define PAGE_END ".html"
#define MANIFEST "/manifest.txt"

struct web_folder {
    size_t count;
    size_t bytes;
    struct web_file *files; /* by path */
};

/* Read what is left of `fd` into `buffer`; true when it is exactly the buffer's length. */
static bool read_whole(int fd, struct http_buffer *buffer)
{
    size_t done = 0;

    while (done < buffer->length) {
        const ssize_t got = read(fd, buffer->bytes + done, buffer->length - done);

        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return false;
        done += (size_t)got;
    }
    return true;
}

/*
 * The bytes of a plain file of `expected` bytes; with `expected` 0 of any size up to
 * WEB_MANIFEST_MAX. ERR_FILE when it is not to be had so.
 */
static enum err read_file(const char *path, uint32_t expected, struct http_buffer **out_buffer)
{
    const int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK); /* a pipe must not hold us */
    struct http_buffer *buffer = NULL;
    struct stat stat;
    enum err err = ERR_FILE;

    if (fd < 0)
        return ERR_FILE;
    if (fstat(fd, &stat) != 0 || !S_ISREG(stat.st_mode) ||
        (expected ? stat.st_size != expected : stat.st_size > WEB_MANIFEST_MAX))
        goto close_file;
    buffer = http_buffer_new((size_t)stat.st_size);
    err = ERR_NO_MEMORY;
    if (!buffer)
        goto close_file;
    buffer->length = (size_t)stat.st_size;
    err = read_whole(fd, buffer) ? ERR_OK : ERR_FILE;
    if (err == ERR_OK)
        *out_buffer = buffer;
    else
        http_buffer_release(buffer);
close_file:
    close(fd);
    return err;
}

static void release_file(struct web_file *file)
{
    for (int coding = 0; coding < CODINGS; coding++)
        http_buffer_release(file->body[coding]);
}

/* Read the file of an entry as it is and in each coding that it has. */
static enum err read_bodies(struct web_folder *folder, const char *dir, struct web_file *file,
                            char *out_place, size_t size)
{
    static const char *const endings[CODINGS] = {"", ".gz", ".br"};
    enum err err = ERR_OK;

    for (int coding = 0; coding < CODINGS && err == ERR_OK; coding++) {
        char path[FULL_PATH_SIZE];
        const int length =
            snprintf(path, sizeof path, "%s%s%s", dir, file->entry.path, endings[coding]);

        if (coding != CODING_NONE && !file->entry.size[coding])
            continue;
        snprintf(out_place, size, "%s", path);
        folder->bytes += file->entry.size[coding];
        if (length >= (int)sizeof path || folder->bytes > WEB_FOLDER_MAX)
            err = ERR_WEB_FOLDER;
        else
            err = read_file(path, file->entry.size[coding], &file->body[coding]);
        if (err == ERR_FILE)
            err = ERR_WEB_FOLDER;
    }
    return err;
}

/* "/kiosk.html" -> "/kiosk" */
static void cut_page_end(char *path)
{
    const size_t length = strlen(path), cut = sizeof PAGE_END - 1;

    if (length > cut && strcmp(path + length - cut, PAGE_END) == 0)
        path[length - cut] = '\0';
}

static enum err add_line(struct web_folder *folder, const char *dir, const char *line,
                         size_t length, char *out_place, size_t size)
{
    struct web_file file = {0};
    struct web_file *files;
    enum err err;

    if (!web_manifest_line(line, length, &file.entry))
        return ERR_WEB_FOLDER;
    err = read_bodies(folder, dir, &file, out_place, size);
    files = err == ERR_OK ? realloc(folder->files, (folder->count + 1) * sizeof *files) : NULL;
    if (!files) {
        release_file(&file);
        return err == ERR_OK ? ERR_NO_MEMORY : err;
    }
    cut_page_end(file.entry.path);
    folder->files = files;
    folder->files[folder->count++] = file;
    return ERR_OK;
}

static int by_path(const void *a, const void *b)
{
    const struct web_file *left = a, *right = b;

    return strcmp(left->entry.path, right->entry.path);
}

/* Put the files in the order of their paths; false when two have the same. */
static bool sort(struct web_folder *folder, char *out_place, size_t size)
{
    qsort(folder->files, folder->count, sizeof *folder->files, by_path);
    for (size_t i = 1; i < folder->count; i++)
        if (by_path(&folder->files[i - 1], &folder->files[i]) == 0) {
            snprintf(out_place, size, "%s", folder->files[i].entry.path);
            return false;
        }
    return true;
}

static enum err read_lines(struct web_folder *folder, const char *dir,
                           const struct http_buffer *manifest, char *out_place, size_t size)
{
    const char *at = manifest->bytes;
    const char *const end = at + manifest->length;
    enum err err = ERR_OK;

    for (int number = 1; at < end && err == ERR_OK; number++) {
        const char *line_end = memchr(at, '\n', (size_t)(end - at));

        snprintf(out_place, size, "%s" MANIFEST ":%d", dir, number);
        if (!line_end) /* it was cut: the build ends every line */
            return ERR_WEB_FOLDER;
        err = add_line(folder, dir, at, (size_t)(line_end - at), out_place, size);
        at = line_end + 1;
    }
    if (err == ERR_OK && (folder->count == 0 || !sort(folder, out_place, size)))
        err = ERR_WEB_FOLDER;
    return err;
}

enum err web_folder_open(const char *dir, struct web_folder **out_folder, char *out_place,
                         size_t size)
{
    struct web_folder *folder = calloc(1, sizeof *folder);
    struct http_buffer *manifest = NULL;
    char path[FULL_PATH_SIZE];
    enum err err = folder ? ERR_OK : ERR_NO_MEMORY;

    snprintf(out_place, size, "%s" MANIFEST, dir);
    if (err == ERR_OK && snprintf(path, sizeof path, "%s" MANIFEST, dir) >= (int)sizeof path)
        err = ERR_FILE;
    if (err == ERR_OK)
        err = read_file(path, 0, &manifest);
    if (err == ERR_OK)
        err = read_lines(folder, dir, manifest, out_place, size);
    http_buffer_release(manifest);
    if (err != ERR_OK) {
        web_folder_close(folder);
        return err;
    }
    *out_folder = folder;
    return ERR_OK;
}

void web_folder_close(struct web_folder *folder)
{
    if (!folder)
        return;
    for (size_t i = 0; i < folder->count; i++)
        release_file(&folder->files[i]);
    free(folder->files);
    free(folder);
}

const struct web_file *web_folder_find(const struct web_folder *folder, const char *path)
{
    const size_t length = strlen(path);
    struct web_file key = {0};
    const struct web_file *file;
    bool slash = false;

    if (length < 2 || length >= sizeof key.entry.path)
        return NULL;
    memcpy(key.entry.path, path, length + 1);
    if (key.entry.path[length - 1] == '/') {
        slash = true;
        key.entry.path[length - 1] = '\0';
    }
    file = bsearch(&key, folder->files, folder->count, sizeof *folder->files, by_path);
    return file && slash && strcmp(file->entry.type, "text/html") != 0 ? NULL : file;
}

void web_folder_named(const struct web_folder *folder, const char *begins, const char *ends,
                      char *out_path, size_t size)
{
    out_path[0] = '\0';
    for (size_t i = 0; i < folder->count; i++) {
        const char *path = folder->files[i].entry.path;
        const size_t length = strlen(path);

        if (length < size && length >= strlen(begins) + strlen(ends) &&
            strncmp(path, begins, strlen(begins)) == 0 &&
            strcmp(path + length - strlen(ends), ends) == 0)
            memcpy(out_path, path, length + 1);
    }
}
