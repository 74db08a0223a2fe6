/* What the program says about itself: --help at each level, and the table of commands as JSON. */
#ifndef TERMINAL_HELP_H
#define TERMINAL_HELP_H

#include "base/text.h"
#include "counter_client/terminal/invocation.h"

/* Help of the invocation's command, of its topic, or of the program. */
void help_add(struct text *text, const struct invocation *invocation);

/* The table of commands: JSON with --json, else one name on a line. */
void help_list_commands(struct text *text, const struct invocation *invocation);

#endif
