#include "usecase/read_home.h"

/* A part runs as if it had been asked for alone. */
static void lend(const struct command *whole, struct command *part)
{
    part->office = whole->office;
    part->catalogue = whole->catalogue;
    part->language = whole->language;
    part->now = whole->now;
}

enum err read_home_run(struct store_tx *tx, struct command *command)
{
    struct read_home *home = container_of(command, struct read_home, command);

    lend(command, &home->hours.command);
    lend(command, &home->queue.command);
    home->has_hours = read_hours_run(tx, &home->hours.command) == ERR_OK;
    return read_queue_run(tx, &home->queue.command);
}
