/*
 * A command's way to a centre: through the control socket of the server that holds the folder, or,
 * when none does, with the folder's lock in its own hand. Blocking.
 */
#ifndef COMMAND_OFFLINE_H
#define COMMAND_OFFLINE_H

#include <jansson.h>
#include <stdbool.h>

#include "base/error.h"
#include "base/instant.h"

/*
 * Carry out one request of live/control.h.
 *
 * request     borrowed
 * out_answer  a new reference; set on success only. Its "ok" may be false: then "code" says why
 *
 * Returns ERR_OK, or why the folder could not be reached.
 */
enum err centre_ask(const char *folder, const json_t *request, json_t **out_answer);

/*
 * Make the folder, its database and an empty centre.
 *
 * clock  of a training centre: where its clock begins and stands still; none: the time now, running
 *
 * Returns ERR_OK, ERR_DATABASE_EXISTS, and what store_open() returns.
 */
enum err centre_make(const char *folder, const char *code, const char *name, bool training,
                     struct instant clock);

#endif
