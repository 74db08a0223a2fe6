#include "usecase/move_ticket.h"

#include <stdio.h>
#include <string.h>

#include "usecase/queue_journal.h"

static const struct {
    const char *action; /* as the API names it in facts */
    const char *event;
} verbs[VERB_COUNT] = {
    [VERB_RECALL] = {"recall", "ticket_recalled"},
    [VERB_START] = {"start", "ticket_started"},
    [VERB_FINISH] = {"finish", "ticket_finished"},
    [VERB_NO_SHOW] = {"no_show", "ticket_no_show"},
    [VERB_PARK] = {"park", "ticket_parked"},
    [VERB_TRANSFER] = {"transfer", "ticket_transferred"},
    [VERB_RETURN] = {"return", "ticket_returned"},
    [VERB_COME_BACK] = {"come_back", "ticket_came_back"},
    [VERB_CANCEL] = {"cancel", "ticket_cancelled"},
};

static const char *allowed_in(enum ticket_state state)
{
    switch (state) {
    case TICKET_WAITING:
        return "call\ncancel\n";
    case TICKET_CALLED:
        return "recall\nstart\nfinish\nno_show\npark\ntransfer\n";
    case TICKET_SERVING:
        return "finish\nno_show\npark\ntransfer\n";
    case TICKET_PARKED:
        return "return\ncancel\n";
    case TICKET_NO_SHOW:
        return "come_back\ncancel\n";
    case TICKET_DONE:
    case TICKET_CANCELLED:
    case TICKET_STATE_COUNT:
        return "";
    }
    return "";
}

enum err move_ticket_forbidden(struct command *command, const struct ticket *ticket,
                               const char *action)
{
    struct refusal_facts *facts = &command->facts;

    snprintf(facts->state, sizeof facts->state, "%s", ticket_state_name(ticket->state));
    snprintf(facts->action, sizeof facts->action, "%s", action);
    text_clear(&facts->allowed);
    text_add(&facts->allowed, allowed_in(ticket->state));
    return ERR_STATE_FORBIDS;
}

/* The verbs that free or use the counter where the ticket is. */
static enum err apply_at_counter(struct move_ticket *move, struct at_counter *at, int service,
                                 int only_counter)
{
    struct ticket *ticket = &move->record.ticket;
    struct queue_counter *counter = &at->record.counter;
    const struct instant now = move->command.now;

    switch (move->verb) {
    case VERB_RECALL:
        return ticket_recall(ticket, now);
    case VERB_START:
        return ticket_start(ticket, now);
    case VERB_FINISH:
        return ticket_finish(ticket, counter, now);
    case VERB_NO_SHOW:
        return ticket_no_show(ticket, counter, now);
    case VERB_PARK:
        return ticket_park(ticket, counter);
    case VERB_TRANSFER:
        return ticket_transfer(ticket, counter, at->rules, service, only_counter, now);
    case VERB_RETURN:
    case VERB_COME_BACK:
    case VERB_CANCEL:
    case VERB_COUNT:
        break;
    }
    return ERR_INTERNAL;
}

/* Where a transfer goes: indices of the site's rules. */
static enum err find_target(const struct move_ticket *move, int *out_service, int *out_counter)
{
    const struct catalogue *catalogue = move->command.catalogue;

    *out_service = *out_counter = QUEUE_NONE;
    if (move->verb != VERB_TRANSFER)
        return ERR_OK;
    *out_service = queue_rules_service(move->rules, move->service);
    if (*out_service == QUEUE_NONE)
        return ERR_UNKNOWN_SERVICE;
    if (catalogue->services[*out_service].closed)
        return ERR_SERVICE_CLOSED;
    if (!move->counter[0])
        return ERR_OK;
    *out_counter = queue_rules_counter(move->rules, move->counter);
    return *out_counter == QUEUE_NONE ? ERR_UNKNOWN_COUNTER : ERR_OK;
}

static enum err move_at_counter(struct store_tx *tx, struct move_ticket *move)
{
    struct ticket *ticket = &move->record.ticket;
    struct at_counter at;
    int service, only_counter;
    enum err err;

    if (ticket->state != TICKET_CALLED && ticket->state != TICKET_SERVING)
        return ERR_STATE;
    if (ticket->counter == QUEUE_NONE)
        return ERR_UNKNOWN_COUNTER; /* it belongs to another site by now */
    err = at_counter_load(tx, &move->command, move->rules->counters[ticket->counter].code, &at);
    if (err == ERR_OK)
        err = find_target(move, &service, &only_counter);
    if (err == ERR_OK)
        err = apply_at_counter(move, &at, service, only_counter);
    if (err == ERR_OK)
        at_counter_save(tx, &at);
    return err;
}

static enum err move_alone(struct move_ticket *move)
{
    struct ticket *ticket = &move->record.ticket;

    if (move->verb == VERB_RETURN)
        return ticket_return(ticket, move->command.now);
    if (move->verb == VERB_COME_BACK)
        return ticket_come_back(ticket, move->rules, move->command.now);
    return ticket_cancel(ticket);
}

/* Begin the day at the ticket's site, then load the ticket as the new day finds it. */
static enum err load(struct store_tx *tx, struct move_ticket *move)
{
    struct command *command = &move->command;
    enum err err;

    if (!ticket_rows_get(tx, move->ticket, catalogue_rules, command->catalogue, &move->record))
        return ERR_NOT_FOUND;
    err =
        queue_journal_begin_day(tx, command, catalogue_site(command->catalogue, move->record.site));
    if (err == ERR_OK &&
        !ticket_rows_get(tx, move->ticket, catalogue_rules, command->catalogue, &move->record))
        err = ERR_NOT_FOUND;
    move->rules = catalogue_rules(move->record.site, command->catalogue);
    return err;
}

/* A no-show can be taken back for a while. */
static void keep_no_show(struct store_tx *tx, const struct move_ticket *move,
                         const struct ticket *before)
{
    const struct queue_counter runs_stay = queue_counter_new_day(before->counter);
    struct ticket_undo undo;

    ticket_undo_note(UNDO_NO_SHOW, before, &runs_stay, QUEUE_NO_TICKET, move->command.now, &undo);
    undo.version = move->record.version;
    counter_rows_put_undo(tx, move->rules, move->rules->counters[before->counter].code, &undo);
}

enum err move_ticket_run(struct store_tx *tx, struct command *command)
{
    struct move_ticket *move = container_of(command, struct move_ticket, command);
    enum err err = load(tx, move);
    struct text why;

    if (err != ERR_OK)
        return err;
    const struct ticket before = move->record.ticket;
    err = move->verb <= VERB_TRANSFER ? move_at_counter(tx, move) : move_alone(move);
    if (err == ERR_STATE)
        return move_ticket_forbidden(command, &before, verbs[move->verb].action);
    if (err != ERR_OK)
        return err;
    text_init(&why);
    if (move->reason[0]) {
        json_open_object(&why, NULL);
        json_put_string(&why, "reason", move->reason);
        json_close_object(&why);
    }
    if (why.failed)
        sql_fail(tx, ERR_NO_MEMORY);
    queue_journal_save(tx, command, &before, &move->record, verbs[move->verb].event,
                       move->reason[0] ? why.data : NULL);
    text_release(&why);
    if (move->verb == VERB_NO_SHOW)
        keep_no_show(tx, move, &before);
    return ERR_OK;
}
