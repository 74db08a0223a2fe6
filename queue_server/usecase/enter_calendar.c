#include "usecase/enter_calendar.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

static const char *const hows[] = {[CALENDAR_IMPORTED] = "imported",
                                   [CALENDAR_AMENDED] = "amended",
                                   [CALENDAR_DRAFTED] = "drafted",
                                   [CALENDAR_CONFIRMED] = "confirmed"};

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
                 const struct calendar_version_row *row, enum calendar_how how)
{
    struct text data;

    text_init(&data);
    json_open_object(&data, NULL);
    json_put_int(&data, "version", row->version);
    json_put_string(&data, "how", hows[how]);
    json_put_string_or_null(&data, "title", row->title);
    json_put_string_or_null(&data, "decree", row->decree);
    json_put_hex(&data, "digest", row->digest, DIGEST_SIZE);
    json_close_object(&data);
    command_event(tx, command, "calendar_imported", "calendar", "", &data);
    text_release(&data);
}

static enum err put(struct store_tx *tx, const struct calendar_version_row *row, const char *json,
                    size_t length)
{
    struct text text;

    text_init(&text);
    text_add_bytes(&text, json, length);
    const bool failed = text.failed;
    if (!failed)
        calendar_rows_insert(tx, row, text.data);
    text_release(&text);
    return failed ? ERR_NO_MEMORY : ERR_OK;
}

enum err calendar_document_digest(const struct calendar_document *document,
                                  uint8_t out_digest[DIGEST_SIZE])
{
    char *text = json_dumps(calendar_document_json(document), JSON_COMPACT | JSON_SORT_KEYS);

    if (!text)
        return ERR_NO_MEMORY;
    digest(text, strlen(text), out_digest);
    free(text);
    return ERR_OK;
}

/* Rules. */
enum err enter_calendar(struct store_tx *tx, struct command *command,
                        const struct calendar_document *document, const char *json, size_t length,
                        const char *decree, enum calendar_how how,
                        struct entered_calendar *out_entered)
{
    struct calendar_version_row newest = {0}, row = {.entered_at = command->now};
    struct entered_calendar entered = {.changed = true};
    enum err err = calendar_document_digest(document, row.digest);

    if (err != ERR_OK)
        return err;
    if (calendar_rows_newest(tx, &newest) && memcmp(newest.digest, row.digest, DIGEST_SIZE) == 0) {
        *out_entered = (struct entered_calendar){.version = newest.version};
        return ERR_OK;
    }
    entered.version = row.version = newest.version + 1;
    copy_text(row.title, calendar_document_title(document));
    copy_text(row.decree, decree[0] ? decree : calendar_document_decree(document));
    memcpy(row.entered_by, command->actor.code, sizeof row.entered_by);
    err = put(tx, &row, json, length);
    if (err != ERR_OK)
        return err;
    tell(tx, command, &row, how);
    err = follow_calendar_begin(tx, command, row.version, &entered.apply);
    if (err == ERR_OK)
        *out_entered = entered;
    return err;
}

enum err enter_calendar_made(struct store_tx *tx, struct command *command, const json_t *root,
                             enum calendar_how how, struct entered_calendar *out_entered)
{
    char *json = json_dumps(root, JSON_COMPACT);
    struct calendar_document *document = NULL;
    char message[CALENDAR_MESSAGE_SIZE];
    enum err err =
        json ? calendar_document_load(json, strlen(json), &document, message, sizeof message)
             : ERR_NO_MEMORY;

    if (err == ERR_OK)
        err = enter_calendar(tx, command, document, json, strlen(json), "", how, out_entered);
    calendar_document_free(document);
    free(json);
    return err;
}
