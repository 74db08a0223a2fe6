#include "usecase/help_call.h"

#include <stdio.h>
#include <string.h>

#include "store/event_log.h"

void help_view(struct text *text, const char *key, const struct help_record *record)
{
    char id[TICKET_ID_SIZE];
    const bool open = instant_is_none(record->taken_at);

    opaque_id('h', record->id, id);
    json_open_object(text, key);
    json_put_string(text, "id", id);
    json_put_string(text, "site", record->site);
    json_put_string(text, "state", open ? "open" : "taken");
    json_put_instant(text, "made_at", record->made_at);
    json_put_string(text, "made_by", record->made_by);
    json_put_instant_or_null(text, "taken_at", record->taken_at);
    json_put_string_or_null(text, "taken_by", record->taken_by);
    json_close_object(text);
}

static void tell(struct store_tx *tx, struct command *command, const char *kind,
                 const struct help_record *record)
{
    char subject[TICKET_ID_SIZE];
    struct text data;

    text_init(&data);
    json_open_object(&data, NULL);
    json_put_string(&data, "site", record->site);
    help_view(&data, "help_call", record);
    json_close_object(&data);
    opaque_id('h', record->id, subject);
    command_event(tx, command, kind, subject, "", &data);
    text_release(&data);
}

/* Index of the site that is meant, or QUEUE_NONE. */
static int site_of(const struct command *command, const char *named)
{
    const struct catalogue *catalogue = command->catalogue;
    const char *site = named[0] ? named : command->actor.site;

    return site[0] ? catalogue_site_in_use(catalogue, site) : catalogue_only_site(catalogue);
}

static void take_over(const struct help_record *record, void *data)
{
    struct call_help *call = data;

    call->record = *record;
    call->again = true;
}

enum err call_help_run(struct store_tx *tx, struct command *command)
{
    struct call_help *call = container_of(command, struct call_help, command);
    const int site = site_of(command, call->site);

    if (site == QUEUE_NONE)
        return ERR_UNKNOWN_SITE;
    const char *code = command->catalogue->sites[site].code;
    const struct help_filter open = {.date = date_of_instant(command->now),
                                     .before = INT64_MAX,
                                     .site = code,
                                     .caller = command->actor.code,
                                     .only_open = true,
                                     .limit = 1};

    help_rows_list(tx, &open, take_over, call);
    if (call->again)
        return ERR_OK;
    call->record = (struct help_record){
        .id = event_log_next_seq(tx), .made_at = command->now, .taken_at = instant_none()};
    snprintf(call->record.site, sizeof call->record.site, "%s", code);
    memcpy(call->record.made_by, command->actor.code, sizeof call->record.made_by);
    help_rows_insert(tx, &call->record);
    tell(tx, command, "help_called", &call->record);
    return ERR_OK;
}

enum err take_help_run(struct store_tx *tx, struct command *command)
{
    struct take_help *take = container_of(command, struct take_help, command);
    struct help_record *record = &take->record;

    if (!help_rows_get(tx, take->id, record) ||
        !date_equal(date_of_instant(record->made_at), date_of_instant(command->now)))
        return ERR_NOT_FOUND;
    if (!instant_is_none(record->taken_at)) {
        struct refusal_facts *facts = &command->facts;

        if (strcmp(record->taken_by, command->actor.code) == 0)
            return ERR_OK;
        snprintf(facts->state, sizeof facts->state, "taken");
        snprintf(facts->action, sizeof facts->action, "take");
        memcpy(facts->changed_by, record->taken_by, sizeof record->taken_by);
        return ERR_STATE_FORBIDS;
    }
    record->taken_at = command->now;
    memcpy(record->taken_by, command->actor.code, sizeof record->taken_by);
    help_rows_take(tx, record);
    tell(tx, command, "help_taken", record);
    return ERR_OK;
}

static void add_item(const struct help_record *record, void *data)
{
    struct read_help *read = data;

    if (read->count++ == read->limit)
        return;
    help_view(&read->items, NULL, record);
    read->last = record->id;
}

enum err read_help_run(struct store_tx *tx, struct command *command)
{
    struct read_help *read = container_of(command, struct read_help, command);
    const struct help_filter filter = {.date = date_of_instant(command->now),
                                       .before = read->before,
                                       .site = read->site[0] ? read->site : NULL,
                                       .only_open = read->only_open,
                                       .limit = read->limit + 1};

    text_init(&read->items);
    help_rows_list(tx, &filter, add_item, read);
    if (read->count > read->limit)
        opaque_id('h', read->last, read->next);
    return ERR_OK;
}
