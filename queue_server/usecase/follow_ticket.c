#include "usecase/follow_ticket.h"

enum err follow_ticket_run(struct store_tx *tx, struct command *command)
{
    struct follow_ticket *follow = container_of(command, struct follow_ticket, read.command);
    const struct ticket_record *record = &follow->read.record;
    enum err err;

    follow->read.token = follow->token;
    err = read_ticket_run(tx, command);
    if (err != ERR_OK)
        return err;
    follow->rating = rating_gate_of_ticket(tx, &record->ticket, command->now);
    follow->anyone_called = read_newest_call(tx, record->site, follow->read.rules,
                                             record->business_date, &follow->newest);
    return ERR_OK;
}
