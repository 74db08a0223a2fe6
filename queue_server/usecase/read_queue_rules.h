/* The rules of the queue are looked at: those in force, with their version. Reader thread. R-984.
 */
#ifndef USECASE_READ_QUEUE_RULES_H
#define USECASE_READ_QUEUE_RULES_H

#include "usecase/setup_change.h"

struct read_queue_rules {
    struct command command;

    /* Output. */
    struct text view; /* JSON; owned by the caller, after a failure too */
    struct setup_stamp stamp;
};

/* ERR_OK, ERR_NO_MEMORY, ERR_RULES_MALFORMED (the stored ones). */
enum err read_queue_rules_run(struct store_tx *tx, struct command *command);

#endif
