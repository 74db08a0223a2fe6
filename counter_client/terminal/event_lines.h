/* The command `events`: the event stream as lines, until Ctrl-C or --count events. */
#ifndef TERMINAL_EVENT_LINES_H
#define TERMINAL_EVENT_LINES_H

#include "counter_client/terminal/exchange.h"
#include "counter_client/terminal/invocation.h"

/* Blocks; returns the exit status of the program. Heartbeats are not shown and not counted. */
int event_lines_run(struct exchange *exchange, const struct invocation *invocation);

#endif
