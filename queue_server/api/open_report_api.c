/* GET /reports/open and /reports/open/dossiers: what is open, by working days left. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "api/handlers.h"
#include "api/report_input.h"
#include "usecase/ticket_view.h"

/* ---- GET /reports/open ----------------------------------------------------------------------- */

static void view_counts(struct text *body, const struct open_counts *counts)
{
    json_put_int(body, "count",
                 counts->overdue + counts->near_due + counts->in_time + counts->paused);
    json_put_int(body, "overdue", counts->overdue);
    json_put_int(body, "near_due", counts->near_due);
    json_put_int(body, "in_time", counts->in_time);
    json_put_int(body, "paused", counts->paused);
    json_put_int(body, "due_today", counts->due_today);
    json_put_int(body, "due_today_signed", counts->due_today_signed);
}

/* The entries [first, end), which are one cell. Rule R-942. */
static void view_cell(struct text *body, const char *key, const struct report_open *report,
                      size_t first, size_t end)
{
    const struct open_entry *cell = &report->entries[first];
    int64_t overdue = 0, near_due = 0, is_signed = 0;
    char id[TICKET_ID_SIZE];

    for (size_t i = first; i < end; i++) {
        overdue += report->entries[i].overdue;
        near_due += report->entries[i].near_due;
        is_signed += report->entries[i].decision_signed;
    }
    json_open_object(body, key);
    if (cell->kind == OPEN_DATED)
        json_put_int(body, "days_left", cell->days);
    else
        json_put_null(body, "days_left");
    json_put_int(body, "count", (int64_t)(end - first));
    json_put_int(body, "overdue", overdue);
    json_put_int(body, "near_due", near_due);
    json_put_int(body, "signed", is_signed);
    json_open_array(body, "ids");
    for (size_t i = first; i < end && i < first + REPORT_OPEN_IDS_MAX; i++) {
        opaque_id('d', report->entries[i].id, id);
        json_put_string(body, NULL, id);
    }
    json_close_array(body);
    json_close_object(body);
}

/* The cells of the row whose entries begin at `first`. Returns where the next row's begin. */
static size_t view_cells(struct text *body, const struct report_open *report, size_t first)
{
    const struct report_group *group = report->entries[first].group;
    bool is_open[] = {[OPEN_DATED] = false, [OPEN_PAUSED] = false, [OPEN_UNDATED] = false};
    size_t at = first;

    json_open_array(body, "days");
    while (at < report->count && report->entries[at].group == group &&
           report->entries[at].kind == OPEN_DATED) {
        const size_t end = report_open_cell_end(report, at);

        view_cell(body, NULL, report, at, end);
        at = end;
    }
    json_close_array(body);
    while (at < report->count && report->entries[at].group == group) {
        const size_t end = report_open_cell_end(report, at);
        const enum open_kind kind = report->entries[at].kind;

        view_cell(body, kind == OPEN_PAUSED ? "paused_cell" : "undated_cell", report, at, end);
        is_open[kind] = true;
        at = end;
    }
    if (!is_open[OPEN_PAUSED])
        json_put_null(body, "paused_cell");
    if (!is_open[OPEN_UNDATED])
        json_put_null(body, "undated_cell");
    return at;
}

static void view_day(struct text *body, const struct open_today *day)
{
    json_put_instant(body, "as_of", day->now);
    json_put_date(body, "today", day->today);
    json_put_instant_or_null(body, "closes_at", day->closes_at);
    if (day->has_next_day)
        json_put_date(body, "next_working_day", day->next_day);
    else
        json_put_null(body, "next_working_day");
}

static void open_answer(struct command *command)
{
    struct report_open *report = container_of(command, struct report_open, command);
    struct text *body = api_answer(command, 200);
    size_t at = 0;

    json_open_object(body, NULL);
    json_put_string(body, "by", report_by_name(report->by));
    view_day(body, &report->day);
    json_open_array(body, "rows");
    for (size_t i = 0; i < report->groups.count; i++) {
        const struct open_row *row = report_open_row(report, i);

        json_open_object(body, NULL);
        json_put_string_or_null(body, "key", row->group.key);
        json_put_string(body, "name", row->group.name);
        view_counts(body, &row->counts);
        at = view_cells(body, report, at);
        json_close_object(body);
    }
    json_close_array(body);
    json_open_object(body, "total");
    view_counts(body, &report->total);
    json_close_object(body);
    json_close_object(body);
    report_open_release(report);
}

enum err report_api_open(struct api_call *call)
{
    struct report_open *report = api_command(call, sizeof *report, report_open_run, open_answer);
    const char *by = api_query(call, "by");

    if (!report)
        return ERR_NO_MEMORY;
    return api_read_with(
        report, by && report_by_from_name(by, &report->by) == ERR_OK ? ERR_OK : ERR_BAD_PARAMETER);
}

/* ---- GET /reports/open/dossiers -------------------------------------------------------------- */

static void list_answer(struct command *command)
{
    struct list_open_view *view = container_of(command, struct list_open_view, list.command);
    struct list_open *list = &view->list;
    const struct open_place *last = list->count ? &list->items[list->count - 1].place : NULL;
    char next[64] = "";

    if (list->more && last)
        snprintf(next, sizeof next, "%lld.d%lld", (long long)last->late_ms, (long long)last->id);
    api_list_answer(command, &view->items, next);
    text_release(&view->items);
    list_open_release(list);
}

/* "1775000000000.d12", as it was given. */
static enum err read_cursor(const char *text, struct open_place *out_after)
{
    char *dot;

    if (!text[0])
        return ERR_OK;
    out_after->late_ms = strtoll(text, &dot, 10);
    if (dot == text || *dot != '.')
        return ERR_BAD_CURSOR;
    out_after->id = opaque_id_parse('d', dot + 1);
    return out_after->id ? ERR_OK : ERR_BAD_CURSOR;
}

static enum err read_list(const struct api_call *call, struct list_open *list)
{
    struct open_request request = {.by = ""};
    char after[CURSOR_SIZE];
    enum err err = open_request_query(call, &request);

    if (err == ERR_OK)
        err = open_request_read(&request, &list->filter);
    if (err == ERR_OK)
        err = api_list_codes(call, &list->limit, after);
    return err == ERR_OK ? read_cursor(after, &list->after) : err;
}

enum err report_api_open_dossiers(struct api_call *call)
{
    struct list_open_view *view = api_command(call, sizeof *view, list_open_view_run, list_answer);

    if (!view)
        return ERR_NO_MEMORY;
    return api_read_with(view, read_list(call, &view->list));
}
