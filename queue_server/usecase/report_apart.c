#include "usecase/report_apart.h"

#include <stdio.h>

#include "usecase/calendar_store.h"
#include "usecase/office.h"

static void add_reason(const char *code, int64_t amount, void *data)
{
    struct report_apart *report = data;

    report->refused += amount;
    if (report->reason_count == APART_REASONS_MAX)
        return;
    struct apart_reason *reason = &report->reasons[report->reason_count++];
    snprintf(reason->code, sizeof reason->code, "%s", code);
    reason->amount = amount;
}

static void add_up(const char *code, int64_t amount, void *data)
{
    (void)code;
    *(int64_t *)data += amount;
}

/*
 * What was ready before this instant has waited longer than the days at `at`: the end of the last
 * date whose fifth working day after it is over. False where the calendar does not reach so far.
 * Rule R-317.
 */
static bool find_ready(const struct calendar *calendar, struct instant at,
                       struct instant *out_ready)
{
    const struct date today = date_of_instant(at);
    struct date day = today, last;

    do {
        day = date_plus(day, -1);
        if (!calendar_covers(calendar, day) ||
            calendar_working_day_after(calendar, day, APART_COLLECT_DAYS, &last) != ERR_OK)
            return false;
    } while (!date_before(last, today));
    *out_ready = instant_on_date(date_plus(day, 1), 0);
    return true;
}

static enum err count_uncollected(struct store_tx *tx, struct report_apart *report)
{
    const struct calendar_version *version;
    struct instant ready;
    const enum err err = calendar_store_current(report->command.office->calendars, tx, &version);

    if (err == ERR_OK &&
        find_ready(calendar_document_calendar(version->document), report->span.at, &ready))
        report->uncollected = apart_rows_uncollected(tx, ready, report->span.to);
    return err == ERR_CALENDAR_RANGE ? ERR_OK : err;
}

enum err report_apart_run(struct store_tx *tx, struct command *command)
{
    struct report_apart *report = container_of(command, struct report_apart, command);

    report->span = period_span(report->period, command->now);
    const struct instant from = report->span.from, to = report->span.to;
    report->owed = apart_rows_owed(tx, to, report->span.at);
    report->answered = apart_rows_answered(tx, from, to);
    apart_rows_notes(tx, "refusal", from, to, add_reason, report);
    apart_rows_notes(tx, "approval", from, to, add_up, &report->corrections);
    apart_rows_notes(tx, "reopening", from, to, add_up, &report->reopenings);
    report->supplements = apart_rows_supplements(tx, from, to);
    report->boundary = apart_rows_boundary(tx, from, to);
    report->procedures = apart_rows_procedures(tx, date_of_instant(report->span.at));
    const enum err err = count_uncollected(tx, report);
    return err == ERR_OK ? sql_outcome(tx) : err;
}
