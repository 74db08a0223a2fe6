/*
 * Why a command is refused, on standard error, in the language of the person at the terminal:
 *
 *     queue_server check: /srv/motcua: Cơ sở dữ liệu của phiên bản mới hơn (database_newer)
 */
#ifndef COMMAND_REFUSAL_H
#define COMMAND_REFUSAL_H

#include <jansson.h>

#include "base/error.h"

/* Say it. `command` is its name, `what` the folder, file or account that is meant. */
void refusal_say(const char *command, const char *what, enum err err);

/*
 * Say what an answer of live/control.h says: its code in words, then its "message", if it has one,
 * on lines of its own.
 */
void refusal_say_answer(const char *command, const char *what, const json_t *answer);

#endif
