/* The whole set-up is looked at by those who may change it, with versions. Reader thread. */
#ifndef USECASE_READ_SETUP_H
#define USECASE_READ_SETUP_H

#include "usecase/command.h"
#include "usecase/setup_view.h"

struct read_setup {
    struct command command;

    /* Output. */
    struct text body; /* {"sites": [...], ...}; owned by the caller */
};

/* ERR_OK, ERR_NO_MEMORY, ERR_STORE. */
enum err read_setup_run(struct store_tx *tx, struct command *command);

#endif
