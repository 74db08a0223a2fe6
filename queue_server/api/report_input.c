#include "api/report_input.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "api/input.h"

enum { DAYS_MAX = REPORT_YEARS_MAX * 366 };

enum err report_period_query(const struct api_call *call, struct report_request *out_request)
{
    return api_query_copy(call, "period", out_request->period, sizeof out_request->period) &&
                   api_query_copy(call, "from", out_request->from, sizeof out_request->from) &&
                   api_query_copy(call, "to", out_request->to, sizeof out_request->to)
               ? ERR_OK
               : ERR_BAD_PARAMETER;
}

enum err report_request_query(const struct api_call *call, struct report_request *out_request)
{
    return report_period_query(call, out_request) == ERR_OK &&
                   api_query_copy(call, "by", out_request->by, sizeof out_request->by)
               ? ERR_OK
               : ERR_BAD_PARAMETER;
}

enum err open_request_query(const struct api_call *call, struct open_request *out_request)
{
    return api_query_copy(call, "by", out_request->by, sizeof out_request->by) &&
                   api_query_copy(call, "key", out_request->key, sizeof out_request->key) &&
                   api_query_copy(call, "pending", out_request->pending,
                                  sizeof out_request->pending) &&
                   api_query_copy(call, "days_from", out_request->days_from,
                                  sizeof out_request->days_from) &&
                   api_query_copy(call, "days_to", out_request->days_to,
                                  sizeof out_request->days_to) &&
                   api_query_copy(call, "due_today", out_request->due_today,
                                  sizeof out_request->due_today)
               ? ERR_OK
               : ERR_BAD_PARAMETER;
}

/* ---- a period -------------------------------------------------------------------------------- */

static bool read_dates(const struct report_request *request, struct period *out_period)
{
    struct date from, to;

    return date_parse(request->from, strlen(request->from), &from) == ERR_OK &&
           date_parse(request->to, strlen(request->to), &to) == ERR_OK &&
           to.day - from.day <= DAYS_MAX && period_free(from, to, out_period) == ERR_OK;
}

struct date report_today(const struct api_call *call)
{
    return date_of_instant(clock_now(&api_office(call->api)->clock));
}

static enum err read_period(const struct report_request *request, struct date today,
                            struct period *out_period)
{
    const struct civil civil = date_civil(today);
    const bool dated = request->from[0] || request->to[0];

    if (request->period[0])
        return dated ? ERR_BAD_VALUE : period_parse(request->period, out_period);
    if (!dated)
        return period_make(PERIOD_MONTH, civil.year, civil.month, out_period);
    return read_dates(request, out_period) ? ERR_OK : ERR_BAD_VALUE;
}

enum err report_period_read(const struct report_request *request, struct date today,
                            struct period *out_period)
{
    return read_period(request, today, out_period) == ERR_OK ? ERR_OK : ERR_BAD_PARAMETER;
}

enum err report_request_read(const struct report_request *request, struct date today,
                             struct period *out_period, enum report_by *out_by)
{
    return read_period(request, today, out_period) == ERR_OK &&
                   report_by_from_name(request->by, out_by) == ERR_OK
               ? ERR_OK
               : ERR_BAD_PARAMETER;
}

/* ---- a cell of the strip --------------------------------------------------------------------- */

/* False for what is no number of days; `out_has` tells whether there is one. */
static bool read_days(const char *text, bool *out_has, int32_t *out_days)
{
    char *end;

    *out_has = text[0] != '\0';
    if (!*out_has)
        return true;
    const long days = strtol(text, &end, 10);
    if (*end || end == text || days < -LIST_OPEN_DAYS_MAX || days > LIST_OPEN_DAYS_MAX)
        return false;
    *out_days = (int32_t)days;
    return true;
}

static bool read_pending(const char *text, struct open_filter *filter)
{
    for (int i = PENDING_IN_TIME; i <= PENDING_PAUSED; i++)
        if (strcmp(text, pending_name((enum pending)i)) == 0) {
            filter->has_pending = true;
            filter->pending = (enum pending)i;
        }
    return filter->has_pending || !text[0];
}

enum err open_request_read(const struct open_request *request, struct open_filter *out_filter)
{
    struct open_filter filter = {.by = REPORT_BY_FIELD};

    if ((request->by[0] && report_by_from_name(request->by, &filter.by) != ERR_OK) ||
        !read_days(request->days_from, &filter.has_from, &filter.days_from) ||
        !read_days(request->days_to, &filter.has_to, &filter.days_to) ||
        !read_pending(request->pending, &filter))
        return ERR_BAD_PARAMETER;
    if (request->due_today[0] && strcmp(request->due_today, "true") != 0)
        return ERR_BAD_PARAMETER;
    filter.due_today = request->due_today[0] != '\0';
    filter.nobody = strcmp(request->key, "-") == 0; /* no code is a hyphen alone */
    if (!filter.nobody)
        memcpy(filter.key, request->key, sizeof filter.key);
    *out_filter = filter;
    return ERR_OK;
}

/* ---- bodies ---------------------------------------------------------------------------------- */

enum err report_body_read(struct api_call *call, struct period *out_period, enum report_by *out_by)
{
    struct report_request request = {.by = ""};
    struct input in = input_of(call);

    input_text(&in, "period", false, request.period, sizeof request.period);
    input_text(&in, "from", false, request.from, sizeof request.from);
    input_text(&in, "to", false, request.to, sizeof request.to);
    input_text(&in, "by", true, request.by, sizeof request.by);
    if (report_by_from_name(request.by, out_by) != ERR_OK)
        input_fault(&in, "by", ERR_BAD_VALUE);
    else if (report_request_read(&request, report_today(call), out_period, out_by) != ERR_OK)
        input_fault(&in, request.period[0] ? "period" : "from", ERR_BAD_VALUE);
    return input_end(&in);
}

enum err book_body_read(struct api_call *call, char out_field[DOSSIER_NAME_SIZE],
                        struct period *out_period)
{
    struct report_request request = {.by = ""};
    struct input in = input_of(call);

    input_text(&in, "field", true, out_field, DOSSIER_NAME_SIZE);
    input_text(&in, "period", false, request.period, sizeof request.period);
    input_text(&in, "from", false, request.from, sizeof request.from);
    input_text(&in, "to", false, request.to, sizeof request.to);
    if (report_period_read(&request, report_today(call), out_period) != ERR_OK)
        input_fault(&in, request.period[0] ? "period" : "from", ERR_BAD_VALUE);
    return input_end(&in);
}

/* A number of days as the query would have it. */
static void days_of_body(struct input *in, const char *key, char *out, size_t size)
{
    int64_t days = INT64_MIN;

    input_int(in, key, false, -LIST_OPEN_DAYS_MAX, LIST_OPEN_DAYS_MAX, &days);
    if (days != INT64_MIN)
        snprintf(out, size, "%d", (int)days);
}

enum err open_body_read(struct api_call *call, struct open_filter *out_filter)
{
    struct open_request request = {.by = ""};
    struct input in = input_of(call);
    bool due_today = false;
    enum report_by by;

    input_text(&in, "by", false, request.by, sizeof request.by);
    input_text(&in, "key", false, request.key, sizeof request.key);
    input_text(&in, "pending", false, request.pending, sizeof request.pending);
    days_of_body(&in, "days_from", request.days_from, sizeof request.days_from);
    days_of_body(&in, "days_to", request.days_to, sizeof request.days_to);
    input_bool(&in, "due_today", false, &due_today);
    if (request.by[0] && report_by_from_name(request.by, &by) != ERR_OK)
        input_fault(&in, "by", ERR_BAD_VALUE);
    else if (open_request_read(&request, out_filter) != ERR_OK)
        input_fault(&in, "pending", ERR_BAD_VALUE);
    out_filter->due_today = due_today;
    return input_end(&in);
}
