/*
 * The backups of a data folder: DATA/backups/<name>/, each a data folder of its own, with a file
 * of facts that is written last, when the copy was proved. Any thread; blocking.
 *
 * A name is made by the server (20260310-170000-812: when, and the row of the log that tells of
 * it); a text from outside never becomes part of a path unless it has that form. Rule R-990.
 */
#ifndef STORE_BACKUPS_H
#define STORE_BACKUPS_H

#include "base/instant.h"
#include "base/text.h"
#include "store/folder.h"

enum {
    BACKUP_NAME_SIZE = 40,
    BACKUPS_LISTED_MAX = 500,
    BACKUP_PART_BYTES = 4 << 20 /* of a download */
};

#define FOLDER_BACKUPS "backups"
#define FOLDER_FACTS   "facts.json"

void backup_name(struct instant at, int64_t seq, char out_name[BACKUP_NAME_SIZE]);
bool backup_name_is_valid(const char *name);

/* Path of a backup's folder, or of a file in it (NULL: the folder). ERR_OK, ERR_NOT_FOUND (the name
 * is none), ERR_FILE. */
enum err backup_path(const char *folder, const char *name, const char *file,
                     char out_path[FOLDER_PATH_SIZE]);

/* Give the name of each backup to `each`, newest first, BACKUPS_LISTED_MAX at most. ERR_OK (also
 * when there is no folder of them), ERR_FILE, ERR_NO_MEMORY. */
enum err backups_list(const char *folder, void (*each)(const char *name, void *data), void *data);

/* Size of the database; -1 when it is not there. */
int64_t backup_bytes(const char *folder, const char *name);

/* Keep the facts of a proved copy, durably. ERR_OK, ERR_FILE, ERR_DISK_FULL. */
enum err backup_facts_write(const char *folder, const char *name, const char *json);
/* False when there are none: the copy was not finished. */
bool backup_facts_read(const char *folder, const char *name, struct text *out_json);

/* Add part `part` (0, 1, 2 ...) of the database to `out_bytes`. ERR_OK, ERR_NOT_FOUND (no such
 * backup or part), ERR_FILE, ERR_NO_MEMORY. */
enum err backup_part_read(const char *folder, const char *name, int64_t part,
                          struct text *out_bytes);

/* Take away what there is of a copy that failed. */
void backup_remove(const char *folder, const char *name);

#endif
