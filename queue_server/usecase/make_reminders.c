#include "usecase/make_reminders.h"

#include "domain/opening.h"
#include "store/event_log.h"
#include "usecase/dossier_journal.h"
#include "usecase/ticket_view.h"

enum { KEPT_MAX = 64 }; /* open reminders of one dossier; the occasions before are ended */

struct judge {
    const struct calendar *calendar;
    struct reminder_policy policy;
    struct instant now;
};

/* One dossier, what is due of it, and what was made before. */
struct judged {
    const struct judge *judge;
    struct reminder_facts facts;
    struct reminder due[REMINDERS_MAX]; /* and not made yet */
    int due_count;
    struct reminder_record over[KEPT_MAX]; /* open, and their reason is gone */
    int over_count;
};

enum err reminder_calendar(struct store_tx *tx, struct command *command,
                           const struct calendar **out_calendar)
{
    const struct calendar_version *version;
    const enum err err = calendar_store_current(command->office->calendars, tx, &version);

    if (err == ERR_OK)
        *out_calendar = calendar_document_calendar(version->document);
    return err;
}

struct reminder_policy reminder_policy_of(const struct command *command)
{
    struct reminder_policy policy = command->catalogue->reminder_policy;

    policy.confirm_until_s = command->catalogue->dossier_policy.confirm_until_s;
    return policy;
}

/* ---- one dossier ----------------------------------------------------------------------------- */

static void drop_due(struct judged *judged, const struct reminder *made)
{
    for (int i = 0; i < judged->due_count; i++)
        if (judged->due[i].kind == made->kind && judged->due[i].level == made->level &&
            judged->due[i].about.ms == made->about.ms) {
            judged->due[i] = judged->due[--judged->due_count];
            return;
        }
}

static void compare(const struct reminder_record *record, void *data)
{
    struct judged *judged = data;
    const struct judge *judge = judged->judge;
    struct instant about, base;

    drop_due(judged, &record->reminder);
    if (!reminder_is_open(record) || judged->over_count == KEPT_MAX)
        return;
    if (!reminder_stands(judge->calendar, &judge->policy, &judged->facts, record->reminder.kind,
                         judge->now, &about, &base) ||
        about.ms != record->reminder.about.ms)
        judged->over[judged->over_count++] = *record;
}

/* False when there is nothing to do about it. */
static bool judge_dossier(struct store_tx *tx, const struct judge *judge, int64_t id,
                          struct judged *judged)
{
    judged->judge = judge;
    judged->over_count = 0;
    if (!reminder_rows_facts(tx, id, &judged->facts))
        return false;
    judged->due_count =
        reminders_due(judge->calendar, &judge->policy, &judged->facts, judge->now, judged->due);
    reminder_rows_of_dossier(tx, id, compare, judged);
    return judged->due_count > 0 || judged->over_count > 0;
}

/* ERR_CALENDAR_RANGE: nobody is told now. */
static enum err make_judge(struct store_tx *tx, struct command *command, struct judge *out)
{
    struct opening opening;

    out->policy = reminder_policy_of(command);
    out->now = instant_floor(command->now);
    enum err err = reminder_calendar(tx, command, &out->calendar);
    if (err == ERR_OK)
        err = opening_at(out->calendar, out->now, &opening);
    return err == ERR_OK && !opening.open ? ERR_CALENDAR_RANGE : err;
}

/* ---- finding --------------------------------------------------------------------------------- */

enum err find_reminders_run(struct store_tx *tx, struct command *command)
{
    struct find_reminders *find = container_of(command, struct find_reminders, command);
    struct reminder_place *place = &find->place;
    struct judge judge;
    struct judged judged;
    const enum err err = make_judge(tx, command, &judge);

    find->count = 0;
    find->more = err == ERR_OK;
    for (int seen = 0; find->more && seen < REMINDERS_LOOKED_AT &&
                       find->count < REMINDERS_FOUND_MAX && sql_outcome(tx) == ERR_OK;
         seen++) {
        const int64_t id = reminder_rows_next(tx, place->source, &place->at);

        if (id && judge_dossier(tx, &judge, id, &judged))
            find->found[find->count++] = id;
        else if (!id && place->source == REMINDER_TOLD_DOSSIERS)
            find->more = false;
        else if (!id)
            place->source++;
    }
    return err == ERR_OK || err == ERR_CALENDAR_RANGE ? sql_outcome(tx) : err;
}

/* ---- making ---------------------------------------------------------------------------------- */

int64_t reminder_tell(struct store_tx *tx, struct command *command, const char *kind,
                      const struct reminder_record *record, const struct dossier_record *dossier)
{
    char subject[TICKET_ID_SIZE];
    struct text data;

    opaque_id('n', record->id, subject);
    text_init(&data);
    json_open_object(&data, NULL);
    json_put_string(&data, "reminder", reminder_kind_name(record->reminder.kind));
    json_put_string(&data, "level", reminder_level_name(record->reminder.level));
    json_put_instant(&data, "about", record->reminder.about);
    dossier_journal_view(&data, dossier);
    json_close_object(&data);
    const int64_t seq = command_event(tx, command, kind, subject, "", &data);
    text_release(&data);
    return seq;
}

static enum err make(struct store_tx *tx, struct command *command, int64_t id,
                     const struct judged *judged)
{
    struct reminder_record record = {.dossier = id,
                                     .made_at = command->now,
                                     .ended_at = instant_none(),
                                     .acknowledged_at = instant_none()};
    struct dossier_record dossier;

    if (!dossier_rows_get(tx, id, &dossier))
        return ERR_STORE;
    for (int i = 0; i < judged->over_count; i++) {
        reminder_rows_end(tx, judged->over[i].id, command->now);
        reminder_tell(tx, command, "reminder_ended", &judged->over[i], &dossier);
    }
    for (int i = 0; i < judged->due_count; i++) {
        record.id = event_log_next_seq(tx);
        record.reminder = judged->due[i];
        reminder_rows_insert(tx, &record);
        reminder_tell(tx, command, "reminder_made", &record, &dossier);
    }
    return ERR_OK;
}

enum err make_reminders_run(struct store_tx *tx, struct command *command)
{
    struct make_reminders *make_them = container_of(command, struct make_reminders, command);
    struct judge judge;
    struct judged judged;
    enum err err = make_judge(tx, command, &judge);

    for (int i = 0; err == ERR_OK && i < make_them->count; i++)
        if (judge_dossier(tx, &judge, make_them->dossiers[i], &judged))
            err = make(tx, command, make_them->dossiers[i], &judged);
    return err == ERR_OK || err == ERR_CALENDAR_RANGE ? sql_outcome(tx) : err;
}
