/*
 * The catalogue as a file: /catalogue/procedures.
 *
 * What comes in is a file, of more bytes than a body may have; the import of the command line runs
 * on it. Rules.
 */
#include <string.h>

#include "api/handlers.h"
#include "api/received_file.h"
#include "usecase/export_procedures.h"
#include "usecase/import_procedures.h"

enum { CATALOGUE_BYTES_MAX = 8 << 20 };

/* ---- GET ------------------------------------------------------------------------------------- */

static void export_answer(struct command *command)
{
    struct export_procedures *export = container_of(command, struct export_procedures, command);

    api_answer_take(command, 200, &export->document);
    text_add(&command->answer.headers,
             "Content-Disposition: attachment; filename=\"procedures.json\"\r\n");
}

static void after_export(struct command *command)
{
    text_release(&container_of(command, struct export_procedures, command)->document);
}

enum err catalogue_api_export(struct api_call *call)
{
    struct export_procedures *export =
        api_command(call, sizeof *export, export_procedures_run, export_answer);

    if (!export)
        return ERR_NO_MEMORY;
    api_after(export, after_export);
    return api_read(export);
}

/* ---- POST ------------------------------------------------------------------------------------ */

struct catalogue_import {
    struct import import; /* first */
    char path[FOLDER_PATH_SIZE];
    struct text bytes;
};

/* On the thread that imports. */
static enum err read_file(struct import *import)
{
    struct catalogue_import *of = container_of(import, struct catalogue_import, import);
    const enum err err = received_file_read(of->path, CATALOGUE_BYTES_MAX, &of->bytes);

    import->json = of->bytes.data ? of->bytes.data : "";
    import->length = of->bytes.length;
    return err;
}

static void put_items(struct text *body, const char *key, const struct text *items)
{
    json_open_array(body, key);
    if (items->data)
        text_add(body, items->data);
    json_close_array(body);
}

static void import_answer(struct command *command)
{
    const struct import *import = container_of(command, struct import, command);
    struct text *body = api_answer(command, 200);

    json_open_object(body, NULL);
    json_put_bool(body, "dry_run", import->dry_run);
    json_put_int(body, "rows", import->rows);
    json_put_int(body, "added", import->added);
    json_put_int(body, "changed", import->changed - import->added);
    json_put_int(body, "unchanged", import->unchanged);
    json_put_int(body, "fault_count", import->fault_count);
    json_put_int(body, "warning_count", import->warning_count);
    put_items(body, "faults", &import->fault_items);
    put_items(body, "warnings", &import->warning_items);
    json_close_object(body);
}

static void after_import(struct command *command)
{
    struct catalogue_import *of = container_of(command, struct catalogue_import, import.command);

    text_release(&of->import.faults);
    text_release(&of->import.warnings);
    text_release(&of->import.fault_items);
    text_release(&of->import.warning_items);
    text_release(&of->bytes);
}

enum err catalogue_api_import(struct api_call *call)
{
    struct catalogue_import *of =
        api_command(call, sizeof *of, import_procedures_run, import_answer);

    if (!of)
        return ERR_NO_MEMORY;
    enum err err = api_query_dry_run(call, &of->import.dry_run);
    if (err == ERR_OK && !call->file)
        err = ERR_CLOSED;
    if (err != ERR_OK) {
        api_discard(of);
        return err;
    }
    memcpy(of->path, call->file->path, sizeof of->path);
    of->import.read = read_file;
    of->import.as_json = true;
    api_after(of, after_import);
    return of->import.dry_run ? api_read(of) : api_submit(of);
}
