/* Dossiers: intake, actions, reading, lists, and the holder's look-up. */
#include <string.h>

#include "api/dossier_input.h"
#include "api/handlers.h"
#include "usecase/agency_plan.h"
#include "usecase/read_dossier.h"

/* ---- POST /dossiers
 * ------------------------------------------------------------------------------ */

static void open_answer(struct command *command)
{
    struct open_dossier *open = container_of(command, struct open_dossier, command);

    api_answer_take(command, open->dry_run ? 200 : 201, &open->body);
    if (!open->dry_run)
        api_answer_etag(command, open->version);
}

static void after_open(struct command *command)
{
    text_release(&container_of(command, struct open_dossier, command)->body);
}

static void after_intake(struct command *command)
{
    after_open(command);
    api_after_print(command);
}

static void read_people(struct input *in, struct open_dossier *open)
{
    input_applicant(in, "applicant", &open->people[PART_APPLICANT]);
    input_representative(in, "representative", &open->people[PART_REPRESENTATIVE]);
    input_text(in, "content", false, open->people[PART_APPLICANT].content,
               sizeof open->people[PART_APPLICANT].content);
}

/* What belongs to one kind of intake only must be there with it. */
static void read_intake(struct input *in, struct open_dossier *open)
{
    static const char *const words[] = {"accept", "arrive", "request_supplement", "refuse", NULL};
    static const enum dossier_action actions[] = {ACTION_ACCEPT, ACTION_ARRIVE,
                                                  ACTION_REQUEST_SUPPLEMENT, ACTION_REFUSE};
    const int intake = input_word(in, "intake", true, words);

    open->intake = intake < 0 ? ACTION_ACCEPT : actions[intake];
    struct input supplement =
        input_object(in, "supplement", open->intake == ACTION_REQUEST_SUPPLEMENT);
    if (supplement.object) {
        input_supplement(&supplement, &open->supplement);
        input_acting_reason(&supplement, &open->command);
        input_close(&supplement);
    }
    struct input refusal = input_object(in, "refusal", open->intake == ACTION_REFUSE);
    if (refusal.object) {
        input_refusal(&refusal, &open->refusal);
        input_acting_reason(&refusal, &open->command);
        input_close(&refusal);
    }
}

static void read_open(struct input *in, struct open_dossier *open)
{
    static const char *const channels[] = {"counter", "online", "post", NULL};
    static const enum channel of_channel[] = {CHANNEL_COUNTER, CHANNEL_ONLINE, CHANNEL_POST};
    static const char *const deliveries[] = {"counter", "post", "online", NULL};

    input_text(in, "procedure", true, open->procedure, sizeof open->procedure);
    read_people(in, open);
    open->document_count = input_documents(in, "documents", true, open->documents);
    open->fee_count = input_fees(in, "fees", open->fees);
    const int channel = input_word(in, "channel", true, channels);
    open->channel = of_channel[channel < 0 ? 0 : channel];
    input_text(in, "external_code", false, open->external_code, sizeof open->external_code);
    open->ticket = input_id(in, "ticket", false, 't');
    input_text(in, "competent_agency", false, open->competent_agency,
               sizeof open->competent_agency);
    const int delivery = input_word(in, "result_delivery", true, deliveries);
    memcpy(open->delivery, deliveries[delivery < 0 ? 0 : delivery],
           strlen(deliveries[delivery < 0 ? 0 : delivery]) + 1);
    read_intake(in, open);
    input_acting_reason(in, &open->command);
}

/* ---- POST /print-previews -------------------------------------------------------------------- */

static void take_preview(struct command *command, struct api_call *call)
{
    const struct text *job = &command->answer.body;

    if (call->api->preview)
        call->api->preview(call, job->data, job->length, call->api->preview_data);
    else
        api_reply_problem(call, ERR_CLOSED); /* the server is stopping */
}

enum err dossier_api_preview(struct api_call *call)
{
    struct open_dossier *open = api_command(call, sizeof *open, open_dossier_run, open_answer);
    struct input in = input_of(call);

    if (!open)
        return ERR_NO_MEMORY;
    open->dry_run = open->preview = true;
    read_open(&in, open);
    const enum err err = input_end(&in);
    if (err == ERR_OK && !call->api->preview) {
        api_discard(open);
        return ERR_PRINTER;
    }
    api_after(open, after_open);
    api_take(open, take_preview);
    return api_read_with(open, err);
}

enum err dossier_api_open(struct api_call *call)
{
    struct open_dossier *open = api_command(call, sizeof *open, open_dossier_run, open_answer);
    struct input in = input_of(call);
    enum err err;

    if (!open)
        return ERR_NO_MEMORY;
    err = api_query_dry_run(call, &open->dry_run);
    if (err == ERR_OK) {
        read_open(&in, open);
        err = input_end(&in);
    }
    if (err != ERR_OK) {
        api_discard(open);
        return err;
    }
    api_after(open, after_intake);
    return open->dry_run ? api_read(open) : api_submit(open);
}

/* ---- POST /dossiers/{dossier}/<action>
 * ------------------------------------------------------------- */

static void move_answer(struct command *command)
{
    struct move_dossier *move = container_of(command, struct move_dossier, command);

    api_answer_take(command, 200, &move->body);
    api_answer_etag(command, move->version);
}

static void after_move(struct command *command)
{
    text_release(&container_of(command, struct move_dossier, command)->body);
    api_after_print(command);
}

static void read_receiver(struct input *in, struct move_dossier *move)
{
    input_text(in, "unit", false, move->unit, sizeof move->unit);
    input_text(in, "account", false, move->account, sizeof move->account);
    if (!input_has(in, "unit") && !input_has(in, "account"))
        input_fault(in, "unit", ERR_MISSING_FIELD);
    input_text(in, "note", false, move->note, sizeof move->note);
    move->scan_count = input_scans(in, "scans", move->scans);
}

static void read_accept(struct input *in, struct move_dossier *move)
{
    move->documents_given = input_has(in, "documents");
    move->fees_given = input_has(in, "fees");
    move->document_count = input_documents(in, "documents", false, move->documents);
    move->fee_count = input_fees(in, "fees", move->fees);
}

static void read_decision(struct input *in, struct move_dossier *move)
{
    static const char *const outcomes[] = {"approved", "rejected", "returned", NULL};
    const int outcome = input_word(in, "outcome", true, outcomes);

    if (outcome >= 0)
        memcpy(move->outcome, outcomes[outcome], strlen(outcomes[outcome]) + 1);
    input_needed_text(in, "title", move->title, sizeof move->title);
    input_text(in, "number", false, move->number, sizeof move->number);
    input_file(in, "file", false, move->file, sizeof move->file);
}

static void read_payment(struct input *in, struct move_dossier *move)
{
    input_file(in, "notice", false, move->notice, sizeof move->notice);
    input_text(in, "line", true, move->line, sizeof move->line);
    input_int(in, "amount", true, 1, INT64_C(100000000000), &move->amount);
    input_free_text(in, "note", move->note, sizeof move->note);
}

/* May the director do it for another role, so that he says why? */
static bool takes_acting_reason(enum dossier_action action)
{
    switch ((int)action) {
    case ACTION_HAND_OVER:
    case ACTION_CONFIRM:
    case ACTION_DECLINE:
    case ACTION_RECALL:
    case ACTION_REASSIGN:
    case ACTION_REQUEST_PAYMENT:
    case ACTION_APOLOGISE:
    case ACTION_EXTEND:
    case ACTION_REOPEN:
    case ACTION_ASK_CORRECTION:
    case ACTION_CORRECT:
    case ACTION_SIGN:
    case ACTION_ISSUE_RESULT:
    case ACTION_DENY_WITHDRAWAL:
        return false;
    default:
        return true;
    }
}

static void read_forward(struct input *in, struct move_dossier *move)
{
    const json_t *array = input_array(in, "steps", true, AGENCY_STEPS_MAX);

    move->agency_row_count = (int)json_array_size(array);
    for (int i = 0; i < move->agency_row_count; i++) {
        struct input element = input_element(in, "steps", array, (size_t)i);
        int64_t row = 0;

        if (!element.object)
            continue;
        input_int(&element, "row", true, AGENCY_PLAN_DECIDES, 1000, &row);
        move->agency_rows[i] = (int)row;
        input_close(&element);
    }
    input_free_text(in, "note", move->note, sizeof move->note);
}

static void read_step_result(struct input *in, struct move_dossier *move)
{
    int64_t step = 0;

    input_int(in, "step", true, 1, 1000, &step);
    move->agency_step = (int)step;
    input_free_text(in, "note", move->note, sizeof move->note);
    struct input decision = input_object(in, "decision", false);
    if (decision.object) {
        read_decision(&decision, move);
        input_close(&decision);
    }
}

/* The actions beside the main path. */
static void read_further(struct input *in, struct move_dossier *move)
{
    switch ((int)move->action) {
    case ACTION_REASSIGN:
        input_text(in, "account", true, move->account, sizeof move->account);
        input_needed_text(in, "reason", move->reason, sizeof move->reason);
        break;
    case ACTION_ASK_CORRECTION:
        input_text(in, "field", true, move->field, sizeof move->field);
        input_text(in, "value", true, move->value, sizeof move->value);
        input_needed_text(in, "reason", move->reason, sizeof move->reason);
        break;
    case ACTION_CORRECT:
        input_int(in, "correction", true, 1, INT64_C(999999999999999), &move->correction);
        input_needed_text(in, "reason", move->reason, sizeof move->reason);
        break;
    case ACTION_FORWARD:
        read_forward(in, move);
        break;
    case ACTION_STEP_RESULT:
        read_step_result(in, move);
        break;
    case ACTION_REQUEST_PAYMENT:
        read_payment(in, move);
        break;
    case ACTION_SUSPEND:
        move->basis = input_word(in, "basis", false, dossier_suspension_bases);
        input_free_text(in, "reason", move->reason, sizeof move->reason);
        break;
    case ACTION_APOLOGISE:
        input_instant(in, "new_time", true, &move->new_time);
        input_text(in, "reason", true, move->reason, sizeof move->reason);
        break;
    case ACTION_EXTEND:
        input_free_text(in, "reason", move->reason, sizeof move->reason);
        break;
    case ACTION_REOPEN:
        input_needed_text(in, "reason", move->reason, sizeof move->reason);
        break;
    default:
        break;
    }
}

static void read_action(struct input *in, struct move_dossier *move)
{
    switch ((int)move->action) {
    case ACTION_ACCEPT:
        read_accept(in, move);
        break;
    case ACTION_HAND_OVER:
        read_receiver(in, move);
        break;
    case ACTION_DECLINE:
    case ACTION_DENY_WITHDRAWAL:
        input_needed_text(in, "reason", move->reason, sizeof move->reason);
        break;
    case ACTION_REQUEST_SUPPLEMENT:
        input_supplement(in, &move->supplement);
        break;
    case ACTION_RESUME:
        move->settlement_count = input_settlements(in, "fees", move->settlements);
        move->document_count = input_documents(in, "documents", false, move->documents);
        input_free_text(in, "note", move->note, sizeof move->note);
        break;
    case ACTION_RESUBMIT:
        move->document_count = input_documents(in, "documents", false, move->documents);
        input_free_text(in, "note", move->note, sizeof move->note);
        break;
    case ACTION_REFUSE:
        input_refusal(in, &move->refusal);
        move->refund = move->refusal.refund;
        break;
    case ACTION_SIGN:
        read_decision(in, move);
        break;
    case ACTION_ISSUE_RESULT:
        input_text(in, "number", true, move->number, sizeof move->number);
        break;
    case ACTION_RETURN_RESULT:
        input_receiver(in, "receiver", &move->receiver);
        move->settlement_count = input_settlements(in, "fees", move->settlements);
        break;
    case ACTION_STOP:
        input_bool(in, "refund", false, &move->refund);
        input_text(in, "refund_reason", false, move->refund_reason, sizeof move->refund_reason);
        input_text(in, "reason", true, move->reason, sizeof move->reason);
        break;
    case ACTION_REQUEST_WITHDRAWAL:
        move->way = input_word(in, "way", false, withdrawal_ways);
        input_text(in, "reason", true, move->reason, sizeof move->reason);
        break;
    default:
        read_further(in, move);
        break;
    }
    if (takes_acting_reason(move->action))
        input_acting_reason(in, &move->command);
}

enum err dossier_api_act(struct api_call *call)
{
    struct move_dossier *move = api_command(call, sizeof *move, move_dossier_run, move_answer);
    const char *name = strrchr(call->route->path, '/') + 1;
    struct input in = input_of(call);

    if (!move)
        return ERR_NO_MEMORY;
    enum err err = dossier_action_from_route(name, strlen(name), &move->action);
    if (err == ERR_OK) {
        read_action(&in, move);
        err = input_end(&in);
    }
    move->dossier = opaque_id_parse('d', call->parameter[0]);
    move->if_match = call->if_match;
    memcpy(move->after_key, call->after_key, sizeof move->after_key);
    if (err == ERR_OK && !move->dossier)
        err = ERR_NOT_FOUND;
    if (err != ERR_OK) {
        api_discard(move);
        return err;
    }
    api_after(move, after_move);
    return api_submit(move);
}

/* ---- GET /dossiers/{dossier}, /ledger, /history
 * ------------------------------------------------------ */

static void read_answer(struct command *command)
{
    struct read_dossier *read = container_of(command, struct read_dossier, command);

    api_answer_take(command, 200, &read->body);
    if (read->version)
        api_answer_etag(command, read->version);
}

static void after_read(struct command *command)
{
    text_release(&container_of(command, struct read_dossier, command)->body);
}

static enum err read_one(struct api_call *call, command_run_fn run)
{
    struct read_dossier *read = api_command(call, sizeof *read, run, read_answer);

    if (!read)
        return ERR_NO_MEMORY;
    read->dossier = opaque_id_parse('d', call->parameter[0]);
    const char *as_of = api_query(call, "as_of");
    enum err err = api_list_ids(call, 'e', &read->limit, &read->after);
    if (err == ERR_OK && as_of) {
        read->has_as_of = true;
        if (instant_parse(as_of, strlen(as_of), &read->as_of) != ERR_OK)
            err = ERR_BAD_PARAMETER;
    }
    if (err != ERR_OK || !read->dossier) {
        api_discard(read);
        return err == ERR_OK ? ERR_NOT_FOUND : err;
    }
    api_after(read, after_read);
    return api_read(read);
}

enum err dossier_api_get(struct api_call *call)
{
    return read_one(call, read_dossier_run);
}

enum err dossier_api_ledger(struct api_call *call)
{
    return read_one(call, read_ledger_run);
}

enum err dossier_api_history(struct api_call *call)
{
    return read_one(call, read_history_run);
}

/* ---- GET /public/dossiers/{code}
 * --------------------------------------------------------------------- */

static void look_up_answer(struct command *command)
{
    struct look_up_dossier *look = container_of(command, struct look_up_dossier, command);

    api_answer_take(command, 200, &look->body);
}

static void look_up_after(struct command *command)
{
    text_release(&container_of(command, struct look_up_dossier, command)->body);
    api_link_tried(api_call_of(command), command->err);
}

enum err dossier_api_look_up(struct api_call *call)
{
    struct look_up_dossier *look =
        api_command(call, sizeof *look, look_up_dossier_run, look_up_answer);
    const char *secret = api_query(call, "secret");
    enum err err = api_link_allowed(call);

    if (!look)
        return ERR_NO_MEMORY;
    if (err != ERR_OK) {
        api_discard(look);
        return err;
    }
    if (!secret || strlen(secret) >= sizeof look->secret)
        err = ERR_BAD_PARAMETER;
    else if (strlen(call->parameter[0]) >= sizeof look->code)
        err = ERR_NOT_FOUND;
    if (err != ERR_OK) {
        api_discard(look);
        return err;
    }
    memcpy(look->code, call->parameter[0], strlen(call->parameter[0]) + 1);
    memcpy(look->secret, secret, strlen(secret) + 1);
    api_after(look, look_up_after);
    return api_read(look);
}
