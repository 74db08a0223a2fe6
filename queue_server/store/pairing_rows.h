/*
 * Rows of pairing codes. Writer or reader thread; errors are sticky in the transaction.
 *
 * Codes are kept as digests. Rule R-900.
 */
#ifndef STORE_PAIRING_ROWS_H
#define STORE_PAIRING_ROWS_H

#include "base/random.h"
#include "store/ticket_rows.h"

struct pairing_record {
    char device[ACTOR_CODE_SIZE];
    uint8_t code[DIGEST_SIZE];
    struct instant expires_at; /* real time */
};

/* The pairing of a code's digest, expired or not. False when there is none. */
bool pairing_rows_find(struct store_tx *tx, const uint8_t code[DIGEST_SIZE],
                       struct pairing_record *out_pairing);
/* Replaces the device's pairing, if it has one. */
void pairing_rows_put(struct store_tx *tx, const struct pairing_record *pairing);
void pairing_rows_delete(struct store_tx *tx, const char *device);

#endif
