/*
 * The hash chain of the event log, checked by a second writing of the hash: SHA-256 over
 * the hash before and seq, at, kind, subject, actor, counter, data, parted by 0x1f.
 */
#ifndef SUPPORT_LOG_CHAIN_H
#define SUPPORT_LOG_CHAIN_H

#include <sodium.h>
#include <stdio.h>
#include <string.h>

#include "store/event_log.h"

struct log_chain {
    int64_t rows;
    struct instant at;
    uint8_t hash[crypto_hash_sha256_BYTES];
    bool broken; /* a wrong hash, a gap, or time that ran backwards */
};

/* Give it each row in order: fits event_log_read(). */
static inline int log_chain_add(const struct event *event, void *data)
{
    struct log_chain *chain = data;
    crypto_hash_sha256_state sha;
    char fields[4096];

    const int length = snprintf(fields, sizeof fields, "%lld\037%lld\037%s\037%s\037%s\037%s\037%s",
                                (long long)event->seq, (long long)event->at.ms, event->kind,
                                event->subject, event->actor, event->counter, event->data);
    chain->broken |= length < 0 || (size_t)length >= sizeof fields;
    crypto_hash_sha256_init(&sha);
    crypto_hash_sha256_update(&sha, chain->hash, sizeof chain->hash);
    crypto_hash_sha256_update(&sha, (const uint8_t *)fields, strlen(fields));
    crypto_hash_sha256_final(&sha, chain->hash);
    chain->broken |= memcmp(chain->hash, event->hash, sizeof chain->hash) != 0;
    chain->broken |= event->seq != ++chain->rows || instant_before(event->at, chain->at);
    chain->at = event->at;
    return 1;
}

#endif
