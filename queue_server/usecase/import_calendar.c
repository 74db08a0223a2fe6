#include "usecase/import_calendar.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "store/calendar_rows.h"
#include "usecase/calendar_document.h"
#include "usecase/refresh_due.h"

/* Cut to whole characters of UTF-8. */
static void copy_text(char out[CALENDAR_TEXT_SIZE], const char *text)
{
    size_t length = strlen(text);

    if (length >= CALENDAR_TEXT_SIZE)
        length = CALENDAR_TEXT_SIZE - 1;
    while (text[length] && ((unsigned char)text[length] & 0xc0) == 0x80)
        length--;
    memcpy(out, text, length);
    out[length] = '\0';
}

static void tell(struct store_tx *tx, struct command *command,
                 const struct calendar_version_row *row)
{
    struct text data;

    text_init(&data);
    json_open_object(&data, NULL);
    json_put_int(&data, "version", row->version);
    json_put_string_or_null(&data, "title", row->title);
    json_put_string_or_null(&data, "decree", row->decree);
    json_put_hex(&data, "digest", row->digest, DIGEST_SIZE);
    json_close_object(&data);
    command_event(tx, command, "calendar_imported", "calendar", "", &data);
    text_release(&data);
}

/* Store the sound document as the version after `newest`. */
static enum err put(struct store_tx *tx, struct import *import,
                    const struct calendar_document *document, struct calendar_version_row *row)
{
    struct text json;

    copy_text(row->title, calendar_document_title(document));
    copy_text(row->decree, import->decree[0] ? import->decree : calendar_document_decree(document));
    row->entered_at = import->command.now;
    memcpy(row->entered_by, import->command.actor.code, sizeof row->entered_by);
    text_init(&json);
    text_add_bytes(&json, import->json, import->length);
    const bool failed = json.failed;
    if (!failed) {
        calendar_rows_insert(tx, row, json.data);
        tell(tx, &import->command, row);
        import->changed = 1;
    }
    text_release(&json);
    return failed ? ERR_NO_MEMORY : ERR_OK;
}

/* A digest that blanks and the order of keys do not change. */
static enum err digest_of(const struct calendar_document *document, uint8_t out_digest[DIGEST_SIZE])
{
    char *text = json_dumps(calendar_document_json(document), JSON_COMPACT | JSON_SORT_KEYS);

    if (!text)
        return ERR_NO_MEMORY;
    digest(text, strlen(text), out_digest);
    free(text);
    return ERR_OK;
}

static int count_days(const struct calendar_document *document)
{
    const json_t *root = calendar_document_json(document);

    return (int)(json_array_size(json_object_get(root, "days_off")) +
                 json_array_size(json_object_get(root, "compensatory_working_days")) +
                 json_array_size(json_object_get(root, "partial_days_off")));
}

/* Rule R-283. */
enum err import_calendar_run(struct store_tx *tx, struct command *command)
{
    struct import *import = container_of(command, struct import, command);
    struct calendar_version_row newest = {0}, row = {0};
    struct calendar_document *document;
    char message[CALENDAR_MESSAGE_SIZE];
    enum err err =
        calendar_document_load(import->json, import->length, &document, message, sizeof message);

    if (err != ERR_OK) {
        text_printf(&import->faults, "%s\n", message);
        return err;
    }
    import->rows = count_days(document);
    err = digest_of(document, row.digest);
    const bool any = calendar_rows_newest(tx, &newest);
    row.version = newest.version + 1;
    if (err == ERR_OK && !(any && memcmp(newest.digest, row.digest, DIGEST_SIZE) == 0))
        err = put(tx, import, document, &row);
    if (err == ERR_OK && import->changed)
        err = refresh_due(tx, command); /* open dossiers follow */
    calendar_document_free(document);
    return err;
}
