/*
 * A backup that an administrator asks for on the screen: begun and ended with rows of the log, made
 * between the two on a thread of its own. Rule R-990.
 *
 *     begin_backup_run   writer: is there room, is none being made; name and event
 *     make_backup        any thread but the loop's: copy, prove, keep the facts
 *     end_backup_run     writer: the event that tells what came of it
 *
 * A server that stops in between leaves a folder without facts, listed as unfinished.
 */
#ifndef USECASE_MAKE_BACKUP_H
#define USECASE_MAKE_BACKUP_H

#include "store/backups.h"
#include "usecase/command.h"
#include "usecase/copy_centre.h"

enum { BACKUP_ROOM_BYTES = 64 << 20 /* left free beside the copy */ };

struct begin_backup {
    struct command command;

    /* Input. */
    const char *folder; /* the data folder, borrowed */
    _Atomic bool *busy; /* set while a backup is being made; borrowed */

    /* Output. */
    bool claimed; /* `busy` was set by this command: it is its to clear when that fails later */
    char name[BACKUP_NAME_SIZE];
    struct instant begun_at;
};

/* ERR_OK, ERR_BACKUP_RUNNING, ERR_DISK_FULL (no room for a copy and BACKUP_ROOM_BYTES). */
enum err begin_backup_run(struct store_tx *tx, struct command *command);

/* What came of it. */
struct made_backup {
    char name[BACKUP_NAME_SIZE];
    char by[ACTOR_CODE_SIZE];
    struct instant begun_at;
    enum err err;
    int64_t bytes;
    struct copied_centre copied;
};

/* Blocking. Fills err and what follows it; a copy that failed is taken away. */
void make_backup(const char *folder, struct made_backup *backup);

struct end_backup {
    struct command command;
    struct made_backup backup;
};

enum err end_backup_run(struct store_tx *tx, struct command *command);

/* The backups of the folder are listed; reader thread. */
struct read_backups {
    struct command command;

    /* Input. */
    const char *folder;            /* borrowed */
    char making[BACKUP_NAME_SIZE]; /* the one that is being made; "" for none */
    char only[BACKUP_NAME_SIZE];   /* this one alone; "" for all */

    /* Output. */
    struct text items; /* JSON parted by commas; owned by the caller */
    int count;
};

/* ERR_OK, ERR_NOT_FOUND (`only`), ERR_FILE, ERR_NO_MEMORY. */
enum err read_backups_run(struct store_tx *tx, struct command *command);

/* A part of a backup is read, for a download; reader thread. */
struct read_backup_part {
    struct command command;
    const char *folder, *name; /* borrowed */
    int64_t part;
    struct text bytes; /* owned by the caller */
};

/* ERR_OK, ERR_NOT_FOUND (no such part of a proved backup), ERR_FILE, ERR_NO_MEMORY. */
enum err read_backup_part_run(struct store_tx *tx, struct command *command);

#endif
