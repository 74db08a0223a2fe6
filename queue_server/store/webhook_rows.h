/*
 * Webhooks: partners who are told what happens to dossiers, and how far each was told. Errors are
 * sticky in the transaction. Rules R-533..R-537.
 */
#ifndef STORE_WEBHOOK_ROWS_H
#define STORE_WEBHOOK_ROWS_H

#include "base/random.h"
#include "store/statement.h"

enum {
    WEBHOOKS_MAX = 16,
    WEBHOOK_CODE_SIZE = 33,
    WEBHOOK_URL_SIZE = 301,
    WEBHOOK_FAILURE_SIZE = 161,
    WEBHOOK_ACTOR_SIZE = 41
};

struct webhook {
    char code[WEBHOOK_CODE_SIZE];
    char url[WEBHOOK_URL_SIZE];
    char secret[TOKEN_SIZE];
    bool enabled;
    int64_t told;                       /* row of the log up to which it was told */
    struct instant told_at;             /* instant_none(): never */
    int64_t failures;                   /* tries in a row that failed */
    struct instant failing_since;       /* instant_none(): it is not */
    char failure[WEBHOOK_FAILURE_SIZE]; /* of the last try; "" for none */
    int64_t version;
    struct instant changed_at;
    char changed_by[WEBHOOK_ACTOR_SIZE];
};

/* All of them by their codes, WEBHOOKS_MAX at most. Returns how many. */
int webhook_rows_list(struct store_tx *tx, struct webhook out_webhooks[WEBHOOKS_MAX]);
/* Add it, or change url, secret, enabled and its stamp. */
void webhook_rows_put(struct store_tx *tx, const struct webhook *webhook);
/* Save told, told_at, failures, failing_since, failure; nothing when it is gone or was told more.
 */
void webhook_rows_progress(struct store_tx *tx, const struct webhook *webhook);
void webhook_rows_delete(struct store_tx *tx, const char *code);

#endif
