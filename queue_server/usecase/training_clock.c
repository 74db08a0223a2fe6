#include "usecase/training_clock.h"

#include <stdlib.h>
#include <string.h>

#include "store/shared_rows.h"

#define CLOCK_SETTING "training_clock"

/* Stored as "<instant> <rate>". */
static void remember(struct store_tx *tx, struct instant now, int rate)
{
    char at[INSTANT_TEXT_SIZE];
    struct text value;

    instant_format(now, at);
    text_init(&value);
    text_printf(&value, "%s %d", at, rate);
    if (value.failed)
        sql_fail(tx, ERR_NO_MEMORY);
    else
        setting_put(tx, CLOCK_SETTING, value.data);
    text_release(&value);
}

void training_clock_begin(struct store_tx *tx, struct instant at)
{
    remember(tx, at, 0);
}

enum err set_training_clock_run(struct store_tx *tx, struct command *command)
{
    struct set_training_clock *set = container_of(command, struct set_training_clock, command);
    const int rate = (int)set->rate;
    enum err err;
    struct text data;

    if (!command->catalogue->training)
        return ERR_NOT_FOUND;
    if (instant_before(set->to, command->now))
        return ERR_TIME;
    remember(tx, set->to, rate);
    text_init(&data);
    json_open_object(&data, NULL);
    json_put_instant(&data, "now", set->to);
    json_put_int(&data, "rate", rate);
    json_close_object(&data);
    command_event(tx, command, "training_clock_set", "clock", "", &data);
    text_release(&data);
    err = sql_outcome(tx);
    /* The clock moves before the commit: a crash in between leaves it behind, never ahead of what
     * the log says. */
    return err == ERR_OK ? clock_set(&command->office->clock, set->to, rate) : err;
}

void training_clock_restore(struct store_tx *tx, bool training, struct instant log_end,
                            struct clock *out_clock)
{
    struct instant base = log_end;
    struct text value;
    long rate = 1;

    if (!training) {
        clock_start(out_clock, log_end);
        return;
    }
    text_init(&value);
    if (setting_get(tx, CLOCK_SETTING, &value) && value.length > INSTANT_TEXT_SIZE &&
        instant_parse(value.data, INSTANT_TEXT_SIZE - 1, &base) == ERR_OK)
        rate = strtol(value.data + INSTANT_TEXT_SIZE, NULL, 10);
    else
        base = instant_is_none(log_end) ? clock_wall() : log_end;
    text_release(&value);
    clock_start_training(out_clock, base, (int)rate, log_end);
}
