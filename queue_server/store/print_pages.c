#include "store/print_pages.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { READ_SIZE = 65536 };

enum err print_pages_make(const char *folder, char out_pages[FOLDER_PATH_SIZE])
{
    char path[FOLDER_PATH_SIZE], whole[PATH_MAX];

    if (folder_path(folder, FOLDER_PRINT, path) != ERR_OK || folder_make(path) != ERR_OK ||
        !realpath(path, whole) || strlen(whole) >= FOLDER_PATH_SIZE)
        return ERR_FILE;
    memcpy(out_pages, whole, strlen(whole) + 1);
    return ERR_OK;
}

enum err print_pages_path(const char *pages, int64_t id, char out_path[FOLDER_PATH_SIZE])
{
    char name[32];

    assert(id > 0);
    snprintf(name, sizeof name, "%lld.pdf", (long long)id);
    return folder_path(pages, name, out_path);
}

/* Read until the end. */
static enum err read_all(int file, struct text *out_bytes)
{
    char part[READ_SIZE];
    size_t total = 0;
    ssize_t n;

    while ((n = read(file, part, sizeof part)) != 0) {
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return ERR_FILE;
        total += (size_t)n;
        if (total > PRINT_PAGE_MAX)
            return ERR_TOO_LARGE;
        text_add_bytes(out_bytes, part, (size_t)n);
    }
    return out_bytes->failed ? ERR_NO_MEMORY : ERR_OK;
}

enum err print_pages_read(const char *pages, int64_t id, struct text *out_bytes)
{
    char path[FOLDER_PATH_SIZE];
    struct stat status;
    enum err err = ERR_FILE;

    if (print_pages_path(pages, id, path) != ERR_OK)
        return ERR_FILE;
    const int file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (file < 0)
        return errno == ENOENT ? ERR_NO_PAGE : ERR_FILE;
    if (fstat(file, &status) == 0 && S_ISREG(status.st_mode))
        err = read_all(file, out_bytes);
    close(file);
    return err;
}
