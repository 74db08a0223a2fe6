#include "usecase/manage_access.h"

#include <string.h>

#include "store/account_rows.h"
#include "store/event_log.h"

static void tell_account(struct store_tx *tx, struct command *command, const char *kind,
                         const struct directory_account *account)
{
    char roles[ROLE_SET_TEXT_SIZE];
    struct text data;

    role_set_format(account->roles, roles);
    text_init(&data);
    json_open_object(&data, NULL);
    json_put_string(&data, "roles", roles);
    json_put_string_or_null(&data, "unit", account->unit);
    json_put_bool(&data, "disabled", account->disabled);
    json_close_object(&data);
    command_event(tx, command, kind, account->code, "", &data);
    text_release(&data);
}

static bool is_sound(const struct catalogue *catalogue, const struct directory_account *account)
{
    if (account->unit[0] && catalogue_unit(catalogue, account->unit) == QUEUE_NONE)
        return false;
    for (int role = 0; role < ROLE_COUNT; role++)
        if (role_set_has(account->roles, (enum role)role) &&
            (role_is_device((enum role)role) || role == ROLE_CONG_DAN))
            return false;
    return account->roles.bits != 0;
}

/* The stored row with what the caller may not change. */
static enum err check_stored(struct store_tx *tx, struct save_account *save)
{
    struct directory_account stored;
    const bool found = account_rows_get(tx, save->account.code, &stored);

    if (save->is_new)
        return found ? ERR_DUPLICATE : ERR_OK;
    if (!found)
        return ERR_NOT_FOUND;
    if (save->expected_version && save->expected_version != stored.version) {
        memcpy(save->command.facts.changed_by, stored.changed_by, sizeof stored.changed_by);
        save->command.facts.changed_at = stored.changed_at;
        return ERR_VERSION_CONFLICT;
    }
    if (save->new_password) {
        memcpy(stored.password, save->account.password, sizeof stored.password);
        save->account = stored;
    } else {
        memcpy(save->account.password, stored.password, sizeof stored.password);
    }
    save->account.version = stored.version;
    return ERR_OK;
}

enum err save_account_run(struct store_tx *tx, struct command *command)
{
    struct save_account *save = container_of(command, struct save_account, command);
    struct directory_account *account = &save->account;
    enum err err = check_stored(tx, save);

    if (err != ERR_OK)
        return err;
    if (!is_sound(command->catalogue, account))
        return ERR_BAD_VALUE;
    account->version++;
    account->changed_at = command->now;
    memcpy(account->changed_by, command->actor.code, sizeof account->changed_by);
    account_rows_put(tx, account);
    if (account->disabled || save->new_password)
        session_rows_delete_of(tx, account->code);
    tell_account(tx, command,
                 save->is_new         ? "account_added"
                 : save->new_password ? "account_password_set"
                                      : "account_changed",
                 account);
    return ERR_OK;
}

enum err save_device_run(struct store_tx *tx, struct command *command)
{
    struct save_device *save = container_of(command, struct save_device, command);
    struct directory_device *device = &save->device;
    struct directory_device stored;
    struct text data;
    const bool found = device_rows_get(tx, device->code, &stored);

    if (device->disabled && !found)
        return ERR_NOT_FOUND;
    if (!device->disabled && found && !stored.disabled)
        return ERR_DUPLICATE;
    if (!device->disabled && catalogue_site(command->catalogue, device->site) == QUEUE_NONE)
        return ERR_UNKNOWN_SITE;
    if (device->disabled) {
        *device = stored;
        device->disabled = true;
    } else {
        device->created_at = command->now;
        memcpy(device->created_by, command->actor.code, sizeof device->created_by);
    }
    device_rows_put(tx, device);
    text_init(&data);
    json_open_object(&data, NULL);
    json_put_string(&data, "device_kind", device->kind);
    json_put_string(&data, "site", device->site);
    json_close_object(&data);
    command_event(tx, command, device->disabled ? "device_removed" : "device_added", device->code,
                  "", &data);
    text_release(&data);
    return ERR_OK;
}

static void tell_session(struct store_tx *tx, struct command *command, const char *kind,
                         const char *account)
{
    struct text data;

    text_init(&data);
    text_add(&data, "{}");
    command_event(tx, command, kind, account, "", &data);
    text_release(&data);
}

enum err open_session_run(struct store_tx *tx, struct command *command)
{
    struct open_session *open = container_of(command, struct open_session, command);

    session_rows_insert(tx, &open->session);
    tell_session(tx, command, "signed_in", open->session.account);
    return ERR_OK;
}

enum err close_session_run(struct store_tx *tx, struct command *command)
{
    struct open_session *open = container_of(command, struct open_session, command);

    session_rows_delete(tx, open->session.token);
    tell_session(tx, command, "signed_out", open->session.account);
    return ERR_OK;
}
