/* A procedure as JSON: the answers of the API. Pure but for memory. */
#ifndef USECASE_PROCEDURE_VIEW_H
#define USECASE_PROCEDURE_VIEW_H

#include "base/text.h"
#include "usecase/procedure.h"

/* Write the procedure under `key`; `today` tells whether it is in force. */
void procedure_view(struct text *text, const char *key, const struct procedure *procedure,
                    struct date today);
/* The same with its details: parts in words, extension, steps here and at other agencies. R-823. */
void procedure_view_whole(struct text *text, const char *key, const struct procedure *procedure,
                          struct date today);

#endif
