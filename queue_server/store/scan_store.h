/*
 * Scanned papers as files: DATA/scans/ab/<64 hex digits>, named by the SHA-256 of their bytes.
 *
 * Any thread but the loop's; blocking. No text from outside ever becomes part of a path: a name is
 * the digest that was computed here, or a random one. Files are 0400, folders 0700; nothing in them
 * is ever run. Rules.
 *
 *     scan_file_begin   DATA/scans/incoming/<random>.part
 *     scan_file_add     as bytes come
 *     scan_file_finish  synced; digest, size and look are known
 *     scan_file_keep    renamed to its name, the folder synced: before the transaction that tells
 *                       of it commits, so that a row never lacks its file
 *     scan_file_drop    always at the end; what was not kept is gone
 *
 * What a stop leaves in `incoming` is taken away by the next start. A file that was kept but whose
 * transaction did not commit is told and taken away by the check.
 */
#ifndef STORE_SCAN_STORE_H
#define STORE_SCAN_STORE_H

#include <sodium.h>

#include "base/text.h"
#include "domain/scan_type.h"
#include "store/folder.h"

enum {
    SCAN_NAME_SIZE = 65, /* hex digits of a SHA-256 and the NUL */
    SCAN_MAX_DEFAULT = 20 << 20,
    SCAN_MAX_MOST = 100 << 20, /* what --scan-max may say, bytes */
};

struct scan_store {
    char folder[FOLDER_PATH_SIZE]; /* DATA/scans, absolute */
    uint32_t max_bytes;            /* of one scan */
};

/*
 * Make the folders below the data folder `folder` (borrowed) when they are missing, and empty
 * `incoming`. For the process that holds the folder's lock.
 *
 * Returns ERR_OK, ERR_FILE.
 */
enum err scan_store_open(const char *folder, uint32_t max_bytes, struct scan_store *out_store);
/* The store of a folder that somebody else may hold: nothing is made or taken away. */
enum err scan_store_look(const char *folder, struct scan_store *out_store);

/* A file on its way in. */
struct scan_file {
    const struct scan_store *store;
    int descriptor; /* -1: closed */
    bool there;     /* `path` exists and is ours to take away */
    char path[FOLDER_PATH_SIZE];
    crypto_hash_sha256_state hash;
    struct scan_look look;
    int64_t bytes;
    char name[SCAN_NAME_SIZE]; /* known once it is finished */
};

/* ERR_OK, ERR_FILE, ERR_DISK_FULL. `store` is borrowed until scan_file_drop(). */
enum err scan_file_begin(const struct scan_store *store, struct scan_file *out_file);
enum err scan_file_add(struct scan_file *file, const char *bytes, size_t length);
enum err scan_file_finish(struct scan_file *file);
/* The same bytes kept before are the same file: then the older one is replaced by its like. */
enum err scan_file_keep(struct scan_file *file);
void scan_file_drop(struct scan_file *file);

/* 64 small hex digits? */
bool scan_name_is_valid(const char *name);

/* Size of a kept file, -1 when there is none. `name` must be valid, as below. */
int64_t scan_store_size(const struct scan_store *store, const char *name);
/* Are the bytes of a kept file those of its name? ERR_OK, ERR_NOT_FOUND, ERR_FILE, ERR_BAD_VALUE
 * (they are not). */
enum err scan_store_verify(const struct scan_store *store, const char *name);
/* Add the bytes of a kept file. ERR_OK, ERR_NOT_FOUND, ERR_FILE, ERR_TOO_LARGE, ERR_NO_MEMORY. */
enum err scan_store_read(const struct scan_store *store, const char *name, struct text *out_bytes);
/* Have the file in another store too: the same file by a link where the disk allows, else a copy.
 * ERR_OK, ERR_NOT_FOUND, ERR_FILE, ERR_DISK_FULL. */
enum err scan_store_copy(const struct scan_store *from, const struct scan_store *to,
                         const char *name);
/* Take a file away. ERR_OK (also when it is not there), ERR_FILE. */
enum err scan_store_remove(const struct scan_store *store, const char *name);
/* Take away all that is kept below the data folder `folder`, and the folders, as far as they are
 * ours: of a backup that failed. */
void scan_store_destroy(const char *folder);
/* Give the name of each kept file to `each`, in no order. ERR_OK, ERR_FILE. */
enum err scan_store_each(const struct scan_store *store, void (*each)(const char *name, void *data),
                         void *data);

#endif
