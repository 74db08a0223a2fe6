/* Values deep inside JSON, by the names on the way. Loop thread only (jansson's counts). */
#ifndef TERMINAL_JSON_PATH_H
#define TERMINAL_JSON_PATH_H

#include <jansson.h>
#include <stdbool.h>
#include <stdint.h>

/* The value at `path`, names parted by dots ("officer.name"); borrowed; NULL when it is not there
 * or null. An empty path is the value itself. */
const json_t *json_at(const json_t *json, const char *path);
/* The text at `path`, borrowed; NULL when there is none. */
const char *json_text_at(const json_t *json, const char *path);
/* The whole number at `path`; `fallback` when there is none. */
int64_t json_int_at(const json_t *json, const char *path, int64_t fallback);
/* True when `true` stands at `path`. */
bool json_true_at(const json_t *json, const char *path);

/* Set the value at `path` of an object; objects on the way are made. Takes `value` (also on
 * failure). Returns false when memory ran out or something else than an object is in the way. */
bool json_set_at(json_t *object, const char *path, json_t *value);

#endif
