#include "usecase/save_import_mapping.h"

#include <stdio.h>
#include <string.h>

#include "base/random.h"
#include "domain/webhook.h"
#include "store/event_log.h"
#include "usecase/setup_change.h"

void import_mapping_view(struct text *text, const struct import_mapping *mapping, bool whole)
{
    json_open_object(text, NULL);
    json_put_string(text, "mapping", mapping->code);
    if (whole)
        json_put_raw(text, "document", mapping->document.data ? mapping->document.data : "{}");
    setup_stamp_view(text, &mapping->stamp);
    json_close_object(text);
    text->failed = text->failed || mapping->document.failed;
}

/* Another one in place of the one that is stored, or the first of its code. */
static enum err check(struct store_tx *tx, struct save_import_mapping *save)
{
    struct command *command = &save->command;
    struct import_mapping stored;
    enum err err = ERR_OK;

    if (!webhook_code_is_one(save->mapping.code)) { /* these codes have the same form */
        command_fault(command, "/mapping", ERR_BAD_VALUE);
        return ERR_FIELDS;
    }
    save->is_new = !import_mapping_rows_get(tx, save->mapping.code, &stored);
    if (save->is_new && save->expected_version)
        return ERR_NOT_FOUND;
    if (save->is_new)
        return import_mapping_rows_each(tx, NULL, NULL) >= IMPORT_MAPPINGS_MAX ? ERR_LIMIT_REACHED
                                                                               : ERR_OK;
    if (command->actor.kind != ACTOR_SYSTEM)
        err = setup_change_check(tx, command, save->expected_version, &stored.stamp);
    if (err == ERR_VERSION_CONFLICT)
        import_mapping_view(&command->facts.current, &stored, true);
    text_release(&stored.document);
    return err;
}

static void tell(struct store_tx *tx, struct save_import_mapping *save)
{
    const struct text *document = &save->mapping.document;
    uint8_t bytes[DIGEST_SIZE];
    struct text data;

    digest(document->data, document->length, bytes);
    text_init(&data);
    json_open_object(&data, NULL);
    json_put_bool(&data, "new", save->is_new);
    json_put_hex(&data, "digest", bytes, sizeof bytes);
    json_close_object(&data);
    command_event(tx, &save->command, "import_mapping_saved", save->mapping.code, "", &data);
    text_release(&data);
}

enum err save_import_mapping_run(struct store_tx *tx, struct command *command)
{
    struct save_import_mapping *save = container_of(command, struct save_import_mapping, command);
    struct setup_stamp *stamp = &save->mapping.stamp;
    const enum err err = check(tx, save);

    if (err != ERR_OK)
        return err;
    stamp->version = event_log_next_seq(tx);
    stamp->changed_at = command->now;
    snprintf(stamp->changed_by, sizeof stamp->changed_by, "%s", command->actor.code);
    import_mapping_rows_put(tx, &save->mapping);
    tell(tx, save);
    return ERR_OK;
}

enum err read_import_mapping_run(struct store_tx *tx, struct command *command)
{
    struct read_import_mapping *read = container_of(command, struct read_import_mapping, command);

    if (!import_mapping_rows_get(tx, read->code, &read->mapping))
        return ERR_NOT_FOUND;
    return read->mapping.document.failed ? ERR_NO_MEMORY : ERR_OK;
}

static void put_cb(const struct import_mapping *mapping, void *data)
{
    import_mapping_view(data, mapping, false);
}

enum err list_import_mappings_run(struct store_tx *tx, struct command *command)
{
    struct list_import_mappings *list = container_of(command, struct list_import_mappings, command);

    import_mapping_rows_each(tx, put_cb, &list->items);
    return list->items.failed ? ERR_NO_MEMORY : ERR_OK;
}
