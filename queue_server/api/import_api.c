/* Dossiers that arrived outside: POST /dossier-imports. */
#include "api/arrival_input.h"
#include "api/handlers.h"
#include "usecase/import_dossiers.h"

void import_api_answer(struct command *command)
{
    const struct import_dossiers *import = container_of(command, struct import_dossiers, command);
    struct text *body = api_answer(command, 200);

    json_open_object(body, NULL);
    json_put_bool(body, "dry_run", import->dry_run);
    json_put_int(body, "lines", import->line_count);
    json_put_int(body, "imported", import->imported);
    json_put_int(body, "known", import->known);
    json_close_object(body);
}

enum err import_api_dossiers(struct api_call *call)
{
    struct import_dossiers *import =
        api_command(call, sizeof *import, import_dossiers_run, import_api_answer);
    struct input in = input_of(call);

    if (!import)
        return ERR_NO_MEMORY;
    input_bool(&in, "dry_run", false, &import->dry_run);
    import->read = arrival_input_read;
    import->lines =
        input_array(&in, "dossiers", true, IMPORT_DOSSIERS_API_MAX); /* the call keeps it */
    if (import->lines && json_array_size(import->lines) == 0)
        input_fault(&in, "dossiers", ERR_BAD_VALUE);
    const enum err err = input_end(&in);
    if (err != ERR_OK) {
        api_discard(import);
        return err;
    }
    return import->dry_run ? api_read(import) : api_submit(import);
}
