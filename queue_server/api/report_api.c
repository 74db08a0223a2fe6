/* GET /reports/on-time and the dossiers behind its figures. */
#include <string.h>

#include "api/handlers.h"
#include "api/rate_view.h"
#include "api/report_input.h"
#include "store/event_log.h"
#include "usecase/list_counted.h"
#include "usecase/ticket_view.h"

/* What both routes ask for. */
static enum err read_period(const struct api_call *call, struct period *out_period,
                            enum report_by *out_by)
{
    struct report_request request = {.by = ""};
    const enum err err = report_request_query(call, &request);

    return err == ERR_OK ? report_request_read(&request, report_today(call), out_period, out_by)
                         : err;
}

/* ---- GET /reports/on-time -------------------------------------------------------------------- */

/* What part of the resolved was early, on time and late: they add up to 100 %. Rule R-307. */
static void view_shares(struct text *body, const struct indicator_row *row)
{
    static const char *const keys[] = {"early", "on_time", "late"};
    const int64_t counts[] = {row->early, row->on_time, row->late};
    int64_t shares[3];

    shares_make(counts, 3, 10000, shares);
    if (indicator_resolved(row) == 0) {
        json_put_null(body, "shares");
        return;
    }
    json_open_object(body, "shares");
    for (int i = 0; i < 3; i++)
        hundredths_view(body, keys[i], shares[i]);
    json_close_object(body);
}

static void view_counts(struct text *body, const struct indicator_row *row)
{
    json_put_int(body, "carried_over", row->carried_over);
    json_put_int(body, "received", indicator_received(row));
    json_put_int(body, "received_online", row->received_online);
    json_open_object(body, "resolved");
    json_put_int(body, "early", row->early);
    json_put_int(body, "on_time", row->on_time);
    json_put_int(body, "late", row->late);
    json_close_object(body);
    json_open_object(body, "open");
    json_put_int(body, "in_time", row->open_in_time);
    json_put_int(body, "overdue", row->open_overdue);
    json_close_object(body);
    view_shares(body, row);
    rate_view(body, "rate", indicator_rate(row));
    rate_view(body, "rate_extended", indicator_rate_extended(row));
}

static void view_row(struct text *body, const char *member, const char *key, const char *name,
                     const struct indicator_row *row)
{
    json_open_object(body, member);
    json_put_string_or_null(body, "key", key);
    json_put_string(body, "name", name);
    view_counts(body, row);
    json_close_object(body);
}

static void on_time_answer(struct command *command)
{
    struct report_on_time *report = container_of(command, struct report_on_time, command);
    struct text *body = api_answer(command, 200);

    json_open_object(body, NULL);
    json_put_date(body, "from", report->period.from);
    json_put_date(body, "to", report->period.to);
    json_put_string(body, "by", report_by_name(report->by));
    json_put_instant(body, "as_of", report->span.at);
    json_put_bool(body, "complete", report->span.complete);
    json_open_array(body, "rows");
    for (size_t i = 0; i < report->groups.count; i++) {
        const struct report_row *row = report_on_time_row(report, i);

        view_row(body, NULL, row->group.key, row->group.name, &row->counts);
    }
    json_close_array(body);
    view_row(body, "total", "", command->language == LANGUAGE_EN ? "Total" : "Tổng cộng",
             &report->total);
    json_close_object(body);
    report_on_time_release(report);
}

enum err report_api_on_time(struct api_call *call)
{
    struct report_on_time *report =
        api_command(call, sizeof *report, report_on_time_run, on_time_answer);

    if (!report)
        return ERR_NO_MEMORY;
    return api_read_with(report, read_period(call, &report->period, &report->by));
}

/* ---- GET /reports/on-time/dossiers ----------------------------------------------------------- */

static void dossiers_answer(struct command *command)
{
    struct list_counted *list = container_of(command, struct list_counted, command);
    char next[TICKET_ID_SIZE];

    opaque_id('d', list->last, next);
    api_list_answer(command, &list->items, list->more ? next : NULL);
    text_release(&list->items);
}

static enum err read_figure(const struct api_call *call, struct list_counted *list)
{
    const char *column = api_query(call, "column");
    const enum err err = read_period(call, &list->period, &list->by);

    if (err != ERR_OK)
        return err;
    if (!column || report_column_from_name(column, &list->column) != ERR_OK ||
        !api_query_copy(call, "key", list->key, sizeof list->key))
        return ERR_BAD_PARAMETER;
    return api_list_ids(call, 'd', &list->limit, &list->before);
}

enum err report_api_dossiers(struct api_call *call)
{
    struct list_counted *list = api_command(call, sizeof *list, list_counted_run, dossiers_answer);

    if (!list)
        return ERR_NO_MEMORY;
    return api_read_with(list, read_figure(call, list));
}
