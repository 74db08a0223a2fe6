/*
 * The append-only event log of a centre: gapless numbers, each row hashed over the row before it.
 *
 * Writer thread for appending, any reader for reading. Source: architecture "Where truth is",
 * The hash is SHA-256 over the hash before and the row's fields in order, numbers as decimal
 * text, fields parted by a unit separator (0x1f): the exact bytes stand at event_hash().
 */
#ifndef STORE_EVENT_LOG_H
#define STORE_EVENT_LOG_H

#include <stdint.h>

#include "base/error.h"
#include "base/instant.h"
#include "base/random.h"

struct store_tx;

enum {
    EVENT_KIND_SIZE = 32,
    EVENT_SUBJECT_SIZE = 48, /* the longest are codes of accounts and procedures */
    EVENT_ACTOR_SIZE = 41,
    EVENT_COUNTER_SIZE = 16
};

struct log_head {
    int64_t seq; /* of the last row, 0 for none */
    struct instant at;
    uint8_t hash[DIGEST_SIZE];
};

struct event {
    int64_t seq;
    struct instant at;
    char kind[EVENT_KIND_SIZE];       /* ticket_issued, dossier_accepted ... */
    char subject[EVENT_SUBJECT_SIZE]; /* t12, d34, p56 ... */
    char actor[EVENT_ACTOR_SIZE];     /* account or device, "" for the system */
    char counter[EVENT_COUNTER_SIZE]; /* "" when not at a counter */
    char *data;                       /* JSON object */
    uint8_t hash[DIGEST_SIZE];
};

/* Number that the next appended row will have. */
int64_t event_log_next_seq(const struct store_tx *tx);
/* The last row so far, those of this transaction among them. */
struct log_head event_log_head(const struct store_tx *tx);
/* Instant of the last row; none when the log is empty. */
struct instant event_log_last_at(const struct store_tx *tx);

/*
 * Append one row and remember it for the readers of the event stream.
 *
 * event  kind, subject, actor, counter, at and data are taken as they are (data is copied); seq and
 *        hash are set. `at` earlier than the last row's is raised to it: time never runs backwards.
 *
 * Errors are sticky in tx. Rule R-600.
 */
void event_log_append(struct store_tx *tx, struct event *event);

/* Hash of `event` after a row whose hash is `before`. Rule R-600. */
void event_hash(const uint8_t before[DIGEST_SIZE], const struct event *event,
                uint8_t out_hash[DIGEST_SIZE]);

/* Read the last row of the centre; seq 0 and no instant when the log is empty. Errors are sticky in
 * tx. */
void event_log_load_head(struct store_tx *tx, struct log_head *out_head);

/*
 * Give every row after `after` to `each`, in order, until it returns false.
 *
 * limit  most rows to give
 */
void event_log_read(struct store_tx *tx, int64_t after, int limit,
                    int (*each)(const struct event *event, void *data), void *data);
/* Give the rows before `before` to `each`, newest first. */
void event_log_read_back(struct store_tx *tx, int64_t before, int limit,
                         int (*each)(const struct event *event, void *data), void *data);
/* Both for the rows that are about `subject`. */
void event_log_read_of_back(struct store_tx *tx, const char *subject, int64_t before, int limit,
                            int (*each)(const struct event *event, void *data), void *data);
void event_log_read_of(struct store_tx *tx, const char *subject, int64_t after, int limit,
                       int (*each)(const struct event *event, void *data), void *data);

#endif
