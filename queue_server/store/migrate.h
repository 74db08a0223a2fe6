/* Bring a database up to this program's schema: numbered files, each in one transaction. */
#ifndef STORE_MIGRATE_H
#define STORE_MIGRATE_H

#include "store/engine.h"

/*
 * Apply every migration that the file lacks.
 *
 * Returns ERR_OK, ERR_DATABASE_NEWER (written by a newer program, nothing is touched), ERR_STORE.
 */
enum err migrate(struct engine *engine);

/* Number of migrations this program knows: the schema version that it writes. */
int migrate_version(void);

#endif
