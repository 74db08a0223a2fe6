/* GET /reports/queue: the waits of business days. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "api/handlers.h"
#include "api/rate_view.h"
#include "usecase/report_queue.h"

static void view_seconds(struct text *body, const char *key, bool any, int64_t seconds)
{
    if (any)
        json_put_int(body, key, seconds);
    else
        json_put_null(body, key);
}

static void view_times(struct text *body, const char *key, const struct queue_times *times)
{
    const bool any = times->count > 0;

    json_open_object(body, key);
    json_put_int(body, "count", times->count);
    view_seconds(body, "median_s", any, times->median_s);
    view_seconds(body, "p90_s", any, times->p90_s);
    view_seconds(body, "longest_s", any, times->longest_s);
    json_close_object(body);
}

static void view_figures(struct text *body, const struct queue_report_row *row)
{
    json_put_int(body, "issued", row->issued);
    json_put_int(body, "served", row->served);
    json_put_int(body, "no_show", row->no_show);
    json_put_int(body, "cancelled", row->cancelled);
    json_put_int(body, "waiting", row->waiting);
    view_times(body, "wait", &row->wait);
    view_times(body, "service_time", &row->service);
    rate_view(body, "within_15_min",
              (struct rate){.numerator = row->wait.within_15_min, .denominator = row->wait.count});
}

static void view_row(struct text *body, const char *key, const char *service, const char *name,
                     const struct queue_report_row *row)
{
    json_open_object(body, key);
    json_put_string(body, "service", service);
    json_put_string(body, "name", name);
    view_figures(body, row);
    json_close_object(body);
}

/* From the first half hour in which somebody came to the last. */
static void view_half_hours(struct text *body, const struct report_queue *report)
{
    int first = 0, last = HALF_HOURS - 1;
    char from[sizeof "00:00"];

    while (first < HALF_HOURS && !report->half_hours[first].issued)
        first++;
    while (last > first && !report->half_hours[last].issued)
        last--;
    json_open_array(body, "half_hours");
    for (int i = first; i < HALF_HOURS && i <= last; i++) {
        snprintf(from, sizeof from, "%02u:%02u", (unsigned)i / 2 % 24, (unsigned)i % 2 * 30);
        json_open_object(body, NULL);
        json_put_string(body, "from", from);
        view_figures(body, &report->half_hours[i]);
        json_close_object(body);
    }
    json_close_array(body);
}

static void report_answer(struct command *command)
{
    const struct report_queue *report = container_of(command, struct report_queue, command);
    const struct catalogue *catalogue = command->catalogue;
    const bool english = command->language == LANGUAGE_EN;
    struct text *body = api_answer(command, 200);

    json_open_object(body, NULL);
    json_put_date(body, "date", report->date);
    json_put_int(body, "days", report->days);
    json_put_int(body, "days_used", report->days_used);
    json_put_string_or_null(body, "site", report->site);
    json_put_instant(body, "as_of", command->now);
    json_open_array(body, "rows");
    for (int i = 0; i < catalogue->service_count; i++) {
        const struct catalogue_service *service = &catalogue->services[i];

        view_row(body, NULL, service->code,
                 english && service->name_en[0] ? service->name_en : service->name,
                 &report->rows[i]);
    }
    json_close_array(body);
    view_half_hours(body, report);
    view_row(body, "total", NULL, english ? "Total" : "Tổng cộng", &report->total);
    json_close_object(body);
}

static enum err read_inputs(const struct api_call *call, struct report_queue *report)
{
    const char *date = api_query(call, "date"), *days = api_query(call, "days");
    char *end;

    report->days = 1;
    if (days) {
        const long count = strtol(days, &end, 10);

        if (*end || end == days || count < 1 || count > REPORT_QUEUE_DAYS_MAX)
            return ERR_BAD_PARAMETER;
        report->days = (int)count;
    }
    if (!date || date_parse(date, strlen(date), &report->date) != ERR_OK ||
        !api_query_copy(call, "site", report->site, sizeof report->site))
        return ERR_BAD_PARAMETER;
    return ERR_OK;
}

enum err queue_report_api_get(struct api_call *call)
{
    struct report_queue *report =
        api_command(call, sizeof *report, report_queue_run, report_answer);

    if (!report)
        return ERR_NO_MEMORY;
    return api_read_with(report, read_inputs(call, report));
}
