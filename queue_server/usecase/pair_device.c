#include "usecase/pair_device.h"

#include <string.h>

#include "store/pairing_rows.h"

bool pairing_is_for(const char *device_kind)
{
    return strcmp(device_kind, "kiosk") == 0 || strcmp(device_kind, "board") == 0;
}

static void tell(struct store_tx *tx, struct command *command, const char *kind, const char *device)
{
    struct text data;

    text_init(&data);
    text_add(&data, "{}");
    command_event(tx, command, kind, device, "", &data);
    text_release(&data);
}

/* A code that no other device has: one that has expired makes room. */
static bool is_free(struct store_tx *tx, const struct pairing_record *wanted)
{
    struct pairing_record other;

    if (!pairing_rows_find(tx, wanted->code, &other) || strcmp(other.device, wanted->device) == 0)
        return true;
    if (instant_before(clock_wall(), other.expires_at))
        return false;
    pairing_rows_delete(tx, other.device);
    return true;
}

void pairing_make(struct store_tx *tx, struct command *command, const char *device,
                  struct pairing *out_pairing)
{
    struct pairing_record record = {.expires_at =
                                        instant_plus_seconds(clock_wall(), PAIRING_SECONDS)};

    memcpy(record.device, device, strlen(device) + 1);
    do {
        random_digits(out_pairing->code, PAIRING_DIGITS);
        digest(out_pairing->code, PAIRING_DIGITS, record.code);
    } while (!is_free(tx, &record) && sql_outcome(tx) == ERR_OK);
    pairing_rows_put(tx, &record);
    out_pairing->expires_at = record.expires_at;
    tell(tx, command, "device_pairing_made", device);
}

enum err make_pairing_run(struct store_tx *tx, struct command *command)
{
    struct make_pairing *make = container_of(command, struct make_pairing, command);
    struct directory_device device;

    if (!device_rows_get(tx, make->device, &device) || device.disabled)
        return ERR_NOT_FOUND;
    if (!pairing_is_for(device.kind))
        return ERR_NO_SCREEN;
    pairing_make(tx, command, make->device, &make->pairing);
    return ERR_OK;
}

enum err pair_device_run(struct store_tx *tx, struct command *command)
{
    struct pair_device *pair = container_of(command, struct pair_device, command);
    struct directory_device *device = &pair->device;
    struct pairing_record record;
    uint8_t code[DIGEST_SIZE];

    digest(pair->code, strlen(pair->code), code);
    if (!pairing_rows_find(tx, code, &record) || !instant_before(clock_wall(), record.expires_at) ||
        !device_rows_get(tx, record.device, device) || device->disabled)
        return ERR_PAIRING_CODE;
    pairing_rows_delete(tx, record.device);
    memcpy(pair->token_before, device->token, DIGEST_SIZE);
    memcpy(device->token, pair->token, DIGEST_SIZE);
    device_rows_put(tx, device);
    memcpy(command->actor.code, device->code, sizeof command->actor.code);
    tell(tx, command, "device_paired", device->code);
    return ERR_OK;
}
