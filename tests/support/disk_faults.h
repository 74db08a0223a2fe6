/*
 * A disk that fails on order: stands between this process and the C library's pwrite64, fdatasync
 * and statvfs (which SQLite's file layer and the store call), by being linked into the test.
 *
 * Any thread. Faults hit only files whose path ends in `suffix`, e.g. "-wal".
 */
#ifndef SUPPORT_DISK_FAULTS_H
#define SUPPORT_DISK_FAULTS_H

#include <stdint.h>

enum disk_call { DISK_WRITE, DISK_SYNC };

/* Let `skip` matching calls pass, then fail the `count` after them with `error` (an errno). */
void disk_fail(enum disk_call call, const char *suffix, int skip, int count, int error);
/* No more faults. */
void disk_heal(void);
/* Matching calls that failed since disk_fail(). */
int disk_failures(void);
/* What statvfs says is free; -1: the truth. */
void disk_free_bytes(int64_t bytes);

#endif
