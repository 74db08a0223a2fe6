/* How satisfied people are: ratings by link, what is published, the report of managers. */
#include <stdio.h>
#include <string.h>

#include "api/handlers.h"
#include "api/input.h"
#include "api/rate_view.h"
#include "api/report_input.h"
#include "api/satisfaction_view.h"
#include "usecase/rate_visit.h"
#include "usecase/read_satisfaction.h"

enum { DAYS_MAX = 10 * 366 };

/* ---- POST /public/tickets/{token}/rating, /public/dossiers/{code}/rating ----------------------
 */

static void put_reasons(struct text *body, unsigned reasons)
{
    json_open_array(body, "reasons");
    for (int i = 0; i < RATING_REASON_COUNT; i++)
        if (reasons & 1u << i)
            json_put_string(body, NULL, rating_reason_name((enum rating_reason)i));
    json_close_array(body);
}

static void rate_answer(struct command *command)
{
    const struct rate_visit *rate = container_of(command, struct rate_visit, command);
    struct text *body = api_answer(command, 201);

    json_open_object(body, NULL);
    json_put_int(body, "level", rate->rating.level);
    put_reasons(body, rate->rating.reasons);
    json_put_bool(body, "assisted", rate->record.assisted);
    json_close_object(body);
}

static void rate_after(struct command *command)
{
    api_link_tried(api_call_of(command), command->err);
}

static void read_reasons(struct input *in, unsigned *out_reasons)
{
    const json_t *array = input_array(in, "reasons", false, RATING_REASON_COUNT);

    for (size_t i = 0; i < json_array_size(array); i++) {
        const size_t faults = in->facts->fields.length;
        char word[40], place[sizeof "reasons/" + 20];
        enum rating_reason reason;

        input_element_text(in, "reasons", array, i, word, sizeof word);
        if (in->facts->fields.length != faults)
            continue;
        snprintf(place, sizeof place, "reasons/%zu", i);
        if (rating_reason_from_name(word, &reason))
            *out_reasons |= 1u << reason;
        else
            input_fault(in, place, ERR_BAD_VALUE);
    }
}

static enum err rate(struct api_call *call, bool dossier)
{
    struct rate_visit *visit = api_command(call, sizeof *visit, rate_visit_run, rate_answer);
    struct input in = input_of(call);
    enum err err = api_link_allowed(call);
    int64_t level = 0;

    if (!visit)
        return ERR_NO_MEMORY;
    if (dossier)
        input_text(&in, "secret", true, visit->secret, sizeof visit->secret);
    input_int(&in, "level", true, LEVEL_LEAST, LEVEL_MOST, &level);
    read_reasons(&in, &visit->rating.reasons);
    visit->rating.level = (int)level;
    const enum err fields = input_end(&in);
    if (err == ERR_OK)
        err = fields;
    if (err == ERR_OK && dossier && strlen(call->parameter[0]) >= sizeof visit->code)
        err = ERR_NOT_FOUND;
    if (err != ERR_OK) {
        api_discard(visit);
        return err;
    }
    if (dossier)
        memcpy(visit->code, call->parameter[0], strlen(call->parameter[0]) + 1);
    else
        public_api_token(call->parameter[0], visit->token);
    api_after(visit, rate_after);
    return api_submit(visit);
}

enum err satisfaction_api_rate_ticket(struct api_call *call)
{
    return rate(call, false);
}

enum err satisfaction_api_rate_dossier(struct api_call *call)
{
    return rate(call, true);
}

/* ---- GET /public/satisfaction ---------------------------------------------------------------- */

static void public_answer(struct command *command)
{
    struct read_satisfaction *read = container_of(command, struct read_satisfaction, command);

    satisfaction_view_public(api_answer(command, 200), NULL, read);
}

static void after_read(struct command *command)
{
    satisfaction_release(container_of(command, struct read_satisfaction, command));
}

static bool read_date(const struct api_call *call, const char *name, struct date *out_date)
{
    const char *text = api_query(call, name);

    return text && date_parse(text, strlen(text), out_date) == ERR_OK;
}

static enum err read_period(const struct api_call *call, struct period *out_period)
{
    struct date from, to;

    if (!read_date(call, "from", &from) || !read_date(call, "to", &to) ||
        to.day - from.day > DAYS_MAX || period_free(from, to, out_period) != ERR_OK)
        return ERR_BAD_PARAMETER;
    return ERR_OK;
}

enum err satisfaction_api_public(struct api_call *call)
{
    struct read_satisfaction *read =
        api_command(call, sizeof *read, read_satisfaction_run, public_answer);
    const bool asked = api_query(call, "from") || api_query(call, "to");

    if (!read)
        return ERR_NO_MEMORY;
    read->published = true;
    api_after(read, after_read);
    return api_read_with(read, asked ? read_period(call, &read->period) : ERR_OK);
}

/* ---- GET /reports/satisfaction --------------------------------------------------------------- */

static void report_answer(struct command *command)
{
    struct read_satisfaction *read = container_of(command, struct read_satisfaction, command);

    satisfaction_view_report(api_answer(command, 200), read);
}

enum err satisfaction_api_report(struct api_call *call)
{
    struct read_satisfaction *read =
        api_command(call, sizeof *read, read_satisfaction_run, report_answer);
    struct report_request request = {.by = ""};

    if (!read)
        return ERR_NO_MEMORY;
    enum err err = report_request_query(call, &request);
    if (err == ERR_OK)
        err = report_period_read(&request, report_today(call), &read->period);
    if (err == ERR_OK && !satisfaction_by_from_name(request.by, &read->by))
        err = ERR_BAD_PARAMETER;
    api_after(read, after_read);
    return api_read_with(read, err);
}
