/*
 * The one backup that is being made. Loop thread only; the copy is made on a thread of libuv's
 * pool. Rule R-990.
 */
#ifndef API_BACKUPS_H
#define API_BACKUPS_H

#include <uv.h>

#include "usecase/make_backup.h"

struct backups;

/* office and folder are borrowed. ERR_OK, ERR_NO_MEMORY. */
enum err backups_open(uv_loop_t *loop, struct office *office, const char *folder,
                      struct backups **out_backups);
/* Nothing new is begun and nothing more told; freed once the copy in hand is done. */
void backups_close(struct backups *backups);

const char *backups_folder(const struct backups *backups);
/* For begin_backup. */
_Atomic bool *backups_busy(struct backups *backups);
/* Name of the one that is being made; "" for none. */
const char *backups_making(const struct backups *backups);

/* It was begun and committed: make it. `by` is who asked. */
void backups_start(struct backups *backups, const struct begin_backup *begin, const char *by);
/* It was claimed, but came to nothing. */
void backups_give_up(struct backups *backups);

#endif
