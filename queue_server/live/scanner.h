/*
 * Takes in what an office scanner writes into the watched folder, one file at a time. Loop thread
 * only; the folder itself is touched on a thread of the pool. Rules R-560..R-563.
 *
 *     timer or event -> look (pool) -> record (writer), when one is whole -> clear (pool) -> look
 *
 * Events come from the file system where it tells of changes; a look now and then finds what comes
 * over a network. What could not be recorded (the disk is full, the clock is doubtful) stays in the
 * folder and is tried again; what could not leave the folder is left alone until it changes. A stop
 * at any place loses nothing and records nothing twice: store/scanner_folder.h, R-563.
 */
#ifndef LIVE_SCANNER_H
#define LIVE_SCANNER_H

#include <uv.h>

#include "api/api.h"
#include "store/scanner_folder.h"

struct scanner {
    struct api *api;
    uv_timer_t timer;
    uv_fs_event_t event;
    uv_work_t work;
    bool started, busy;
    bool news;       /* an event came while busy */
    bool complained; /* the present trouble was told */
    atomic_bool stopping;

    /* Of the work under way; the pool's while it is. */
    struct scanner_folder folder;
    struct scanner_file *file; /* of the folder: looked into */
    struct scanner_take take;
    uint64_t now;       /* uv_now() at its beginning */
    enum err look_err;  /* of the folder */
    enum err take_err;  /* of the file */
    enum err clear_err; /* of taking it out of the folder */

    struct receive_scan receive;
};

/*
 * Begin to watch `path` for the scan store of `api`. `scanner` is zeroed, and lives until the store
 * is closed and the loop has run out. A folder that is not there is looked for until it is.
 *
 * path, data  the scanner's folder (NULL: there is none) and the data folder; borrowed
 */
void scanner_start(uv_loop_t *loop, struct api *api, const char *path, const char *data,
                   struct scanner *scanner);
/* End; the file under way is given up. Does nothing when it was never started. */
void scanner_stop(struct scanner *scanner);

#endif
