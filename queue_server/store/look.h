/*
 * A look at a data folder from outside the server: for the commands that only read.
 *
 * Takes no lock and changes nothing, so a server may be running on the folder meanwhile; what is
 * seen is one snapshot, taken when the look is opened. The database must be of this program's
 * schema: bringing an older one up to date is the server's work. One thread; blocking.
 */
#ifndef STORE_LOOK_H
#define STORE_LOOK_H

#include "store/statement.h"

struct store_look;

/*
 * folder    borrowed during the call
 * out_look  owned by the caller, released by store_look_close(); set on success only
 *
 * Returns ERR_OK, ERR_NO_MEMORY, ERR_STORE, ERR_FILE (the path is too long), ERR_DATABASE_MISSING,
 * ERR_DATABASE_FOREIGN, ERR_DATABASE_NEWER, ERR_DATABASE_OLDER.
 */
enum err store_look_open(const char *folder, struct store_look **out_look);
/* NULL is ignored. */
void store_look_close(struct store_look *look);

/* For the row functions; errors are sticky in it, sql_outcome() tells the first. */
struct store_tx *store_look_tx(struct store_look *look);
/* The connection itself, for engine_backup() and engine_integrity(). */
struct engine *store_look_engine(struct store_look *look);

#endif
