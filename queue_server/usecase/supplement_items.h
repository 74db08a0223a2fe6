/*
 * What a request for papers asks for, each item with its legal basis where one was given: as it is
 * kept in the note of the request, a JSON array of texts and of objects {text, basis}.
 *
 * Pure but for memory. Rule R-817.
 */
#ifndef USECASE_SUPPLEMENT_ITEMS_H
#define USECASE_SUPPLEMENT_ITEMS_H

#include "base/text.h"
#include "usecase/open_dossier.h"

/* Write what is kept in the note. */
void supplement_items_keep(struct text *items, const struct supplement_request *request);

/* Write an array under `key` of what was kept (NULL: nothing was): of the texts, of their bases
 * ("" for none), or of objects {text, basis} for the printer, without what is not there. */
void supplement_items_texts(struct text *text, const char *key, const char *kept);
void supplement_items_bases(struct text *text, const char *key, const char *kept);
void supplement_items_rows(struct text *text, const char *key, const char *kept);

#endif
