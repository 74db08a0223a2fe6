#include "usecase/access_view.h"

void account_view(struct text *text, const char *key, const struct directory_account *account)
{
    json_open_object(text, key);
    json_put_string(text, "account", account->code);
    json_put_string(text, "name", account->name);
    json_open_array(text, "roles");
    for (int role = 0; role < ROLE_COUNT; role++)
        if (role_set_has(account->roles, (enum role)role))
            json_put_string(text, NULL, role_code((enum role)role));
    json_close_array(text);
    json_put_string_or_null(text, "unit", account->unit);
    json_put_bool(text, "disabled", account->disabled);
    json_put_instant(text, "changed_at", account->changed_at);
    json_put_string_or_null(text, "changed_by", account->changed_by);
    json_put_int(text, "version", account->version);
    json_close_object(text);
}

void device_view(struct text *text, const char *key, const struct directory_device *device)
{
    json_open_object(text, key);
    json_put_string(text, "device", device->code);
    json_put_string(text, "kind", device->kind);
    json_put_string(text, "site", device->site);
    json_put_bool(text, "may_set_class", device->any_class);
    json_put_instant(text, "created_at", device->created_at);
    json_put_string_or_null(text, "created_by", device->created_by);
    if (device->seen_at.ms > 0)
        json_put_instant(text, "seen_at", device->seen_at);
    else
        json_put_null(text, "seen_at");
    json_close_object(text);
}

void pairing_view(struct text *text, const char *key, const struct pairing *pairing)
{
    if (!pairing->code[0]) {
        json_put_null(text, key);
        return;
    }
    json_open_object(text, key);
    json_put_string(text, "code", pairing->code);
    json_put_instant(text, "expires_at", pairing->expires_at);
    json_close_object(text);
}
