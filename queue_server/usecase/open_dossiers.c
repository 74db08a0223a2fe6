#include "usecase/open_dossiers.h"

#include <string.h>

#include "domain/days_left.h"
#include "usecase/calendar_store.h"
#include "usecase/dossier_due.h"

/* What is at hand while the dossiers go by. */
struct walking {
    struct open_walk *walk;
    const struct calendar *calendar; /* NULL: none was entered yet */
    const char *only_unit;           /* NULL: all */
    struct dossier_record record;    /* only what tells the class */
    enum err err;
};

static bool may_see(const struct walking *walking, const struct report_open_dossier *row)
{
    const char *unit = walking->only_unit;

    return !unit || (unit[0] && strcmp(row->dossier.officer.unit, unit) == 0);
}

static enum pending pending_of(struct walking *walking, const struct report_open_dossier *row)
{
    struct dossier_record *record = &walking->record;

    record->due = row->due;
    record->paused = row->paused;
    record->near_at = row->near_at;
    record->late_at = row->late_at;
    return dossier_due_pending(record, walking->walk->day.now);
}

static bool take(const struct report_open_dossier *row, void *data)
{
    struct walking *walking = data;
    const struct open_today *day = &walking->walk->day;
    struct open_dossier open = {.row = row};

    if (!may_see(walking, row))
        return true;
    open.pending = pending_of(walking, row);
    open.dated =
        walking->calendar && days_left(walking->calendar, row->due,
                                       due_has_passed(row->due, day->now), day->today, &open.days);
    /* Rule R-941: not paused, not late, and no working day is left after this one. */
    open.due_today = open.dated && open.days == 0 && open.pending != PENDING_PAUSED;
    walking->err = walking->walk->each(&open, walking->walk->data);
    return walking->err == ERR_OK;
}

static void find_day(const struct calendar *calendar, struct instant now, struct open_today *day)
{
    *day =
        (struct open_today){.now = now, .today = date_of_instant(now), .closes_at = instant_none()};
    if (!calendar)
        return;
    if (calendar_is_working_day(calendar, day->today))
        day->closes_at = calendar_day_end(calendar, day->today);
    day->has_next_day =
        calendar_covers(calendar, day->today) &&
        calendar_working_day_after(calendar, day->today, 1, &day->next_day) == ERR_OK;
}

enum err open_dossiers_walk(struct store_tx *tx, struct command *command, struct open_walk *walk)
{
    const bool one_unit = permission_dossier_scope(command->actor.roles) < SCOPE_CENTRE;
    struct walking walking = {.walk = walk, .only_unit = one_unit ? command->actor.unit : NULL};
    const struct calendar_version *version;
    const enum err err = calendar_store_current(command->office->calendars, tx, &version);

    if (err != ERR_OK && err != ERR_CALENDAR_RANGE)
        return err;
    if (err == ERR_OK)
        walking.calendar = calendar_document_calendar(version->document);
    find_day(walking.calendar, instant_floor(command->now), &walk->day);
    report_rows_each_open(tx, take, &walking);
    return walking.err == ERR_OK ? sql_outcome(tx) : walking.err;
}
