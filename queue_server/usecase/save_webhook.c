#include "usecase/save_webhook.h"

#include <stdio.h>
#include <string.h>

#include "domain/webhook.h"
#include "store/event_log.h"
#include "usecase/setup_change.h"

void webhook_view(struct text *text, const char *key, const struct webhook *webhook)
{
    json_open_object(text, key);
    json_put_string(text, "webhook", webhook->code);
    json_put_string(text, "url", webhook->url);
    json_put_bool(text, "enabled", webhook->enabled);
    json_put_int(text, "told", webhook->told);
    json_put_instant_or_null(text, "told_at", webhook->told_at);
    json_put_int(text, "failures", webhook->failures);
    json_put_instant_or_null(text, "failing_since", webhook->failing_since);
    json_put_string_or_null(text, "failure", webhook->failure);
    json_put_int(text, "version", webhook->version);
    json_put_instant(text, "changed_at", webhook->changed_at);
    json_put_string(text, "changed_by", webhook->changed_by);
    json_close_object(text);
}

/* ---- rules ----------------------------------------------------------------------------------- */

static enum err check_fields(struct save_webhook *save)
{
    if (save->change == WEBHOOK_MAKE && !webhook_code_is_one(save->webhook.code))
        command_fault(&save->command, "/webhook", ERR_BAD_VALUE);
    if ((save->change == WEBHOOK_MAKE || save->change == WEBHOOK_CHANGE) &&
        !(save->kept & WEBHOOK_URL) && !webhook_url_is_one(save->webhook.url))
        command_fault(&save->command, "/url", ERR_BAD_VALUE);
    return save->command.facts.fields.length ? ERR_FIELDS : ERR_OK;
}

static enum err check_version(struct store_tx *tx, struct save_webhook *save,
                              const struct webhook *stored)
{
    struct setup_stamp stamp = {.version = stored->version, .changed_at = stored->changed_at};

    if (save->change != WEBHOOK_CHANGE)
        return ERR_OK;
    snprintf(stamp.changed_by, sizeof stamp.changed_by, "%s", stored->changed_by);
    const enum err err = setup_change_check(tx, &save->command, save->expected_version, &stamp);
    if (err == ERR_VERSION_CONFLICT)
        webhook_view(&save->command.facts.current, NULL, stored);
    return err;
}

/* Find it among those stored. */
static enum err check_there(struct store_tx *tx, const struct save_webhook *save,
                            struct webhook *out_stored)
{
    struct webhook all[WEBHOOKS_MAX];
    const int count = webhook_rows_list(tx, all);

    for (int i = 0; i < count; i++)
        if (strcmp(all[i].code, save->webhook.code) == 0) {
            *out_stored = all[i];
            return save->change == WEBHOOK_MAKE ? ERR_DUPLICATE : ERR_OK;
        }
    if (save->change != WEBHOOK_MAKE)
        return ERR_NOT_FOUND;
    return count == WEBHOOKS_MAX ? ERR_LIMIT_REACHED : ERR_OK;
}

/* ---- saving ---------------------------------------------------------------------------------- */

/* What is not asked to change is as it was. */
static void merge(struct save_webhook *save, const struct webhook *stored)
{
    struct webhook merged = *stored;

    if (save->change == WEBHOOK_CHANGE && !(save->kept & WEBHOOK_URL))
        memcpy(merged.url, save->webhook.url, sizeof merged.url);
    if (save->change == WEBHOOK_CHANGE && !(save->kept & WEBHOOK_ENABLED))
        merged.enabled = save->webhook.enabled;
    if (save->change == WEBHOOK_NEW_SECRET)
        memcpy(merged.secret, save->webhook.secret, sizeof merged.secret);
    save->webhook = merged;
}

static void tell(struct store_tx *tx, struct save_webhook *save)
{
    static const char *const kinds[] = {[WEBHOOK_MAKE] = "webhook_added",
                                        [WEBHOOK_CHANGE] = "webhook_changed",
                                        [WEBHOOK_NEW_SECRET] = "webhook_secret_changed",
                                        [WEBHOOK_REMOVE] = "webhook_removed"};
    const struct webhook *webhook = &save->webhook;
    struct text data;

    text_init(&data);
    json_open_object(&data, NULL);
    json_put_string(&data, "url", webhook->url);
    json_put_bool(&data, "enabled", webhook->enabled);
    json_put_int(&data, "told", webhook->told);
    json_close_object(&data);
    command_event(tx, &save->command, kinds[save->change], webhook->code, "", &data);
    text_release(&data);
}

enum err save_webhook_run(struct store_tx *tx, struct command *command)
{
    struct save_webhook *save = container_of(command, struct save_webhook, command);
    struct webhook *webhook = &save->webhook, stored = {.code = ""};
    enum err err = check_fields(save);

    if (err == ERR_OK)
        err = check_there(tx, save, &stored);
    if (err == ERR_OK)
        err = check_version(tx, save, &stored);
    if (err != ERR_OK)
        return err;
    if (save->change == WEBHOOK_MAKE) {
        webhook->enabled = true;
        webhook->told = event_log_next_seq(tx);
        webhook->told_at = webhook->failing_since = instant_none();
    } else {
        merge(save, &stored);
    }
    webhook->version = event_log_next_seq(tx);
    webhook->changed_at = command->now;
    snprintf(webhook->changed_by, sizeof webhook->changed_by, "%s", command->actor.code);
    if (save->change == WEBHOOK_REMOVE)
        webhook_rows_delete(tx, webhook->code);
    else
        webhook_rows_put(tx, webhook);
    tell(tx, save);
    return ERR_OK;
}

enum err read_webhooks_run(struct store_tx *tx, struct command *command)
{
    struct read_webhooks *read = container_of(command, struct read_webhooks, command);

    read->count = webhook_rows_list(tx, read->webhooks);
    return ERR_OK;
}
