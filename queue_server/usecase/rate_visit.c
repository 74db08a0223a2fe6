#include "usecase/rate_visit.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "store/event_log.h"
#include "usecase/procedure.h"
#include "usecase/read_dossier.h"
#include "usecase/ticket_view.h"

/* ---- may it be rated? ------------------------------------------------------------------------ */

/* Rule R-963. */
struct instant rating_ticket_ended(const struct ticket *ticket)
{
    return ticket->state == TICKET_DONE ? ticket->finished_at : instant_none();
}

/* Rule R-963. */
struct instant rating_dossier_ended(const struct dossier *dossier)
{
    if (dossier->state == DOSSIER_RETURNED)
        return dossier->returned_at;
    return dossier->state == DOSSIER_STOPPED ? dossier->ended_at : instant_none();
}

enum rating_gate rating_gate_of_ticket(struct store_tx *tx, const struct ticket *ticket,
                                       struct instant now)
{
    char subject[TICKET_ID_SIZE];

    opaque_id('t', ticket->id, subject);
    return rating_gate(rating_ticket_ended(ticket), RATING_TICKET_DAYS,
                       rating_rows_given(tx, subject), now);
}

enum rating_gate rating_gate_of_dossier(struct store_tx *tx, const struct dossier_record *record,
                                        struct instant now)
{
    char subject[TICKET_ID_SIZE];

    opaque_id('d', record->id, subject);
    return rating_gate(rating_dossier_ended(&record->dossier), RATING_DOSSIER_DAYS,
                       rating_rows_given(tx, subject), now);
}

static enum err refusal_of(enum rating_gate gate)
{
    if (gate == RATING_OPEN)
        return ERR_OK;
    return gate == RATING_GIVEN ? ERR_ALREADY_RATED : ERR_RATING_CLOSED;
}

/* ---- what is rated --------------------------------------------------------------------------- */

static enum err find_ticket(struct store_tx *tx, struct rate_visit *rate, char subject[])
{
    const struct catalogue *catalogue = rate->command.catalogue;
    struct ticket_record ticket;
    uint8_t track[DIGEST_SIZE];

    digest(rate->token, strlen(rate->token), track);
    if (!ticket_rows_by_track(tx, track, catalogue_rules, rate->command.catalogue, &ticket))
        return ERR_NOT_FOUND;
    opaque_id('t', ticket.ticket.id, subject);
    snprintf(rate->record.kind, sizeof rate->record.kind, "ticket");
    snprintf(rate->record.channel, sizeof rate->record.channel, "counter");
    memcpy(rate->record.site, ticket.site, sizeof rate->record.site);
    memcpy(rate->record.service, catalogue->services[ticket.ticket.service].code,
           sizeof rate->record.service);
    return refusal_of(rating_gate_of_ticket(tx, &ticket.ticket, rate->command.now));
}

/* Of the procedure as the dossier pins it. Rule R-968. */
static void copy_sector(struct store_tx *tx, struct office *office,
                        const struct dossier_record *dossier, char out_sector[RATING_WORD_SIZE])
{
    struct procedure procedure;

    if (procedure_load_version(tx, office, dossier->procedure, dossier->procedure_version,
                               &procedure) != ERR_OK)
        return;
    const char *sector = json_string_value(json_object_get(procedure.row, "seed_sector"));
    snprintf(out_sector, RATING_WORD_SIZE, "%s", sector ? sector : "");
    procedure_release(&procedure);
}

static enum err find_dossier(struct store_tx *tx, struct rate_visit *rate, char subject[])
{
    struct rating_record *record = &rate->record;
    struct dossier_record dossier;
    const enum err err = look_up_dossier_find(tx, rate->code, rate->secret, &dossier);

    if (err != ERR_OK)
        return err;
    opaque_id('d', dossier.id, subject);
    snprintf(record->kind, sizeof record->kind, "dossier");
    snprintf(record->channel, sizeof record->channel, "%s",
             dossier_channel_name(dossier.dossier.channel));
    memcpy(record->field, dossier.field, sizeof record->field);
    memcpy(record->procedure, dossier.procedure, sizeof record->procedure);
    memcpy(record->unit, dossier.dossier.responsible.unit, sizeof record->unit);
    memcpy(record->officer, dossier.dossier.responsible.account, sizeof record->officer);
    copy_sector(tx, rate->command.office, &dossier, record->sector);
    return refusal_of(rating_gate_of_dossier(tx, &dossier, rate->command.now));
}

/* ---- the answer ------------------------------------------------------------------------------ */

/* What the log tells: what was said, not by whom or of what. */
static void tell(struct store_tx *tx, struct command *command, const struct rating_record *record)
{
    struct text data;

    text_init(&data);
    json_open_object(&data, NULL);
    json_put_string(&data, "kind", record->kind);
    json_put_string(&data, "channel", record->channel);
    json_put_int(&data, "level", record->rating.level);
    json_open_array(&data, "reasons");
    for (int i = 0; i < RATING_REASON_COUNT; i++)
        if (record->rating.reasons & 1u << i)
            json_put_string(&data, NULL, rating_reason_name((enum rating_reason)i));
    json_close_array(&data);
    json_put_bool(&data, "assisted", record->assisted);
    json_close_object(&data);
    command_event(tx, command, "rating_given", "rating", NULL, &data);
    text_release(&data);
}

enum err rate_visit_run(struct store_tx *tx, struct command *command)
{
    struct rate_visit *rate = container_of(command, struct rate_visit, command);
    struct rating_record *record = &rate->record;
    char subject[TICKET_ID_SIZE];
    enum err err =
        rate->token[0] ? find_ticket(tx, rate, subject) : find_dossier(tx, rate, subject);

    if (err == ERR_OK)
        err = rating_check(&rate->rating);
    if (err != ERR_OK)
        return err;
    record->rating = rate->rating;
    record->date = date_of_instant(command->now);
    record->seq = event_log_next_seq(tx);
    record->assisted = command->actor.kind == ACTOR_PERSON; /* */
    rating_rows_give(tx, subject);
    rating_rows_insert(tx, record);
    tell(tx, command, record);
    return ERR_OK;
}
