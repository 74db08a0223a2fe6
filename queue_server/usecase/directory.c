#include "usecase/directory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "store/account_rows.h"

/* Make room for one more element of an array that doubles when its count is a power of two. */
static void *grow(void *array, size_t count, size_t size)
{
    const bool full = count == 0 || (count >= 8 && (count & (count - 1)) == 0);

    if (!full)
        return array;
    return realloc(array, (count ? count * 2 : 8) * size);
}

static bool add_account(const struct directory_account *account, void *data)
{
    struct directory *directory = data;
    void *grown = grow(directory->accounts, directory->account_count, sizeof *account);

    if (!grown)
        return false;
    directory->accounts = grown;
    directory->accounts[directory->account_count++] = *account;
    return true;
}

static bool add_device(const struct directory_device *device, void *data)
{
    struct directory *directory = data;
    void *grown = grow(directory->devices, directory->device_count, sizeof *device);

    if (!grown)
        return false;
    directory->devices = grown;
    directory->devices[directory->device_count++] = *device;
    return true;
}

static bool add_session(const struct directory_session *session, void *data)
{
    struct directory *directory = data;
    void *grown = grow(directory->sessions, directory->session_count, sizeof *session);

    if (!grown)
        return false;
    directory->sessions = grown;
    directory->sessions[directory->session_count++] = *session;
    return true;
}

enum err directory_load(struct store_tx *tx, struct directory *out_directory)
{
    struct directory directory = {0};

    const bool complete = account_rows_list(tx, add_account, &directory) &&
                          device_rows_list(tx, add_device, &directory) &&
                          session_rows_list(tx, clock_wall(), add_session, &directory);
    const enum err err = complete ? sql_outcome(tx) : ERR_NO_MEMORY;
    if (err != ERR_OK) {
        directory_release(&directory);
        return err;
    }
    *out_directory = directory;
    return ERR_OK;
}

void directory_release(struct directory *directory)
{
    free(directory->accounts);
    free(directory->devices);
    free(directory->sessions);
    *directory = (struct directory){0};
}

const struct directory_account *directory_account(const struct directory *directory,
                                                  const char *code)
{
    for (size_t i = 0; i < directory->account_count; i++)
        if (strcmp(directory->accounts[i].code, code) == 0)
            return &directory->accounts[i];
    return NULL;
}

const struct directory_device *directory_device(const struct directory *directory, const char *code)
{
    for (size_t i = 0; i < directory->device_count; i++)
        if (strcmp(directory->devices[i].code, code) == 0)
            return &directory->devices[i];
    return NULL;
}

const struct directory_session *directory_session(const struct directory *directory,
                                                  const char *token, struct instant wall)
{
    uint8_t hash[DIGEST_SIZE];

    digest(token, strlen(token), hash);
    for (size_t i = 0; i < directory->session_count; i++)
        if (memcmp(directory->sessions[i].token, hash, DIGEST_SIZE) == 0)
            return instant_before(wall, directory->sessions[i].expires_at) ? &directory->sessions[i]
                                                                           : NULL;
    return NULL;
}

void directory_add_session(struct directory *directory, const struct directory_session *session)
{
    directory->changes++;
    add_session(session, directory);
}

void directory_drop_session(struct directory *directory, const uint8_t token[DIGEST_SIZE])
{
    directory->changes++;
    for (size_t i = 0; i < directory->session_count; i++)
        if (memcmp(directory->sessions[i].token, token, DIGEST_SIZE) == 0)
            directory->sessions[i--] = directory->sessions[--directory->session_count];
}

void directory_drop_sessions_of(struct directory *directory, const char *account)
{
    for (size_t i = 0; i < directory->session_count; i++)
        if (strcmp(directory->sessions[i].account, account) == 0)
            directory->sessions[i--] = directory->sessions[--directory->session_count];
}

void directory_put_account(struct directory *directory, const struct directory_account *account)
{
    size_t at = 0;

    directory->changes++;
    while (at < directory->account_count && strcmp(directory->accounts[at].code, account->code) < 0)
        at++;
    const bool known =
        at < directory->account_count && strcmp(directory->accounts[at].code, account->code) == 0;
    if (!known) {
        if (!add_account(account, directory))
            return;
        memmove(&directory->accounts[at + 1], &directory->accounts[at],
                (directory->account_count - 1 - at) * sizeof *account);
    }
    directory->accounts[at] = *account;
    if (account->disabled)
        directory_drop_sessions_of(directory, account->code);
}

void directory_put_device(struct directory *directory, const struct directory_device *device)
{
    size_t at = 0;

    directory->changes++;
    while (at < directory->device_count && strcmp(directory->devices[at].code, device->code) < 0)
        at++;
    const bool known =
        at < directory->device_count && strcmp(directory->devices[at].code, device->code) == 0;
    if (!known) {
        if (!add_device(device, directory))
            return;
        memmove(&directory->devices[at + 1], &directory->devices[at],
                (directory->device_count - 1 - at) * sizeof *device);
    }
    const struct directory_device before = known ? directory->devices[at] : *device;
    directory->devices[at] = *device;
    if (memcmp(before.token, device->token, DIGEST_SIZE) == 0) { /* else another machine */
        directory->devices[at].seen_at = before.seen_at;
        directory->devices[at].seen_unkept = before.seen_unkept;
    }
}

void directory_saw_device(struct directory *directory, const char *code, struct instant now)
{
    for (size_t i = 0; i < directory->device_count; i++) {
        struct directory_device *device = &directory->devices[i];

        if (strcmp(device->code, code) != 0 || now.ms <= device->seen_at.ms)
            continue;
        device->seen_at = now;
        device->seen_unkept = true;
    }
}

void directory_keep_sights(const struct directory *old, struct directory *fresh)
{
    for (size_t i = 0; i < old->device_count; i++)
        if (old->devices[i].seen_at.ms > 0)
            directory_saw_device(fresh, old->devices[i].code, old->devices[i].seen_at);
}

void directory_actor_of(const struct directory_account *account, struct actor *out_actor)
{
    *out_actor = (struct actor){.kind = ACTOR_PERSON, .roles = account->roles};
    memcpy(out_actor->code, account->code, sizeof out_actor->code);
    memcpy(out_actor->name, account->name, sizeof out_actor->name);
    memcpy(out_actor->unit, account->unit, sizeof out_actor->unit);
}

/* A device acts under its code with the role of its kind: KIOSK, BOARD, PRINTER. */
static void actor_of_device(const struct directory_device *device, struct actor *out_actor)
{
    enum role role = ROLE_BOARD;

    if (strcmp(device->kind, "kiosk") == 0)
        role = ROLE_KIOSK;
    else if (strcmp(device->kind, "printer") == 0)
        role = ROLE_PRINTER;
    *out_actor = (struct actor){.kind = ACTOR_DEVICE,
                                .roles = role_set_add((struct role_set){0}, role),
                                .any_class = device->any_class};
    memcpy(out_actor->code, device->code, sizeof out_actor->code);
    snprintf(out_actor->name, sizeof out_actor->name, "%s", device->code);
    memcpy(out_actor->site, device->site, sizeof out_actor->site);
}

enum err directory_actor(const struct directory *directory, const char *token, struct instant wall,
                         struct actor *out_actor)
{
    const struct directory_session *session = directory_session(directory, token, wall);
    uint8_t hash[DIGEST_SIZE];

    if (session) {
        const struct directory_account *account = directory_account(directory, session->account);

        if (!account || account->disabled)
            return ERR_UNAUTHENTICATED;
        directory_actor_of(account, out_actor);
        return ERR_OK;
    }
    digest(token, strlen(token), hash);
    for (size_t i = 0; i < directory->device_count; i++) {
        const struct directory_device *device = &directory->devices[i];

        if (!device->disabled && memcmp(device->token, hash, DIGEST_SIZE) == 0) {
            actor_of_device(device, out_actor);
            return ERR_OK;
        }
    }
    return ERR_UNAUTHENTICATED;
}
