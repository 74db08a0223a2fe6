/*
 * The stored session of the one-shot commands: a file of its owner alone (mode 0600) with the
 * server's address and the token.
 *
 * Its place: MOTCUA_SESSION, else $XDG_RUNTIME_DIR/motcua/session (gone at log-out), else
 * $XDG_CONFIG_HOME/motcua/session, else ~/.config/motcua/session.
 */
#ifndef TERMINAL_SESSION_FILE_H
#define TERMINAL_SESSION_FILE_H

#include <stdbool.h>

#include "base/error.h"

enum { SERVER_SIZE = 300, TOKEN_TEXT_SIZE = 256 };

struct stored_session {
    char server[SERVER_SIZE];
    char token[TOKEN_TEXT_SIZE];
};

/* Write it anew, folders too; `place` NULL: the usual place. Returns ERR_OK, ERR_FILE. */
enum err session_file_write(const char *place, const struct stored_session *session);

/* Remove it; none is fine. */
void session_file_remove(const char *place);

/*
 * The server and the token to use: what was given goes before the stored session, whose token is
 * used for its own server alone.
 *
 * place, server, token  given by the user; borrowed, each may be NULL
 * out_stored            memory of the results; set in any case
 * out_token             NULL when there is none
 *
 * Returns false when no server is known.
 */
bool session_find(const char *place, const char *server, const char *token,
                  struct stored_session *out_stored, const char **out_server,
                  const char **out_token);

#endif
