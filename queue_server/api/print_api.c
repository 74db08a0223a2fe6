/* Print jobs: /print-jobs and what happens to one. */
#include <string.h>

#include "api/handlers.h"
#include "api/input.h"
#include "usecase/print_journal.h"
#include "usecase/read_print.h"
#include "usecase/reprint.h"
#include "usecase/resolve_print.h"

/* ---- GET /print-jobs ------------------------------------------------------------------------- */

static void list_answer(struct command *command)
{
    struct read_prints *read = container_of(command, struct read_prints, command);

    api_list_answer(command, &read->items, read->next);
}

static void after_list(struct command *command)
{
    text_release(&container_of(command, struct read_prints, command)->items);
}

/* "t12" or "d34". */
static bool is_subject(const char *text)
{
    return opaque_id_parse('t', text) != 0 || opaque_id_parse('d', text) != 0;
}

static enum err read_filter(const struct api_call *call, struct read_prints *read)
{
    const char *state = api_query(call, "state"), *subject = api_query(call, "subject");
    int64_t after;
    const enum err err = api_list_ids(call, 'p', &read->limit, &after);

    if (err != ERR_OK)
        return err;
    read->before = after ? after : INT64_MAX;
    if (state && !(read->states = print_states_of_name(state)))
        return ERR_BAD_PARAMETER;
    if (subject && (!is_subject(subject) || strlen(subject) >= sizeof read->subject))
        return ERR_BAD_PARAMETER;
    if (subject)
        memcpy(read->subject, subject, strlen(subject) + 1);
    return ERR_OK;
}

enum err print_api_list(struct api_call *call)
{
    struct read_prints *read = api_command(call, sizeof *read, read_prints_run, list_answer);

    if (!read)
        return ERR_NO_MEMORY;
    api_after(read, after_list);
    return api_read_with(read, read_filter(call, read));
}

/* ---- GET /print-jobs/{print_job} ------------------------------------------------------------- */

static void one_answer(struct command *command)
{
    struct read_print *read = container_of(command, struct read_print, command);

    print_view(api_answer(command, 200), NULL, &read->record);
}

enum err print_api_get(struct api_call *call)
{
    struct read_print *read = api_command(call, sizeof *read, read_print_run, one_answer);

    if (!read)
        return ERR_NO_MEMORY;
    read->id = opaque_id_parse('p', call->parameter[0]);
    return api_read(read);
}

/* ---- GET /print-jobs/{print_job}/document ---------------------------------------------------- */

static void page_answer(struct command *command)
{
    struct read_page *read = container_of(command, struct read_page, command);

    api_answer_take(command, 200, &read->bytes);
    text_printf(&command->answer.headers,
                "Content-Disposition: inline; filename=\"p%lld.pdf\"\r\n"
                "X-Content-Type-Options: nosniff\r\n",
                (long long)read->id);
    api_answer_media(command, "application/pdf");
}

/* A settled job's page that is gone is made again. Rule R-654. */
static void after_page(struct command *command)
{
    struct read_page *read = container_of(command, struct read_page, command);
    struct api *api = api_call_of(command)->api;

    text_release(&read->bytes);
    if (command->err == ERR_NO_PAGE && !print_state_is_open(read->record.state) && api->page_wanted)
        api->page_wanted(read->id, api->print_data);
}

enum err print_api_document(struct api_call *call)
{
    struct read_page *read = api_command(call, sizeof *read, read_page_run, page_answer);

    if (!read)
        return ERR_NO_MEMORY;
    read->id = opaque_id_parse('p', call->parameter[0]);
    read->pages = call->api->pages;
    api_after(read, after_page);
    return api_read(read);
}

/* ---- POST /print-jobs/{print_job}/reprint, resolve ------------------------------------------- */

static void reprint_answer(struct command *command)
{
    struct reprint *reprint = container_of(command, struct reprint, command);

    print_view(api_answer(command, 201), NULL, &reprint->record);
}

enum err print_api_reprint(struct api_call *call)
{
    struct reprint *reprint = api_command(call, sizeof *reprint, reprint_run, reprint_answer);
    struct input in = input_of(call);
    enum err err;

    if (!reprint)
        return ERR_NO_MEMORY;
    reprint->id = opaque_id_parse('p', call->parameter[0]);
    input_needed_text(&in, "reason", reprint->reason, sizeof reprint->reason);
    err = input_end(&in);
    if (err != ERR_OK) {
        api_discard(reprint);
        return err;
    }
    api_after(reprint, api_after_print);
    return api_submit(reprint);
}

static void resolve_answer(struct command *command)
{
    struct resolve_print *resolve = container_of(command, struct resolve_print, command);

    print_view(api_answer(command, 200), NULL, &resolve->record);
}

enum err print_api_resolve(struct api_call *call)
{
    static const char *const words[] = {"printed", "cancelled", NULL};
    struct resolve_print *resolve =
        api_command(call, sizeof *resolve, resolve_print_run, resolve_answer);
    struct input in = input_of(call);
    enum err err;

    if (!resolve)
        return ERR_NO_MEMORY;
    resolve->id = opaque_id_parse('p', call->parameter[0]);
    resolve->found = input_word(&in, "state", true, words) == 1 ? PRINT_CANCELLED : PRINT_PRINTED;
    input_free_text(&in, "note", resolve->note, sizeof resolve->note);
    err = input_end(&in);
    if (err != ERR_OK) {
        api_discard(resolve);
        return err;
    }
    return api_submit(resolve);
}
