#include "domain/deadline.h"

#include <stdlib.h>

#include "domain/working_time.h"

/* The walk from receipt to due: the answer so far, and what only the walk needs. */
struct walk {
    const struct calendar *calendar;
    const struct deadline_request *request;
    struct deadline deadline;
    struct date received; /* date of receipt, D */
    struct date unpaused; /* day limits: the due day without pauses; CALENDAR: before it rolls */
    int32_t paused_days;  /* day limits: days of the pauses taken that count, |P| */
    int64_t seconds;      /* time limits: working seconds with the pauses taken, s */
};

static bool is_calendar_unit(const struct walk *walk)
{
    return walk->request->limit.unit == LIMIT_CALENDAR_DAYS ||
           walk->request->limit.unit == LIMIT_CALENDAR_MONTHS;
}

/* Rule R-050. */
static enum err check_pauses(const struct deadline_request *request)
{
    for (size_t i = 0; i < request->pause_count; i++) {
        const struct pause *pause = &request->pauses[i];

        if (!pause->open && instant_before(pause->to, pause->from))
            return ERR_PAUSE_ORDER;
        if (instant_before(pause->from, request->received))
            return ERR_PAUSE_BEFORE_RECEIPT;
    }
    return ERR_OK;
}

static int pause_order(const void *a, const void *b)
{
    const struct pause *left = a, *right = b;

    return instant_before(left->from, right->from) ? -1 : instant_before(right->from, left->from);
}

static void sort_pauses(const struct deadline_request *request)
{
    for (size_t i = 1; i < request->pause_count; i++)
        if (instant_before(request->pauses[i].from, request->pauses[i - 1].from)) {
            qsort(request->pauses, request->pause_count, sizeof *request->pauses, pause_order);
            return;
        }
}

size_t pause_merge(const struct pause *pauses, size_t count, size_t first, struct pause *out_merged)
{
    struct pause merged = pauses[first];
    size_t next = first + 1;

    for (; next < count; next++) {
        if (!merged.open && instant_before(merged.to, pauses[next].from))
            break;
        if (pauses[next].open)
            merged.open = true;
        else if (!merged.open)
            merged.to = instant_later(merged.to, pauses[next].to);
        if (!merged.reason)
            merged.reason = pauses[next].reason;
    }
    *out_merged = merged;
    return next;
}

/* The effective receipt R'. Rules. */
static enum err find_effective_receipt(struct walk *walk)
{
    const struct deadline_request *request = walk->request;
    struct deadline *deadline = &walk->deadline;
    int32_t cutoff = 0;
    const bool has_cutoff = deadline_policy_cutoff(&request->policy, &request->limit, &cutoff);
    struct date next;
    enum err err;

    deadline->effective_receipt = request->received;
    deadline->moved = RECEIPT_NOT_MOVED;
    if (calendar_is_working_day(walk->calendar, walk->received)) {
        if (has_cutoff && second_of_day(request->received) > cutoff)
            deadline->moved = RECEIPT_MOVED_BY_CUTOFF;
    } else if (request->policy.rest_day == REST_DAY_RECEIVE_NEXT ||
               (request->policy.rest_day == REST_DAY_DEFAULT && has_cutoff)) {
        deadline->moved = RECEIPT_MOVED_BY_REST_DAY;
    }
    if (deadline->moved == RECEIPT_NOT_MOVED)
        return ERR_OK;
    err = calendar_working_day_after(walk->calendar, walk->received, 1, &next);
    if (err == ERR_OK)
        deadline->effective_receipt = calendar_day_start(walk->calendar, next);
    return err;
}

/* Rule R-044. Which policy sent the dossier to a later day is told for the ledger's sake. */
static enum err find_same_day(struct walk *walk)
{
    struct deadline *deadline = &walk->deadline;
    const struct instant received = walk->request->received;
    int32_t cutoff = 0;
    const bool has_cutoff =
        deadline_policy_cutoff(&walk->request->policy, &walk->request->limit, &cutoff);

    deadline->effective_receipt = received;
    deadline->moved = RECEIPT_NOT_MOVED;
    deadline->base = walk->received;
    deadline->limit_amount = 1;
    if (calendar_is_working_day(walk->calendar, walk->received)) {
        const bool in_time = !has_cutoff || second_of_day(received) <= cutoff;

        if (in_time && instant_before(received, calendar_day_end(walk->calendar, walk->received))) {
            walk->unpaused = walk->received;
            return ERR_OK;
        }
        if (!in_time)
            deadline->moved = RECEIPT_MOVED_BY_CUTOFF;
    }
    return calendar_working_day_after(walk->calendar, walk->received, 1, &walk->unpaused);
}

/* The same day of the month `months` later, or that month's last day. Rule R-047. */
static struct date plus_months(struct date date, int64_t months)
{
    struct civil civil = date_civil(date);
    const int64_t month = (int64_t)civil.year * 12 + civil.month - 1 + months;
    int last;

    civil.year = (int)(month / 12);
    civil.month = (int)(month % 12) + 1;
    last = civil_days_in_month(civil.year, civil.month);
    if (civil.day > last)
        civil.day = last;
    return date_from_civil(civil);
}

/* Working seconds of a time limit whose standard day is that of the base date. Rule R-046. */
static int64_t seconds_of_limit(const struct walk *walk)
{
    const struct time_limit *limit = &walk->request->limit;

    if (limit->unit == LIMIT_WORKING_SECONDS)
        return limit->hundredths / 100;
    if (limit->unit == LIMIT_WORKING_HOURS)
        return limit->hundredths * 36;
    return (limit->hundredths * calendar_standard_day_seconds(walk->calendar, walk->deadline.base) +
            50) /
           100;
}

/* Find the due day of a day limit from its unpaused day and the days paused, not before `earliest`;
 * due at its end. Rules. */
static enum err end_of_due_day(struct walk *walk, struct date earliest)
{
    const struct calendar *calendar = walk->calendar;
    struct date day = walk->unpaused;
    enum err err = ERR_OK;

    if (is_calendar_unit(walk))
        err = calendar_working_day_from(calendar, date_plus(day, walk->paused_days), &day);
    else if (walk->paused_days > 0)
        err = calendar_working_day_after(calendar, day, walk->paused_days, &day);
    if (err == ERR_OK && date_before(day, earliest))
        err = calendar_working_day_from(calendar, earliest, &day);
    if (err != ERR_OK)
        return err;
    walk->deadline.due_day = day;
    walk->deadline.due = calendar_day_end(calendar, day);
    return ERR_OK;
}

/* Rule R-046: time used up at the end of a session is due at that end, so the due day is the date
 * of the last second counted. */
static enum err end_of_working_time(struct walk *walk)
{
    struct deadline *deadline = &walk->deadline;
    const enum err err = working_time_add(walk->calendar, deadline->effective_receipt,
                                          walk->seconds, &deadline->due);

    if (err == ERR_OK)
        deadline->due_day = date_of_instant(instant_plus_seconds(deadline->due, -1));
    return err;
}

/* The day that a day limit reaches without pauses. Rules. */
static enum err find_unpaused_day(struct walk *walk)
{
    const int64_t n = walk->request->limit.hundredths / 100;
    const struct date base = walk->deadline.base;

    switch (walk->request->limit.unit) {
    case LIMIT_WORKING_DAYS:
        walk->deadline.limit_amount = n;
        return calendar_working_day_after(walk->calendar, base, n, &walk->unpaused);
    case LIMIT_CALENDAR_DAYS:
        walk->unpaused = date_plus(base, (int32_t)n);
        break;
    case LIMIT_CALENDAR_MONTHS:
        walk->unpaused = plus_months(base, n);
        break;
    case LIMIT_SAME_DAY:
    case LIMIT_WORKING_HOURS:
    case LIMIT_WORKING_SECONDS:
    case LIMIT_NONE:
        break;
    }
    walk->deadline.limit_amount = walk->unpaused.day - base.day;
    return ERR_OK;
}

/* The due instant without pauses. Rules R-042..R-047. */
static enum err find_first_due(struct walk *walk)
{
    struct deadline *deadline = &walk->deadline;
    enum err err;

    if (!calendar_covers(walk->calendar, walk->received))
        return ERR_CALENDAR_RANGE;
    if (walk->request->limit.unit == LIMIT_SAME_DAY) {
        err = find_same_day(walk);
    } else {
        err = find_effective_receipt(walk);
        if (err != ERR_OK)
            return err;
        deadline->base = date_of_instant(deadline->effective_receipt);
        if (!deadline->day_limit) {
            deadline->limit_amount = walk->seconds = seconds_of_limit(walk);
            return end_of_working_time(walk);
        }
        err = find_unpaused_day(walk);
    }
    return err == ERR_OK ? end_of_due_day(walk, deadline->base) : err;
}

/* Count the dates of a pause that add a day: after its first date and after the base. Merged pauses
 * share at most an edge date, so none is counted twice. A due date never lies inside a pause.
 * Rules. */
static enum err take_in_day_limit(struct walk *walk, const struct pause *pause)
{
    const struct date base = walk->deadline.base;
    const struct date from = date_of_instant(pause->from), to = date_of_instant(pause->to);
    const struct date after = date_before(from, base) ? base : from;

    if (!calendar_covers(walk->calendar, to))
        return ERR_CALENDAR_RANGE;
    if (!is_calendar_unit(walk))
        walk->paused_days += calendar_count_working_days(walk->calendar, after, to);
    else if (date_before(after, to))
        walk->paused_days += to.day - after.day;
    return end_of_due_day(walk, to);
}

/* Rule R-055. */
static enum err take_in_time_limit(struct walk *walk, const struct pause *pause)
{
    const struct instant from = instant_later(pause->from, walk->deadline.effective_receipt);
    int64_t paused;
    enum err err;

    if (!instant_before(from, pause->to))
        return ERR_OK;
    err = working_time_between(walk->calendar, from, pause->to, &paused);
    if (err != ERR_OK)
        return err;
    walk->seconds += paused;
    return end_of_working_time(walk);
}

/* Rule R-052: nothing is left to pause. */
static bool is_over_before(const struct deadline *deadline, const struct pause *pause)
{
    return deadline->day_limit ? date_before(deadline->due_day, date_of_instant(pause->from))
                               : !instant_before(pause->from, deadline->due);
}

/* Take the merged pauses in order, each against the due instant reached so far. Rule R-051. */
static enum err walk_pauses(struct walk *walk)
{
    const struct deadline_request *request = walk->request;
    struct deadline *deadline = &walk->deadline;

    for (size_t i = 0; i < request->pause_count;) {
        struct pause merged;
        const size_t next = pause_merge(request->pauses, request->pause_count, i, &merged);
        enum err err;

        if (is_over_before(deadline, &merged))
            break;
        if (merged.open) {
            deadline->outcome = DEADLINE_PAUSED;
            deadline->paused_since = merged.from;
            return ERR_OK;
        }
        err = deadline->day_limit ? take_in_day_limit(walk, &merged)
                                  : take_in_time_limit(walk, &merged);
        if (err != ERR_OK)
            return err;
        deadline->pauses_taken = i = next;
    }
    return ERR_OK;
}

enum err deadline_compute(const struct calendar *calendar, const struct deadline_request *request,
                          struct deadline *out_deadline)
{
    struct walk walk = {.calendar = calendar,
                        .request = request,
                        .deadline = {.outcome = DEADLINE_DUE,
                                     .day_limit = time_limit_is_day_limit(&request->limit)},
                        .received = date_of_instant(request->received)};
    enum err err = check_pauses(request);

    if (err != ERR_OK)
        return err;
    if (request->limit.unit == LIMIT_NONE) { /* Rule R-048 */
        walk.deadline.outcome = DEADLINE_NONE;
        *out_deadline = walk.deadline;
        return ERR_OK;
    }
    err = find_first_due(&walk);
    if (err != ERR_OK)
        return err;
    sort_pauses(request);
    err = walk_pauses(&walk);
    if (err != ERR_OK)
        return err;
    if (walk.deadline.outcome == DEADLINE_DUE) /* Rule R-056 */
        walk.deadline.unconfirmed =
            calendar_unconfirmed(calendar, walk.received, walk.deadline.due_day);
    *out_deadline = walk.deadline;
    return ERR_OK;
}
