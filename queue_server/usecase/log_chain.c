#include "usecase/log_chain.h"

#include <string.h>

unsigned log_chain_step(struct log_chain *chain, const struct event *event)
{
    uint8_t hash[DIGEST_SIZE];
    unsigned breaks = 0;

    if (event->seq != chain->seq + 1)
        breaks |= CHAIN_GAP;
    if (instant_before(event->at, chain->at))
        breaks |= CHAIN_TIME;
    event_hash(chain->hash, event, hash);
    if (memcmp(hash, event->hash, DIGEST_SIZE) != 0)
        breaks |= CHAIN_HASH;
    chain->seq = event->seq;
    chain->at = event->at;
    memcpy(chain->hash, event->hash, DIGEST_SIZE);
    return breaks;
}
