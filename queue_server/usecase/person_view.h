/* A person of the register as JSON. Pure. Staff see numbers whole, as in the dossier. */
#ifndef USECASE_PERSON_VIEW_H
#define USECASE_PERSON_VIEW_H

#include "base/text.h"
#include "store/person_rows.h"

/* As a list shows him; `key` NULL for an element. */
void person_view_summary(struct text *text, const char *key, const struct person_record *person);
/* The members of the whole record, without its dossiers, into an open object. */
void person_view_members(struct text *text, const struct person_record *person);

#endif
