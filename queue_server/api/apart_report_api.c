/* GET /reports/apart: what is counted beside the on-time report. */
#include "api/handlers.h"
#include "api/report_input.h"
#include "usecase/report_apart.h"

static void put_answers(struct text *body, const char *member, const struct apart_answers *answers)
{
    json_open_object(body, member);
    json_put_int(body, "in_time", answers->all - answers->late);
    json_put_int(body, "late", answers->late);
    json_close_object(body);
}

/* What crosses the boundary of the commune (phi địa giới). Rules. */
static void put_boundary(struct text *body, const struct report_apart *report)
{
    json_open_object(body, "beyond_boundary");
    json_put_int(body, "received_for_others", report->boundary.for_others);
    json_put_int(body, "received_by_others", report->boundary.by_others);
    json_put_int(body, "procedures_enabled", report->procedures.enabled);
    json_put_int(body, "procedures_published", report->procedures.published);
    json_close_object(body);
}

static void apart_answer(struct command *command)
{
    const struct report_apart *report = container_of(command, struct report_apart, command);
    struct text *body = api_answer(command, 200);

    json_open_object(body, NULL);
    json_put_date(body, "from", report->period.from);
    json_put_date(body, "to", report->period.to);
    json_put_instant(body, "as_of", report->span.at);
    json_put_bool(body, "complete", report->span.complete);
    put_answers(body, "owed", &report->owed);
    put_answers(body, "answered", &report->answered);
    json_put_int(body, "refused", report->refused);
    json_open_array(body, "refusals");
    for (int i = 0; i < report->reason_count; i++) {
        json_open_object(body, NULL);
        json_put_string(body, "reason", report->reasons[i].code);
        json_put_int(body, "amount", report->reasons[i].amount);
        json_close_object(body);
    }
    json_close_array(body);
    json_put_int(body, "supplements", report->supplements);
    json_put_int(body, "uncollected", report->uncollected);
    json_put_int(body, "corrections", report->corrections);
    json_put_int(body, "reopenings", report->reopenings);
    put_boundary(body, report);
    json_close_object(body);
}

enum err report_api_apart(struct api_call *call)
{
    struct report_apart *report = api_command(call, sizeof *report, report_apart_run, apart_answer);
    struct report_request request = {.by = ""};

    if (!report)
        return ERR_NO_MEMORY;
    enum err err = report_period_query(call, &request);
    if (err == ERR_OK)
        err = report_period_read(&request, report_today(call), &report->period);
    return api_read_with(report, err);
}
