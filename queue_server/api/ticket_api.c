/* Tickets: /tickets and what happens to one. */
#include <string.h>

#include "api/handlers.h"
#include "api/input.h"
#include "usecase/issue_ticket.h"
#include "usecase/move_ticket.h"
#include "usecase/read_queue.h"

/* ---- POST /tickets --------------------------------------------------------------------------- */

static void issue_answer(struct command *command)
{
    struct issue_ticket *issue = container_of(command, struct issue_ticket, command);

    ticket_view(api_answer(command, 201), NULL, &issue->record, issue->rules, &issue->wait, true);
}

enum err ticket_api_issue(struct api_call *call)
{
    struct issue_ticket *issue = api_command(call, sizeof *issue, issue_ticket_run, issue_answer);
    struct input in = input_of(call);
    enum err err;

    if (!issue)
        return ERR_NO_MEMORY;
    input_text(&in, "site", false, issue->site, sizeof issue->site);
    input_text(&in, "service", true, issue->service, sizeof issue->service);
    input_text(&in, "class", true, issue->of_class, sizeof issue->of_class);
    input_instant(&in, "appointment", false, &issue->appointment);
    err = input_end(&in);
    if (err == ERR_OK)
        err = api_site_allowed(call, issue->site);
    if (err != ERR_OK) {
        api_discard(issue);
        return err;
    }
    const char *site = issue->site[0] ? issue->site : call->actor.site;
    issue->wait = estimates_newcomer(call->api->estimates, site, issue->service, issue->of_class);
    issue->command.refuses_first = true;
    api_after(issue, api_after_print);
    return api_submit(issue);
}

/* ---- POST /tickets/{ticket}/... -------------------------------------------------------------- */

static void move_answer(struct command *command)
{
    struct move_ticket *move = container_of(command, struct move_ticket, command);

    ticket_view(api_answer(command, 200), NULL, &move->record, move->rules, NULL, false);
}

static enum err move(struct api_call *call, enum ticket_verb verb)
{
    struct move_ticket *move = api_command(call, sizeof *move, move_ticket_run, move_answer);
    struct input in = input_of(call);
    enum err err;

    if (!move)
        return ERR_NO_MEMORY;
    move->verb = verb;
    move->ticket = opaque_id_parse('t', call->parameter[0]);
    if (verb == VERB_TRANSFER) {
        input_text(&in, "service", true, move->service, sizeof move->service);
        input_text(&in, "counter", false, move->counter, sizeof move->counter);
    }
    if (verb == VERB_CANCEL)
        input_free_text(&in, "reason", move->reason, sizeof move->reason);
    err = input_end(&in);
    if (err == ERR_OK && !move->ticket)
        err = ERR_NOT_FOUND;
    if (err != ERR_OK) {
        api_discard(move);
        return err;
    }
    return api_submit(move);
}

enum err ticket_api_recall(struct api_call *call)
{
    return move(call, VERB_RECALL);
}

enum err ticket_api_start(struct api_call *call)
{
    return move(call, VERB_START);
}

enum err ticket_api_finish(struct api_call *call)
{
    return move(call, VERB_FINISH);
}

enum err ticket_api_no_show(struct api_call *call)
{
    return move(call, VERB_NO_SHOW);
}

enum err ticket_api_come_back(struct api_call *call)
{
    return move(call, VERB_COME_BACK);
}

enum err ticket_api_park(struct api_call *call)
{
    return move(call, VERB_PARK);
}

enum err ticket_api_return(struct api_call *call)
{
    return move(call, VERB_RETURN);
}

enum err ticket_api_transfer(struct api_call *call)
{
    return move(call, VERB_TRANSFER);
}

enum err ticket_api_cancel(struct api_call *call)
{
    return move(call, VERB_CANCEL);
}

/* ---- GET /tickets, GET /tickets/{ticket} ----------------------------------------------------- */

static void list_answer(struct command *command)
{
    struct read_tickets *read = container_of(command, struct read_tickets, command);

    api_list_answer(command, &read->items, read->next);
}

static void after_list(struct command *command)
{
    text_release(&container_of(command, struct read_tickets, command)->items);
}

static enum err read_filters(const struct api_call *call, struct read_tickets *read)
{
    enum ticket_state state;

    if (!api_query_copy(call, "site", read->site, sizeof read->site) ||
        !api_query_copy(call, "service", read->service, sizeof read->service) ||
        !api_query_copy(call, "state", read->state, sizeof read->state) ||
        !api_query_copy(call, "counter", read->counter, sizeof read->counter) ||
        (read->state[0] && !ticket_state_parse(read->state, &state)))
        return ERR_BAD_PARAMETER;
    return api_list_ids(call, 't', &read->limit, &read->after);
}

enum err ticket_api_list(struct api_call *call)
{
    struct read_tickets *read = api_command(call, sizeof *read, read_tickets_run, list_answer);

    if (!read)
        return ERR_NO_MEMORY;
    api_after(read, after_list);
    return api_read_with(read, read_filters(call, read));
}

static void one_answer(struct command *command)
{
    api_answer(command, 200); /* written on the loop, where the estimates are */
}

static void after_one(struct command *command)
{
    struct read_ticket *read = container_of(command, struct read_ticket, command);
    struct estimates *estimates = api_call_of(command)->api->estimates;

    if (command->err != ERR_OK)
        return;
    if (read->record.ticket.state == TICKET_WAITING)
        read->wait = estimates_ticket(estimates, &read->record, read->rules);
    if (command->actor.kind == ACTOR_DEVICE)
        ticket_view_in_hall(&command->answer.body, NULL, &read->record, read->rules, &read->wait);
    else
        ticket_view(&command->answer.body, NULL, &read->record, read->rules, &read->wait, false);
}

enum err ticket_api_get(struct api_call *call)
{
    struct read_ticket *read = api_command(call, sizeof *read, read_ticket_run, one_answer);

    if (!read)
        return ERR_NO_MEMORY;
    read->ticket = opaque_id_parse('t', call->parameter[0]);
    if (!read->ticket) {
        api_discard(read);
        return ERR_NOT_FOUND;
    }
    api_after(read, after_one);
    return api_read(read);
}
