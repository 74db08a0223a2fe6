/* A password from the terminal, without echo, or from standard input. */
#ifndef TERMINAL_PASSWORD_H
#define TERMINAL_PASSWORD_H

#include <stdbool.h>

enum { PASSWORD_SIZE = 256 };

/*
 * Read one line.
 *
 * prompt  shown on the terminal; NULL: read standard input, say nothing
 *
 * Returns false when there is no terminal, nothing to read, or the line is too long. The caller
 * overwrites the password when it is done with it.
 */
bool password_read(const char *prompt, char out_password[PASSWORD_SIZE]);

#endif
