/* What citizens see without an account: masked, limited rate. Ratings: satisfaction_api.c. */
#include <string.h>

#include "api/handlers.h"
#include "usecase/follow_ticket.h"
#include "usecase/read_hours.h"

/* ---- GET /public/tickets/{token} ------------------------------------------------------------- */

static void ticket_answer(struct command *command)
{
    api_answer(command, 200); /* written on the loop, where the estimates are */
}

static const char *counter_name(const struct catalogue *catalogue, const char *code)
{
    const int counter = catalogue_counter(catalogue, code);

    return counter == QUEUE_NONE ? code : catalogue->counters[counter].name;
}

static void put_counter(struct text *body, const struct catalogue *catalogue, const char *code)
{
    json_put_string(body, "counter", code);
    json_put_string(body, "counter_name", code ? counter_name(catalogue, code) : NULL);
}

/* Who is being called, so that a holder sees the queue move. */
static void put_newest_call(struct text *body, const struct catalogue *catalogue,
                            const struct follow_ticket *follow)
{
    if (!follow->anyone_called) {
        json_put_null(body, "newest_call");
        return;
    }
    json_open_object(body, "newest_call");
    json_put_string(body, "number", follow->newest.number);
    put_counter(body, catalogue, follow->newest.counter);
    json_put_instant(body, "at", follow->newest.at);
    json_close_object(body);
}

/* wait NULL: the ticket does not wait. */
static void put_wait(struct text *body, const struct wait_range *wait)
{
    if (wait && wait->known)
        json_put_int(body, "ahead", wait->ahead);
    else
        json_put_null(body, "ahead");
    wait_view(body, wait);
}

/* The ticket as its holder sees it on a phone: no class, no ids. */
static void view_ticket(struct text *body, struct api *api, const struct follow_ticket *follow)
{
    const struct read_ticket *read = &follow->read;
    const struct catalogue *catalogue = read->command.catalogue;
    const struct ticket *ticket = &read->record.ticket;
    const struct catalogue_service *service = &catalogue->services[ticket->service];
    const struct catalogue_site *site =
        &catalogue->sites[catalogue_site(catalogue, read->record.site)];
    struct wait_range wait = {.known = false};
    char number[TICKET_NUMBER_SIZE];

    if (ticket->state == TICKET_WAITING)
        wait = estimates_ticket(api->estimates, &read->record, read->rules);
    ticket_number_format(read->record.number_service, read->record.number, number);
    json_open_object(body, NULL);
    json_put_string(body, "number", number);
    json_put_string(body, "site_name", site->name);
    json_put_string(body, "service_name", service->name);
    json_put_string_or_null(body, "service_name_en", service->name_en);
    json_put_string(body, "state", ticket_state_name(ticket->state));
    json_put_instant(body, "issued_at", ticket->issued_at);
    json_put_instant_or_null(body, "called_at", ticket->called_at);
    put_counter(body, catalogue,
                ticket->counter == QUEUE_NONE ? NULL : site->rules.counters[ticket->counter].code);
    put_wait(body, ticket->state == TICKET_WAITING ? &wait : NULL);
    put_newest_call(body, catalogue, follow);
    json_put_instant(body, "at", read->command.now);
    json_put_string(body, "rating", rating_gate_name(follow->rating));
    json_close_object(body);
}

static void after_ticket(struct command *command)
{
    const struct follow_ticket *follow = container_of(command, struct follow_ticket, read.command);
    struct api_call *call = api_call_of(command);

    api_link_tried(call, command->err);
    if (command->err == ERR_OK)
        view_ticket(&command->answer.body, call->api, follow);
}

void public_api_token(const char *text, char out_token[TOKEN_SIZE])
{
    /* A token of another length is looked up too, so that it takes the same time. */
    memset(out_token, 0, TOKEN_SIZE);
    memcpy(out_token, text, TOKEN_SIZE - 1);
    if (strlen(text) != TOKEN_LENGTH)
        out_token[0] = '-';
}

enum err public_api_ticket(struct api_call *call)
{
    const enum err err = api_link_allowed(call);
    struct follow_ticket *follow =
        err == ERR_OK ? api_command(call, sizeof *follow, follow_ticket_run, ticket_answer) : NULL;

    if (!follow)
        return err == ERR_OK ? ERR_NO_MEMORY : err;
    public_api_token(call->parameter[0], follow->token);
    api_after(follow, after_ticket);
    return api_read(follow);
}

/* ---- GET /public/hours ----------------------------------------------------------------------- */

static void hours_answer(struct command *command)
{
    hours_view(api_answer(command, 200), NULL, container_of(command, struct read_hours, command));
}

enum err public_api_hours(struct api_call *call)
{
    struct read_hours *read = api_command(call, sizeof *read, read_hours_run, hours_answer);

    return read ? api_read(read) : ERR_NO_MEMORY;
}
