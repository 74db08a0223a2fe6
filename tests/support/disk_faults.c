#include "support/disk_faults.h"

#include <dlfcn.h>
#include <errno.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/statvfs.h>
#include <unistd.h>

static struct {
    pthread_mutex_t lock;
    bool armed;
    enum disk_call call;
    char suffix[32];
    int skip, count, error, failures;
    int64_t free_bytes;
} faults = {.lock = PTHREAD_MUTEX_INITIALIZER, .free_bytes = -1};

void disk_fail(enum disk_call call, const char *suffix, int skip, int count, int error)
{
    pthread_mutex_lock(&faults.lock);
    faults.armed = true;
    faults.call = call;
    snprintf(faults.suffix, sizeof faults.suffix, "%s", suffix);
    faults.skip = skip;
    faults.count = count;
    faults.error = error;
    faults.failures = 0;
    pthread_mutex_unlock(&faults.lock);
}

void disk_heal(void)
{
    pthread_mutex_lock(&faults.lock);
    faults.armed = false;
    pthread_mutex_unlock(&faults.lock);
}

int disk_failures(void)
{
    pthread_mutex_lock(&faults.lock);
    const int failures = faults.failures;
    pthread_mutex_unlock(&faults.lock);
    return failures;
}

void disk_free_bytes(int64_t bytes)
{
    pthread_mutex_lock(&faults.lock);
    faults.free_bytes = bytes;
    pthread_mutex_unlock(&faults.lock);
}

static bool is_meant(int fd)
{
    char link[64], path[512];

    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    const ssize_t length = readlink(link, path, sizeof path - 1);
    const size_t suffix = strlen(faults.suffix);

    return length >= (ssize_t)suffix &&
           memcmp(path + (size_t)length - suffix, faults.suffix, suffix) == 0;
}

/* The errno to fail with, or 0. */
static int fault_of(enum disk_call call, int fd)
{
    int error = 0;

    pthread_mutex_lock(&faults.lock);
    if (faults.armed && faults.call == call && is_meant(fd)) {
        if (faults.skip > 0) {
            faults.skip--;
        } else if (faults.count > 0) {
            faults.count--;
            faults.failures++;
            error = faults.error;
        }
    }
    pthread_mutex_unlock(&faults.lock);
    return error;
}

static void *next_symbol(const char *name)
{
    void *symbol = dlsym(RTLD_NEXT, name);

    if (!symbol)
        abort();
    return symbol;
}

ssize_t pwrite64(int fd, const void *bytes, size_t size, off64_t offset)
{
    ssize_t (*real)(int, const void *, size_t, off64_t);
    const int error = fault_of(DISK_WRITE, fd);

    if (error) {
        errno = error;
        return -1;
    }
    *(void **)&real = next_symbol("pwrite64");
    return real(fd, bytes, size, offset);
}

int fdatasync(int fd)
{
    int (*real)(int);
    const int error = fault_of(DISK_SYNC, fd);

    if (error) {
        errno = error;
        return -1;
    }
    *(void **)&real = next_symbol("fdatasync");
    return real(fd);
}

int statvfs(const char *path, struct statvfs *out_status)
{
    int (*real)(const char *, struct statvfs *);

    *(void **)&real = next_symbol("statvfs");
    const int result = real(path, out_status);

    pthread_mutex_lock(&faults.lock);
    if (result == 0 && faults.free_bytes >= 0)
        out_status->f_bavail = (fsblkcnt_t)faults.free_bytes / out_status->f_frsize;
    pthread_mutex_unlock(&faults.lock);
    return result;
}
