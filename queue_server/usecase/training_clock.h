/* The clock of a training centre is set (api.md, Training). Writer thread. Rule R-602. */
#ifndef USECASE_TRAINING_CLOCK_H
#define USECASE_TRAINING_CLOCK_H

#include "usecase/command.h"

struct set_training_clock {
    struct command command;
    struct instant to;
    int64_t rate; /* 0 stands still .. CLOCK_RATE_MAX */
};

/* Let the clock of a new training centre begin at `at`, standing still; errors are sticky in tx. So
 * a day can be played at any date, whatever the date of the machine. */
void training_clock_begin(struct store_tx *tx, struct instant at);

/* Forward only. ERR_OK, ERR_TIME, ERR_NOT_FOUND (a real centre). */
enum err set_training_clock_run(struct store_tx *tx, struct command *command);

/*
 * Start the clock of a centre from what is stored: a training centre's goes on from where it was
 * last set or from the end of the log, whichever is later; a real one's from the system.
 */
void training_clock_restore(struct store_tx *tx, bool training, struct instant log_end,
                            struct clock *out_clock);

#endif
