/* A calendar as JSON: the answer of the API. Pure but for memory. */
#ifndef USECASE_CALENDAR_VIEW_H
#define USECASE_CALENDAR_VIEW_H

#include "base/text.h"
#include "usecase/calendar_store.h"

/* Write the calendar under `key`: what the rules use of it, and the names of its days. */
void calendar_view(struct text *text, const char *key, const struct calendar_version *calendar);

#endif
