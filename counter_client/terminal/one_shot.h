/*
 * One command: prepare the request, send it, say the answer. Loop thread only; blocks until done.
 *
 *     words -> what must be asked first (a ticket's id by its number, a dossier's by its code, the
 *     papers of a procedure, a card, the version) -> the request -> the answer
 */
#ifndef TERMINAL_ONE_SHOT_H
#define TERMINAL_ONE_SHOT_H

#include "counter_client/terminal/invocation.h"

/* Exit statuses of the program. */
enum { EXIT_DONE = 0, EXIT_REFUSED = 1, EXIT_USAGE = 2, EXIT_UNREACHABLE = 3 };

/* Carry out a command; returns the exit status. The answer goes to standard output, complaints and
 * refusals to standard error. `invocation` is borrowed; references in it are replaced by ids. */
int one_shot_run(struct invocation *invocation);

#endif
