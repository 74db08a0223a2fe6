#include "api/estimate_cache.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { NOWHERE = -1 };

/* ---- keys ------------------------------------------------------------------------------------ */

struct estimate_key estimate_key_of_newcomer(const char *site, const char *service,
                                             const char *of_class)
{
    struct estimate_key key = {.ticket = QUEUE_NO_TICKET};

    snprintf(key.site, sizeof key.site, "%s", site);
    snprintf(key.service, sizeof key.service, "%s", service);
    snprintf(key.of_class, sizeof key.of_class, "%s", of_class);
    return key;
}

struct estimate_key estimate_key_of_ticket(const char *site, int64_t ticket)
{
    struct estimate_key key = {.ticket = ticket};

    snprintf(key.site, sizeof key.site, "%s", site);
    return key;
}

static bool same_key(const struct estimate_key *a, const struct estimate_key *b)
{
    return a->ticket == b->ticket && strcmp(a->site, b->site) == 0 &&
           strcmp(a->service, b->service) == 0 && strcmp(a->of_class, b->of_class) == 0;
}

/* FNV-1a (Fowler, Noll, Vo). */
static uint32_t mix(uint32_t hash, const char *text)
{
    for (; *text; text++)
        hash = (hash ^ (uint8_t)*text) * UINT32_C(16777619);
    return hash * UINT32_C(16777619);
}

static int *bucket_of(const struct estimate_cache *cache, const struct estimate_key *key)
{
    uint32_t hash = mix(UINT32_C(2166136261), key->site);

    hash = mix(mix(hash, key->service), key->of_class);
    hash ^= (uint32_t)key->ticket * UINT32_C(2654435761);
    return &cache->buckets[hash % (uint32_t)cache->capacity];
}

/* ---- the cache ------------------------------------------------------------------------------- */

enum err estimate_cache_open(struct estimate_cache *cache, int capacity)
{
    struct estimate_entry *entries = calloc((size_t)capacity, sizeof *entries);
    int *buckets = malloc((size_t)capacity * sizeof *buckets);

    if (!entries || !buckets) {
        free(entries);
        free(buckets);
        return ERR_NO_MEMORY;
    }
    for (int i = 0; i < capacity; i++)
        buckets[i] = NOWHERE;
    *cache = (struct estimate_cache){.entries = entries, .buckets = buckets, .capacity = capacity};
    return ERR_OK;
}

void estimate_cache_close(struct estimate_cache *cache)
{
    free(cache->entries);
    free(cache->buckets);
}

struct estimate_entry *estimate_cache_find(struct estimate_cache *cache,
                                           const struct estimate_key *key)
{
    for (int i = *bucket_of(cache, key); i != NOWHERE; i = cache->entries[i].next)
        if (same_key(&cache->entries[i].key, key))
            return &cache->entries[i];
    return NULL;
}

/* Take the entry asked for longest ago out of its bucket; returns its place. */
static int give_way(struct estimate_cache *cache)
{
    int oldest = 0;

    for (int i = 1; i < cache->count; i++)
        if (cache->entries[i].used_ms < cache->entries[oldest].used_ms)
            oldest = i;
    int *link = bucket_of(cache, &cache->entries[oldest].key);
    while (*link != oldest)
        link = &cache->entries[*link].next;
    *link = cache->entries[oldest].next;
    return oldest;
}

static struct estimate_entry *add(struct estimate_cache *cache, const struct estimate_key *key)
{
    const int place = cache->count < cache->capacity ? cache->count++ : give_way(cache);
    struct estimate_entry *entry = &cache->entries[place];
    int *bucket = bucket_of(cache, key);

    *entry = (struct estimate_entry){.key = *key, .next = *bucket};
    *bucket = place;
    return entry;
}

struct estimate_entry *estimate_cache_use(struct estimate_cache *cache,
                                          const struct estimate_key *key, int64_t now_ms,
                                          int64_t life_ms)
{
    struct estimate_entry *entry = estimate_cache_find(cache, key);

    if (!entry)
        entry = add(cache, key);
    entry->used_ms = now_ms;
    if (!entry->begun || now_ms - entry->begun_ms >= life_ms)
        entry->wanted = true;
    return entry;
}

void estimate_entry_begin(struct estimate_entry *entry, int64_t now_ms)
{
    entry->wanted = false;
    entry->begun = true;
    entry->begun_ms = now_ms;
}

struct wait_range estimate_entry_range(const struct estimate_entry *entry, int64_t now_ms)
{
    if (entry->range.known && now_ms - entry->begun_ms > ESTIMATE_STALE_MS)
        return (struct wait_range){.known = false, .why = WAIT_NOT_COMPUTED};
    return entry->range;
}

void estimate_entry_put_off(struct estimate_entry *entry)
{
    entry->wanted = true;
}
