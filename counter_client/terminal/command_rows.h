/* How the tables of commands are written: constants only, pure. Private to commands_*.c. */
#ifndef COUNTER_CLIENT_TERMINAL_COMMAND_ROWS_H
#define COUNTER_CLIENT_TERMINAL_COMMAND_ROWS_H

#include "counter_client/terminal/commands.h"

/* The options of a command, with the row that ends them. */
#define OPTIONS(...)                                                                               \
    (const struct option[])                                                                        \
    {                                                                                              \
        __VA_ARGS__,                                                                               \
        {                                                                                          \
            .kind = OPTION_NONE                                                                    \
        }                                                                                          \
    }
/* Which dossier: by its code, or its id. */
#define DOSSIER                                                                                    \
    {                                                                                              \
        .name = "dossier", .kind = OPTION_TEXT, .place = PLACE_PATH,                               \
        .bits = OPTION_REQUIRED | OPTION_POSITIONAL | OPTION_DOSSIER                               \
    }
/* The page of a list. */
#define PAGE                                                                                       \
    {.name = "limit", .kind = OPTION_INTEGER, .place = PLACE_QUERY},                               \
    {                                                                                              \
        .name = "after", .kind = OPTION_TEXT, .place = PLACE_QUERY                                 \
    }

#endif
