/*
 * The data folder: names of the files in it, its lock, its reserve against a full disk.
 *
 * Any thread; blocking. One process holds the lock of a folder (architecture "Who may write").
 */
#ifndef STORE_FOLDER_H
#define STORE_FOLDER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"

enum { FOLDER_PATH_SIZE = 512 };

#define FOLDER_DATABASE "motcua.db"
#define FOLDER_LOCK     "lock"
#define FOLDER_RESERVE  "reserve"
#define FOLDER_CONTROL  "control.sock"
#define FOLDER_PRINT    "print"
#define FOLDER_SCANS    "scans"

/* Path of `name` in `folder`. Returns ERR_OK or ERR_FILE when it is too long. */
enum err folder_path(const char *folder, const char *name, char out_path[FOLDER_PATH_SIZE]);

/* Make the folder (0700) when it is missing. ERR_OK or ERR_FILE. */
enum err folder_make(const char *folder);

/*
 * Take the folder's lock for this process, or say who has it.
 *
 * out_lock  a descriptor; folder_unlock() gives it back, so does the end of the process
 *
 * Returns ERR_OK, ERR_DATABASE_LOCKED, ERR_DATABASE_MISSING (no such folder), ERR_FILE.
 */
enum err folder_lock(const char *folder, int *out_lock);
void folder_unlock(int lock);

/* Make sure that the reserve of `bytes` is there. False when the disk has no room for it. */
bool folder_reserve_make(const char *folder, int64_t bytes);
/* Give the reserve's space back to the disk. */
void folder_reserve_release(const char *folder);
/* Bytes free to this process; -1 when unknown. */
int64_t folder_free_bytes(const char *folder);

#endif
