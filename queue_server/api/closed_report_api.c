/* Closed reports: POST and GET /reports/closed, GET /reports/closed/{kind}/{from}. Loop thread.
 * Rules R-312..R-315. */
#include <stdlib.h>
#include <string.h>

#include "api/handlers.h"
#include "api/input.h"
#include "usecase/close_report.h"
#include "usecase/read_closed_report.h"

enum { VERSION_DIGITS_MAX = 6 };

/* "month" ...: a name that fits. */
static bool read_kind(const char *text, char out_kind[REPORT_KIND_SIZE])
{
    const size_t length = strlen(text);
    enum period_kind kind;

    if (length >= REPORT_KIND_SIZE || period_kind_from_name(text, length, &kind) != ERR_OK)
        return false;
    memcpy(out_kind, text, length + 1);
    return true;
}

/* ---- POST /reports/closed -------------------------------------------------------------------- */

static void close_answer(struct command *command)
{
    struct close_report *close = container_of(command, struct close_report, command);

    closed_report_view(api_answer(command, 201), &close->report, true);
    closed_report_release(&close->report);
}

/* "month:2026-3": its kind and the period. */
static bool read_name(const char *name, struct close_report *close)
{
    const char *colon = strchr(name, ':');
    char kind[REPORT_KIND_SIZE];

    if (!colon || (size_t)(colon - name) >= sizeof kind)
        return false;
    memcpy(kind, name, (size_t)(colon - name));
    kind[colon - name] = '\0';
    return read_kind(kind, close->kind) && period_parse(name, &close->period) == ERR_OK;
}

enum err closed_report_api_close(struct api_call *call)
{
    struct close_report *close = api_command(call, sizeof *close, close_report_run, close_answer);
    struct input in = input_of(call);
    char name[REPORT_KIND_SIZE + 16] = "";

    if (!close)
        return ERR_NO_MEMORY;
    input_text(&in, "period", true, name, sizeof name);
    if (name[0] && !read_name(name, close))
        input_fault(&in, "period", ERR_BAD_VALUE);
    const enum err err = input_end(&in);
    if (err != ERR_OK) {
        api_discard(close);
        return err;
    }
    return api_submit(close);
}

/* ---- GET /reports/closed --------------------------------------------------------------------- */

static void list_answer(struct command *command)
{
    struct list_closed_reports *list = container_of(command, struct list_closed_reports, command);
    char next[DATE_TEXT_SIZE];

    date_format(list->last, next);
    api_list_answer(command, &list->items, list->more ? next : NULL);
}

static void after_list(struct command *command)
{
    text_release(&container_of(command, struct list_closed_reports, command)->items);
}

static enum err read_list(const struct api_call *call, struct list_closed_reports *list)
{
    const char *kind = api_query(call, "kind");
    char after[CURSOR_SIZE];
    const enum err err = api_list_codes(call, &list->limit, after);

    if (err != ERR_OK)
        return err;
    if (!kind || !read_kind(kind, list->kind))
        return ERR_BAD_PARAMETER;
    list->before = (struct date){INT32_MAX};
    if (after[0] && date_parse(after, strlen(after), &list->before) != ERR_OK)
        return ERR_BAD_CURSOR;
    return ERR_OK;
}

enum err closed_report_api_list(struct api_call *call)
{
    struct list_closed_reports *list =
        api_command(call, sizeof *list, list_closed_reports_run, list_answer);

    if (!list)
        return ERR_NO_MEMORY;
    api_after(list, after_list);
    return api_read_with(list, read_list(call, list));
}

/* ---- GET /reports/closed/{kind}/{from} ------------------------------------------------------- */

static void get_answer(struct command *command)
{
    struct read_closed_report *read = container_of(command, struct read_closed_report, command);

    closed_report_view(api_answer(command, 200), &read->report, true);
    closed_report_release(&read->report);
}

static enum err read_version(const struct api_call *call, int *out_version)
{
    const char *text = api_query(call, "version");
    const size_t length = text ? strlen(text) : 0;

    *out_version = CLOSED_REPORT_NEWEST;
    if (!text)
        return ERR_OK;
    if (length == 0 || length > VERSION_DIGITS_MAX || text[strspn(text, "0123456789")])
        return ERR_BAD_PARAMETER;
    *out_version = (int)strtol(text, NULL, 10);
    return *out_version > 0 ? ERR_OK : ERR_BAD_PARAMETER;
}

static enum err read_place(const struct api_call *call, struct read_closed_report *read)
{
    const char *from = call->parameter[1];
    const enum err err = read_version(call, &read->version);

    if (err != ERR_OK)
        return err;
    if (!read_kind(call->parameter[0], read->kind) ||
        date_parse(from, strlen(from), &read->from) != ERR_OK)
        return ERR_NOT_FOUND;
    return ERR_OK;
}

enum err closed_report_api_get(struct api_call *call)
{
    struct read_closed_report *read =
        api_command(call, sizeof *read, read_closed_report_run, get_answer);

    if (!read)
        return ERR_NO_MEMORY;
    return api_read_with(read, read_place(call, read));
}
