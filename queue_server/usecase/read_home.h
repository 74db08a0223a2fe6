/* What the first page of citizens shows, in one snapshot: hours and queues. Reader thread. R-970.
 */
#ifndef USECASE_READ_HOME_H
#define USECASE_READ_HOME_H

#include "usecase/read_hours.h"
#include "usecase/read_queue.h"

struct read_home {
    struct command command;

    /* Output, as if each had been asked for alone. */
    struct read_hours hours;
    bool has_hours; /* false: no calendar holds today */
    struct read_queue queue;
};

/* ERR_OK. */
enum err read_home_run(struct store_tx *tx, struct command *command);

#endif
