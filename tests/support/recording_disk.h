/*
 * A disk that remembers: a VFS of SQLite around the real one that records every write, truncation
 * and sync of the database and its write-ahead log, so that what a power cut may leave behind can
 * be built afterwards for any moment (storage 4.1).
 *
 * What was synced is kept; what was written since is, for each 512-byte sector, kept or not.
 */
#ifndef SUPPORT_RECORDING_DISK_H
#define SUPPORT_RECORDING_DISK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "support/dice.h"

/* How the connections sync: as the store sets it, or (to see that the proof can fail) less. */
enum recording_sync { SYNC_AS_SET, SYNC_NORMAL, SYNC_OFF };

/* Put the disk under every connection opened from now on. Once, before the first. */
void recording_disk_install(void);
/* Begin a record; connections opened from now on sync as `sync` says. */
void recording_disk_begin(enum recording_sync sync);
void recording_disk_end(void);
/* Moments recorded so far: writes, truncations, syncs. Any thread. */
int recording_disk_moment(void);

enum { DISK_DATABASE, DISK_WAL, DISK_FILES };

/* What a file holds. */
struct disk_file {
    uint8_t *bytes; /* owned */
    size_t size, capacity;
};

/* The durable state while it is played forward; see disk_play(). */
struct disk_player {
    struct disk_file durable[DISK_FILES];
    int at;                 /* moments played */
    int synced[DISK_FILES]; /* moments before this one are in `durable` */
};

/* Start from the bytes that the database file had when the record began (copied); no log. */
void disk_player_init(struct disk_player *player, const void *database, size_t size);
void disk_player_release(struct disk_player *player);
/* Go on to `moment`, not before the present one. */
void disk_play(struct disk_player *player, int moment);
/* A state that a power cut at the present moment may leave; the caller frees out_files' bytes. */
void disk_cut(const struct disk_player *player, struct dice *dice,
              struct disk_file out_files[DISK_FILES]);

#endif
