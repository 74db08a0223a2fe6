/*
 * A scan that is being received: from the connection to a file of the scan store, a piece at a
 * time, written on a thread of libuv's pool. Loop thread only. Rule R-462.
 *
 * At most UPLOADS_MAX are received at once, and of each at most UPLOAD_WAITING bytes wait for the
 * disk: then the client waits.
 */
#ifndef HTTP_UPLOAD_H
#define HTTP_UPLOAD_H

#include <uv.h>

#include "http/sink.h"
#include "store/scan_store.h"

enum {
    UPLOADS_MAX = 32,
    UPLOAD_WAITING = 256 << 10,
    UPLOAD_MS = 300000, /* end of the header .. end of the body */
};

/* All of a server. `store` is borrowed. */
struct uploads {
    uv_loop_t *loop;
    const struct scan_store *store;
    int count;
};

struct upload;

/* Begin one. ERR_OK, ERR_TOO_MANY, ERR_NO_MEMORY. Its drop() gives it up. */
enum err upload_begin(struct uploads *uploads, struct http_sink **out_sink);

/*
 * All pieces were taken: call `done` once, later and from the loop, when the file is written and
 * synced. `err` is ERR_OK, ERR_DISK_FULL or ERR_FILE.
 *
 * Then the file (upload_file) is the caller's to use until upload_free().
 */
void upload_finish(struct http_sink *sink,
                   void (*done)(struct upload *upload, enum err err, void *data), void *data);
struct scan_file *upload_file(struct upload *upload);
/* The file, unless it was kept, and the upload are taken away. */
void upload_free(struct upload *upload);

#endif
