/* A calendar as JSON: the answer of the API. Pure but for memory. */
#ifndef USECASE_CALENDAR_VIEW_H
#define USECASE_CALENDAR_VIEW_H

#include "base/text.h"
#include "usecase/read_catalogue.h"

/* Write the calendar under `key`: what the rules use of it, the names of its days, how far it is
 * confirmed, and how far the dossiers followed it. */
void calendar_view(struct text *text, const char *key, const struct read_calendar *read);

/* Write what a version does, or would do, to the open dossiers. Rule R-070. */
void calendar_view_moves(struct text *text, const char *key, int64_t version,
                         const struct calendar_moves *moves, bool done);

#endif
