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
/* Nothing new is begun and nothing more told but to the server's log; freed once the copy in hand
 * is done. */
void backups_close(struct backups *backups);

const char *backups_folder(const struct backups *backups);
/* For begin_backup: set on the writer thread by begin_backup_run(), when no backup is being made;
 * cleared on the loop thread by backups_give_up(), after the copy or in place of one. */
_Atomic bool *backups_busy(struct backups *backups);
/* Name of the one that is being made; "" for none. */
const char *backups_making(const struct backups *backups);

/* It was begun and committed: make it. `by` is who asked. */
void backups_start(struct backups *backups, const struct begin_backup *begin, const char *by);
/* A claimed one is over, or came to nothing: the next may begin. */
void backups_give_up(struct backups *backups);

#endif
