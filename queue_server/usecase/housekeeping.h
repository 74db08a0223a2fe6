/* Old things are forgotten: idempotency keys after their life, sessions that are over. R-606. */
#ifndef USECASE_HOUSEKEEPING_H
#define USECASE_HOUSEKEEPING_H

#include "usecase/command.h"

enum {
    KEY_LIFE_S = 8 * 86400, /* api.md: at least 7 days, real time */
    HOUSEKEEPING_PERIOD_MS = 60000
};

/* Writer thread; a few hundred rows at a time, so that nobody waits for it. Appends no event. */
enum err housekeeping_run(struct store_tx *tx, struct command *command);

#endif
