/* Accounts: /accounts. Lists come from the directory, which is in memory. Rules R-704..R-708. */
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "api/handlers.h"
#include "api/input.h"
#include "usecase/access_view.h"
#include "usecase/manage_access.h"

enum {
    FIRST_PASSWORD_LENGTH = 16, /* 80 bits: shown once, typed once */
    ROLES_MAX = 10,
    NAME_MAX_BYTES = 190
};

/* ---- lists ----------------------------------------------------------------------------------- */

static const char *account_code_at(int index, const void *data)
{
    return ((const struct directory *)data)->accounts[index].code;
}

enum err access_api_accounts(struct api_call *call)
{
    const struct directory *directory = &call->api->directory;
    char after[CURSOR_SIZE];
    struct text body;
    int limit;
    const enum err err = api_list_codes(call, &limit, after);

    if (err != ERR_OK)
        return err;
    const struct api_page page =
        api_page_of((int)directory->account_count, limit, after, account_code_at, directory);
    text_init(&body);
    json_open_object(&body, NULL);
    json_open_array(&body, "items");
    for (int i = page.from; i < page.to; i++)
        account_view(&body, NULL, &directory->accounts[i]);
    api_list_end(&body, page.more ? directory->accounts[page.to - 1].code : NULL);
    api_reply_json(call, 200, NULL, &body);
    text_release(&body);
    return ERR_OK;
}

enum err access_api_account(struct api_call *call)
{
    const struct directory_account *account =
        directory_account(&call->api->directory, call->parameter[0]);
    struct text body, headers;

    if (!account)
        return ERR_NOT_FOUND;
    text_init(&body);
    text_init(&headers);
    text_printf(&headers, "ETag: \"%lld\"\r\n", (long long)account->version);
    account_view(&body, NULL, account);
    api_reply_json(call, 200, headers.data, &body);
    text_release(&headers);
    text_release(&body);
    return ERR_OK;
}

/* ---- input ----------------------------------------------------------------------------------- */

/* A text of an array that is one of a person's roles, and not twice. */
static void read_role(struct input *at, const json_t *value, struct role_set *roles)
{
    enum role role;

    if (!json_is_string(value))
        input_fault(at, NULL, ERR_WRONG_TYPE);
    else if (role_from_code(json_string_value(value), json_string_length(value), &role) != ERR_OK ||
             role_is_device(role) || role == ROLE_CONG_DAN || role_set_has(*roles, role))
        input_fault(at, NULL, ERR_BAD_VALUE);
    else
        *roles = role_set_add(*roles, role);
}

static void read_roles(struct input *in, bool required, struct role_set *out_roles)
{
    const json_t *list = input_array(in, "roles", required, ROLES_MAX), *value;
    size_t i;

    if (list && json_array_size(list) == 0)
        input_fault(in, "roles", ERR_BAD_VALUE);
    json_array_foreach(list, i, value)
    {
        struct input at = {.facts = in->facts};

        snprintf(at.pointer, sizeof at.pointer, "%.100s/roles/%zu", in->pointer, i);
        read_role(&at, value, out_roles);
    }
}

/* ---- what follows a change ------------------------------------------------------------------- */

static void end_streams_of(struct api *api, const char *account)
{
    for (size_t i = 0; api->end_streams && i < api->directory.session_count; i++)
        if (strcmp(api->directory.sessions[i].account, account) == 0)
            api->end_streams(api->directory.sessions[i].token, api->live_data);
}

void api_account_saved(struct api *api, const struct save_account *save)
{
    const unsigned rights = ACCOUNT_ROLES | ACCOUNT_UNIT | ACCOUNT_DISABLED;

    if ((save->kept & rights) != rights)
        end_streams_of(api, save->account.code);
    directory_put_account(&api->directory, &save->account);
    if (save->new_password)
        directory_drop_sessions_of(&api->directory, save->account.code);
}

static void after_account(struct command *command)
{
    if (command->err == ERR_OK && !command->replayed)
        api_account_saved(api_call_of(command)->api,
                          container_of(command, struct save_account, command));
}

/* ---- POST /accounts -------------------------------------------------------------------------- */

/* An account between its request and its row: the password is being hashed. */
struct new_account {
    struct api_call *call;
    bool is_new; /* else only its password is */
    struct directory_account account;
    char password[FIRST_PASSWORD_LENGTH + 1];
};

struct create_account {
    struct save_account save; /* first: it is freed as the command */
    char password[FIRST_PASSWORD_LENGTH + 1];
};

static void create_answer(struct command *command)
{
    const struct save_account *save = container_of(command, struct save_account, command);
    const struct create_account *create = container_of(save, struct create_account, save);
    struct text *body = api_answer(command, save->is_new ? 201 : 200);

    json_open_object(body, NULL);
    account_view(body, "account", &save->account);
    json_put_string(body, "password", create->password);
    json_close_object(body);
    api_answer_etag(command, save->account.version);
}

static void hashed(void *data, bool made, const char *hash)
{
    struct new_account *made_of = data;
    struct api_call *call = made_of->call;
    struct create_account *create = NULL;
    enum err err = ERR_NO_MEMORY;

    if (made)
        create = api_command(call, sizeof *create, save_account_run, create_answer);
    if (create) {
        create->save.is_new = made_of->is_new;
        create->save.new_password = !made_of->is_new;
        create->save.expected_version = call->if_match ? call->if_match : VERSION_UNSAID;
        create->save.account = made_of->account;
        snprintf(create->save.account.password, sizeof create->save.account.password, "%s", hash);
        memcpy(create->password, made_of->password, sizeof create->password);
        api_after(create, after_account);
        err = api_submit(create);
    }
    sodium_memzero(made_of, sizeof *made_of);
    free(made_of);
    if (err != ERR_OK)
        api_reply_problem(call, err);
}

enum err access_api_create_account(struct api_call *call)
{
    struct new_account *made = calloc(1, sizeof *made);
    struct input in = input_of(call);
    enum err err;

    if (!made)
        return ERR_NO_MEMORY;
    made->call = call;
    made->is_new = true;
    input_text(&in, "account", true, made->account.code, sizeof made->account.code);
    input_text(&in, "name", true, made->account.name, NAME_MAX_BYTES + 1);
    read_roles(&in, true, &made->account.roles);
    input_code(&in, "unit", false, made->account.unit, sizeof made->account.unit);
    err = input_end(&in);
    if (err == ERR_OK) {
        random_letters(made->password, FIRST_PASSWORD_LENGTH);
        err = password_hasher_submit(call->api->hasher, made->password, NULL, hashed, made);
    }
    if (err != ERR_OK)
        free(made);
    return err;
}

/* ---- PATCH /accounts/{account} --------------------------------------------------------------- */

static void change_answer(struct command *command)
{
    const struct save_account *save = container_of(command, struct save_account, command);

    account_view(api_answer(command, 200), NULL, &save->account);
    api_answer_etag(command, save->account.version);
}

/* What the body names changes, the rest is kept. A unit of null takes the person out of it. */
static void read_change(struct input *in, struct save_account *save)
{
    struct directory_account *account = &save->account;
    const bool no_unit = json_is_null(json_object_get(in->object, "unit"));

    save->kept = (input_has(in, "name") ? 0u : ACCOUNT_NAME) |
                 (input_has(in, "roles") ? 0u : ACCOUNT_ROLES) |
                 (input_has(in, "unit") || no_unit ? 0u : ACCOUNT_UNIT) |
                 (input_has(in, "disabled") ? 0u : ACCOUNT_DISABLED);
    input_text(in, "name", false, account->name, NAME_MAX_BYTES + 1);
    read_roles(in, false, &account->roles);
    input_code(in, "unit", false, account->unit, sizeof account->unit);
    input_bool(in, "disabled", false, &account->disabled);
    if (save->kept == (ACCOUNT_NAME | ACCOUNT_ROLES | ACCOUNT_UNIT | ACCOUNT_DISABLED) &&
        !in->facts->fields.length && json_object_size(in->object) == 0)
        input_fault(in, NULL, ERR_MISSING_FIELD);
}

enum err access_api_change_account(struct api_call *call)
{
    struct save_account *save = api_command(call, sizeof *save, save_account_run, change_answer);
    struct input in = input_of(call);
    enum err err;

    if (!save)
        return ERR_NO_MEMORY;
    save->expected_version = call->if_match ? call->if_match : VERSION_UNSAID;
    read_change(&in, save);
    err = input_end(&in);
    if (err == ERR_OK && strlen(call->parameter[0]) >= sizeof save->account.code)
        err = ERR_NOT_FOUND;
    if (err != ERR_OK) {
        api_discard(save);
        return err;
    }
    memcpy(save->account.code, call->parameter[0], strlen(call->parameter[0]) + 1);
    api_after(save, after_account);
    return api_submit(save);
}

/* ---- POST /accounts/{account}/password ------------------------------------------------------- */

enum err access_api_new_password(struct api_call *call)
{
    struct new_account *made = NULL;
    enum err err = ERR_NO_MEMORY;

    if (strlen(call->parameter[0]) >= sizeof made->account.code)
        return ERR_NOT_FOUND;
    made = calloc(1, sizeof *made);
    if (!made)
        return ERR_NO_MEMORY;
    made->call = call;
    memcpy(made->account.code, call->parameter[0], strlen(call->parameter[0]) + 1);
    random_letters(made->password, FIRST_PASSWORD_LENGTH);
    err = password_hasher_submit(call->api->hasher, made->password, NULL, hashed, made);
    if (err != ERR_OK)
        free(made);
    return err;
}
