/*
 * Webhooks are made, changed, given another secret, taken out and listed. Rules,
 *
 */
#ifndef USECASE_SAVE_WEBHOOK_H
#define USECASE_SAVE_WEBHOOK_H

#include "store/webhook_rows.h"
#include "usecase/command.h"

enum webhook_change { WEBHOOK_MAKE, WEBHOOK_CHANGE, WEBHOOK_NEW_SECRET, WEBHOOK_REMOVE };

/* Members that a change leaves as they are. */
enum webhook_member { WEBHOOK_URL = 1, WEBHOOK_ENABLED = 2 };

struct save_webhook {
    struct command command;

    /* Input. A new one is enabled, and told what comes from now on. */
    enum webhook_change change;
    struct webhook webhook; /* code, url, enabled; secret of WEBHOOK_MAKE and WEBHOOK_NEW_SECRET */
    unsigned kept;          /* of WEBHOOK_CHANGE: set of enum webhook_member */
    int64_t expected_version; /* of WEBHOOK_CHANGE; 0: none was said */

    /* Output: webhook as it is stored. */
};

/*
 * Writer thread. Returns ERR_OK; ERR_DUPLICATE, ERR_LIMIT_REACHED (WEBHOOK_MAKE); ERR_FIELDS (the
 * code or the address is none); ERR_NOT_FOUND; ERR_VERSION_REQUIRED, ERR_VERSION_CONFLICT (with the
 * webhook as it is now); ERR_STORE.
 */
enum err save_webhook_run(struct store_tx *tx, struct command *command);

struct read_webhooks {
    struct command command;

    /* Output. */
    struct webhook webhooks[WEBHOOKS_MAX];
    int count;
};

/* Reader thread. */
enum err read_webhooks_run(struct store_tx *tx, struct command *command);

/* Write a webhook under `key` (NULL: in an array or alone); never its secret. Pure but for memory.
 */
void webhook_view(struct text *text, const char *key, const struct webhook *webhook);

#endif
