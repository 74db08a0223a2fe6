/*
 * Rows that many use cases share: number series, idempotency keys, settings, the print outbox.
 * Errors are sticky in the transaction.
 */
#ifndef STORE_SHARED_ROWS_H
#define STORE_SHARED_ROWS_H

#include "base/random.h"
#include "base/text.h"
#include "store/statement.h"

/* Take the next number of a series: 1, 2, 3 ... within (name, period). Rule R-510. */
int64_t series_next(struct store_tx *tx, const char *name, int64_t period);

/* Setting `name`, added to `out_value`; false when it is not set. */
bool setting_get(struct store_tx *tx, const char *name, struct text *out_value);
void setting_put(struct store_tx *tx, const char *name, const char *value);

struct stored_answer {
    uint8_t digest[DIGEST_SIZE];
    int status;
    struct text headers; /* owned by the caller */
    struct text body;    /* owned by the caller */
};

/* What was answered to (actor, key); false when nothing was. Rule R-605. */
bool idempotency_get(struct store_tx *tx, const char *actor, const char *key,
                     struct stored_answer *out_answer);
void idempotency_put(struct store_tx *tx, const char *actor, const char *key,
                     const struct stored_answer *answer, struct instant stored_at);
/* Forget some of the keys stored before `before`. */
void idempotency_expire(struct store_tx *tx, struct instant before);

struct print_request {
    int64_t id;          /* number of the log row that asks for it */
    const char *form;    /* ticket, 01, 02, 03, 04, 05, return, handover, fee, report */
    const char *paper;   /* 80mm, a5, a4 */
    const char *subject; /* t12, d34; r56 of a report */
    const char *printer; /* destination; "" keeps the page as a file */
    const char *content; /* JSON, complete */
    const char *actor;
    struct instant at;
    int copy; /* 1: the first */
};

/* Put a sheet into the outbox. Rule R-650. */
void print_rows_insert(struct store_tx *tx, const struct print_request *print);

#endif
