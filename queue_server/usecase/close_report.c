#include "usecase/close_report.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "usecase/closed_figures.h"
#include "usecase/ticket_view.h"

/* ---- one version ------------------------------------------------------------------------------
 */

/* What the log tells of a version: the digest stands for its figures. */
static void tell(struct store_tx *tx, struct command *command, const struct closed_report *report)
{
    char subject[EVENT_SUBJECT_SIZE], from[DATE_TEXT_SIZE];
    struct text data;

    date_format(report->period.from, from);
    snprintf(subject, sizeof subject, "%s/%s", report->kind, from);
    text_init(&data);
    json_open_object(&data, NULL);
    json_put_string(&data, "kind", report->kind);
    json_put_date(&data, "from", report->period.from);
    json_put_date(&data, "to", report->period.to);
    json_put_int(&data, "version", report->version);
    json_put_hex(&data, "figures_hash", report->figures_hash, DIGEST_SIZE);
    json_put_int(&data, "log_seq", report->log_seq);
    json_put_raw(&data, "dossiers", report->dossiers.data);
    json_close_object(&data);
    command_event(tx, command, report->version == 1 ? "report_closed" : "report_revised", subject,
                  "", &data);
    text_release(&data);
}

/* Kind, period, version, figures and dossiers are there; the rest is filled in, and all is kept. */
static enum err keep(struct store_tx *tx, struct command *command, struct closed_report *report)
{
    const struct log_head head = event_log_head(tx);

    if (report->figures.failed || report->dossiers.failed)
        return ERR_NO_MEMORY;
    report->closed_at = command->now;
    snprintf(report->closed_by, sizeof report->closed_by, "%s", command->actor.code);
    report->log_seq = head.seq;
    memcpy(report->log_hash, head.hash, DIGEST_SIZE);
    digest(report->figures.data, report->figures.length, report->figures_hash);
    closed_report_rows_insert(tx, report);
    tell(tx, command, report);
    return sql_outcome(tx);
}

/* ---- closing ----------------------------------------------------------------------------------
 */

static bool is_closed(struct store_tx *tx, const struct close_report *close)
{
    struct closed_report known;
    const bool found =
        closed_report_rows_get(tx, close->kind, close->period.from, CLOSED_REPORT_NEWEST, &known);

    if (found)
        closed_report_release(&known);
    return found;
}

/* Rule R-313: it begins where the closed report before it ended, with what that left open; one of
 * nine months only after it. A first one begins where it likes, none is put in before one. */
static enum err check_chain(struct store_tx *tx, const struct close_report *close)
{
    static const struct date end_of_time = {INT32_MAX};
    struct closed_report last;
    enum period_kind kind = PERIOD_MONTH;
    enum err err = ERR_OK;

    if (!closed_report_rows_before(tx, close->kind, end_of_time, &last))
        return ERR_OK;
    period_kind_from_name(close->kind, strlen(close->kind), &kind);
    const int32_t gap = close->period.from.day - last.period.to.day - 1;
    if (gap < 0 || (gap > 0 && period_kind_joins(kind)))
        err = ERR_REPORT_GAP;
    else if (gap == 0 && !closed_figures_follow(last.figures.data, close->report.figures.data))
        err = ERR_REPORT_UNBALANCED;
    closed_report_release(&last);
    return err;
}

static enum err close_period(struct store_tx *tx, struct close_report *close)
{
    struct closed_report *report = &close->report;
    enum err err = closed_figures_count(tx, &close->command, close->period, &report->figures);

    if (err == ERR_OK)
        err = check_chain(tx, close);
    return err == ERR_OK ? keep(tx, &close->command, report) : err;
}

enum err close_report_run(struct store_tx *tx, struct command *command)
{
    struct close_report *close = container_of(command, struct close_report, command);
    struct closed_report *report = &close->report;

    if (!period_span(close->period, instant_floor(command->now)).complete)
        return ERR_REPORT_NOT_OVER;
    if (is_closed(tx, close))
        return ERR_REPORT_CLOSED;
    *report = (struct closed_report){.period = close->period, .version = 1};
    memcpy(report->kind, close->kind, sizeof report->kind);
    text_init(&report->figures);
    text_init(&report->dossiers);
    text_add(&report->dossiers, "[]");
    const enum err err = close_period(tx, close);
    if (err != ERR_OK)
        closed_report_release(report);
    return err;
}

/* ---- a change that reaches into closed periods ------------------------------------------------
 */

struct touched {
    struct touched *next;
    char kind[REPORT_KIND_SIZE];
    struct period period;
};

/* Those that a change touches, in order; the statement that gives them must end before rows are
 * written. */
struct touched_list {
    struct touched *first, **end;
    bool failed;
};

static void remember(const char *kind, struct period period, void *data)
{
    struct touched_list *list = data;
    struct touched *touched = calloc(1, sizeof *touched);

    if (!touched) {
        list->failed = true;
        return;
    }
    snprintf(touched->kind, sizeof touched->kind, "%s", kind);
    touched->period = period;
    *list->end = touched;
    list->end = &touched->next;
}

static void write_dossiers(struct text *text, int64_t dossier)
{
    char id[TICKET_ID_SIZE];

    opaque_id('d', dossier, id);
    json_open_array(text, NULL);
    json_put_string(text, NULL, id);
    json_close_array(text);
}

/* The next version of one report, if its figures are others now. */
static enum err revise_one(struct store_tx *tx, struct command *command, int64_t dossier,
                           const struct touched *touched)
{
    struct closed_report newest, next = {.period = touched->period};
    enum err err;

    if (!closed_report_rows_get(tx, touched->kind, touched->period.from, CLOSED_REPORT_NEWEST,
                                &newest))
        return sql_outcome(tx);
    memcpy(next.kind, touched->kind, sizeof next.kind);
    next.version = newest.version + 1;
    text_init(&next.figures);
    text_init(&next.dossiers);
    write_dossiers(&next.dossiers, dossier);
    err = closed_figures_count(tx, command, touched->period, &next.figures);
    if (err == ERR_OK && strcmp(next.figures.data, newest.figures.data) != 0)
        err = keep(tx, command, &next);
    closed_report_release(&next);
    closed_report_release(&newest);
    return err;
}

enum err close_report_revise(struct store_tx *tx, struct command *command, int64_t dossier,
                             struct instant since)
{
    struct touched_list list = {.end = &list.first};
    enum err err = ERR_OK;

    closed_report_rows_ends(tx, date_of_instant(since), remember, &list);
    if (list.failed)
        err = ERR_NO_MEMORY;
    while (list.first) {
        struct touched *touched = list.first;

        if (err == ERR_OK)
            err = revise_one(tx, command, dossier, touched);
        list.first = touched->next;
        free(touched);
    }
    return err;
}
