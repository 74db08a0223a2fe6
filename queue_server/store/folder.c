#include "store/folder.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

enum err folder_path(const char *folder, const char *name, char out_path[FOLDER_PATH_SIZE])
{
    const int length = snprintf(out_path, FOLDER_PATH_SIZE, "%s/%s", folder, name);

    return length > 0 && length < FOLDER_PATH_SIZE ? ERR_OK : ERR_FILE;
}

enum err folder_make(const char *folder)
{
    struct stat status;

    if (mkdir(folder, 0700) == 0)
        return ERR_OK;
    return errno == EEXIST && stat(folder, &status) == 0 && S_ISDIR(status.st_mode) ? ERR_OK
                                                                                    : ERR_FILE;
}

enum err folder_lock(const char *folder, int *out_lock)
{
    char path[FOLDER_PATH_SIZE];

    if (folder_path(folder, FOLDER_LOCK, path) != ERR_OK)
        return ERR_FILE;
    const int lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (lock < 0)
        return errno == ENOENT ? ERR_DATABASE_MISSING : ERR_FILE;
    if (flock(lock, LOCK_EX | LOCK_NB) != 0) {
        const enum err err = errno == EWOULDBLOCK ? ERR_DATABASE_LOCKED : ERR_FILE;

        close(lock);
        return err;
    }
    *out_lock = lock;
    return ERR_OK;
}

void folder_unlock(int lock)
{
    close(lock);
}

bool folder_reserve_make(const char *folder, int64_t bytes)
{
    char path[FOLDER_PATH_SIZE];
    struct stat status;

    if (folder_path(folder, FOLDER_RESERVE, path) != ERR_OK)
        return false;
    const int file = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0)
        return false;
    bool made = fstat(file, &status) == 0 && status.st_size >= bytes;
    if (!made && posix_fallocate(file, 0, (off_t)bytes) == 0)
        made = fsync(file) == 0;
    close(file);
    if (!made)
        unlink(path);
    return made;
}

void folder_reserve_release(const char *folder)
{
    char path[FOLDER_PATH_SIZE];

    if (folder_path(folder, FOLDER_RESERVE, path) == ERR_OK)
        unlink(path);
}

int64_t folder_free_bytes(const char *folder)
{
    struct statvfs status;

    if (statvfs(folder, &status) != 0)
        return -1;
    return (int64_t)status.f_bavail * (int64_t)status.f_frsize;
}
