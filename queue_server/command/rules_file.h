/* The rules file of the queue, as `replay` is given it. */
#ifndef COMMAND_RULES_FILE_H
#define COMMAND_RULES_FILE_H

#include <stdbool.h>

#include "domain/queue_rules.h"

/* Read the file at `path`; false after a message on standard error that names the place. */
bool rules_file_load(const char *path, struct queue_rules *out_rules);

#endif
