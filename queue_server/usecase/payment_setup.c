#include "usecase/payment_setup.h"

#include <jansson.h>
#include <stdio.h>
#include <string.h>

#include "store/shared_rows.h"

#define PART           "payment_setup" /* of rows, the setting and the event */
#define DEFAULT_SERIES "BL"
#define SERIES_SIGNS   "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ/-"

/* ---- reading --------------------------------------------------------------------------------- */

static void copy(const json_t *object, const char *key, char *out, size_t size)
{
    const char *value = json_string_value(json_object_get(object, key));

    snprintf(out, size, "%s", value ? value : "");
}

/* Rule R-419. */
enum err payment_setup_load(struct store_tx *tx, struct payment_setup *out_setup)
{
    struct payment_setup setup = {.series = DEFAULT_SERIES};
    struct text stored;
    enum err err = ERR_OK;

    text_init(&stored);
    if (setting_get(tx, PART, &stored)) {
        json_t *object = stored.failed ? NULL : json_loads(stored.data, 0, NULL);

        err = stored.failed ? ERR_NO_MEMORY : object ? ERR_OK : ERR_STORE;
        copy(object, "bank_bin", setup.bin, sizeof setup.bin);
        copy(object, "account", setup.account, sizeof setup.account);
        copy(object, "holder", setup.holder, sizeof setup.holder);
        copy(object, "city", setup.city, sizeof setup.city);
        copy(object, "tax_code", setup.tax_code, sizeof setup.tax_code);
        copy(object, "receipt_series", setup.series, sizeof setup.series);
        json_decref(object);
    }
    text_release(&stored);
    if (err == ERR_OK)
        *out_setup = setup;
    return err;
}

static void write_members(struct text *text, const struct payment_setup *setup)
{
    json_put_string_or_null(text, "bank_bin", setup->bin);
    json_put_string_or_null(text, "account", setup->account);
    json_put_string_or_null(text, "holder", setup->holder);
    json_put_string_or_null(text, "city", setup->city);
    json_put_string_or_null(text, "tax_code", setup->tax_code);
    json_put_string(text, "receipt_series", setup->series);
}

void payment_setup_view(struct text *text, const char *key, const struct payment_setup *setup,
                        const struct setup_stamp *stamp)
{
    json_open_object(text, key);
    write_members(text, setup);
    setup_stamp_view(text, stamp);
    json_close_object(text);
}

enum err read_payment_setup_run(struct store_tx *tx, struct command *command)
{
    struct read_payment_setup *read = container_of(command, struct read_payment_setup, command);

    setup_stamp_get(tx, PART, "", &read->stamp);
    return payment_setup_load(tx, &read->setup);
}

/* ---- changing -------------------------------------------------------------------------------- */

static void check_text(struct command *command, const char *pointer, bool sound)
{
    if (!sound)
        command_fault(command, pointer, ERR_BAD_VALUE);
}

static bool is_written(const struct vietqr *code)
{
    char text[VIETQR_TEXT_SIZE];

    return vietqr_write(code, text, NULL) == ERR_OK;
}

static enum err check_fields(struct save_payment_setup *save)
{
    const struct payment_setup *setup = &save->setup;
    struct command *command = &save->command;
    struct vietqr code = {.bin = "970405", .account = "1"};

    memcpy(code.name, setup->holder, sizeof code.name);
    check_text(command, "/holder", is_written(&code));
    code.name[0] = '\0';
    memcpy(code.city, setup->city, sizeof code.city);
    check_text(command, "/city", is_written(&code));
    code.city[0] = '\0';
    if (setup->bin[0])
        memcpy(code.bin, setup->bin, sizeof code.bin);
    check_text(command, "/bank_bin", is_written(&code) && (setup->bin[0] || !setup->account[0]));
    code = (struct vietqr){.bin = "970405"};
    memcpy(code.account, setup->account, sizeof code.account);
    check_text(command, "/account", !setup->bin[0] || is_written(&code));
    check_text(command, "/receipt_series",
               setup->series[0] && strspn(setup->series, SERIES_SIGNS) == strlen(setup->series));
    return command->facts.fields.length ? ERR_FIELDS : ERR_OK;
}

static enum err check_version(struct store_tx *tx, struct save_payment_setup *save)
{
    struct command *command = &save->command;
    struct payment_setup before;

    setup_stamp_get(tx, PART, "", &save->stamp);
    enum err err = setup_change_check(tx, command, save->expected_version, &save->stamp);
    if (err != ERR_VERSION_CONFLICT)
        return err;
    err = payment_setup_load(tx, &before);
    if (err != ERR_OK)
        return err;
    payment_setup_view(&command->facts.current, NULL, &before, &save->stamp);
    return ERR_VERSION_CONFLICT;
}

static void store_setup(struct store_tx *tx, struct save_payment_setup *save)
{
    struct command *command = &save->command;
    struct text document, data;

    save->stamp.version++;
    save->stamp.changed_at = command->now;
    memcpy(save->stamp.changed_by, command->actor.code, sizeof save->stamp.changed_by);
    text_init(&document);
    json_open_object(&document, NULL);
    write_members(&document, &save->setup);
    json_close_object(&document);
    text_init(&data);
    json_open_object(&data, NULL);
    payment_setup_view(&data, PART, &save->setup, &save->stamp);
    json_close_object(&data);
    if (document.failed)
        sql_fail(tx, ERR_NO_MEMORY);
    else
        setting_put(tx, PART, document.data);
    setup_stamp_put(tx, PART, "", &save->stamp);
    command_event(tx, command, "payment_setup_changed", PART, "", &data);
    text_release(&document);
    text_release(&data);
}

enum err save_payment_setup_run(struct store_tx *tx, struct command *command)
{
    struct save_payment_setup *save = container_of(command, struct save_payment_setup, command);
    enum err err = check_fields(save);

    if (err == ERR_OK)
        err = check_version(tx, save);
    if (err == ERR_OK)
        store_setup(tx, save);
    return err;
}
