#include "usecase/calendar_store.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

/* A loaded version; the list only ever grows at its head. */
struct kept {
    struct calendar_version calendar;
    struct calendar_document *document; /* owned */
    struct kept *next;
};

struct calendar_store {
    pthread_mutex_t lock; /* guards the list, never held while a document is read */
    struct kept *newest;
};

struct calendar_store *calendar_store_open(void)
{
    struct calendar_store *store = calloc(1, sizeof *store);

    if (store)
        pthread_mutex_init(&store->lock, NULL);
    return store;
}

void calendar_store_close(struct calendar_store *store)
{
    if (!store)
        return;
    while (store->newest) {
        struct kept *kept = store->newest;

        store->newest = kept->next;
        calendar_document_free(kept->document);
        free(kept);
    }
    pthread_mutex_destroy(&store->lock);
    free(store);
}

/* The same entry: not only the same document, but entered by the same person at the same time. */
static bool same_entry(const struct calendar_version_row *a, const struct calendar_version_row *b)
{
    return a->version == b->version && memcmp(a->digest, b->digest, DIGEST_SIZE) == 0 &&
           instant_seconds_between(a->entered_at, b->entered_at) == 0 &&
           strcmp(a->entered_by, b->entered_by) == 0 && strcmp(a->decree, b->decree) == 0;
}

/* With the lock held. */
static const struct calendar_version *find(const struct calendar_store *store,
                                           const struct calendar_version_row *row)
{
    for (const struct kept *kept = store->newest; kept; kept = kept->next)
        if (same_entry(&kept->calendar.row, row))
            return &kept->calendar;
    return NULL;
}

/* Keep what was loaded, or free it when another thread was faster. */
static const struct calendar_version *keep(struct calendar_store *store, struct kept *kept)
{
    pthread_mutex_lock(&store->lock);
    const struct calendar_version *there = find(store, &kept->calendar.row);
    if (!there) {
        kept->next = store->newest;
        store->newest = kept;
    }
    pthread_mutex_unlock(&store->lock);
    if (!there)
        return &kept->calendar;
    calendar_document_free(kept->document);
    free(kept);
    return there;
}

static enum err load(struct calendar_store *store, struct store_tx *tx,
                     const struct calendar_version_row *row,
                     const struct calendar_version **out_calendar)
{
    struct kept *kept = calloc(1, sizeof *kept);
    char message[CALENDAR_MESSAGE_SIZE];
    struct text json;
    enum err err = kept ? ERR_OK : ERR_NO_MEMORY;

    text_init(&json);
    if (err == ERR_OK && !calendar_rows_document(tx, row->version, &json))
        err = ERR_STORE;
    if (err == ERR_OK && json.failed)
        err = ERR_NO_MEMORY;
    if (err == ERR_OK)
        err = calendar_document_load(json.data ? json.data : "", json.length, &kept->document,
                                     message, sizeof message);
    text_release(&json);
    if (err != ERR_OK) {
        free(kept);
        return err == ERR_NO_MEMORY ? err : ERR_STORE; /* it was sound when it was stored */
    }
    kept->calendar = (struct calendar_version){.row = *row, .document = kept->document};
    *out_calendar = keep(store, kept);
    return ERR_OK;
}

static enum err get(struct calendar_store *store, struct store_tx *tx,
                    const struct calendar_version_row *row,
                    const struct calendar_version **out_calendar)
{
    pthread_mutex_lock(&store->lock);
    const struct calendar_version *there = find(store, row);
    pthread_mutex_unlock(&store->lock);
    if (!there)
        return load(store, tx, row, out_calendar);
    *out_calendar = there;
    return ERR_OK;
}

enum err calendar_store_current(struct calendar_store *store, struct store_tx *tx,
                                const struct calendar_version **out_calendar)
{
    struct calendar_version_row row;

    if (!store)
        return ERR_NO_MEMORY;
    if (calendar_rows_newest(tx, &row))
        return get(store, tx, &row, out_calendar);
    return sql_outcome(tx) == ERR_OK ? ERR_CALENDAR_RANGE : sql_outcome(tx);
}

enum err calendar_store_version(struct calendar_store *store, struct store_tx *tx, int64_t version,
                                const struct calendar_version **out_calendar)
{
    struct calendar_version_row row;

    if (!store)
        return ERR_NO_MEMORY;
    if (calendar_rows_get(tx, version, &row))
        return get(store, tx, &row, out_calendar);
    return sql_outcome(tx) == ERR_OK ? ERR_NOT_FOUND : sql_outcome(tx);
}
