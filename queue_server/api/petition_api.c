/* The register of petitions: /petitions, /reports/petitions. Rules R-553..R-556. */
#include <stdio.h>
#include <string.h>

#include "api/handlers.h"
#include "api/input.h"
#include "api/rate_view.h"
#include "api/report_input.h"
#include "usecase/petitions.h"

static void changed(struct command *command, int status)
{
    struct petition_change *change = container_of(command, struct petition_change, command);

    text_add_bytes(api_answer(command, status), change->view.data, change->view.length);
    api_answer_etag(command, change->record.version);
}

static void enter_answer(struct command *command)
{
    changed(command, 201);
}

static void act_answer(struct command *command)
{
    changed(command, 200);
}

static void after_change(struct command *command)
{
    text_release(&container_of(command, struct petition_change, command)->view);
}

static void copy_word(char out[PETITION_WORD_SIZE], const char *const *words, int index)
{
    if (index >= 0)
        snprintf(out, PETITION_WORD_SIZE, "%s", words[index]);
}

enum err petition_api_enter(struct api_call *call)
{
    static const char *const kinds[] = {"feedback", "proposal", NULL};
    static const char *const channels[] = {"counter", "phone", "online", "post", NULL};
    struct petition_change *change =
        api_command(call, sizeof *change, petition_enter_run, enter_answer);
    struct input in = input_of(call);

    if (!change)
        return ERR_NO_MEMORY;
    struct petition_record *record = &change->record;
    copy_word(record->kind, kinds, input_word(&in, "kind", true, kinds));
    copy_word(record->channel, channels, input_word(&in, "channel", true, channels));
    input_text(&in, "content", true, record->content, sizeof record->content);
    input_text(&in, "full_name", false, record->full_name, sizeof record->full_name);
    input_text(&in, "phone", false, record->phone, sizeof record->phone);
    input_bool(&in, "confidential", false, &record->confidential);
    const enum err err = input_end(&in);
    if (err != ERR_OK) {
        api_discard(change);
        return err;
    }
    api_after(change, after_change);
    return api_submit(change);
}

enum err petition_api_act(struct api_call *call)
{
    struct petition_change *change =
        api_command(call, sizeof *change, petition_act_run, act_answer);
    struct input in = input_of(call);

    if (!change)
        return ERR_NO_MEMORY;
    const int action = input_word(&in, "action", true, petition_action_names);
    input_text(&in, "text", false, change->text, sizeof change->text);
    change->action = action >= 0 ? (enum petition_action)action : PETITION_TAKE;
    change->record.id = opaque_id_parse('k', call->parameter[0]);
    change->if_match = call->if_match;
    enum err err = input_end(&in);
    if (err == ERR_OK && !change->record.id)
        err = ERR_NOT_FOUND;
    if (err != ERR_OK) {
        api_discard(change);
        return err;
    }
    api_after(change, after_change);
    return api_submit(change);
}

/* ---- reading --------------------------------------------------------------------------------- */

static void list_answer(struct command *command)
{
    struct read_petitions *read = container_of(command, struct read_petitions, command);

    api_list_answer(command, &read->items, read->next);
}

static void get_answer(struct command *command)
{
    struct read_petitions *read = container_of(command, struct read_petitions, command);

    text_add_bytes(api_answer(command, 200), read->items.data, read->items.length);
    api_answer_etag(command, read->version);
}

static void after_read(struct command *command)
{
    text_release(&container_of(command, struct read_petitions, command)->items);
}

static enum err read_filter(const struct api_call *call, struct read_petitions *read)
{
    const char *late = api_query(call, "late");
    enum petition_state state;
    int64_t after;
    const enum err err = api_list_ids(call, 'k', &read->limit, &after);

    if (err != ERR_OK)
        return err;
    read->before = after ? after : INT64_MAX;
    read->late = late && strcmp(late, "true") == 0;
    if ((late && !read->late && strcmp(late, "false") != 0) ||
        !api_query_copy(call, "state", read->state, sizeof read->state) ||
        (read->state[0] && !petition_state_from_name(read->state, &state)))
        return ERR_BAD_PARAMETER;
    return ERR_OK;
}

enum err petition_api_list(struct api_call *call)
{
    struct read_petitions *read = api_command(call, sizeof *read, read_petitions_run, list_answer);

    if (!read)
        return ERR_NO_MEMORY;
    api_after(read, after_read);
    return api_read_with(read, read_filter(call, read));
}

enum err petition_api_get(struct api_call *call)
{
    struct read_petitions *read = api_command(call, sizeof *read, read_petitions_run, get_answer);

    if (!read)
        return ERR_NO_MEMORY;
    read->id = opaque_id_parse('k', call->parameter[0]);
    api_after(read, after_read);
    return api_read_with(read, read->id ? ERR_OK : ERR_NOT_FOUND);
}

/* ---- GET /reports/petitions ------------------------------------------------------------------ */

static void report_answer(struct command *command)
{
    const struct report_petitions *report = container_of(command, struct report_petitions, command);
    struct text *body = api_answer(command, 200);

    json_open_object(body, NULL);
    json_put_date(body, "from", report->period.from);
    json_put_date(body, "to", report->period.to);
    json_put_int(body, "received", report->received);
    json_put_int(body, "feedback", report->feedback);
    json_put_int(body, "proposals", report->proposals);
    json_open_object(body, "states");
    for (int i = 0; i < PETITION_STATES; i++)
        json_put_int(body, petition_state_name((enum petition_state)i), report->states[i]);
    json_close_object(body);
    json_put_int(body, "open_late", report->open_late);
    rate_view(body, "in_time",
              (struct rate){.numerator = report->in_time, .denominator = report->received});
    json_close_object(body);
}

enum err petition_api_report(struct api_call *call)
{
    struct report_petitions *report =
        api_command(call, sizeof *report, report_petitions_run, report_answer);
    struct report_request request = {.by = ""};

    if (!report)
        return ERR_NO_MEMORY;
    enum err err = report_request_query(call, &request);
    if (err == ERR_OK)
        err = report_period_read(&request, report_today(call), &report->period);
    return api_read_with(report, err);
}
