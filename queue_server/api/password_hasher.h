/*
 * Passwords are hashed (argon2id) on one thread of the pool, one after the other, so that neither
 * the loop nor memory suffers. Loop thread only. Rule R-700.
 */
#ifndef API_PASSWORD_HASHER_H
#define API_PASSWORD_HASHER_H

#include <stdbool.h>
#include <uv.h>

#include "base/error.h"
#include "store/account_rows.h"

enum { HASHER_WAITING_MAX = 32, PASSWORD_MAX = 200 };

struct password_hasher;

/* `matches` of a check; of a new hash, `hash` is the string to store. */
typedef void (*password_done_fn)(void *data, bool matches, const char *hash);

enum err password_hasher_open(uv_loop_t *loop, struct password_hasher **out_hasher);
/* What waits is dropped, what runs is finished; then it is freed. */
void password_hasher_close(struct password_hasher *hasher);

/*
 * Check `password` against `hash`, or make a new hash when `hash` is NULL. An empty `hash` costs
 * the same time and never matches: an account that does not exist cannot be told from a wrong
 * password.
 *
 * Returns ERR_OK, ERR_TOO_MANY (HASHER_WAITING_MAX wait already), ERR_NO_MEMORY.
 */
enum err password_hasher_submit(struct password_hasher *hasher, const char *password,
                                const char *hash, password_done_fn done, void *data);

/* The same at once, for the command line. False when memory is short. */
bool password_hash(const char *password, char out_hash[PASSWORD_HASH_SIZE]);

#endif
