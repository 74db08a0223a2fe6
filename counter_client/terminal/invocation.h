/*
 * What the command line asks for. Pure: nothing is read but the words and the environment handed
 * in.
 */
#ifndef TERMINAL_INVOCATION_H
#define TERMINAL_INVOCATION_H

#include <stdbool.h>
#include <stddef.h>

#include "counter_client/terminal/commands.h"

enum { VALUES_MAX = 128, COMPLAINT_SIZE = 300 };

/* A value that was given to an option of the command; the same option may have several. */
struct given {
    const struct option *option;
    const char *value; /* borrowed from the command line; "true" for a flag */
};

/* What to do, when it is not a command of the table. */
enum errand {
    ERRAND_SCREEN, /* no command: the full screen */
    ERRAND_COMMAND,
    ERRAND_HELP, /* of `command` or `topic`, or of everything */
    ERRAND_LIST_COMMANDS
};

/* All texts are borrowed from the command line or the environment. */
struct invocation {
    enum errand errand;
    const struct command *command;
    const char *topic; /* help: the first word of several commands; NULL: everything */
    enum language language;
    const char *server;        /* NULL: that of the stored session */
    const char *token;         /* MOTCUA_TOKEN; NULL: that of the stored session */
    const char *session;       /* MOTCUA_SESSION: file of the session; NULL: the usual place */
    const char *key;           /* Idempotency-Key; NULL: a new one */
    const char *version;       /* for If-Match; NULL: fetched first */
    const char *file;          /* JSON of the body; "-" standard input; NULL: none */
    const char *output;        /* file for a document; NULL: standard output */
    const char *counter;       /* full screen: the counter to sit at; NULL: ask */
    const char *last_event_id; /* events: after this one; NULL: from now on */
    const char *count;         /* events: end after so many; NULL: never */
    bool json;
    bool password_stdin;
    size_t given_count;
    struct given given[VALUES_MAX];
};

/* Variables of the environment that are looked at; each may be NULL. */
struct environment {
    const char *server, *token, *session, *language;
};

/*
 * Read a command line.
 *
 * words          borrowed, the program's name first
 * out_complaint  set when the result is false: what is wrong, for a person
 */
bool invocation_read(int count, char *const *words, const struct environment *environment,
                     struct invocation *out_invocation, char out_complaint[COMPLAINT_SIZE]);

/* The `nth` value of an option given by name; NULL when there are fewer. */
const char *invocation_value(const struct invocation *invocation, const char *name, size_t nth);

#endif
