#include "usecase/at_counter.h"

#include <stdio.h>
#include <string.h>

#include "usecase/queue_journal.h"

enum err at_counter_load(struct store_tx *tx, struct command *command, const char *code,
                         struct at_counter *out_at)
{
    const struct catalogue *catalogue = command->catalogue;
    const int index = catalogue_counter(catalogue, code);
    enum err err;

    if (index == QUEUE_NONE)
        return ERR_NOT_FOUND;
    out_at->site = catalogue->counters[index].site;
    out_at->rules = &catalogue->sites[out_at->site].rules;
    err = queue_journal_begin_day(tx, command, out_at->site);
    if (err != ERR_OK)
        return err;
    if (!counter_rows_get(tx, code, &out_at->record))
        return ERR_NOT_FOUND;
    out_at->record.counter.index = queue_rules_counter(out_at->rules, code);
    if (strcmp(out_at->record.account, command->actor.code) != 0)
        return out_at->record.account[0] ? ERR_NOT_AT_COUNTER : ERR_COUNTER_CLOSED;
    if (command->seat[0] && strcmp(out_at->record.seat, command->seat) != 0)
        return ERR_SEAT_TAKEN; /* */
    return strcmp(out_at->record.state, "open") == 0 ? ERR_OK : ERR_COUNTER_CLOSED;
}

void at_counter_save(struct store_tx *tx, struct at_counter *at)
{
    counter_rows_update(tx, &at->record);
}

enum err at_counter_finish(struct store_tx *tx, struct command *command, struct at_counter *at,
                           struct ticket_record *out_finished)
{
    struct ticket_record record;
    enum err err;

    if (!queue_counter_is_busy(&at->record.counter))
        return ERR_STATE;
    if (!ticket_rows_get(tx, at->record.counter.ticket, catalogue_rules, command->catalogue,
                         &record))
        return ERR_STORE;
    const struct ticket before = record.ticket;
    err = ticket_finish(&record.ticket, &at->record.counter, command->now);
    if (err != ERR_OK)
        return err;
    queue_journal_save(tx, command, &before, &record, "ticket_finished", NULL);
    *out_finished = record;
    return ERR_OK;
}

enum err at_counter_call(struct store_tx *tx, struct command *command, struct at_counter *at,
                         struct ticket_record *record, struct ticket_undo *undo, const char *why)
{
    const struct ticket before = record->ticket;
    const enum err err = ticket_call(&record->ticket, &at->record.counter, command->now);

    if (err != ERR_OK)
        return err;
    queue_journal_save(tx, command, &before, record, "ticket_called", why);
    undo->version = record->version; /* */
    counter_rows_put_undo(tx, at->rules, at->record.code, undo);
    at_counter_save(tx, at);
    return ERR_OK;
}
