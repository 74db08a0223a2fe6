/*
 * The due instant the slow way: working-time.md 4 and 5 read aloud, date after date, with the set P
 * as one byte for each date. Shares no code with domain/deadline.c.
 */
#ifndef SUPPORT_SLOW_DEADLINE_H
#define SUPPORT_SLOW_DEADLINE_H

#include "domain/deadline.h"
#include "support/slow_calendar.h"

enum { SLOW_PAUSES = 4, SLOW_DATES = 200 };

struct slow_due {
    const struct slow_calendar *slow;
    const struct deadline_request *request;
    int64_t received, effective; /* R, R', local seconds */
    int32_t base;                /* B */
    int32_t unpaused;            /* due day without pauses, before rolling */
    int64_t seconds;             /* s */
    bool in_p[SLOW_DATES];       /* P, dates from the horizon's first on */
    int64_t due;
    int32_t due_day;
};

static inline int32_t slow_date(int64_t local)
{
    return (int32_t)(local / SECONDS_PER_DAY);
}

/* First working day at or after `day`; false when it is not found before the calendar ends. */
static inline bool slow_roll(const struct slow_calendar *slow, int32_t day, int32_t *out)
{
    for (; slow_usable(slow, day); day++)
        if (slow_working_day(slow, day)) {
            *out = day;
            return true;
        }
    return false;
}

static inline bool slow_has_cutoff(const struct deadline_request *request, int64_t *out_second)
{
    *out_second = request->policy.cutoff == CUTOFF_AT ? request->policy.cutoff_second : 54000;
    return request->policy.cutoff == CUTOFF_AT ||
           (request->policy.cutoff == CUTOFF_DEFAULT && request->limit.unit == LIMIT_SAME_DAY);
}

/* 4, effective receipt */
static inline bool slow_receive(struct slow_due *walk)
{
    const int32_t day = slow_date(walk->received);
    enum rest_day_policy rest = walk->request->policy.rest_day;
    int64_t cutoff;
    const bool has_cutoff = slow_has_cutoff(walk->request, &cutoff);
    int32_t next;

    if (rest == REST_DAY_DEFAULT)
        rest = has_cutoff ? REST_DAY_RECEIVE_NEXT : REST_DAY_COUNT_FROM_NEXT;
    walk->effective = walk->received;
    if (slow_working_day(walk->slow, day) ? has_cutoff && walk->received % SECONDS_PER_DAY > cutoff
                                          : rest == REST_DAY_RECEIVE_NEXT) {
        if (!slow_roll(walk->slow, day + 1, &next))
            return false;
        walk->effective = slow_edge(walk->slow, next, false);
    }
    walk->base = slow_date(walk->effective);
    return true;
}

/* 4.1 */
static inline bool slow_same_day(struct slow_due *walk)
{
    const int32_t day = slow_date(walk->received);
    int64_t cutoff;
    const bool has_cutoff = slow_has_cutoff(walk->request, &cutoff);

    walk->base = walk->unpaused = day;
    if (slow_working_day(walk->slow, day) &&
        (!has_cutoff || walk->received % SECONDS_PER_DAY <= cutoff) &&
        walk->received < slow_edge(walk->slow, day, true))
        return true;
    return slow_roll(walk->slow, day + 1, &walk->unpaused);
}

/* The day `n` working days after a working day or any other. */
static inline bool slow_step(const struct slow_calendar *slow, int32_t *day, int64_t n)
{
    for (; n > 0; n--)
        if (!slow_roll(slow, *day + 1, day))
            return false;
    return true;
}

/* Same day of the month n months later, by walking months. */
static inline int32_t slow_months(int32_t day, int64_t n)
{
    struct civil civil = date_civil((struct date){day});

    for (; n > 0; n--)
        if (++civil.month > 12) {
            civil.month = 1;
            civil.year++;
        }
    while (!civil_exists(civil))
        civil.day--;
    return date_from_civil(civil).day;
}

/* Length of the standard day, seconds. */
static inline int64_t slow_standard(const struct slow_calendar *slow, int32_t day)
{
    const struct calendar_row *row = slow_row(slow->source, day);
    int64_t total = 0;

    for (int32_t i = 0; i < row->span_count; i++)
        total += row->spans[i].to - row->spans[i].from;
    return total;
}

/* The due instant by B, P or s so far; not before the date `earliest`. */
static inline bool slow_reach(struct slow_due *walk, int32_t earliest)
{
    const enum limit_unit unit = walk->request->limit.unit;
    const bool by_calendar = unit == LIMIT_CALENDAR_DAYS || unit == LIMIT_CALENDAR_MONTHS;
    const int32_t first = walk->slow->source->first.day;
    int64_t move = 0;

    if (!time_limit_is_day_limit(&walk->request->limit)) {
        if (!slow_add(walk->slow, walk->effective, walk->seconds, &walk->due))
            return false;
        walk->due_day = slow_date(walk->due - 1);
        return true;
    }
    for (int32_t i = 0; i < SLOW_DATES; i++)
        move += walk->in_p[i] && (by_calendar || slow_working_day(walk->slow, first + i));
    walk->due_day = walk->unpaused;
    if (by_calendar ? !slow_roll(walk->slow, walk->unpaused + (int32_t)move, &walk->due_day)
                    : !slow_step(walk->slow, &walk->due_day, move))
        return false;
    if (walk->due_day < earliest && !slow_roll(walk->slow, earliest, &walk->due_day))
        return false;
    walk->due = slow_edge(walk->slow, walk->due_day, true);
    return true;
}

static inline bool slow_first(struct slow_due *walk)
{
    const struct time_limit limit = walk->request->limit;
    const int64_t n = limit.hundredths / 100;
    const int32_t day = slow_date(walk->received);

    if (!slow_usable(walk->slow, day))
        return false;
    if (limit.unit == LIMIT_SAME_DAY)
        return slow_same_day(walk) && slow_reach(walk, day);
    if (!slow_receive(walk))
        return false;
    walk->unpaused = walk->base;
    if (limit.unit == LIMIT_WORKING_SECONDS)
        walk->seconds = n;
    else if (limit.unit == LIMIT_WORKING_HOURS)
        walk->seconds = limit.hundredths * 36;
    else if (limit.unit == LIMIT_WORKING_DAYS && limit.hundredths % 100 != 0)
        walk->seconds = (limit.hundredths * slow_standard(walk->slow, walk->base) + 50) / 100;
    else if (limit.unit == LIMIT_WORKING_DAYS && !slow_step(walk->slow, &walk->unpaused, n))
        return false;
    else if (limit.unit == LIMIT_CALENDAR_DAYS)
        walk->unpaused += (int32_t)n;
    else if (limit.unit == LIMIT_CALENDAR_MONTHS)
        walk->unpaused = slow_months(walk->base, n);
    return slow_reach(walk, day);
}

/* 5, merge: join any two that overlap or touch until none do. Returns how many remain. */
static inline size_t slow_merge(struct pause *pauses, size_t count)
{
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < count; k++) {
            struct pause *a = &pauses[i], *b = &pauses[k];

            if (i == k || a->from.ms > b->from.ms || (!a->open && a->to.ms < b->from.ms))
                continue;
            a->open = a->open || b->open;
            a->to = instant_later(a->to, b->to);
            *b = pauses[count - 1];
            return slow_merge(pauses, count - 1);
        }
    return count;
}

static inline bool slow_take(struct slow_due *walk, const struct pause *pause)
{
    const int64_t from = slow_local(pause->from), to = slow_local(pause->to);
    const int32_t first = walk->slow->source->first.day;

    if (time_limit_is_day_limit(&walk->request->limit)) {
        for (int32_t day = slow_date(from) + 1; day <= slow_date(to); day++)
            if (day > walk->base)
                walk->in_p[day - first] = true;
    } else {
        const int64_t after_last = ((int64_t)walk->slow->source->last.day + 1) * SECONDS_PER_DAY;

        for (int64_t at = from > walk->effective ? from : walk->effective;
             at < to && at < after_last; at++)
            walk->seconds += slow_worked(walk->slow, at);
    }
    return slow_reach(walk, slow_date(to));
}

/* Compute; fills outcome, due, due_day, unconfirmed. */
static inline enum err slow_deadline(const struct slow_calendar *slow,
                                     const struct deadline_request *request, struct deadline *out)
{
    struct slow_due walk = {
        .slow = slow, .request = request, .received = slow_local(request->received)};
    struct pause pauses[SLOW_PAUSES];
    size_t count = request->pause_count;

    *out = (struct deadline){.outcome = DEADLINE_NONE};
    for (size_t i = 0; i < count; i++) {
        pauses[i] = request->pauses[i];
        if (!pauses[i].open && pauses[i].to.ms < pauses[i].from.ms)
            return ERR_PAUSE_ORDER;
        if (pauses[i].from.ms < request->received.ms)
            return ERR_PAUSE_BEFORE_RECEIPT;
    }
    if (request->limit.unit == LIMIT_NONE)
        return ERR_OK;
    if (!slow_first(&walk))
        return ERR_CALENDAR_RANGE;
    out->outcome = DEADLINE_DUE;
    for (count = slow_merge(pauses, count); count > 0; count--) {
        size_t earliest = 0;
        struct pause pause;

        for (size_t i = 1; i < count; i++)
            earliest = pauses[i].from.ms < pauses[earliest].from.ms ? i : earliest;
        pause = pauses[earliest];
        pauses[earliest] = pauses[count - 1];
        if (time_limit_is_day_limit(&request->limit)
                ? slow_date(slow_local(pause.from)) > walk.due_day
                : slow_local(pause.from) >= walk.due)
            break;
        if (pause.open) {
            out->outcome = DEADLINE_PAUSED;
            break;
        }
        if (!slow_take(&walk, &pause))
            return ERR_CALENDAR_RANGE;
    }
    out->due = slow_instant(walk.due);
    out->due_day.day = walk.due_day;
    return ERR_OK;
}

#endif
