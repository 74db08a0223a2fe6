/*
 * The estimates that are in memory, and when each may be computed again.
 *
 * Pure but for the memory made once; loop thread only. When all places are taken, the estimate that
 * was asked for longest ago gives way. Times are monotonic milliseconds. Rule R-130.
 */
#ifndef API_ESTIMATE_CACHE_H
#define API_ESTIMATE_CACHE_H

#include "usecase/ticket_view.h"

/* A newcomer's site, service and class, or the ticket at its site. Make it with the functions. */
struct estimate_key {
    char site[SITE_CODE_SIZE];
    char service[QUEUE_CODE_SIZE];
    char of_class[QUEUE_CODE_SIZE];
    int64_t ticket; /* QUEUE_NO_TICKET for a newcomer */
};

struct estimate_entry {
    struct estimate_key key;
    struct wait_range range; /* the latest; not known until there is one */
    int64_t version;         /* of the ticket that it was computed for */
    int64_t used_ms;         /* asked for last */
    int64_t begun_ms;        /* computed last */
    bool begun;              /* was ever computed */
    bool wanted;             /* to be computed */
    int next;                /* of its bucket, or -1 */
};

enum { ESTIMATE_STALE_MS = 60000 };

struct estimate_cache {
    struct estimate_entry *entries;
    int *buckets; /* first entry of each, or -1; as many as places */
    int count, capacity;
};

struct estimate_key estimate_key_of_newcomer(const char *site, const char *service,
                                             const char *of_class);
struct estimate_key estimate_key_of_ticket(const char *site, int64_t ticket);

/* A cache of `capacity` places. ERR_OK or ERR_NO_MEMORY. */
enum err estimate_cache_open(struct estimate_cache *cache, int capacity);
void estimate_cache_close(struct estimate_cache *cache);

/* NULL when it is not there. Good until the next estimate_cache_use. */
struct estimate_entry *estimate_cache_find(struct estimate_cache *cache,
                                           const struct estimate_key *key);

/*
 * Find or make the entry and mark it as asked for at `now_ms`; it is wanted from now on when it was
 * never computed, or when that began at least `life_ms` ago.
 */
struct estimate_entry *estimate_cache_use(struct estimate_cache *cache,
                                          const struct estimate_key *key, int64_t now_ms,
                                          int64_t life_ms);

/* Its computation begins now: it is not wanted again for its life. */
void estimate_entry_begin(struct estimate_entry *entry, int64_t now_ms);
/* What may be told of it at `now_ms`: the latest range, not known when that began more than
 * ESTIMATE_STALE_MS ago: a queue is another one by then. R-891. */
struct wait_range estimate_entry_range(const struct estimate_entry *entry, int64_t now_ms);
/* Nothing came of the computation that was begun: it is wanted still. */
void estimate_entry_put_off(struct estimate_entry *entry);

#endif
