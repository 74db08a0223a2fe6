#include "usecase/housekeeping.h"

#include "store/account_rows.h"
#include "store/shared_rows.h"

enum err housekeeping_run(struct store_tx *tx, struct command *command)
{
    const struct instant wall = clock_wall();

    (void)command;
    idempotency_expire(tx, instant_plus_seconds(wall, -(int64_t)KEY_LIFE_S)); /* */
    session_rows_expire(tx, wall);
    return ERR_OK;
}
