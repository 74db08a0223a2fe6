/* Scans of the office's scanner that belong to no dossier yet: /scanner-inbox. */
#include "api/handlers.h"
#include "api/input.h"
#include "usecase/attach_scan.h"
#include "usecase/scanner_inbox.h"

/* ---- GET /scanner-inbox ---------------------------------------------------------------------- */

static void list_answer(struct command *command)
{
    struct read_inbox *read = container_of(command, struct read_inbox, command);

    api_list_answer(command, &read->items, read->next);
}

static void after_list(struct command *command)
{
    text_release(&container_of(command, struct read_inbox, command)->items);
}

enum err inbox_api_list(struct api_call *call)
{
    struct read_inbox *read = api_command(call, sizeof *read, read_inbox_run, list_answer);
    int64_t after = 0;

    if (!read)
        return ERR_NO_MEMORY;
    const enum err err = api_list_ids(call, 's', &read->limit, &after);
    read->before = after ? after : INT64_MAX;
    api_after(read, after_list);
    return api_read_with(read, err);
}

/* ---- GET /scanner-folder --------------------------------------------------------------------- */

static void folder_answer(struct command *command)
{
    static const char *const names[] = {
#define X(upper, lower) [SCANNER_##upper] = #lower,
        SCANNER_WATCH_MAP(X)
#undef X
    };
    struct text *body = api_answer(command, 200);

    json_open_object(body, NULL);
    json_put_string(body, "state",
                    names[container_of(command, struct read_scanner_folder, command)->watch]);
    json_close_object(body);
}

enum err inbox_api_folder(struct api_call *call)
{
    struct read_scanner_folder *read =
        api_command(call, sizeof *read, read_scanner_folder_run, folder_answer);

    if (!read)
        return ERR_NO_MEMORY;
    read->watch = call->api->scanner;
    return api_read_with(read, ERR_OK);
}

/* ---- GET /scanner-inbox/{scan}/file ---------------------------------------------------------- */

static void file_answer(struct command *command)
{
    struct read_inbox_file *read = container_of(command, struct read_inbox_file, command);

    scan_answer_file(command, read->id, read->scan.type, &read->bytes);
}

static void after_file(struct command *command)
{
    text_release(&container_of(command, struct read_inbox_file, command)->bytes);
}

enum err inbox_api_file(struct api_call *call)
{
    struct read_inbox_file *read =
        api_command(call, sizeof *read, read_inbox_file_run, file_answer);

    if (!read)
        return ERR_NO_MEMORY;
    read->id = opaque_id_parse('s', call->parameter[0]);
    read->store = call->api->scans;
    api_after(read, after_file);
    return api_read_with(read, read->id && read->store ? ERR_OK : ERR_NOT_FOUND);
}

/* ---- POST /dossiers/{dossier}/scans/from-inbox ----------------------------------------------- */

static void assign_answer(struct command *command)
{
    scan_view(api_answer(command, 201),
              &container_of(command, struct assign_scan, command)->record);
}

enum err inbox_api_assign(struct api_call *call)
{
    struct assign_scan *assign = api_command(call, sizeof *assign, assign_scan_run, assign_answer);
    struct input in = input_of(call);
    int64_t paper = 0;
    char scan[TICKET_ID_SIZE] = "";

    if (!assign)
        return ERR_NO_MEMORY;
    assign->dossier = opaque_id_parse('d', call->parameter[0]);
    input_needed_text(&in, "scan", scan, sizeof scan);
    input_int(&in, "paper", true, 0, 9999, &paper);
    enum err err = input_end(&in);
    assign->paper = (int)paper;
    assign->scan = opaque_id_parse('s', scan);
    if (err == ERR_OK && (!assign->dossier || !assign->scan))
        err = ERR_NOT_FOUND;
    if (err != ERR_OK) {
        api_discard(assign);
        return err;
    }
    return api_submit(assign);
}

/* ---- POST /scanner-inbox/{scan}/discard ------------------------------------------------------ */

static void discard_answer(struct command *command)
{
    inbox_scan_view(api_answer(command, 200),
                    &container_of(command, struct discard_scan, command)->scan);
}

enum err inbox_api_discard(struct api_call *call)
{
    struct discard_scan *discard =
        api_command(call, sizeof *discard, discard_scan_run, discard_answer);
    struct input in = input_of(call);

    if (!discard)
        return ERR_NO_MEMORY;
    discard->id = opaque_id_parse('s', call->parameter[0]);
    input_needed_text(&in, "reason", discard->reason, sizeof discard->reason);
    enum err err = input_end(&in);
    if (err == ERR_OK && !discard->id)
        err = ERR_NOT_FOUND;
    if (err != ERR_OK) {
        api_discard(discard);
        return err;
    }
    return api_submit(discard);
}
