/* The answers of one-shot commands as people read them. Pure but for memory and the locale. */
#ifndef TERMINAL_SHOWN_H
#define TERMINAL_SHOWN_H

#include <jansson.h>

#include "base/text.h"
#include "counter_client/terminal/commands.h"

/* Add the answer of a command, ending with a line end; nothing when there is nothing to say. */
void shown_add(struct text *text, enum shown shown, const json_t *answer, enum language language);

/* A refusal: the problem's title and detail, its facts, then each faulty field with its pointer. */
void problem_add(struct text *text, int status, const json_t *problem, enum language language);

#endif
