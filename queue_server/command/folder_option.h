/* Options that commands share, and what is said when one is missing. Main thread. */
#ifndef COMMAND_FOLDER_OPTION_H
#define COMMAND_FOLDER_OPTION_H

#include <stdio.h>

enum { OPTIONS_READ = -1 };

/*
 * Name what is missing on standard error, then how the command is used. Returns EXIT_USAGE.
 *
 * command  as it was called, e.g. "check"
 * missing  as the user writes it, e.g. "--data DIR"
 */
int option_missing(const char *command, const char *missing, void (*usage)(FILE *out));

/*
 * Read the options of a command that has --data DIR and --help only; optind is then at its other
 * arguments. Returns OPTIONS_READ with *out_folder set (borrowed from argv), or the exit status of
 * the command, with everything said: after --help, an unknown option, or no --data.
 */
int folder_option_read(int argc, char **argv, void (*usage)(FILE *out), const char **out_folder);

#endif
