/* The directory is read again, in one snapshot. Reader thread. Rule R-702. */
#ifndef USECASE_LOAD_DIRECTORY_H
#define USECASE_LOAD_DIRECTORY_H

#include "usecase/directory.h"

struct load_directory {
    struct command command;

    /* Output, valid when the outcome is ERR_OK; free it with directory_release(). */
    struct directory loaded;
};

/* ERR_OK, ERR_NO_MEMORY, ERR_STORE. */
enum err load_directory_run(struct store_tx *tx, struct command *command);

#endif
