#include "domain/deadline_ledger.h"

/* The walk along the stretches. */
struct ledger {
    const struct calendar *calendar;
    const struct deadline_request *request;
    const struct deadline *deadline;
    const struct stretch_visitor *visitor;
    struct stretch pending; /* not handed out yet, since the next one may join it */
    bool has_pending;
    int64_t total;
    size_t next_pause;   /* first of the sorted pauses not merged yet */
    struct pause merged; /* the pause at or after the walk's place */
    bool has_pause;
};

static void flush(struct ledger *ledger)
{
    if (ledger->has_pending)
        ledger->visitor->visit(ledger->visitor->context, &ledger->pending);
    ledger->has_pending = false;
}

static void emit(struct ledger *ledger, struct stretch stretch)
{
    struct stretch *pending = &ledger->pending;

    if (ledger->has_pending && pending->reason == stretch.reason &&
        (stretch.reason == STRETCH_NIGHT || stretch.reason == STRETCH_WEEKLY_REST)) {
        pending->to = stretch.to;
        return;
    }
    flush(ledger);
    ledger->total += stretch.counted;
    stretch.total = ledger->total;
    ledger->pending = stretch;
    ledger->has_pending = true;
}

static void next_pause(struct ledger *ledger)
{
    ledger->has_pause = ledger->next_pause < ledger->deadline->pauses_taken;
    if (ledger->has_pause)
        ledger->next_pause = pause_merge(ledger->request->pauses, ledger->deadline->pauses_taken,
                                         ledger->next_pause, &ledger->merged);
}

/* The pause not ended at the walk's end. */
static void emit_open_pause(struct ledger *ledger, struct instant from)
{
    const struct deadline_request *request = ledger->request;
    struct pause merged;

    pause_merge(request->pauses, request->pause_count, ledger->deadline->pauses_taken, &merged);
    emit(ledger, (struct stretch){.from = from,
                                  .to = from,
                                  .open = true,
                                  .reason = STRETCH_PAUSE,
                                  .date = date_of_instant(from),
                                  .pause_reason = merged.reason});
}

/* ---- time limits ---- */

/* Why `second` of a date is counted or not, and until which second that holds. Rule R-061. */
static enum stretch_reason reason_at(const struct calendar *calendar, struct date date,
                                     int32_t second, int32_t *out_until)
{
    const enum day_kind kind = calendar_day_kind(calendar, date);
    int32_t count, until = SECONDS_PER_DAY;
    const struct day_span *spans = calendar_day_sessions(calendar, date, &count);

    *out_until = SECONDS_PER_DAY;
    if (kind == DAY_WEEKLY_REST)
        return STRETCH_WEEKLY_REST;
    if (kind == DAY_OFF)
        return STRETCH_DAY_OFF;
    while (count > 0 && spans->to <= second)
        spans++, count--;
    if (count > 0 && spans->from <= second) {
        *out_until = spans->to;
        return kind == DAY_MAKE_UP ? STRETCH_MAKE_UP_DAY : STRETCH_SESSION;
    }
    if (count > 0)
        until = spans->from;
    const struct day_span *standard = calendar_standard_sessions(calendar, date, &count);
    const struct day_span *const first = standard;

    while (count > 0 && standard->to <= second)
        standard++, count--;
    if (count > 0 && standard->from <= second) {
        *out_until = standard->to < until ? standard->to : until;
        return STRETCH_PARTIAL_DAY_OFF;
    }
    *out_until = count > 0 ? standard->from : SECONDS_PER_DAY;
    return count > 0 && standard != first ? STRETCH_LUNCH : STRETCH_NIGHT;
}

/* The stretch that begins at `from`, cut at `end` and at the edges of a pause. */
static struct stretch stretch_at(struct ledger *ledger, struct instant from, struct instant end)
{
    struct stretch stretch = {.from = from, .date = date_of_instant(from)};
    int32_t until;

    while (ledger->has_pause && !instant_before(from, ledger->merged.to))
        next_pause(ledger);
    stretch.reason = reason_at(ledger->calendar, stretch.date, second_of_day(from), &until);
    stretch.to = instant_on_date(stretch.date, until);
    if (ledger->has_pause && !instant_before(from, ledger->merged.from)) {
        stretch.reason = STRETCH_PAUSE;
        stretch.to = ledger->merged.to;
        stretch.pause_reason = ledger->merged.reason;
    } else if (ledger->has_pause && instant_before(ledger->merged.from, stretch.to)) {
        stretch.to = ledger->merged.from;
    }
    if (instant_before(end, stretch.to))
        stretch.to = end;
    if (stretch.reason == STRETCH_SESSION || stretch.reason == STRETCH_MAKE_UP_DAY)
        stretch.counted = instant_seconds_between(stretch.from, stretch.to);
    return stretch;
}

static void explain_time_limit(struct ledger *ledger)
{
    const struct deadline *deadline = ledger->deadline;
    const bool paused = deadline->outcome == DEADLINE_PAUSED;
    const struct instant end =
        paused ? instant_later(deadline->paused_since, deadline->effective_receipt) : deadline->due;

    for (struct instant at = deadline->effective_receipt; instant_before(at, end);) {
        const struct stretch stretch = stretch_at(ledger, at, end);

        emit(ledger, stretch);
        at = stretch.to;
    }
    if (paused)
        emit_open_pause(ledger, end);
}

/* ---- day limits ---- */

/* True when a date is one of those that pauses add: after a pause's first date up to its last. */
static bool is_paused_date(struct ledger *ledger, struct date date)
{
    while (ledger->has_pause && date_before(date_of_instant(ledger->merged.to), date))
        next_pause(ledger);
    return ledger->has_pause && date_before(date_of_instant(ledger->merged.from), date);
}

static enum stretch_reason reason_not_worked(const struct calendar *calendar, struct date date)
{
    switch (calendar_day_kind(calendar, date)) {
    case DAY_WEEKLY_REST:
        return STRETCH_WEEKLY_REST;
    case DAY_OFF:
        return STRETCH_DAY_OFF;
    case DAY_ORDINARY:
    case DAY_MAKE_UP:
        break;
    }
    return STRETCH_PARTIAL_DAY_OFF;
}

/* Whether a date after the base counts, and why not. Rule R-062. */
static enum stretch_reason reason_of_date(struct ledger *ledger, struct date date, bool *out_counts)
{
    const enum limit_unit unit = ledger->request->limit.unit;
    const bool by_calendar = unit == LIMIT_CALENDAR_DAYS || unit == LIMIT_CALENDAR_MONTHS;
    const bool working = calendar_is_working_day(ledger->calendar, date);
    const bool paused = is_paused_date(ledger, date);
    const bool used_up = ledger->total >= ledger->deadline->limit_amount;

    *out_counts = (working || by_calendar) && !paused && !used_up;
    if (paused && (working || by_calendar))
        return STRETCH_PAUSE;
    if (by_calendar && !used_up)
        return STRETCH_CALENDAR_DAY;
    if (!working)
        return reason_not_worked(ledger->calendar, date);
    if (used_up)
        return STRETCH_ROLLED;
    return calendar_day_kind(ledger->calendar, date) == DAY_MAKE_UP ? STRETCH_MAKE_UP_DAY
                                                                    : STRETCH_WORKING_DAY;
}

/* The rest of the date that holds the effective receipt. */
static void explain_base_date(struct ledger *ledger, struct instant end)
{
    const struct deadline *deadline = ledger->deadline;
    struct stretch stretch = {.from = deadline->effective_receipt,
                              .to = end,
                              .reason = STRETCH_DAY_OF_RECEIPT,
                              .date = deadline->base};
    bool counts;

    if (ledger->request->limit.unit == LIMIT_SAME_DAY) {
        if (!calendar_is_working_day(ledger->calendar, deadline->base))
            stretch.reason = reason_not_worked(ledger->calendar, deadline->base);
        else if (deadline->moved == RECEIPT_MOVED_BY_CUTOFF)
            stretch.reason = STRETCH_MOVED_BY_CUTOFF;
        else if (!instant_before(stretch.from, calendar_day_end(ledger->calendar, deadline->base)))
            stretch.reason = STRETCH_NIGHT;
        else {
            stretch.reason = reason_of_date(ledger, deadline->base, &counts);
            stretch.counted = 1;
        }
    }
    emit(ledger, stretch);
}

static void explain_day_limit(struct ledger *ledger)
{
    const struct deadline *deadline = ledger->deadline;
    const bool paused = deadline->outcome == DEADLINE_PAUSED;
    struct date last = paused ? date_of_instant(deadline->paused_since) : deadline->due_day;
    struct instant end = deadline->due;

    if (date_before(last, deadline->base))
        last = deadline->base;
    if (paused)
        end = instant_on_date(last, SECONDS_PER_DAY);
    explain_base_date(ledger, date_equal(last, deadline->base)
                                  ? end
                                  : instant_on_date(deadline->base, SECONDS_PER_DAY));
    for (struct date date = date_plus(deadline->base, 1); !date_before(last, date);
         date = date_plus(date, 1)) {
        bool counts;
        struct stretch stretch = {.from = instant_on_date(date, 0), .date = date};

        stretch.to = date_equal(date, last) ? end : instant_on_date(date, SECONDS_PER_DAY);
        stretch.reason = reason_of_date(ledger, date, &counts);
        stretch.counted = counts;
        if (stretch.reason == STRETCH_PAUSE)
            stretch.pause_reason = ledger->merged.reason;
        emit(ledger, stretch);
    }
    if (paused)
        emit_open_pause(ledger, end);
}

void deadline_explain(const struct calendar *calendar, const struct deadline_request *request,
                      const struct deadline *deadline, const struct stretch_visitor *visitor)
{
    struct ledger ledger = {
        .calendar = calendar, .request = request, .deadline = deadline, .visitor = visitor};

    if (deadline->outcome == DEADLINE_NONE)
        return;
    next_pause(&ledger);
    if (instant_before(request->received, deadline->effective_receipt)) /* Rule R-060 */
        emit(&ledger, (struct stretch){.from = request->received,
                                       .to = deadline->effective_receipt,
                                       .reason = deadline->moved == RECEIPT_MOVED_BY_CUTOFF
                                                     ? STRETCH_MOVED_BY_CUTOFF
                                                     : STRETCH_MOVED_BY_REST_DAY,
                                       .date = date_of_instant(request->received)});
    if (deadline->day_limit)
        explain_day_limit(&ledger);
    else
        explain_time_limit(&ledger);
    flush(&ledger);
}

const char *stretch_reason_name(enum stretch_reason reason)
{
    static const char *const names[] = {
        [STRETCH_MOVED_BY_CUTOFF] = "moved_by_cutoff",
        [STRETCH_MOVED_BY_REST_DAY] = "moved_by_rest_day",
        [STRETCH_DAY_OF_RECEIPT] = "day_of_receipt",
        [STRETCH_SESSION] = "session",
        [STRETCH_WORKING_DAY] = "working_day",
        [STRETCH_CALENDAR_DAY] = "calendar_day",
        [STRETCH_MAKE_UP_DAY] = "make_up_day",
        [STRETCH_LUNCH] = "lunch",
        [STRETCH_NIGHT] = "night",
        [STRETCH_WEEKLY_REST] = "weekly_rest",
        [STRETCH_DAY_OFF] = "day_off",
        [STRETCH_PARTIAL_DAY_OFF] = "partial_day_off",
        [STRETCH_PAUSE] = "pause",
        [STRETCH_ROLLED] = "rolled",
    };

    return names[reason];
}
