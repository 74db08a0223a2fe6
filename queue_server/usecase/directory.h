/*
 * Who may speak to the centre: accounts, devices and sessions, in memory.
 *
 * Loop thread only. Rows are the truth; the directory is loaded at start and again after every
 * change of an account or a device, so that finding out who asks costs no query. Tokens are kept as
 * digests only. Rules.
 */
#ifndef USECASE_DIRECTORY_H
#define USECASE_DIRECTORY_H

#include "store/account_rows.h"
#include "usecase/command.h"

enum { SESSION_SECONDS = 12 * 3600 };

struct directory {
    struct directory_account *accounts;
    struct directory_device *devices;
    struct directory_session *sessions;
    size_t account_count, device_count, session_count;
    uint64_t changes; /* made in memory since it was loaded first: a load that saw fewer is old */
};

/* Read the rows. ERR_OK, ERR_NO_MEMORY, ERR_STORE; `out_directory` is set on success only. */
enum err directory_load(struct store_tx *tx, struct directory *out_directory);
void directory_release(struct directory *directory);

/* NULL when there is no such account. */
const struct directory_account *directory_account(const struct directory *directory,
                                                  const char *code);
const struct directory_device *directory_device(const struct directory *directory,
                                                const char *code);
/* The session of a token, live at `wall`; NULL for none. */
const struct directory_session *directory_session(const struct directory *directory,
                                                  const char *token, struct instant wall);

/*
 * Who holds this token: a session's account or a device.
 *
 * wall       real time
 * out_actor  set on success only
 *
 * Returns ERR_OK or ERR_UNAUTHENTICATED.
 */
enum err directory_actor(const struct directory *directory, const char *token, struct instant wall,
                         struct actor *out_actor);
/* A session that has just become durable. Without memory it is known after the next load only. */
void directory_add_session(struct directory *directory, const struct directory_session *session);
void directory_drop_session(struct directory *directory, const uint8_t token[DIGEST_SIZE]);
/* All sessions of an account, as when it gets a new password. */
void directory_drop_sessions_of(struct directory *directory, const char *account);
/*
 * An account or a device that has just been stored: put in its place in order of code, so that it
 * counts from now on. The sessions of a disabled account are dropped. Without memory it is known
 * after the next load only. Rule R-707.
 */
void directory_put_account(struct directory *directory, const struct directory_account *account);
void directory_put_device(struct directory *directory, const struct directory_device *device);
/* A device asks, or holds a stream, at `now` (the centre's clock). Nothing for an unknown code.
 * */
void directory_saw_device(struct directory *directory, const char *code, struct instant now);
/* What `old` knows of when devices were seen goes over to `fresh`, whose rows may know less. */
void directory_keep_sights(const struct directory *old, struct directory *fresh);
/* The actor that an account makes. */
void directory_actor_of(const struct directory_account *account, struct actor *out_actor);

#endif
