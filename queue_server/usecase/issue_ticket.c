#include "usecase/issue_ticket.h"

#include <stdio.h>
#include <string.h>

#include "store/event_log.h"
#include "store/shared_rows.h"
#include "usecase/queue_journal.h"
#include "usecase/ticket_paper.h"

/* Who may issue what, where: indices of the catalogue. */
struct place {
    int site, service, of_class;
};

static enum err find_place(const struct issue_ticket *issue, struct place *out_place)
{
    const struct command *command = &issue->command;
    const struct catalogue *catalogue = command->catalogue;
    const char *site = issue->site[0] ? issue->site : command->actor.site;

    out_place->site = catalogue_site_in_use(catalogue, site);
    if (!site[0])
        out_place->site = catalogue_only_site(catalogue);
    if (out_place->site == QUEUE_NONE)
        return ERR_UNKNOWN_SITE;
    const struct queue_rules *rules = &catalogue->sites[out_place->site].rules;
    out_place->service = queue_rules_service(rules, issue->service);
    if (out_place->service == QUEUE_NONE)
        return ERR_UNKNOWN_SERVICE;
    if (catalogue->services[out_place->service].closed)
        return ERR_SERVICE_CLOSED;
    out_place->of_class = queue_rules_class(rules, issue->of_class);
    if (out_place->of_class == QUEUE_NONE)
        return ERR_UNKNOWN_CLASS;
    if (command->actor.kind == ACTOR_DEVICE && !command->actor.any_class &&
        queue_rules_lane(rules, out_place->of_class) != QUEUE_ORDINARY)
        return ERR_FORBIDDEN;
    return ERR_OK;
}

/* The next number of this service today. */
static int32_t take_number(struct store_tx *tx, const struct issue_ticket *issue)
{
    char series[64];

    snprintf(series, sizeof series, "ticket/%s/%s", issue->record.site,
             issue->record.number_service);
    return (int32_t)series_next(tx, series, issue->record.business_date.day);
}

static void fill_record(struct store_tx *tx, struct issue_ticket *issue, const struct place *place)
{
    const struct command *command = &issue->command;
    const struct catalogue_site *site = &command->catalogue->sites[place->site];
    struct ticket_record *record = &issue->record;
    const int64_t id = event_log_next_seq(tx);
    const struct ticket_request request = {.id = id,
                                           .seq = id,
                                           .service = place->service,
                                           .of_class = place->of_class,
                                           .appointment = issue->appointment};

    memset(record, 0, sizeof *record);
    ticket_issue(&site->rules, &request, command->now, &record->ticket);
    memcpy(record->site, site->code, sizeof record->site);
    record->business_date = date_of_instant(command->now);
    memcpy(record->number_service, site->rules.services[place->service].code,
           sizeof record->number_service);
    record->number = take_number(tx, issue);
    memcpy(record->issuer, command->actor.code, sizeof record->issuer);
    random_token(record->track_token);
    record->print_job = id;
    record->version = id;
    record->dossier = issue->dossier;
}

/* The event of an issue carries the number of its ticket and print job: they are one row's. */
static void tell(struct store_tx *tx, struct issue_ticket *issue)
{
    char subject[TICKET_ID_SIZE];
    struct text data;

    text_init(&data);
    json_open_object(&data, NULL);
    json_put_string(&data, "site", issue->record.site);
    ticket_view(&data, "ticket", &issue->record, issue->rules, NULL, false);
    json_close_object(&data);
    opaque_id('t', issue->record.ticket.id, subject);
    command_event(tx, &issue->command, "ticket_issued", subject, "", &data);
    text_release(&data);
}

enum err issue_ticket_run(struct store_tx *tx, struct command *command)
{
    struct issue_ticket *issue = container_of(command, struct issue_ticket, command);
    struct place place;
    enum err err = find_place(issue, &place);

    if (err == ERR_OK)
        err = queue_journal_begin_day(tx, command, place.site);
    if (err != ERR_OK)
        return err;
    issue->rules = &command->catalogue->sites[place.site].rules;
    fill_record(tx, issue, &place);
    const struct wait_past played = {issue->wait.played_low_s, issue->wait.played_high_s, 0};
    ticket_rows_insert(tx, issue->rules, &issue->record, issue->wait.known ? &played : NULL);
    if (issue->dossier)
        ticket_rows_link(tx, &issue->record);
    queue_journal_count(tx, issue->rules, NULL, &issue->record);
    const int waiting = queue_count_waiting(tx, issue->record.site, issue->record.business_date,
                                            issue->record.number_service);
    ticket_paper_print(tx, command, &issue->record, &issue->wait, waiting - 1);
    tell(tx, issue);
    return ERR_OK; /* SQL errors are sticky in tx */
}
