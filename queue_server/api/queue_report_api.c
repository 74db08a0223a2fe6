/* GET /reports/queue: the waits of a business day. */
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

static void view_row(struct text *body, const char *key, const char *service, const char *name,
                     const struct queue_report_row *row)
{
    json_open_object(body, key);
    json_put_string(body, "service", service);
    json_put_string(body, "name", name);
    json_put_int(body, "issued", row->issued);
    json_put_int(body, "served", row->served);
    json_put_int(body, "no_show", row->no_show);
    json_put_int(body, "cancelled", row->cancelled);
    json_put_int(body, "waiting", row->waiting);
    view_times(body, "wait", &row->wait);
    view_times(body, "service_time", &row->service);
    rate_view(body, "within_15_min",
              (struct rate){.numerator = row->wait.within_15_min, .denominator = row->wait.count});
    json_close_object(body);
}

static void report_answer(struct command *command)
{
    const struct report_queue *report = container_of(command, struct report_queue, command);
    const struct catalogue *catalogue = command->catalogue;
    const bool english = command->language == LANGUAGE_EN;
    struct text *body = api_answer(command, 200);

    json_open_object(body, NULL);
    json_put_date(body, "date", report->date);
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
    view_row(body, "total", NULL, english ? "Total" : "Tổng cộng", &report->total);
    json_close_object(body);
}

static enum err read_inputs(const struct api_call *call, struct report_queue *report)
{
    const char *date = api_query(call, "date");

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
