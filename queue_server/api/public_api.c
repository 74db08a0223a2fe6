/* What citizens see without an account: masked, limited rate. */
#include <string.h>

#include "api/handlers.h"
#include "usecase/read_queue.h"

struct follow_ticket {
    struct read_ticket read; /* first: it is freed as the command */
    char token[TOKEN_SIZE];
};

static void ticket_answer(struct command *command)
{
    api_answer(command, 200); /* written on the loop, where the estimates are */
}

/* The ticket as its holder sees it on a phone: no class, no ids. */
static void after_ticket(struct command *command)
{
    struct read_ticket *read = container_of(command, struct read_ticket, command);
    const struct catalogue *catalogue = command->catalogue;
    const struct ticket *ticket = &read->record.ticket;
    struct text *body = &command->answer.body;
    char number[TICKET_NUMBER_SIZE];

    if (command->err != ERR_OK)
        return;
    const struct catalogue_site *site =
        &catalogue->sites[catalogue_site(catalogue, read->record.site)];
    const int counter =
        ticket->counter == QUEUE_NONE
            ? QUEUE_NONE
            : catalogue_counter(catalogue, site->rules.counters[ticket->counter].code);
    struct wait_range wait = {.known = false};
    if (ticket->state == TICKET_WAITING)
        wait = estimates_ticket(api_call_of(command)->api->estimates, &read->record, read->rules);
    ticket_number_format(read->record.number_service, read->record.number, number);
    json_open_object(body, NULL);
    json_put_string(body, "number", number);
    json_put_string(body, "site_name", site->name);
    json_put_string(body, "service_name", catalogue->services[ticket->service].name);
    json_put_string(body, "state", ticket_state_name(ticket->state));
    json_put_instant(body, "issued_at", ticket->issued_at);
    json_put_instant_or_null(body, "called_at", ticket->called_at);
    json_put_string(body, "counter",
                    counter == QUEUE_NONE ? NULL : catalogue->counters[counter].code);
    json_put_string(body, "counter_name",
                    counter == QUEUE_NONE ? NULL : catalogue->counters[counter].name);
    if (wait.known)
        json_put_int(body, "ahead", wait.ahead);
    else
        json_put_null(body, "ahead");
    wait_view(body, "wait_estimate", &wait);
    json_close_object(body);
}

enum err public_api_ticket(struct api_call *call)
{
    struct follow_ticket *follow =
        api_command(call, sizeof *follow, read_ticket_run, ticket_answer);

    if (!follow)
        return ERR_NO_MEMORY;
    /* A token of another length is looked up too, so that it takes the same time. */
    memcpy(follow->token, call->parameter[0], sizeof follow->token - 1);
    if (strlen(call->parameter[0]) != TOKEN_LENGTH)
        follow->token[0] = '-';
    follow->read.token = follow->token;
    api_after(follow, after_ticket);
    return api_read(follow);
}
