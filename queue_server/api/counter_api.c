/* Counters, calls, and the queue at a glance. */
#include <string.h>

#include "api/handlers.h"
#include "api/input.h"
#include "usecase/call_next.h"
#include "usecase/call_ticket.h"
#include "usecase/read_queue.h"
#include "usecase/set_counter.h"
#include "usecase/setup_view.h"
#include "usecase/undo_at_counter.h"

/* ---- a counter as JSON ----------------------------------------------------------------------- */

static void view_officer(struct text *text, const struct api *api, const char *account)
{
    const struct directory_account *officer = directory_account(&api->directory, account);

    if (!account[0]) {
        json_put_null(text, "officer");
        return;
    }
    json_open_object(text, "officer");
    json_put_string(text, "account", account);
    json_put_string(text, "name", officer ? officer->name : account);
    json_close_object(text);
}

/* What a device in a hall is told: not who sits there. */
static void view_in_hall(struct text *text, const struct queue_rules *rules,
                         const struct ticket_record *ticket)
{
    json_put_null(text, "officer");
    json_put_null(text, "seat");
    if (ticket)
        ticket_view_in_hall(text, "ticket", ticket, rules, NULL);
    else
        json_put_null(text, "ticket");
}

static void view_for_staff(struct text *text, const struct api *api,
                           const struct queue_rules *rules, const struct counter_record *record,
                           const struct ticket_record *ticket)
{
    view_officer(text, api, record->account);
    json_put_string_or_null(text, "seat", record->seat);
    if (ticket)
        ticket_view(text, "ticket", ticket, rules, NULL, false);
    else
        json_put_null(text, "ticket");
}

/* `ticket` NULL: free. Called on the loop only: the officer's name is in the directory. */
static void view_counter(struct text *text, const char *key, const struct api_call *call,
                         struct catalogue *catalogue, const struct counter_record *record,
                         const struct ticket_record *ticket)
{
    const struct queue_rules *rules = catalogue_rules(record->site, catalogue);

    json_open_object(text, key);
    json_put_string(text, "counter", record->code);
    json_put_string(text, "site", record->site);
    json_put_string(text, "name", record->name);
    json_put_string(text, "state", record->state);
    duties_view(text, rules, record->code);
    if (call->actor.kind == ACTOR_DEVICE)
        view_in_hall(text, rules, ticket);
    else
        view_for_staff(text, call->api, rules, record, ticket);
    json_close_object(text);
}

/* ---- GET /counters, GET /counters/{counter} -------------------------------------------------- */

static void counters_answer(struct command *command)
{
    api_answer(command, 200); /* written on the loop, where the names of officers are */
}

static const char *code_of_counter(int index, const void *data)
{
    return ((const struct read_counters *)data)->seen[index].record.code;
}

static const struct ticket_record *ticket_of(const struct counter_seen *seen)
{
    return seen->busy ? &seen->ticket : NULL;
}

static void after_list(struct command *command)
{
    struct read_counters *read = container_of(command, struct read_counters, command);
    struct api_call *call = api_call_of(command);
    struct text *body = &command->answer.body;
    char after[CURSOR_SIZE];
    int limit;

    if (command->err != ERR_OK || api_list_codes(call, &limit, after) != ERR_OK)
        return;
    const struct api_page page = api_page_of(read->count, limit, after, code_of_counter, read);
    json_open_object(body, NULL);
    json_open_array(body, "items");
    for (int i = page.from; i < page.to; i++)
        view_counter(body, NULL, call, command->catalogue, &read->seen[i].record,
                     ticket_of(&read->seen[i]));
    api_list_end(body, page.more ? read->seen[page.to - 1].record.code : NULL);
}

static void after_one(struct command *command)
{
    struct read_counters *read = container_of(command, struct read_counters, command);

    if (command->err == ERR_OK)
        view_counter(&command->answer.body, NULL, api_call_of(command), command->catalogue,
                     &read->seen[0].record, ticket_of(&read->seen[0]));
}

static void copy_text(char *out, size_t size, const char *text)
{
    if (text && strlen(text) < size)
        memcpy(out, text, strlen(text) + 1);
}

enum err counter_api_list(struct api_call *call)
{
    struct read_counters *read =
        api_command(call, sizeof *read, read_counters_run, counters_answer);
    char after[CURSOR_SIZE];
    int limit;

    if (!read)
        return ERR_NO_MEMORY;
    enum err err = api_list_codes(call, &limit, after); /* the page is cut in after_list() */
    if (err == ERR_OK && !api_query_copy(call, "site", read->site, sizeof read->site))
        err = ERR_BAD_PARAMETER;
    api_after(read, after_list);
    return api_read_with(read, err);
}

enum err counter_api_get(struct api_call *call)
{
    struct read_counters *read =
        api_command(call, sizeof *read, read_counters_run, counters_answer);

    if (!read)
        return ERR_NO_MEMORY;
    if (strlen(call->parameter[0]) >= sizeof read->counter) {
        api_discard(read);
        return ERR_NOT_FOUND;
    }
    copy_text(read->counter, sizeof read->counter, call->parameter[0]);
    api_after(read, after_one);
    return api_read(read);
}

/* ---- PUT /counters/{counter} ----------------------------------------------------------------- */

static void set_answer(struct command *command)
{
    struct set_counter *set = container_of(command, struct set_counter, command);
    struct text *body = api_answer(command, 200);
    const struct queue_rules *rules = catalogue_rules(set->record.site, command->catalogue);
    const bool sits = set->record.account[0] != '\0';

    /* the officer is the one who asks */
    json_open_object(body, NULL);
    json_put_string(body, "counter", set->record.code);
    json_put_string(body, "site", set->record.site);
    json_put_string(body, "name", set->record.name);
    json_put_string(body, "state", set->record.state);
    if (sits) {
        json_open_object(body, "officer");
        json_put_string(body, "account", command->actor.code);
        json_put_string(body, "name", command->actor.name);
        json_close_object(body);
    } else {
        json_put_null(body, "officer");
    }
    json_put_string_or_null(body, "seat", set->record.seat);
    duties_view(body, rules, set->record.code);
    if (set->busy)
        ticket_view(body, "ticket", &set->ticket, rules, NULL, false);
    else
        json_put_null(body, "ticket");
    json_close_object(body);
}

enum err counter_api_set(struct api_call *call)
{
    static const char *const states[] = {"open", "paused", "closed", NULL};
    struct set_counter *set = api_command(call, sizeof *set, set_counter_run, set_answer);
    struct input in = input_of(call);
    enum err err;

    if (!set)
        return ERR_NO_MEMORY;
    const int state = input_word(&in, "state", true, states);
    err = input_end(&in);
    if (err == ERR_OK && strlen(call->parameter[0]) >= sizeof set->counter)
        err = ERR_NOT_FOUND;
    if (err != ERR_OK) {
        api_discard(set);
        return err;
    }
    copy_text(set->counter, sizeof set->counter, call->parameter[0]);
    copy_text(set->state, sizeof set->state, states[state]);
    return api_submit(set);
}

/* ---- POST /counters/{counter}/call-next, /call ----------------------------------------------- */

static void view_ticket_or_null(struct text *body, const char *key, bool there,
                                const struct ticket_record *record, const struct queue_rules *rules)
{
    if (there)
        ticket_view(body, key, record, rules, NULL, false);
    else
        json_put_null(body, key);
}

static void next_answer(struct command *command)
{
    struct call_next *next = container_of(command, struct call_next, command);
    struct text *body = api_answer(command, 200);

    json_open_object(body, NULL);
    view_ticket_or_null(body, "ticket", next->called_one, &next->called, next->rules);
    call_next_view_why(body, "why", next);
    view_ticket_or_null(body, "finished", next->finished_one, &next->finished, next->rules);
    json_close_object(body);
}

enum err counter_api_call_next(struct api_call *call)
{
    struct call_next *next = api_command(call, sizeof *next, call_next_run, next_answer);
    struct input in = input_of(call);
    enum err err;

    if (!next)
        return ERR_NO_MEMORY;
    input_bool(&in, "finish_current", false, &next->finish_current);
    err = input_end(&in);
    if (err == ERR_OK && strlen(call->parameter[0]) >= sizeof next->counter)
        err = ERR_NOT_FOUND;
    if (err != ERR_OK) {
        api_discard(next);
        return err;
    }
    copy_text(next->counter, sizeof next->counter, call->parameter[0]);
    return api_submit(next);
}

static void call_answer(struct command *command)
{
    struct call_ticket *called = container_of(command, struct call_ticket, command);
    struct text *body = api_answer(command, 200);

    json_open_object(body, NULL);
    ticket_view(body, "ticket", &called->called, called->rules, NULL, false);
    json_open_object(body, "why");
    json_put_string(body, "rule", "direct");
    json_put_int(body, "waited_s", called->waited_s);
    json_put_int(body, "passed_over", 0);
    json_close_object(body);
    json_put_null(body, "finished");
    json_close_object(body);
}

enum err counter_api_call(struct api_call *call)
{
    struct call_ticket *ticket = api_command(call, sizeof *ticket, call_ticket_run, call_answer);
    struct input in = input_of(call);
    enum err err;

    if (!ticket)
        return ERR_NO_MEMORY;
    ticket->ticket = input_id(&in, "ticket", true, 't');
    if (!input_has(&in, "reason"))
        input_fault(&in, "reason", ERR_MISSING_FIELD);
    input_free_text(&in, "reason", ticket->reason, sizeof ticket->reason);
    err = input_end(&in);
    if (err == ERR_OK && strlen(call->parameter[0]) >= sizeof ticket->counter)
        err = ERR_NOT_FOUND;
    if (err != ERR_OK) {
        api_discard(ticket);
        return err;
    }
    copy_text(ticket->counter, sizeof ticket->counter, call->parameter[0]);
    return api_submit(ticket);
}

/* ---- POST /counters/{counter}/undo ----------------------------------------------------------- */

static void undo_answer(struct command *command)
{
    struct undo_at_counter *undo = container_of(command, struct undo_at_counter, command);
    struct text *body = api_answer(command, 200);

    json_open_object(body, NULL);
    json_put_string(body, "undone", undo->verb == UNDO_CALL ? "call" : "no_show");
    ticket_view(body, "ticket", &undo->record, undo->rules, NULL, false);
    view_ticket_or_null(body, "served_again", undo->stands_again, &undo->again, undo->rules);
    json_close_object(body);
}

enum err counter_api_undo(struct api_call *call)
{
    struct undo_at_counter *undo =
        api_command(call, sizeof *undo, undo_at_counter_run, undo_answer);
    struct input in = input_of(call);
    enum err err;

    if (!undo)
        return ERR_NO_MEMORY;
    undo->ticket = input_id(&in, "ticket", true, 't');
    err = input_end(&in);
    if (err == ERR_OK && strlen(call->parameter[0]) >= sizeof undo->counter)
        err = ERR_NOT_FOUND;
    if (err != ERR_OK) {
        api_discard(undo);
        return err;
    }
    copy_text(undo->counter, sizeof undo->counter, call->parameter[0]);
    return api_submit(undo);
}
