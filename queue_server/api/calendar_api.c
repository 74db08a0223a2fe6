/* The working calendar: /calendar, its versions, amendments and the confirmation of a year. */
#include <stdlib.h>
#include <string.h>

#include "api/calendar_follow.h"
#include "api/handlers.h"
#include "api/input.h"
#include "usecase/amend_calendar.h"
#include "usecase/calendar_view.h"

/* ---- GET ------------------------------------------------------------------------------------- */

static void get_answer(struct command *command)
{
    const struct read_calendar *read = container_of(command, struct read_calendar, command);

    calendar_view(api_answer(command, 200), NULL, read);
    api_answer_etag(command, read->calendar->row.version);
}

enum err calendar_api_get(struct api_call *call)
{
    struct read_calendar *read = api_command(call, sizeof *read, read_calendar_run, get_answer);

    return read ? api_read(read) : ERR_NO_MEMORY;
}

static void versions_answer(struct command *command)
{
    struct read_calendar_versions *read =
        container_of(command, struct read_calendar_versions, command);

    api_answer_take(command, 200, &read->body);
}

static void after_versions(struct command *command)
{
    text_release(&container_of(command, struct read_calendar_versions, command)->body);
}

enum err calendar_api_versions(struct api_call *call)
{
    struct read_calendar_versions *read =
        api_command(call, sizeof *read, read_calendar_versions_run, versions_answer);

    if (!read)
        return ERR_NO_MEMORY;
    api_after(read, after_versions);
    return api_read(read);
}

/* ---- PUT /calendar --------------------------------------------------------------------------- */

static void answer_change(struct command *command, const struct entered_calendar *entered)
{
    struct text *body = api_answer(command, 200);
    const struct calendar_apply_row *apply = &entered->apply;

    json_open_object(body, NULL);
    json_put_int(body, "version", entered->version);
    json_put_bool(body, "changed", entered->changed);
    json_put_null(body, "token");
    calendar_view_moves(body, "moves", entered->version, &apply->moves,
                        !entered->changed || !instant_is_none(apply->ended_at));
    json_close_object(body);
    api_answer_etag(command, entered->version);
}

static void amend_answer(struct command *command)
{
    answer_change(command, &container_of(command, struct amend_calendar, command)->entered);
}

/* The dossiers of the first slice have followed; the others do from now on. */
static void go_on(struct command *command)
{
    if (command->err == ERR_OK)
        calendar_follow_start(command->office, NULL, NULL);
}

static void after_amend(struct command *command)
{
    free((char *)container_of(command, struct amend_calendar, command)->from.json);
    go_on(command);
}

static void dry_run_answer(struct command *command)
{
    const struct calendar_dry_run *run = container_of(command, struct calendar_dry_run, command);
    struct text *body = api_answer(command, 200);

    json_open_object(body, NULL);
    json_put_int(body, "version", run->base_version);
    json_put_bool(body, "changed", run->changes);
    json_put_string(body, "token", run->token);
    calendar_view_moves(body, "moves", run->base_version, &run->moves, true);
    json_close_object(body);
    if (run->base_version)
        api_answer_etag(command, run->base_version);
}

static void after_dry_run(struct command *command)
{
    free((char *)container_of(command, struct calendar_dry_run, command)->from.json);
}

/* What the body says; `out_from->json` is of malloc. */
static enum err read_body(struct api_call *call, struct calendar_source_text *out_from,
                          char token[CALENDAR_TOKEN_SIZE])
{
    struct input in = input_of(call);
    const json_t *document = input_object(&in, "document", false).object;
    enum err err;

    *out_from = (struct calendar_source_text){.pointer = "/document"};
    input_int(&in, "version", !document, 1, INT32_MAX, &out_from->version);
    input_text(&in, "token", false, token, CALENDAR_TOKEN_SIZE);
    if (document && input_has(&in, "version"))
        input_fault(&in, "version", ERR_BAD_VALUE);
    err = input_end(&in);
    if (err != ERR_OK || !document)
        return err;
    char *json = json_dumps(document, JSON_COMPACT);
    out_from->json = json;
    out_from->length = json ? strlen(json) : 0;
    return json ? ERR_OK : ERR_NO_MEMORY;
}

static enum err start_dry_run(struct api_call *call, const struct calendar_source_text *from)
{
    struct calendar_dry_run *run = api_command(call, sizeof *run, NULL, dry_run_answer);

    if (!run)
        return ERR_NO_MEMORY;
    run->from = *from;
    run->expected_version = call->if_match;
    api_after(run, after_dry_run);
    const enum err err = calendar_dry_run_start(run);
    if (err != ERR_OK)
        api_discard(run);
    return err;
}

static enum err start_amend(struct api_call *call, const struct calendar_source_text *from,
                            const char token[CALENDAR_TOKEN_SIZE])
{
    struct amend_calendar *amend =
        api_command(call, sizeof *amend, amend_calendar_run, amend_answer);

    if (!amend)
        return ERR_NO_MEMORY;
    amend->from = *from;
    memcpy(amend->token, token, sizeof amend->token);
    amend->expected_version = call->if_match;
    api_after(amend, after_amend);
    return api_submit(amend);
}

enum err calendar_api_amend(struct api_call *call)
{
    char token[CALENDAR_TOKEN_SIZE] = "";
    struct calendar_source_text from = {.json = NULL};
    bool dry_run;
    enum err err = api_query_dry_run(call, &dry_run);

    if (err == ERR_OK)
        err = read_body(call, &from, token);
    if (err == ERR_OK)
        err = dry_run ? start_dry_run(call, &from) : start_amend(call, &from, token);
    if (err != ERR_OK)
        free((char *)from.json);
    return err;
}

/* ---- POST /calendar/years/{year}/confirm ----------------------------------------------------- */

static void confirm_answer(struct command *command)
{
    answer_change(command, &container_of(command, struct confirm_year, command)->entered);
}

enum err calendar_api_confirm(struct api_call *call)
{
    struct confirm_year *confirm =
        api_command(call, sizeof *confirm, confirm_year_run, confirm_answer);
    const char *year = call->parameter[0];
    enum err err;

    if (!confirm)
        return ERR_NO_MEMORY;
    struct input in = input_of(call);
    input_text(&in, "decree", true, confirm->decree, sizeof confirm->decree);
    err = input_end(&in);
    if (err == ERR_OK && (strlen(year) != 4 || strspn(year, "0123456789") != 4))
        err = ERR_NOT_FOUND;
    if (err != ERR_OK) {
        api_discard(confirm);
        return err;
    }
    confirm->year = (int)strtol(year, NULL, 10);
    confirm->expected_version = call->if_match;
    api_after(confirm, go_on);
    return api_submit(confirm);
}
