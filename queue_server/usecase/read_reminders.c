#include "usecase/read_reminders.h"

#include <stdio.h>
#include <string.h>

#include "usecase/dossier_view.h"
#include "usecase/make_reminders.h"

static void view(struct text *text, struct store_tx *tx, const struct reminder_record *record,
                 const struct dossier_record *dossier, struct instant now)
{
    struct text summary;
    char id[TICKET_ID_SIZE];

    opaque_id('n', record->id, id);
    text_init(&summary);
    dossier_view_summary(tx, &summary, NULL, dossier, now);
    json_open_object(text, NULL);
    json_put_string(text, "id", id);
    json_put_string(text, "kind", reminder_kind_name(record->reminder.kind));
    json_put_string(text, "level", reminder_level_name(record->reminder.level));
    json_put_instant(text, "about", record->reminder.about);
    json_put_instant(text, "made_at", record->made_at);
    json_put_instant_or_null(text, "acknowledged_at", record->acknowledged_at);
    json_put_string_or_null(text, "acknowledged_by", record->acknowledged_by);
    json_put_raw(text, "dossier", summary.data ? summary.data : "null");
    json_close_object(text);
    text->failed = text->failed || summary.failed;
    text_release(&summary);
}

static struct dossier_actor actor_of(const struct actor *actor)
{
    struct dossier_actor who = {.roles = actor->roles};

    snprintf(who.officer.account, sizeof who.officer.account, "%s", actor->code);
    snprintf(who.officer.unit, sizeof who.officer.unit, "%s", actor->unit);
    return who;
}

/* ---- the list -------------------------------------------------------------------------------- */

/* Rules. */
static bool concerns(const struct read_reminders *read, const struct reminder_record *record,
                     const struct reminder_facts *facts)
{
    const char *unit = reminder_officer(facts, record->reminder.kind)->unit;

    if (!read->all_of_scope)
        return reminder_is_for(facts, record->reminder.kind, record->reminder.level, &read->who);
    return permission_dossier_scope(read->who.roles) >= SCOPE_CENTRE ||
           (unit[0] && strcmp(unit, read->who.officer.unit) == 0);
}

static bool stands(const struct read_reminders *read, const struct reminder_record *record,
                   const struct reminder_facts *facts)
{
    struct instant about, base;

    return reminder_stands(read->calendar, &read->policy, facts, record->reminder.kind,
                           instant_floor(read->command.now), &about, &base) &&
           about.ms == record->reminder.about.ms;
}

static bool add_item(const struct reminder_record *record, void *data)
{
    struct read_reminders *read = data;
    struct reminder_facts facts;
    struct dossier_record dossier;

    if (!reminder_rows_facts(read->tx, record->dossier, &facts) ||
        !concerns(read, record, &facts) || !stands(read, record, &facts))
        return true;
    if (read->count++ == read->limit)
        return false;
    if (dossier_rows_get(read->tx, record->dossier, &dossier))
        view(&read->items, read->tx, record, &dossier, read->command.now);
    read->last = record->id;
    return true;
}

enum err read_reminders_run(struct store_tx *tx, struct command *command)
{
    struct read_reminders *read = container_of(command, struct read_reminders, command);
    const enum err err = reminder_calendar(tx, command, &read->calendar);

    text_init(&read->items);
    if (err != ERR_OK)
        return err == ERR_CALENDAR_RANGE ? ERR_OK : err;
    read->tx = tx;
    read->policy = reminder_policy_of(command);
    read->who = actor_of(&command->actor);
    reminder_rows_list(tx, read->before, add_item, read);
    if (read->count > read->limit)
        opaque_id('n', read->last, read->next);
    return read->items.failed ? ERR_NO_MEMORY : sql_outcome(tx);
}

/* ---- taking note ----------------------------------------------------------------------------- */

static enum err refuse(struct command *command, const struct reminder_record *record)
{
    struct refusal_facts *facts = &command->facts;
    const bool ended = !instant_is_none(record->ended_at);

    snprintf(facts->state, sizeof facts->state, "%s", ended ? "ended" : "acknowledged");
    snprintf(facts->action, sizeof facts->action, "acknowledge");
    snprintf(facts->changed_by, sizeof facts->changed_by, "%s", record->acknowledged_by);
    return ERR_STATE_FORBIDS;
}

enum err acknowledge_reminder_run(struct store_tx *tx, struct command *command)
{
    struct acknowledge_reminder *act = container_of(command, struct acknowledge_reminder, command);
    struct reminder_record *record = &act->record;
    const struct dossier_actor who = actor_of(&command->actor);
    struct reminder_facts facts;
    struct dossier_record dossier;

    text_init(&act->view);
    if (!reminder_rows_get(tx, act->id, record) ||
        !reminder_rows_facts(tx, record->dossier, &facts) ||
        !dossier_rows_get(tx, record->dossier, &dossier))
        return ERR_NOT_FOUND;
    const bool mine = strcmp(record->acknowledged_by, who.officer.account) == 0;
    if (!mine && !reminder_is_for(&facts, record->reminder.kind, record->reminder.level, &who))
        return ERR_FORBIDDEN;
    if (!mine && !reminder_is_open(record))
        return refuse(command, record);
    if (!mine) {
        record->acknowledged_at = command->now;
        memcpy(record->acknowledged_by, who.officer.account, sizeof record->acknowledged_by);
        reminder_rows_acknowledge(tx, record);
        reminder_tell(tx, command, "reminder_acknowledged", record, &dossier);
    }
    view(&act->view, tx, record, &dossier, command->now);
    return act->view.failed ? ERR_NO_MEMORY : ERR_OK;
}
