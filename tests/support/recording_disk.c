#include "support/recording_disk.h"

#include <pthread.h>
#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

enum { SECTOR = 512 };
enum op_kind { OP_WRITE, OP_TRUNCATE, OP_SYNC };

struct op {
    enum op_kind kind;
    int file;
    size_t offset, size; /* TRUNCATE: the new size */
    uint8_t *bytes;      /* WRITE */
};

static struct {
    pthread_mutex_t lock;
    bool on;
    enum recording_sync sync;
    struct op *ops;
    int count, capacity;
} record = {.lock = PTHREAD_MUTEX_INITIALIZER};

/* ---- recording ------------------------------------------------------------------------------- */

static void add_op(enum op_kind kind, int file, size_t offset, size_t size, const void *bytes)
{
    pthread_mutex_lock(&record.lock);
    if (record.on && file >= 0) {
        if (record.count == record.capacity) {
            record.capacity = record.capacity ? 2 * record.capacity : 1024;
            record.ops = realloc(record.ops, (size_t)record.capacity * sizeof *record.ops);
        }
        struct op *op = &record.ops[record.count++];
        *op = (struct op){.kind = kind, .file = file, .offset = offset, .size = size};
        if (kind == OP_WRITE) {
            op->bytes = malloc(size);
            memcpy(op->bytes, bytes, size);
        }
    }
    pthread_mutex_unlock(&record.lock);
}

int recording_disk_moment(void)
{
    pthread_mutex_lock(&record.lock);
    const int count = record.count;
    pthread_mutex_unlock(&record.lock);
    return count;
}

void recording_disk_begin(enum recording_sync sync)
{
    pthread_mutex_lock(&record.lock);
    for (int i = 0; i < record.count; i++)
        free(record.ops[i].bytes);
    record.count = 0;
    record.on = true;
    record.sync = sync;
    pthread_mutex_unlock(&record.lock);
}

void recording_disk_end(void)
{
    pthread_mutex_lock(&record.lock);
    record.on = false;
    record.sync = SYNC_AS_SET;
    pthread_mutex_unlock(&record.lock);
}

/* ---- the VFS: everything goes to the real file, which stands behind ours ----------------------
 */

struct file {
    sqlite3_file base;
    int number; /* DISK_...; -1: not recorded */
};

static sqlite3_vfs *real_vfs;

static sqlite3_file *real_of(sqlite3_file *file)
{
    return (sqlite3_file *)((struct file *)(void *)file + 1);
}

static int number_of(const sqlite3_file *file)
{
    return ((const struct file *)(const void *)file)->number;
}

static int disk_close(sqlite3_file *file)
{
    return real_of(file)->pMethods->xClose(real_of(file));
}

static int disk_read(sqlite3_file *file, void *bytes, int size, sqlite3_int64 offset)
{
    return real_of(file)->pMethods->xRead(real_of(file), bytes, size, offset);
}

static int disk_write(sqlite3_file *file, const void *bytes, int size, sqlite3_int64 offset)
{
    add_op(OP_WRITE, number_of(file), (size_t)offset, (size_t)size, bytes);
    return real_of(file)->pMethods->xWrite(real_of(file), bytes, size, offset);
}

static int disk_truncate(sqlite3_file *file, sqlite3_int64 size)
{
    add_op(OP_TRUNCATE, number_of(file), 0, (size_t)size, NULL);
    return real_of(file)->pMethods->xTruncate(real_of(file), size);
}

static int disk_sync(sqlite3_file *file, int flags)
{
    const int rc = real_of(file)->pMethods->xSync(real_of(file), flags);

    add_op(OP_SYNC, number_of(file), 0, 0, NULL);
    return rc;
}

static int disk_size(sqlite3_file *file, sqlite3_int64 *out_size)
{
    return real_of(file)->pMethods->xFileSize(real_of(file), out_size);
}

static int disk_lock(sqlite3_file *file, int lock)
{
    return real_of(file)->pMethods->xLock(real_of(file), lock);
}

static int disk_unlock(sqlite3_file *file, int lock)
{
    return real_of(file)->pMethods->xUnlock(real_of(file), lock);
}

static int disk_is_reserved(sqlite3_file *file, int *out_reserved)
{
    return real_of(file)->pMethods->xCheckReservedLock(real_of(file), out_reserved);
}

/* A store that says FULL is not heard while the record is of a weaker setting. */
static int disk_control(sqlite3_file *file, int what, void *data)
{
    if (what == SQLITE_FCNTL_PRAGMA) {
        char **words = data;

        if (record.sync != SYNC_AS_SET && strcasecmp(words[1], "synchronous") == 0 && words[2] &&
            strcasecmp(words[2], "FULL") == 0)
            return SQLITE_OK;
    }
    return real_of(file)->pMethods->xFileControl(real_of(file), what, data);
}

static int disk_sector(sqlite3_file *file)
{
    return real_of(file)->pMethods->xSectorSize(real_of(file));
}

static int disk_traits(sqlite3_file *file)
{
    return real_of(file)->pMethods->xDeviceCharacteristics(real_of(file));
}

static int disk_shm_map(sqlite3_file *file, int page, int size, int extend, void volatile **out)
{
    return real_of(file)->pMethods->xShmMap(real_of(file), page, size, extend, out);
}

static int disk_shm_lock(sqlite3_file *file, int offset, int count, int flags)
{
    return real_of(file)->pMethods->xShmLock(real_of(file), offset, count, flags);
}

static void disk_shm_barrier(sqlite3_file *file)
{
    real_of(file)->pMethods->xShmBarrier(real_of(file));
}

static int disk_shm_unmap(sqlite3_file *file, int delete)
{
    return real_of(file)->pMethods->xShmUnmap(real_of(file), delete);
}

static const sqlite3_io_methods methods = {.iVersion = 2,
                                           .xClose = disk_close,
                                           .xRead = disk_read,
                                           .xWrite = disk_write,
                                           .xTruncate = disk_truncate,
                                           .xSync = disk_sync,
                                           .xFileSize = disk_size,
                                           .xLock = disk_lock,
                                           .xUnlock = disk_unlock,
                                           .xCheckReservedLock = disk_is_reserved,
                                           .xFileControl = disk_control,
                                           .xSectorSize = disk_sector,
                                           .xDeviceCharacteristics = disk_traits,
                                           .xShmMap = disk_shm_map,
                                           .xShmLock = disk_shm_lock,
                                           .xShmBarrier = disk_shm_barrier,
                                           .xShmUnmap = disk_shm_unmap};

static int disk_open(sqlite3_vfs *vfs, const char *name, sqlite3_file *file, int flags,
                     int *out_flags)
{
    struct file *ours = (struct file *)(void *)file;
    const int rc = real_vfs->xOpen(real_vfs, name, real_of(file), flags, out_flags);

    (void)vfs;
    ours->number = flags & SQLITE_OPEN_MAIN_DB ? DISK_DATABASE
                   : flags & SQLITE_OPEN_WAL   ? DISK_WAL
                                               : -1;
    ours->base.pMethods = real_of(file)->pMethods ? &methods : NULL;
    return rc;
}

/* Each new connection, before the store sets anything. */
static int weaken(sqlite3 *db, char **out_error, const struct sqlite3_api_routines *api)
{
    (void)out_error;
    (void)api;
    if (record.sync == SYNC_NORMAL)
        return sqlite3_exec(db, "PRAGMA synchronous=NORMAL", NULL, NULL, NULL);
    if (record.sync == SYNC_OFF)
        return sqlite3_exec(db, "PRAGMA synchronous=OFF", NULL, NULL, NULL);
    return SQLITE_OK;
}

void recording_disk_install(void)
{
    static sqlite3_vfs disk;

    real_vfs = sqlite3_vfs_find(NULL);
    disk = *real_vfs;
    disk.zName = "recording";
    disk.szOsFile += (int)sizeof(struct file);
    disk.pNext = NULL;
    disk.xOpen = disk_open;
    sqlite3_vfs_register(&disk, 1);
    sqlite3_auto_extension((void (*)(void))weaken);
}

/* ---- playing the record ---------------------------------------------------------------------- */

static void set_size(struct disk_file *file, size_t size)
{
    if (size > file->capacity) {
        file->capacity = 2 * size;
        file->bytes = realloc(file->bytes, file->capacity);
    }
    if (size > file->size)
        memset(file->bytes + file->size, 0, size - file->size);
    file->size = size;
}

static void put(struct disk_file *file, size_t offset, const uint8_t *bytes, size_t size)
{
    if (size == 0)
        return;
    if (offset + size > file->size)
        set_size(file, offset + size);
    memcpy(file->bytes + offset, bytes, size);
}

static void apply(struct disk_file *file, const struct op *op)
{
    if (op->kind == OP_WRITE)
        put(file, op->offset, op->bytes, op->size);
    else if (op->kind == OP_TRUNCATE)
        set_size(file, op->size);
}

void disk_player_init(struct disk_player *player, const void *database, size_t size)
{
    memset(player, 0, sizeof *player);
    put(&player->durable[DISK_DATABASE], 0, database, size);
}

void disk_player_release(struct disk_player *player)
{
    for (int file = 0; file < DISK_FILES; file++)
        free(player->durable[file].bytes);
}

void disk_play(struct disk_player *player, int moment)
{
    for (; player->at < moment; player->at++) {
        const int file = record.ops[player->at].file;

        if (record.ops[player->at].kind != OP_SYNC)
            continue;
        for (int i = player->synced[file]; i < player->at; i++)
            if (record.ops[i].file == file)
                apply(&player->durable[file], &record.ops[i]);
        player->synced[file] = player->at;
    }
}

/* A write that was not synced: all of it, none, or some of its sectors. */
static void apply_perhaps(struct disk_file *file, const struct op *op, struct dice *dice)
{
    const int fate = dice_roll(dice, 3);

    if (fate == 0)
        return;
    if (fate == 1 || op->kind != OP_WRITE) {
        apply(file, op);
        return;
    }
    for (size_t at = 0; at < op->size;) {
        const size_t rest = SECTOR - (op->offset + at) % SECTOR;
        const size_t size = rest < op->size - at ? rest : op->size - at;

        if (dice_one_in(dice, 2))
            put(file, op->offset + at, op->bytes + at, size);
        at += size;
    }
}

void disk_cut(const struct disk_player *player, struct dice *dice,
              struct disk_file out_files[DISK_FILES])
{
    for (int file = 0; file < DISK_FILES; file++) {
        const struct disk_file *durable = &player->durable[file];

        out_files[file] = (struct disk_file){0};
        put(&out_files[file], 0, durable->bytes, durable->size);
        for (int i = player->synced[file]; i < player->at; i++)
            if (record.ops[i].file == file)
                apply_perhaps(&out_files[file], &record.ops[i], dice);
    }
}
