/* The file behind `--calendar`, for the commands that count working time. Reads files, writes
 * messages on standard error. */
#ifndef COMMAND_CALENDAR_FILE_H
#define COMMAND_CALENDAR_FILE_H

#include "usecase/calendar_document.h"

/*
 * Load a calendar file.
 *
 * command  name of the command, for messages
 * path     the file
 *
 * Returns the document, owned by the caller; or NULL after a message that names file and place.
 */
struct calendar_document *calendar_file_load(const char *command, const char *path);

#endif
