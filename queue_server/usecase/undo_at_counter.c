#include "usecase/undo_at_counter.h"

#include <string.h>

#include "usecase/move_ticket.h"
#include "usecase/queue_journal.h"

static bool load_ticket(struct store_tx *tx, const struct undo_at_counter *undo, int64_t id,
                        const struct at_counter *at, struct ticket_record *out_record)
{
    return id != QUEUE_NO_TICKET &&
           ticket_rows_get(tx, id, catalogue_rules, undo->command.catalogue, out_record) &&
           strcmp(out_record->site, at->record.site) == 0;
}

/* Who was finished by the same step stands at the counter again. */
static enum err undo_finish(struct store_tx *tx, struct undo_at_counter *undo,
                            struct at_counter *at, int64_t finished)
{
    if (finished == QUEUE_NO_TICKET)
        return ERR_OK;
    if (!load_ticket(tx, undo, finished, at, &undo->again))
        return ERR_STORE;
    const struct ticket before = undo->again.ticket;
    const enum err err = ticket_undo_finish(&undo->again.ticket, &at->record.counter);
    if (err != ERR_OK)
        return err;
    undo->stands_again = true;
    queue_journal_save(tx, &undo->command, &before, &undo->again, "ticket_finish_undone", NULL);
    return ERR_OK;
}

static enum err apply(struct store_tx *tx, struct undo_at_counter *undo, struct at_counter *at,
                      const struct ticket_undo *kept)
{
    struct ticket *ticket = &undo->record.ticket;
    const struct ticket before = *ticket;
    const bool call = kept->verb == UNDO_CALL;
    enum err err = ticket_undo_check(kept, ticket, undo->record.version, undo->command.now);

    if (err == ERR_OK)
        err = call ? ticket_undo_call(kept, ticket, &at->record.counter)
                   : ticket_undo_no_show(kept, ticket, &at->record.counter);
    if (err != ERR_OK)
        return err;
    queue_journal_save(tx, &undo->command, &before, &undo->record,
                       call ? "ticket_call_undone" : "ticket_no_show_undone", NULL);
    return call ? undo_finish(tx, undo, at, kept->finished) : ERR_OK;
}

enum err undo_at_counter_run(struct store_tx *tx, struct command *command)
{
    struct undo_at_counter *undo = container_of(command, struct undo_at_counter, command);
    struct at_counter at;
    struct ticket_undo kept;
    enum err err = at_counter_load(tx, command, undo->counter, &at);

    if (err != ERR_OK)
        return err;
    if (!load_ticket(tx, undo, undo->ticket, &at, &undo->record))
        return ERR_NOT_FOUND;
    undo->rules = at.rules;
    undo->stands_again = false;
    if (!counter_rows_get_undo(tx, at.rules, undo->counter, &kept))
        err = ERR_STATE;
    if (err == ERR_OK) {
        undo->verb = kept.verb;
        err = apply(tx, undo, &at, &kept);
    }
    if (err == ERR_STATE)
        return move_ticket_forbidden(command, &undo->record.ticket, "undo");
    if (err == ERR_OK)
        at_counter_save(tx, &at);
    return err;
}
