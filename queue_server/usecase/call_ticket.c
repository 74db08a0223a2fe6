#include "usecase/call_ticket.h"

#include <stdio.h>
#include <string.h>

#include "usecase/move_ticket.h"

static enum err load_ticket(struct store_tx *tx, struct call_ticket *call,
                            const struct at_counter *at)
{
    if (!ticket_rows_get(tx, call->ticket, catalogue_rules, call->command.catalogue,
                         &call->called) ||
        strcmp(call->called.site, at->record.site) != 0)
        return ERR_NOT_FOUND;
    return ERR_OK;
}

/* The reason stands in the log with the call. */
static enum err call_and_tell(struct store_tx *tx, struct call_ticket *call, struct at_counter *at)
{
    struct ticket_undo undo;
    struct text why;
    enum err err;

    ticket_undo_note(UNDO_CALL, &call->called.ticket, &at->record.counter, QUEUE_NO_TICKET,
                     call->command.now, &undo);
    text_init(&why);
    json_open_object(&why, NULL);
    json_put_string(&why, "rule", "direct");
    json_put_int(&why, "waited_s", call->waited_s);
    json_put_int(&why, "passed_over", 0);
    json_put_string(&why, "reason", call->reason);
    json_close_object(&why);
    err = why.failed ? ERR_NO_MEMORY
                     : at_counter_call(tx, &call->command, at, &call->called, &undo, why.data);
    text_release(&why);
    return err;
}

enum err call_ticket_run(struct store_tx *tx, struct command *command)
{
    struct call_ticket *call = container_of(command, struct call_ticket, command);
    struct at_counter at;
    enum err err = at_counter_load(tx, command, call->counter, &at);

    if (err == ERR_OK)
        err = load_ticket(tx, call, &at);
    if (err != ERR_OK)
        return err;
    if (!call->reason[0])
        return ERR_REASON_MISSING;
    call->rules = at.rules;
    call->waited_s = instant_seconds_between(call->called.ticket.order_at, command->now);
    if (call->waited_s < 0)
        call->waited_s = 0;
    err = call_and_tell(tx, call, &at);
    return err == ERR_STATE ? move_ticket_forbidden(command, &call->called.ticket, "call") : err;
}
