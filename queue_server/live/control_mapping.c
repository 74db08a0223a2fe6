#include "live/control_mapping.h"

#include <stdlib.h>
#include <string.h>

#include "api/column_mapping.h"
#include "usecase/save_import_mapping.h"

/* A request that runs. */
struct asked {
    union {
        struct command command; /* the first member of each */
        struct save_import_mapping save;
        struct read_import_mapping read;
        struct list_import_mappings list;
    } use;
    control_done_fn done;
    void *data;
};

static void finish(struct asked *asked, json_t *answer, enum err err, const struct text *faults)
{
    json_object_set_new(answer, "ok", json_boolean(err == ERR_OK));
    if (err != ERR_OK)
        json_object_set_new(answer, "code", json_string(err_code(err)));
    if (err != ERR_OK && faults && faults->length)
        json_object_set_new(answer, "message", json_stringn(faults->data, faults->length));
    asked->done(answer, asked->data);
    json_decref(answer);
    free(asked);
}

static void saved(struct command *command)
{
    struct asked *asked = command->owner;
    struct text faults = command->facts.fields;
    const enum err err = command->err;

    command->facts.fields = (struct text){.data = NULL};
    text_release(&asked->use.save.mapping.document);
    json_t *answer = json_pack("{s:b}", "new", asked->use.save.is_new);
    command_release(command);
    finish(asked, answer, err, &faults);
    text_release(&faults);
}

static void was_read(struct command *command)
{
    struct asked *asked = command->owner;
    struct text *document = &asked->use.read.mapping.document;
    const enum err err = command->err;
    json_t *answer = json_object();

    if (err == ERR_OK)
        json_object_set_new(answer, "document",
                            json_loadb(document->data, document->length, 0, NULL));
    text_release(document);
    command_release(command);
    finish(asked, answer, err, NULL);
}

static void listed(struct command *command)
{
    struct asked *asked = command->owner;
    struct text *items = &asked->use.list.items, array;
    const enum err err = command->err;
    json_t *answer = json_object();

    text_init(&array);
    text_printf(&array, "[%s]", items->data ? items->data : "");
    if (err == ERR_OK && !array.failed)
        json_object_set_new(answer, "items", json_loadb(array.data, array.length, 0, NULL));
    text_release(&array);
    text_release(items);
    command_release(command);
    finish(asked, answer, err, NULL);
}

/* ---- asked ----------------------------------------------------------------------------------- */

static void copy_code(const json_t *request, char out_code[IMPORT_MAPPING_CODE_SIZE])
{
    const char *code = json_string_value(json_object_get(request, "mapping"));

    if (code && strlen(code) < IMPORT_MAPPING_CODE_SIZE)
        memcpy(out_code, code, strlen(code) + 1);
}

/* The document, once it was looked at; its faults in `out_faults`. */
static enum err read_document(struct asked *asked, const json_t *document, struct text *out_faults)
{
    struct refusal_facts facts = {.due_at = instant_none()};
    struct input in = {.object = document, .facts = &facts};
    enum err err;

    if (!json_is_object(document))
        return ERR_MALFORMED;
    err = column_mapping_document(&in, &asked->use.save.mapping.document);
    *out_faults = facts.fields;
    return err;
}

static enum err ask(struct asked *asked, const char *what, const json_t *request,
                    struct text *out_faults)
{
    enum err err;

    if (strcmp(what, "import_mapping_list") == 0) {
        asked->use.command.run = list_import_mappings_run;
        asked->use.command.done = listed;
        return command_read(&asked->use.command);
    }
    if (strcmp(what, "import_mapping_get") == 0) {
        copy_code(request, asked->use.read.code);
        asked->use.command.run = read_import_mapping_run;
        asked->use.command.done = was_read;
        return command_read(&asked->use.command);
    }
    copy_code(request, asked->use.save.mapping.code);
    asked->use.command.run = save_import_mapping_run;
    asked->use.command.done = saved;
    err = read_document(asked, json_object_get(request, "document"), out_faults);
    if (err == ERR_OK)
        err = command_submit(&asked->use.command);
    if (err != ERR_OK)
        text_release(&asked->use.save.mapping.document);
    return err;
}

bool control_mapping(struct api *api, const json_t *request, control_done_fn done, void *data)
{
    static const char *const known[] = {"import_mapping_list", "import_mapping_get",
                                        "import_mapping_put"};
    const char *what = json_string_value(json_object_get(request, "do"));
    struct text faults = {.data = NULL};
    bool is_known = false;

    for (size_t i = 0; what && i < sizeof known / sizeof *known; i++)
        is_known = is_known || strcmp(known[i], what) == 0;
    if (!is_known)
        return false;
    struct asked *asked = calloc(1, sizeof *asked);
    if (!asked) {
        done(NULL, data);
        return true;
    }
    asked->done = done;
    asked->data = data;
    asked->use.command =
        (struct command){.office = &api->office, .actor = {.kind = ACTOR_SYSTEM}, .owner = asked};
    const enum err err = ask(asked, what, request, &faults);
    if (err != ERR_OK)
        finish(asked, json_object(), err, &faults);
    text_release(&faults);
    return true;
}
