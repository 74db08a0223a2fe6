#include "domain/reminder.h"

#include <string.h>

#include "domain/opening.h"
#include "domain/working_time.h"

enum { HOUR_S = 3600 };

static const char *const kind_names[REMINDER_KINDS] = {
#define X(upper, lower) [REMINDER_##upper] = #lower,
    REMINDER_KIND_MAP(X)
#undef X
};

static const char *const level_names[REMINDER_LEVELS] = {
#define X(upper, lower) [REMINDER_##upper] = #lower,
    REMINDER_LEVEL_MAP(X)
#undef X
};

static int index_of(const char *const *names, int count, const char *name)
{
    for (int i = 0; name && i < count; i++)
        if (strcmp(names[i], name) == 0)
            return i;
    return -1;
}

const char *reminder_kind_name(enum reminder_kind kind)
{
    return kind_names[kind];
}

const char *reminder_level_name(enum reminder_level level)
{
    return level_names[level];
}

bool reminder_kind_from_name(const char *name, enum reminder_kind *out_kind)
{
    const int kind = index_of(kind_names, REMINDER_KINDS, name);

    if (kind >= 0)
        *out_kind = (enum reminder_kind)kind;
    return kind >= 0;
}

bool reminder_level_from_name(const char *name, enum reminder_level *out_level)
{
    const int level = index_of(level_names, REMINDER_LEVELS, name);

    if (level >= 0)
        *out_level = (enum reminder_level)level;
    return level >= 0;
}

struct reminder_policy reminder_policy_default(void)
{
    return (struct reminder_policy){
        .near_days = 1,
        .scan_hours = 4,
        .collect_days = 5,
        .confirm_until_s = 15 * HOUR_S,
        .after_hours = {[REMINDER_NEAR_DUE] = {0, REMINDER_NEVER, REMINDER_NEVER},
                        [REMINDER_DUE_TODAY] = {0, REMINDER_NEVER, REMINDER_NEVER},
                        [REMINDER_OVERDUE] = {0, 8, 24},
                        [REMINDER_UNSCANNED] = {0, 8, REMINDER_NEVER},
                        [REMINDER_UNCONFIRMED] = {0, 4, 16},
                        [REMINDER_ANSWER] = {0, 2, 10},
                        [REMINDER_UNCOLLECTED] = {0, REMINDER_NEVER, REMINDER_NEVER}}};
}

/* ---- what stands ----------------------------------------------------------------------------- */

/* The day on which `n` working days are left before `day`; false when the calendar begins later. */
static bool working_days_before(const struct calendar *calendar, struct date day, int n,
                                struct date *out_date)
{
    while (n > 0) {
        day = date_plus(day, -1);
        if (!calendar_covers(calendar, day))
            return false;
        n -= calendar_is_working_day(calendar, day);
    }
    *out_date = day;
    return true;
}

static struct instant start_of(const struct calendar *calendar, struct date day)
{
    return calendar_is_working_day(calendar, day) ? calendar_day_start(calendar, day)
                                                  : instant_on_date(day, 0);
}

/* Rule R-545: who accepted it on the day itself knows; he is told when it turns yellow. */
static struct instant due_base(const struct calendar *calendar, const struct reminder_facts *facts)
{
    const struct instant start = start_of(calendar, facts->due.day);

    return instant_before(facts->accepted_at, start) ? start : facts->near_at;
}

static struct instant near_base(const struct calendar *calendar,
                                const struct reminder_policy *policy,
                                const struct reminder_facts *facts)
{
    struct date day;

    if (policy->near_days == 0 ||
        !working_days_before(calendar, facts->due.day, policy->near_days, &day))
        return instant_none();
    const struct instant start = start_of(calendar, day);
    return instant_before(facts->accepted_at, start) ? start : instant_none();
}

/* The first instant that is late: the day after a day limit, the second after a time limit. */
static struct instant overdue_base(struct due due)
{
    return due.kind == DUE_DAY ? instant_on_date(date_plus(due.day, 1), 0)
                               : instant_plus_seconds(due.at, 1);
}

/* Rule R-546: by the hour of the day it was given, or of the next working day. */
static struct instant confirm_base(const struct calendar *calendar,
                                   const struct reminder_policy *policy,
                                   const struct reminder_facts *facts)
{
    struct date day = date_of_instant(facts->given_at);
    struct instant until = instant_on_date(day, policy->confirm_until_s);

    if (calendar_is_working_day(calendar, day) && !instant_before(until, facts->given_at))
        return until;
    if (!calendar_covers(calendar, day) ||
        calendar_working_day_after(calendar, day, 1, &day) != ERR_OK)
        return instant_none();
    return instant_on_date(day, policy->confirm_until_s);
}

/* Rule R-559: when so many working days have passed since the day on which the result was ready. */
static struct instant collect_base(const struct calendar *calendar,
                                   const struct reminder_policy *policy, struct instant ready_at)
{
    struct date day = date_of_instant(ready_at);

    if (!calendar_covers(calendar, day) ||
        calendar_working_day_after(calendar, day, policy->collect_days + 1, &day) != ERR_OK)
        return instant_none();
    return calendar_day_start(calendar, day);
}

static struct instant after_hours(const struct calendar *calendar, struct instant from, int hours)
{
    struct instant end;

    if (hours == 0)
        return from;
    if (hours < 0 || !calendar_covers(calendar, date_of_instant(from)) ||
        working_time_add(calendar, from, (int64_t)hours * HOUR_S, &end) != ERR_OK)
        return instant_none();
    return end;
}

/* Of the three kinds about the due date: which one is it now? */
static enum reminder_kind due_kind_now(const struct reminder_facts *facts, struct instant now)
{
    if (due_has_passed(facts->due, now))
        return REMINDER_OVERDUE;
    return date_before(date_of_instant(now), facts->due.day) ? REMINDER_NEAR_DUE
                                                             : REMINDER_DUE_TODAY;
}

static bool due_stands(const struct calendar *calendar, const struct reminder_policy *policy,
                       const struct reminder_facts *facts, enum reminder_kind kind,
                       struct instant now, struct instant *out_about, struct instant *out_base)
{
    if (instant_is_none(facts->accepted_at) || facts->paused || facts->due.kind == DUE_NONE ||
        !calendar_covers(calendar, facts->due.day) || due_kind_now(facts, now) != kind)
        return false;
    *out_about = facts->due.at;
    *out_base = kind == REMINDER_OVERDUE     ? overdue_base(facts->due)
                : kind == REMINDER_DUE_TODAY ? due_base(calendar, facts)
                                             : near_base(calendar, policy, facts);
    return true;
}

bool reminder_stands(const struct calendar *calendar, const struct reminder_policy *policy,
                     const struct reminder_facts *facts, enum reminder_kind kind,
                     struct instant now, struct instant *out_about, struct instant *out_base)
{
    struct instant about = instant_none(), base = instant_none();

    switch (kind) {
    case REMINDER_NEAR_DUE:
    case REMINDER_DUE_TODAY:
    case REMINDER_OVERDUE:
        if (!due_stands(calendar, policy, facts, kind, now, &about, &base))
            return false;
        break;
    case REMINDER_UNSCANNED:
        about = facts->unscanned ? facts->accepted_at : about;
        if (!instant_is_none(about))
            base = after_hours(calendar, about, policy->scan_hours);
        break;
    case REMINDER_UNCONFIRMED:
        about = facts->given_at;
        if (!instant_is_none(about))
            base = confirm_base(calendar, policy, facts);
        break;
    case REMINDER_ANSWER:
        about = facts->arrived_at;
        base = facts->remind_at;
        break;
    case REMINDER_UNCOLLECTED:
        about = facts->ready_at;
        if (!instant_is_none(about))
            base = collect_base(calendar, policy, about);
        break;
    case REMINDER_KINDS:
        return false;
    }
    if (instant_is_none(about) || instant_is_none(base) || instant_before(now, base))
        return false;
    *out_about = about;
    *out_base = base;
    return true;
}

/* ---- what is due ----------------------------------------------------------------------------- */

int reminders_due(const struct calendar *calendar, const struct reminder_policy *policy,
                  const struct reminder_facts *facts, struct instant now,
                  struct reminder out_reminders[REMINDERS_MAX])
{
    struct opening opening;
    struct instant about, base;
    int count = 0;

    if (opening_at(calendar, now, &opening) != ERR_OK || !opening.open) /* */
        return 0;
    for (int kind = 0; kind < REMINDER_KINDS; kind++) {
        if (!reminder_stands(calendar, policy, facts, (enum reminder_kind)kind, now, &about, &base))
            continue;
        for (int level = 0; level < REMINDER_LEVELS; level++) { /* */
            const struct instant at = after_hours(calendar, base, policy->after_hours[kind][level]);

            if (!instant_is_none(at) && !instant_before(now, at))
                out_reminders[count++] =
                    (struct reminder){(enum reminder_kind)kind, (enum reminder_level)level, about};
        }
    }
    return count;
}

/* ---- to whom --------------------------------------------------------------------------------- */

const struct officer *reminder_officer(const struct reminder_facts *facts, enum reminder_kind kind)
{
    static const struct officer nobody = {"", ""};

    if (kind == REMINDER_UNCOLLECTED)
        return &nobody;
    return kind == REMINDER_UNCONFIRMED ? &facts->receiver : &facts->responsible;
}

bool reminder_is_for(const struct reminder_facts *facts, enum reminder_kind kind,
                     enum reminder_level level, const struct dossier_actor *actor)
{
    const struct officer *officer = reminder_officer(facts, kind);
    const bool same_unit = officer->unit[0] && strcmp(officer->unit, actor->officer.unit) == 0;

    switch (level) {
    case REMINDER_OFFICER:
        if (officer->account[0])
            return strcmp(officer->account, actor->officer.account) == 0;
        return officer->unit[0] ? same_unit : role_set_has(actor->roles, ROLE_TIEP_NHAN);
    case REMINDER_UNIT:
        return (same_unit && role_set_has(actor->roles, ROLE_LD_PHONG)) ||
               ((same_unit || !officer->unit[0]) && role_set_has(actor->roles, ROLE_GD_TT));
    case REMINDER_LEADER:
        return role_set_has(actor->roles, ROLE_LANH_DAO) || role_set_has(actor->roles, ROLE_GD_TT);
    case REMINDER_LEVELS:
        break;
    }
    return false;
}
