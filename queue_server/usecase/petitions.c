#include "usecase/petitions.h"

#include <stdio.h>
#include <string.h>

#include "store/account_rows.h"
#include "store/event_log.h"
#include "store/shared_rows.h"
#include "usecase/dossier_check.h"
#include "usecase/make_reminders.h"

/* ---- as JSON --------------------------------------------------------------------------------- */

static void put_day(struct text *text, const char *key, struct date day)
{
    if (day.day)
        json_put_date(text, key, day);
    else
        json_put_null(text, key);
}

static void put_head(struct text *text, const struct petition_record *record)
{
    char id[TICKET_ID_SIZE];

    opaque_id('k', record->id, id);
    json_put_string(text, "id", id);
    json_put_int(text, "year", record->year);
    json_put_int(text, "number", record->number);
    json_put_string(text, "kind", record->kind);
    json_put_string(text, "channel", record->channel);
    json_put_string(text, "state", petition_state_name(record->petition.state));
}

/* Rule R-555: masked for those who only read. */
static void put_person(struct text *text, const struct petition_record *record,
                       const struct actor *actor)
{
    const bool settles = permission_check(PERMISSION_PETITION_SETTLE, actor->roles) == GRANT_OWN;
    const bool mine = strcmp(record->received_by, actor->code) == 0;
    const bool masked = record->confidential && !settles && !mine;
    char name[FULL_NAME_SIZE] = "", phone[PHONE_SHOWN_SIZE] = "";

    if (masked && record->full_name[0])
        person_name_mask(record->full_name, strlen(record->full_name), name, sizeof name);
    else
        memcpy(name, record->full_name, sizeof name);
    if (record->phone[0])
        (masked ? phone_mask : phone_show)(record->phone, phone);
    json_open_object(text, "person");
    json_put_string_or_null(text, "full_name", name);
    json_put_string_or_null(text, "phone", phone);
    json_put_bool(text, "confidential", record->confidential);
    json_put_bool(text, "masked", masked);
    json_close_object(text);
}

static void view(struct text *text, const struct petition_record *record,
                 const struct command *command)
{
    const struct petition *petition = &record->petition;
    struct date due = {0};

    json_open_object(text, NULL);
    put_head(text, record);
    json_put_string(text, "content", record->content);
    put_person(text, record, &command->actor);
    json_put_instant(text, "received_at", petition->received_at);
    json_put_string(text, "received_by", record->received_by);
    put_day(text, "due_on", petition_due(petition, &due) ? due : (struct date){0});
    json_put_bool(text, "late", petition_is_late(petition, date_of_instant(command->now)));
    json_put_date(text, "ask_by", petition->ask_by);
    json_put_instant_or_null(text, "asked_at", petition->asked_at);
    json_put_string_or_null(text, "asked_for", record->asked_for);
    json_put_instant_or_null(text, "ended_at", petition->ended_at);
    json_put_string_or_null(text, "outcome", record->outcome);
    json_put_instant_or_null(text, "published_at", petition->published_at);
    json_put_int(text, "version", record->version);
    json_close_object(text);
}

/* ---- writing --------------------------------------------------------------------------------- */

static void tell(struct store_tx *tx, struct command *command, const char *kind,
                 const struct petition_record *record)
{
    char subject[TICKET_ID_SIZE];
    struct text data;

    opaque_id('k', record->id, subject);
    text_init(&data);
    json_open_object(&data, NULL);
    json_open_object(&data, "petition");
    put_head(&data, record);
    json_put_instant_or_null(&data, "ended_at", record->petition.ended_at);
    json_put_instant_or_null(&data, "published_at", record->petition.published_at);
    json_close_object(&data);
    json_close_object(&data);
    command_event(tx, command, kind, subject, "", &data);
    text_release(&data);
}

static enum err finish(struct petition_change *change)
{
    view(&change->view, &change->record, &change->command);
    return change->view.failed ? ERR_NO_MEMORY : ERR_OK;
}

static enum err clean(struct petition_change *change)
{
    struct petition_record *record = &change->record;
    struct command *command = &change->command;
    char phone[PHONE_SIZE];

    dossier_check_text(command, "/content", record->content, sizeof record->content);
    if (record->full_name[0])
        dossier_check_text(command, "/full_name", record->full_name, sizeof record->full_name);
    if (record->phone[0]) {
        const enum err err = phone_normalise(record->phone, strlen(record->phone), phone);

        if (err == ERR_OK)
            memcpy(record->phone, phone, sizeof phone);
        else
            command_fault(command, "/phone", err);
    }
    return command->facts.fields.length ? ERR_FIELDS : ERR_OK;
}

enum err petition_enter_run(struct store_tx *tx, struct command *command)
{
    struct petition_change *change = container_of(command, struct petition_change, command);
    struct petition_record *record = &change->record;
    const struct calendar *calendar;
    enum err err = clean(change);

    text_init(&change->view);
    if (err == ERR_OK)
        err = reminder_calendar(tx, command, &calendar);
    if (err == ERR_OK)
        err = petition_begin(calendar, &command->catalogue->petition_policy, command->now,
                             &record->petition);
    if (err != ERR_OK)
        return err;
    record->id = record->version = event_log_next_seq(tx);
    record->year = date_civil(date_of_instant(command->now)).year;
    record->number = series_next(tx, "petition", record->year);
    memcpy(record->received_by, command->actor.code, sizeof record->received_by);
    petition_rows_insert(tx, record);
    tell(tx, command, "petition_received", record);
    return finish(change);
}

static enum err check_version(struct store_tx *tx, struct petition_change *change)
{
    struct refusal_facts *facts = &change->command.facts;
    const struct petition_record *record = &change->record;
    struct directory_account account;

    if (!change->if_match)
        return ERR_VERSION_REQUIRED;
    if (change->if_match == record->version)
        return ERR_OK;
    const bool found = account_rows_get(tx, record->changed_by, &account);
    snprintf(facts->changed_by, sizeof facts->changed_by, "%s",
             found ? account.name : record->changed_by);
    facts->changed_at = record->changed_at;
    view(&facts->current, record, &change->command);
    return ERR_VERSION_CONFLICT;
}

/* The text belongs to what was asked for, or to the end. */
static void keep_text(struct petition_change *change)
{
    struct petition_record *record = &change->record;

    if (change->action == PETITION_REQUEST_SUPPLEMENT)
        memcpy(record->asked_for, change->text, sizeof record->asked_for);
    else if (change->action != PETITION_TAKE && change->action != PETITION_PUBLISH)
        memcpy(record->outcome, change->text, sizeof record->outcome);
}

enum err petition_act_run(struct store_tx *tx, struct command *command)
{
    static const char *const kinds[PETITION_ACTIONS] = {
        [PETITION_TAKE] = "petition_taken",        [PETITION_REQUEST_SUPPLEMENT] = "petition_asked",
        [PETITION_FORWARD] = "petition_forwarded", [PETITION_REFUSE] = "petition_refused",
        [PETITION_ANSWER] = "petition_answered",   [PETITION_PUBLISH] = "petition_published"};
    struct petition_change *change = container_of(command, struct petition_change, command);
    struct petition_record *record = &change->record;
    const struct calendar *calendar;

    text_init(&change->view);
    if (!petition_rows_get(tx, record->id, record))
        return ERR_NOT_FOUND;
    enum err err = check_version(tx, change);
    if (err == ERR_OK && change->text[0])
        dossier_check_text(command, "/text", change->text, sizeof change->text);
    if (err == ERR_OK && command->facts.fields.length)
        err = ERR_FIELDS;
    if (err == ERR_OK)
        err = reminder_calendar(tx, command, &calendar);
    if (err == ERR_OK)
        err = petition_act(calendar, &command->catalogue->petition_policy, change->action,
                           change->text[0] != '\0', command->now, &record->petition);
    if (err == ERR_STATE_FORBIDS) {
        snprintf(command->facts.state, sizeof command->facts.state, "%s",
                 petition_state_name(record->petition.state));
        snprintf(command->facts.action, sizeof command->facts.action, "%s",
                 petition_action_names[change->action]);
    }
    if (err != ERR_OK)
        return err;
    keep_text(change);
    record->version = event_log_next_seq(tx);
    record->changed_at = command->now;
    memcpy(record->changed_by, command->actor.code, sizeof record->changed_by);
    petition_rows_update(tx, record);
    tell(tx, command, kinds[change->action], record);
    return finish(change);
}

/* ---- reading --------------------------------------------------------------------------------- */

static void add_item(const struct petition_record *record, void *data)
{
    struct read_petitions *read = data;

    if (read->count++ == read->limit)
        return;
    view(&read->items, record, &read->command);
    read->last = record->id;
}

enum err read_petitions_run(struct store_tx *tx, struct command *command)
{
    struct read_petitions *read = container_of(command, struct read_petitions, command);
    const struct petition_filter filter = {.state = read->state[0] ? read->state : NULL,
                                           .late_on = read->late ? date_of_instant(command->now)
                                                                 : (struct date){0},
                                           .before = read->before,
                                           .limit = read->limit + 1};
    struct petition_record record;

    text_init(&read->items);
    if (read->id) {
        if (!petition_rows_get(tx, read->id, &record))
            return ERR_NOT_FOUND;
        read->version = record.version;
        view(&read->items, &record, command);
    } else {
        petition_rows_list(tx, &filter, add_item, read);
    }
    if (read->count > read->limit)
        opaque_id('k', read->last, read->next);
    return read->items.failed ? ERR_NO_MEMORY : sql_outcome(tx);
}

/* Rule R-556. */
static void count(const struct petition_record *record, void *data)
{
    struct report_petitions *report = data;
    const bool late = petition_is_late(&record->petition, date_of_instant(report->command.now));
    const bool open = instant_is_none(record->petition.ended_at);

    report->received++;
    report->feedback += strcmp(record->kind, "feedback") == 0;
    report->proposals += strcmp(record->kind, "proposal") == 0;
    report->states[record->petition.state]++;
    report->open_late += open && late;
    report->in_time += !late;
}

enum err report_petitions_run(struct store_tx *tx, struct command *command)
{
    struct report_petitions *report = container_of(command, struct report_petitions, command);

    petition_rows_period(tx, instant_on_date(report->period.from, 0),
                         instant_on_date(date_plus(report->period.to, 1), 0), count, report);
    return sql_outcome(tx);
}
