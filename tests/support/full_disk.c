/*
 * A disk that fills up on order, for a whole program: preloaded, it answers writes with ENOSPC
 * while the file named by MOTCUA_FULL_DISK exists. Reading, and every descriptor that is not a
 * regular file, goes on as before.
 */
#include <dlfcn.h>
#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

static bool is_full(void)
{
    const char *flag = getenv("MOTCUA_FULL_DISK");

    return flag && access(flag, F_OK) == 0;
}

static bool is_refused(int fd)
{
    struct stat status;

    return is_full() && fstat(fd, &status) == 0 && S_ISREG(status.st_mode);
}

/* SQLite's file layer writes with this one. */
ssize_t pwrite64(int fd, const void *bytes, size_t length, off_t offset)
{
    static ssize_t (*real)(int, const void *, size_t, off_t);

    if (is_refused(fd)) {
        errno = ENOSPC;
        return -1;
    }
    if (!real)
        *(void **)&real = dlsym(RTLD_NEXT, "pwrite64");
    return real(fd, bytes, length, offset);
}

int statvfs(const char *restrict path, struct statvfs *restrict out_status)
{
    static int (*real)(const char *, struct statvfs *);

    if (!real)
        *(void **)&real = dlsym(RTLD_NEXT, "statvfs");
    const int result = real(path, out_status);
    if (result == 0 && is_full())
        out_status->f_bavail = out_status->f_bfree = 0;
    return result;
}
