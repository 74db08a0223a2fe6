/* Scans of a dossier: /dossiers/{dossier}/scans. */
#include <stdlib.h>
#include <string.h>

#include "api/handlers.h"
#include "api/input.h"
#include "usecase/attach_scan.h"
#include "usecase/reuse_scan.h"

/* ---- POST /dossiers/{dossier}/scans ---------------------------------------------------------- */

static void attach_answer(struct command *command)
{
    struct attach_scan *attach = container_of(command, struct attach_scan, command);

    scan_view(api_answer(command, 201), &attach->record);
}

/* `paper` is a position in the list, or "result". */
static enum err read_paper(const struct api_call *call, int *out_paper)
{
    const char *text = api_query(call, "paper");
    char *end;

    if (!text)
        return ERR_BAD_PARAMETER;
    if (strcmp(text, "result") == 0) {
        *out_paper = SCAN_PAPER_RESULT;
        return ERR_OK;
    }
    if (text[0] < '1' || text[0] > '9' || strlen(text) > 4)
        return ERR_BAD_PARAMETER;
    *out_paper = (int)strtol(text, &end, 10);
    return *end ? ERR_BAD_PARAMETER : ERR_OK;
}

enum err scan_api_attach(struct api_call *call)
{
    struct attach_scan *attach = api_command(call, sizeof *attach, attach_scan_run, attach_answer);

    if (!attach)
        return ERR_NO_MEMORY;
    attach->dossier = opaque_id_parse('d', call->parameter[0]);
    attach->file = call->file;
    attach->declared = call->declared;
    attach->declared_type = call->declared_type;
    enum err err = read_paper(call, &attach->paper);
    if (err == ERR_OK && !api_query_copy(call, "name", attach->name, sizeof attach->name))
        err = ERR_BAD_PARAMETER;
    if (err == ERR_OK && !call->file)
        err = ERR_CLOSED;
    if (err == ERR_OK && !attach->dossier)
        err = ERR_NOT_FOUND;
    if (err != ERR_OK) {
        api_discard(attach);
        return err;
    }
    return api_submit(attach);
}

/* ---- POST /dossiers/{dossier}/scans/{scan}/remove -------------------------------------------- */

static void remove_answer(struct command *command)
{
    struct remove_scan *take = container_of(command, struct remove_scan, command);

    scan_view(api_answer(command, 200), &take->record);
}

enum err scan_api_remove(struct api_call *call)
{
    struct remove_scan *take = api_command(call, sizeof *take, remove_scan_run, remove_answer);
    struct input in = input_of(call);

    if (!take)
        return ERR_NO_MEMORY;
    take->dossier = opaque_id_parse('d', call->parameter[0]);
    take->id = opaque_id_parse('s', call->parameter[1]);
    input_needed_text(&in, "reason", take->reason, sizeof take->reason);
    enum err err = input_end(&in);
    if (err == ERR_OK && (!take->dossier || !take->id))
        err = ERR_NOT_FOUND;
    if (err != ERR_OK) {
        api_discard(take);
        return err;
    }
    return api_submit(take);
}

/* ---- GET /dossiers/{dossier}/scans ----------------------------------------------------------- */

static void list_answer(struct command *command)
{
    struct read_scans *read = container_of(command, struct read_scans, command);

    api_list_answer(command, &read->items, NULL);
}

static void after_list(struct command *command)
{
    text_release(&container_of(command, struct read_scans, command)->items);
}

enum err scan_api_list(struct api_call *call)
{
    struct read_scans *read = api_command(call, sizeof *read, read_scans_run, list_answer);

    if (!read)
        return ERR_NO_MEMORY;
    read->dossier = opaque_id_parse('d', call->parameter[0]);
    api_after(read, after_list);
    return api_read_with(read, read->dossier ? ERR_OK : ERR_NOT_FOUND);
}

/* ---- GET /dossiers/{dossier}/scans/{scan}/file ----------------------------------------------- */

/* Never shown in place and never guessed at: what a stranger made might be more than a picture. */
void scan_answer_file(struct command *command, int64_t id, const char *type_name,
                      struct text *bytes)
{
    enum scan_type type = SCAN_PDF;

    scan_type_from_name(type_name, &type);
    api_answer_take(command, 200, bytes);
    text_printf(&command->answer.headers,
                "Content-Disposition: attachment; filename=\"s%lld.%s\"\r\n"
                "X-Content-Type-Options: nosniff\r\n"
                "Content-Security-Policy: default-src 'none'; sandbox\r\n",
                (long long)id, scan_type_name(type));
    api_answer_media(command, scan_type_media(type));
}

static void file_answer(struct command *command)
{
    struct read_scan_file *read = container_of(command, struct read_scan_file, command);

    scan_answer_file(command, read->id, read->record.type, &read->bytes);
}

static void after_file(struct command *command)
{
    text_release(&container_of(command, struct read_scan_file, command)->bytes);
}

enum err scan_api_file(struct api_call *call)
{
    struct read_scan_file *read = api_command(call, sizeof *read, read_scan_file_run, file_answer);

    if (!read)
        return ERR_NO_MEMORY;
    read->dossier = opaque_id_parse('d', call->parameter[0]);
    read->id = opaque_id_parse('s', call->parameter[1]);
    read->store = call->api->scans;
    api_after(read, after_file);
    return api_read_with(read, read->dossier && read->id && read->store ? ERR_OK : ERR_NOT_FOUND);
}

/* ---- GET /dossiers/{dossier}/held-scans ------------------------------------------------------ */

static void held_answer(struct command *command)
{
    api_list_answer(command, &container_of(command, struct read_held, command)->items, NULL);
}

static void after_held(struct command *command)
{
    text_release(&container_of(command, struct read_held, command)->items);
}

enum err scan_api_held(struct api_call *call)
{
    struct read_held *read = api_command(call, sizeof *read, read_held_run, held_answer);

    if (!read)
        return ERR_NO_MEMORY;
    read->dossier = opaque_id_parse('d', call->parameter[0]);
    api_after(read, after_held);
    return api_read_with(read, read->dossier ? ERR_OK : ERR_NOT_FOUND);
}

/* ---- POST /dossiers/{dossier}/scans/reuse ---------------------------------------------------- */

static void reuse_answer(struct command *command)
{
    scan_view(api_answer(command, 201), &container_of(command, struct reuse_scan, command)->record);
}

enum err scan_api_reuse(struct api_call *call)
{
    struct reuse_scan *reuse = api_command(call, sizeof *reuse, reuse_scan_run, reuse_answer);
    struct input in = input_of(call);
    int64_t paper = 0;
    char from[TICKET_ID_SIZE], scan[TICKET_ID_SIZE];

    if (!reuse)
        return ERR_NO_MEMORY;
    reuse->dossier = opaque_id_parse('d', call->parameter[0]);
    input_int(&in, "paper", true, 1, 9999, &paper);
    input_needed_text(&in, "from_dossier", from, sizeof from);
    input_needed_text(&in, "scan", scan, sizeof scan);
    enum err err = input_end(&in);
    reuse->paper = (int)paper;
    reuse->from_dossier = opaque_id_parse('d', from);
    reuse->from_scan = opaque_id_parse('s', scan);
    if (err == ERR_OK && !reuse->dossier)
        err = ERR_NOT_FOUND;
    if (err != ERR_OK) {
        api_discard(reuse);
        return err;
    }
    return api_submit(reuse);
}
