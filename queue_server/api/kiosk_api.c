/* What a kiosk offers, and people who come for a result: /kiosk, /check-ins. Rules. */
#include <string.h>

#include "api/handlers.h"
#include "api/input.h"
#include "usecase/check_in.h"

/* ---- GET /kiosk ------------------------------------------------------------------------------ */

/* Class that the priority switch gives, NULL where there is no switch. */
static const char *priority_class(const struct api_call *call, const struct catalogue *catalogue)
{
    const bool device = call->actor.kind == ACTOR_DEVICE;

    return catalogue->kiosk_priority_class[0] && (!device || call->actor.any_class)
               ? catalogue->kiosk_priority_class
               : NULL;
}

enum err kiosk_api_get(struct api_call *call)
{
    struct catalogue *catalogue = office_catalogue(api_office(call->api));
    const struct actor *actor = &call->actor;
    int site = catalogue_site(catalogue, actor->site);
    struct text body;

    if (site == QUEUE_NONE)
        site = catalogue_first_site(catalogue);
    if (site == QUEUE_NONE) {
        catalogue_release(catalogue);
        return ERR_NOT_FOUND;
    }
    const char *code = catalogue->sites[site].code;
    const int service = catalogue->result_service;
    text_init(&body);
    json_open_object(&body, NULL);
    json_put_string(&body, "device", actor->kind == ACTOR_DEVICE ? actor->code : NULL);
    json_put_string(&body, "site", code);
    json_put_string(&body, "site_name", catalogue->sites[site].name);
    json_put_string(&body, "priority_class", priority_class(call, catalogue));
    json_put_string(&body, "result_service",
                    service == QUEUE_NONE ? NULL : catalogue->services[service].code);
    json_put_bool(&body, "printer",
                  catalogue_printer_of(catalogue, true, actor->code, code, "80mm")[0] != '\0');
    json_put_string_or_null(&body, "public_url", catalogue->public_url);
    json_close_object(&body);
    api_reply_json(call, 200, NULL, &body);
    text_release(&body);
    catalogue_release(catalogue);
    return ERR_OK;
}

/* ---- POST /check-ins ------------------------------------------------------------------------- */

static struct check_in *check_in_of(struct command *command)
{
    return container_of(container_of(command, struct issue_ticket, command), struct check_in,
                        issue);
}

static void check_answer(struct command *command)
{
    struct check_in *check = check_in_of(command);
    const struct issue_ticket *issue = &check->issue;
    const bool issued = check->outcome == CHECK_IN_ISSUED;
    const bool has_ticket = issued || check->outcome == CHECK_IN_AGAIN;
    struct text *body = api_answer(command, issued ? 201 : 200);

    json_open_object(body, NULL);
    json_put_string(body, "outcome", check_in_outcome_name(check->outcome));
    if (has_ticket)
        ticket_view(body, "ticket", &issue->record, issue->rules, issued ? &issue->wait : NULL,
                    true);
    else
        json_put_null(body, "ticket");
    if (has_ticket && command->actor.kind == ACTOR_DEVICE)
        json_put_null(body, "dossier"); /* the ticket is all that a screen in a hall needs */
    else
        json_put_raw(body, "dossier", check->dossier.data);
    json_close_object(body);
    body->failed = body->failed || check->dossier.failed;
}

static void after_check(struct command *command)
{
    text_release(&check_in_of(command)->dossier);
    api_after_print(command);
}

static void read_check_in(struct api_call *call, struct input *in, struct check_in *check)
{
    static const char *const classes[] = {"P0", "P1", "P2", "P3", "P4", "P5", "P6", "P7", NULL};
    struct issue_ticket *issue = &check->issue;

    input_text(in, "code", true, check->code, sizeof check->code);
    input_text(in, "secret", true, check->secret, sizeof check->secret);
    input_code(in, "site", false, issue->site, sizeof issue->site);
    const int of_class = input_word(in, "class", false, classes);
    memcpy(issue->of_class, classes[of_class < 0 ? 0 : of_class], sizeof "P0");
    issue->appointment = instant_none();
    if (!issue->site[0] && call->actor.kind == ACTOR_DEVICE)
        memcpy(issue->site, call->actor.site, sizeof issue->site);
}

/* The latest estimate for who takes a ticket of the service that returns results. */
static struct wait_range wait_of(const struct api_call *call, const struct issue_ticket *issue)
{
    struct catalogue *catalogue = office_catalogue(api_office(call->api));
    const int service = catalogue->result_service;
    struct wait_range wait = {.known = false};

    if (service != QUEUE_NONE)
        wait = estimates_newcomer(call->api->estimates, issue->site,
                                  catalogue->services[service].code, issue->of_class);
    catalogue_release(catalogue);
    return wait;
}

enum err kiosk_api_check_in(struct api_call *call)
{
    struct check_in *check = api_command(call, sizeof *check, check_in_run, check_answer);
    struct input in = input_of(call);

    if (!check)
        return ERR_NO_MEMORY;
    read_check_in(call, &in, check);
    enum err err = input_end(&in);
    if (err == ERR_OK)
        err = api_site_allowed(call, check->issue.site);
    if (err == ERR_OK &&
        !throttle_take(&call->api->check_ins, call->actor.code, clock_monotonic_us()))
        err = ERR_TOO_MANY;
    if (err != ERR_OK) {
        api_discard(check);
        return err;
    }
    check->issue.wait = wait_of(call, &check->issue);
    api_after(check, after_check);
    return api_submit(check);
}
