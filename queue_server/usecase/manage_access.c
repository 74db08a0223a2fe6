#include "usecase/manage_access.h"

#include <string.h>

#include "base/vietnamese.h"
#include "store/pairing_rows.h"
#include "usecase/access_view.h"
#include "usecase/setup_change.h"

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

/* A code of `letters` that begins with one of `first`. */
static bool is_code(const char *code, const char *first, size_t least)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789._-";

    return strlen(code) >= least && strchr(first, code[0]) && !code[strspn(code, letters)];
}

/* Rule R-705. */
static enum err check_roles(struct command *command, const struct directory_account *account)
{
    for (int role = 0; role < ROLE_COUNT; role++)
        if (role_set_has(account->roles, (enum role)role) &&
            (role_is_device((enum role)role) || role == ROLE_CONG_DAN))
            return ERR_BAD_VALUE;
    if (account->roles.bits == 0)
        return ERR_BAD_VALUE;
    if (account->unit[0] && catalogue_unit(command->catalogue, account->unit) == QUEUE_NONE)
        return ERR_UNKNOWN_UNIT;
    if (!account->unit[0] && (role_set_has(account->roles, ROLE_THU_LY) ||
                              role_set_has(account->roles, ROLE_LD_PHONG))) {
        command_fault(command, "/unit", ERR_MISSING_FIELD);
        return ERR_FIELDS;
    }
    return ERR_OK;
}

/* The code of a new account, and the name in the form in which it is stored. */
static enum err check_texts(struct save_account *save)
{
    static const char small[] = "abcdefghijklmnopqrstuvwxyz";
    struct directory_account *account = &save->account;
    char name[PERSON_NAME_SIZE];

    if (save->is_new && !is_code(account->code, small, 2)) {
        command_fault(&save->command, "/account", ERR_BAD_VALUE);
        return ERR_FIELDS;
    }
    if (vietnamese_clean(account->name, strlen(account->name), name, sizeof name, NULL) != ERR_OK ||
        !name[0]) {
        command_fault(&save->command, "/name", ERR_BAD_VALUE);
        return ERR_FIELDS;
    }
    memcpy(account->name, name, sizeof name);
    return ERR_OK;
}

static void keep_members(struct save_account *save, const struct directory_account *stored)
{
    struct directory_account *account = &save->account;

    if (save->kept & ACCOUNT_NAME)
        memcpy(account->name, stored->name, sizeof account->name);
    if (save->kept & ACCOUNT_ROLES)
        account->roles = stored->roles;
    if (save->kept & ACCOUNT_UNIT)
        memcpy(account->unit, stored->unit, sizeof account->unit);
    if (save->kept & ACCOUNT_DISABLED)
        account->disabled = stored->disabled;
    memcpy(account->password, stored->password, sizeof account->password);
}

/* Rule R-706: an administrator stays one until another one says otherwise. */
static bool harms_himself(const struct save_account *save)
{
    const struct actor *actor = &save->command.actor;

    return actor->kind == ACTOR_PERSON && strcmp(actor->code, save->account.code) == 0 &&
           (save->account.disabled || !role_set_has(save->account.roles, ROLE_QUAN_TRI));
}

static bool administers(const struct directory_account *account)
{
    return !account->disabled && role_set_has(account->roles, ROLE_QUAN_TRI);
}

/* Another one who can sign in and administer. */
struct others {
    const char *account;
    bool found;
};

static bool look_at_other(const struct directory_account *account, void *data)
{
    struct others *others = data;

    others->found = others->found || (administers(account) && account->password[0] &&
                                      strcmp(account->code, others->account) != 0);
    return true;
}

/* Rule R-985: two administrators who put each other out at the same time leave one. */
static bool is_last_administrator(struct store_tx *tx, const struct save_account *save,
                                  const struct directory_account *stored)
{
    struct others others = {.account = stored->code};

    if (save->command.actor.kind == ACTOR_SYSTEM || !administers(stored) ||
        administers(&save->account))
        return false;
    account_rows_list(tx, look_at_other, &others);
    return !others.found;
}

/* The stored row, and from it what the caller may not or does not change. */
static enum err check_stored(struct store_tx *tx, struct save_account *save)
{
    struct directory_account stored;
    struct directory_device device;
    const bool found = account_rows_get(tx, save->account.code, &stored);

    if (save->is_new)
        return found || device_rows_get(tx, save->account.code, &device) ? ERR_DUPLICATE : ERR_OK;
    if (!found)
        return ERR_NOT_FOUND;
    if (save->new_password) {
        memcpy(stored.password, save->account.password, sizeof stored.password);
        save->account = stored;
    } else {
        keep_members(save, &stored);
    }
    if (harms_himself(save))
        return ERR_FORBIDDEN;
    if (is_last_administrator(tx, save, &stored))
        return ERR_LAST_ADMINISTRATOR;
    if (save->expected_version == VERSION_UNSAID)
        return ERR_VERSION_REQUIRED;
    if (save->expected_version && save->expected_version != stored.version) {
        setup_change_person(tx, stored.changed_by, save->command.facts.changed_by);
        save->command.facts.changed_at = stored.changed_at;
        account_view(&save->command.facts.current, NULL, &stored);
        return ERR_VERSION_CONFLICT;
    }
    save->account.version = stored.version;
    return ERR_OK;
}

enum err save_account_run(struct store_tx *tx, struct command *command)
{
    struct save_account *save = container_of(command, struct save_account, command);
    struct directory_account *account = &save->account;
    enum err err = check_stored(tx, save);

    if (err == ERR_OK)
        err = check_texts(save);
    if (err == ERR_OK)
        err = check_roles(command, account);
    if (err != ERR_OK)
        return err;
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

static bool is_device_kind(const char *kind)
{
    return strcmp(kind, "kiosk") == 0 || strcmp(kind, "board") == 0 || strcmp(kind, "printer") == 0;
}

/* A new device: its code was never an account's, its token is the caller's. Rule R-704. */
static enum err check_new_device(struct store_tx *tx, struct save_device *save, bool in_use)
{
    static const char first[] = "abcdefghijklmnopqrstuvwxyz0123456789";
    const struct directory_device *device = &save->device;
    struct directory_account account;

    if (!is_code(device->code, first, 1)) {
        command_fault(&save->command, "/device", ERR_BAD_VALUE);
        return ERR_FIELDS;
    }
    if (in_use || account_rows_get(tx, device->code, &account))
        return ERR_DUPLICATE;
    if (!is_device_kind(device->kind))
        return ERR_BAD_VALUE;
    return catalogue_site_in_use(save->command.catalogue, device->site) == QUEUE_NONE
               ? ERR_UNKNOWN_SITE
               : ERR_OK;
}

static void tell_device(struct store_tx *tx, struct command *command,
                        const struct directory_device *device)
{
    struct text data;

    text_init(&data);
    json_open_object(&data, NULL);
    json_put_string(&data, "device_kind", device->kind);
    json_put_string(&data, "site", device->site);
    json_close_object(&data);
    command_event(tx, command, device->disabled ? "device_removed" : "device_added", device->code,
                  "", &data);
    text_release(&data);
}

enum err save_device_run(struct store_tx *tx, struct command *command)
{
    struct save_device *save = container_of(command, struct save_device, command);
    struct directory_device *device = &save->device;
    struct directory_device stored;
    const bool in_use = device_rows_get(tx, device->code, &stored) && !stored.disabled;

    if (device->disabled) {
        if (!in_use)
            return ERR_NOT_FOUND;
        *device = stored;
        device->disabled = true;
    } else {
        const enum err err = check_new_device(tx, save, in_use);

        if (err != ERR_OK)
            return err;
        device->created_at = command->now;
        memcpy(device->created_by, command->actor.code, sizeof device->created_by);
    }
    device_rows_put(tx, device);
    tell_device(tx, command, device);
    if (device->disabled)
        pairing_rows_delete(tx, device->code);
    else if (pairing_is_for(device->kind))
        pairing_make(tx, command, device->code, &save->pairing);
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
