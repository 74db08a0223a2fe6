/* What each action of a dossier asks before it is sent: fields as data. Pure. */
#ifndef TERMINAL_DOSSIER_PROMPTS_H
#define TERMINAL_DOSSIER_PROMPTS_H

#include "counter_client/terminal/form.h"

/*
 * Add the fields of an action to a form.
 *
 * action    as the API writes it, e.g. "hand_over"
 * units     UnitList for hand-overs; borrowed
 * director  the person acts as director: asks why he acts for another role
 *
 * Returns the number of fields; 0: the action asks nothing.
 */
int dossier_prompt_fields(struct form *form, const char *action, const json_t *units, bool director,
                          enum language language);

/* The route of an action: its name with hyphens. */
void dossier_action_route(const char *action, char *out_route, size_t size);

#endif
