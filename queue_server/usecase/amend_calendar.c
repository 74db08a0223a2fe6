#include "usecase/amend_calendar.h"

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

/* ---- amend ----------------------------------------------------------------------------------- */

static enum err enter(struct store_tx *tx, struct amend_calendar *amend,
                      const struct calendar_document *document, const struct text *json,
                      int64_t base_version)
{
    char token[CALENDAR_TOKEN_SIZE];
    const enum err err =
        calendar_token(document, base_version, date_of_instant(amend->command.now), token);

    if (err != ERR_OK)
        return err;
    if (strcmp(token, amend->token) != 0) /* */
        return ERR_DRY_RUN_NEEDED;
    return enter_calendar(tx, &amend->command, document, json->data, json->length, "",
                          CALENDAR_AMENDED, &amend->entered);
}

/* Rules. */
enum err amend_calendar_run(struct store_tx *tx, struct command *command)
{
    struct amend_calendar *amend = container_of(command, struct amend_calendar, command);
    struct calendar_version_row newest;
    struct calendar_document *document = NULL;
    struct text json;
    enum err err = calendar_check_version(tx, command, amend->expected_version, &newest);

    if (err != ERR_OK)
        return err;
    err = calendar_source_load(tx, command, &amend->from, &json, &document);
    if (err == ERR_OK)
        err = enter(tx, amend, document, &json, newest.version);
    calendar_document_free(document);
    text_release(&json);
    return err;
}

/* ---- confirm --------------------------------------------------------------------------------- */

/* Make the rows of a list that are dated in the year official; counts them. False without memory.
 */
static bool confirm_rows(json_t *root, const char *list, const struct confirm_year *confirm,
                         int *count)
{
    bool made = true;
    json_t *row;
    size_t i;

    json_array_foreach(json_object_get(root, list), i, row)
    {
        const char *date = json_string_value(json_object_get(row, "date"));

        if (!date || strtol(date, NULL, 10) != confirm->year)
            continue;
        ++*count;
        made = made && json_object_set_new(row, "status", json_string("official")) == 0;
        if (confirm->decree[0])
            made = made && json_object_set_new(row, "decree", json_string(confirm->decree)) == 0;
    }
    return made;
}

static void tell_confirmed(struct store_tx *tx, const struct confirm_year *confirm)
{
    struct command *command = (struct command *)&confirm->command;
    struct text data;

    text_init(&data);
    json_open_object(&data, NULL);
    json_put_int(&data, "year", confirm->year);
    json_put_int(&data, "version", confirm->entered.version);
    json_put_string_or_null(&data, "decree", confirm->decree);
    json_close_object(&data);
    command_event(tx, command, "calendar_year_confirmed", "calendar", "", &data);
    text_release(&data);
}

/* Rule R-068. */
enum err confirm_year_run(struct store_tx *tx, struct command *command)
{
    struct confirm_year *confirm = container_of(command, struct confirm_year, command);
    const struct calendar_version *current;
    struct calendar_version_row newest;
    int rows = 0;
    enum err err = calendar_check_version(tx, command, confirm->expected_version, &newest);

    if (err != ERR_OK)
        return err;
    err = calendar_store_current(command->office->calendars, tx, &current);
    if (err != ERR_OK)
        return err == ERR_CALENDAR_RANGE ? ERR_NOT_FOUND : err;
    json_t *root = json_deep_copy(calendar_document_json(current->document));
    const bool made = root && confirm_rows(root, "days_off", confirm, &rows) &&
                      confirm_rows(root, "compensatory_working_days", confirm, &rows);
    err = made ? ERR_OK : ERR_NO_MEMORY;
    if (err == ERR_OK && rows == 0)
        err = ERR_NOT_FOUND;
    if (err == ERR_OK)
        err = enter_calendar_made(tx, command, root, CALENDAR_CONFIRMED, &confirm->entered);
    json_decref(root);
    if (err == ERR_OK && confirm->entered.changed)
        tell_confirmed(tx, confirm);
    return err;
}
