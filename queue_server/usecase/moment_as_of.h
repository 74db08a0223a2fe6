/*
 * A moment of a dossier as people knew it on a day: corrections approved later are undone. Any
 * thread with a transaction. Rule R-539.
 */
#ifndef USECASE_MOMENT_AS_OF_H
#define USECASE_MOMENT_AS_OF_H

#include "domain/dossier_moment.h"
#include "store/statement.h"

/*
 * moment  which, of dossier `id`
 * now     as it stands now
 * at      until when corrections count; of 0 ms: none, so it is as it was recorded first
 */
struct instant moment_as_of(struct store_tx *tx, int64_t id, const struct dossier_moment *moment,
                            struct instant now, struct instant at);

#endif
