/* How tables of other systems are read: /import-mappings. Rule R-520. */
#include <string.h>

#include "api/column_mapping.h"
#include "api/handlers.h"
#include "usecase/save_import_mapping.h"

/* ---- reading --------------------------------------------------------------------------------- */

static void list_answer(struct command *command)
{
    struct list_import_mappings *list = container_of(command, struct list_import_mappings, command);

    api_list_answer(command, &list->items, NULL);
}

static void after_list(struct command *command)
{
    text_release(&container_of(command, struct list_import_mappings, command)->items);
}

enum err import_mapping_api_list(struct api_call *call)
{
    struct list_import_mappings *list =
        api_command(call, sizeof *list, list_import_mappings_run, list_answer);

    if (!list)
        return ERR_NO_MEMORY;
    api_after(list, after_list);
    return api_read_with(list, ERR_OK);
}

static void get_answer(struct command *command)
{
    struct read_import_mapping *read = container_of(command, struct read_import_mapping, command);

    import_mapping_view(api_answer(command, 200), &read->mapping, true);
    api_answer_etag(command, read->mapping.stamp.version);
}

static void after_get(struct command *command)
{
    text_release(&container_of(command, struct read_import_mapping, command)->mapping.document);
}

/* A code that is too long is none that there is. */
static void copy_code(const char *code, char out_code[IMPORT_MAPPING_CODE_SIZE])
{
    if (strlen(code) < IMPORT_MAPPING_CODE_SIZE)
        memcpy(out_code, code, strlen(code) + 1);
}

enum err import_mapping_api_get(struct api_call *call)
{
    struct read_import_mapping *read =
        api_command(call, sizeof *read, read_import_mapping_run, get_answer);

    if (!read)
        return ERR_NO_MEMORY;
    copy_code(call->parameter[0], read->code);
    api_after(read, after_get);
    return api_read_with(read, read->code[0] ? ERR_OK : ERR_NOT_FOUND);
}

/* ---- PUT ------------------------------------------------------------------------------------- */

static void put_answer(struct command *command)
{
    const struct save_import_mapping *save =
        container_of(command, struct save_import_mapping, command);

    import_mapping_view(api_answer(command, save->is_new ? 201 : 200), &save->mapping, true);
    api_answer_etag(command, save->mapping.stamp.version);
}

static void after_put(struct command *command)
{
    text_release(&container_of(command, struct save_import_mapping, command)->mapping.document);
}

enum err import_mapping_api_put(struct api_call *call)
{
    struct save_import_mapping *save =
        api_command(call, sizeof *save, save_import_mapping_run, put_answer);
    struct input in = input_of(call);

    if (!save)
        return ERR_NO_MEMORY;
    copy_code(call->parameter[0], save->mapping.code);
    save->expected_version = call->if_match;
    const enum err err = column_mapping_document(&in, &save->mapping.document);
    if (err != ERR_OK) {
        text_release(&save->mapping.document);
        api_discard(save);
        return err;
    }
    api_after(save, after_put);
    return api_submit(save);
}
