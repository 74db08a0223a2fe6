/* GET /log and /log/check: the append-only log, for inspector and administrator. Rules R-709,
 * */
#include <stdlib.h>
#include <string.h>

#include "api/handlers.h"
#include "usecase/check_log.h"
#include "usecase/read_log.h"

enum { TEXT_MAX_BYTES = 60, SEQ_DIGITS_MAX = 16 };

/* The largest number that every JSON reader holds exactly: no row has a greater one. */
#define SEQ_MAX INT64_C(9007199254740991)

static void log_answer(struct command *command)
{
    struct read_log *read = container_of(command, struct read_log, command);

    api_list_answer(command, &read->items, read->next);
}

static void after_log(struct command *command)
{
    text_release(&container_of(command, struct read_log, command)->items);
}

/* A number of a row: digits only, at most SEQ_MAX. */
static bool parse_seq(const char *text, int64_t *out_seq)
{
    const size_t length = strlen(text);

    if (length == 0 || length > SEQ_DIGITS_MAX || text[strspn(text, "0123456789")])
        return false;
    const int64_t seq = strtoll(text, NULL, 10);

    if (seq > SEQ_MAX)
        return false;
    *out_seq = seq;
    return true;
}

/* A text that rows are compared with; one longer than any in the log finds nothing. */
static enum err read_text(const struct api_call *call, const char *name, char *out, size_t size)
{
    const char *text = api_query(call, name);

    if (!text)
        return ERR_OK;
    if (!text[0] || strlen(text) > TEXT_MAX_BYTES)
        return ERR_BAD_PARAMETER;
    const bool fits = strlen(text) < size;
    memcpy(out, fits ? text : "-", fits ? strlen(text) + 1 : 2);
    return ERR_OK;
}

/* The beginning of a day, `days` after the date that was asked for. */
static enum err read_day(const struct api_call *call, const char *name, int days,
                         struct instant *out_instant)
{
    const char *text = api_query(call, name);
    struct date date;

    *out_instant = instant_none();
    if (!text)
        return ERR_OK;
    if (date_parse(text, strlen(text), &date) != ERR_OK)
        return ERR_BAD_PARAMETER;
    *out_instant = instant_on_date(date_plus(date, days), 0);
    return ERR_OK;
}

static enum err read_order(const struct api_call *call, struct read_log *read)
{
    const char *order = api_query(call, "order");

    read->newest_first = order && strcmp(order, "newest") == 0;
    return !order || read->newest_first || strcmp(order, "oldest") == 0 ? ERR_OK
                                                                        : ERR_BAD_PARAMETER;
}

static enum err read_bounds(const struct api_call *call, struct read_log *read)
{
    const char *after = api_query(call, "after"), *before = api_query(call, "before");
    char ignored[CURSOR_SIZE];

    if (api_list_codes(call, &read->limit, ignored) != ERR_OK || /* `after` is a number here */
        (after && !parse_seq(after, &read->after)) ||
        (before && (!parse_seq(before, &read->before) || read->before == 0)))
        return ERR_BAD_PARAMETER;
    return ERR_OK;
}

static enum err read_inputs(const struct api_call *call, struct read_log *read)
{
    enum err err = read_bounds(call, read);

    if (err == ERR_OK)
        err = read_text(call, "subject", read->subject, sizeof read->subject);
    if (err == ERR_OK)
        err = read_text(call, "kind", read->kind, sizeof read->kind);
    if (err == ERR_OK)
        err = read_text(call, "actor", read->actor, sizeof read->actor);
    if (err == ERR_OK)
        err = read_day(call, "from", 0, &read->from);
    if (err == ERR_OK)
        err = read_day(call, "to", 1, &read->to);
    if (err == ERR_OK)
        err = read_order(call, read);
    return err;
}

enum err log_api_read(struct api_call *call)
{
    struct read_log *read = api_command(call, sizeof *read, read_log_run, log_answer);

    if (!read)
        return ERR_NO_MEMORY;
    api_after(read, after_log);
    return api_read_with(read, read_inputs(call, read));
}

/* ---- GET /log/check -------------------------------------------------------------------------- */

static void view_breaks(struct text *body, unsigned breaks)
{
    json_open_array(body, "breaks");
    if (breaks & CHAIN_GAP)
        json_put_string(body, NULL, "gap");
    if (breaks & CHAIN_TIME)
        json_put_string(body, NULL, "time");
    if (breaks & CHAIN_HASH)
        json_put_string(body, NULL, "hash");
    json_close_array(body);
}

static void check_answer(struct command *command)
{
    const struct check_log *check = container_of(command, struct check_log, command);
    struct text *body = api_answer(command, 200);

    json_open_object(body, NULL);
    json_put_int(body, "after", check->after);
    json_put_int(body, "to", check->to);
    json_put_int(body, "last", check->last);
    json_put_bool(body, "complete", !check->breaks && check->to >= check->last);
    if (check->breaks) {
        json_open_object(body, "fault");
        json_put_int(body, "seq", check->broken);
        view_breaks(body, check->breaks);
        json_close_object(body);
    } else {
        json_put_null(body, "fault");
    }
    if (check->to)
        json_put_hex(body, "hash", check->hash, DIGEST_SIZE);
    else
        json_put_null(body, "hash");
    json_close_object(body);
}

enum err log_api_check(struct api_call *call)
{
    struct check_log *check = api_command(call, sizeof *check, check_log_run, check_answer);
    const char *after = api_query(call, "after");

    if (!check)
        return ERR_NO_MEMORY;
    check->most = LOG_SLICE_MAX;
    return api_read_with(check,
                         after && !parse_seq(after, &check->after) ? ERR_BAD_PARAMETER : ERR_OK);
}
