/*
 * The chain of the event log, row by row: numbers without a gap, time never backwards, every hash
 * that of its row and the row before. Pure.
 */
#ifndef USECASE_LOG_CHAIN_H
#define USECASE_LOG_CHAIN_H

#include "store/event_log.h"

/* How a row breaks the chain; bits. */
enum log_chain_break { CHAIN_GAP = 1, CHAIN_TIME = 2, CHAIN_HASH = 4 };

/* The last row that was looked at: seq 0, no instant and hash of zeroes before the first. */
struct log_chain {
    int64_t seq;
    struct instant at;
    uint8_t hash[DIGEST_SIZE];
};

/* How the next row breaks the chain, 0 when it does not; the chain goes on from that row. */
unsigned log_chain_step(struct log_chain *chain, const struct event *event);

#endif
