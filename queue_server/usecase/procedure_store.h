/*
 * Versions of procedures that were read, each understood once: reading the catalogue's JSON takes
 * as long as a dossier's rows.
 *
 * Any thread. What is given is never changed and lives until procedure_store_close(). A version is
 * known by its document, not by its number alone, so that one whose import was undone does no harm.
 */
#ifndef USECASE_PROCEDURE_STORE_H
#define USECASE_PROCEDURE_STORE_H

#include "usecase/procedure.h"

struct procedure_store;

/* NULL without memory: then each is read anew. */
struct procedure_store *procedure_store_open(void);
void procedure_store_close(struct procedure_store *store);

/*
 * The procedure that was made of this document. False when there is none.
 *
 * mountain  it was read for a mountain commune
 */
bool procedure_store_find(struct procedure_store *store, const struct text *document, bool mountain,
                          struct procedure *out_procedure);

/* Keep what was made of the document; `procedure` becomes the store's, its owner uses it as before.
 * Nothing happens without memory, or when the store is full. */
void procedure_store_keep(struct procedure_store *store, const struct text *document, bool mountain,
                          struct procedure *procedure);

#endif
