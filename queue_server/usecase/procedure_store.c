#include "usecase/procedure_store.h"

#include <jansson.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

enum { KEPT_MAX = 1000, SLOTS = 256 };

struct kept {
    struct procedure procedure;
    struct text document; /* owned */
    bool mountain;
    struct kept *next;
};

struct procedure_store {
    pthread_mutex_t lock; /* guards the lists, whose entries never change */
    struct kept *slots[SLOTS];
    int count;
};

struct procedure_store *procedure_store_open(void)
{
    struct procedure_store *store = calloc(1, sizeof *store);

    if (store)
        pthread_mutex_init(&store->lock, NULL);
    return store;
}

void procedure_store_close(struct procedure_store *store)
{
    if (!store)
        return;
    for (int i = 0; i < SLOTS; i++)
        while (store->slots[i]) {
            struct kept *kept = store->slots[i];

            store->slots[i] = kept->next;
            free(kept->procedure.documents);
            json_decref(kept->procedure.row);
            text_release(&kept->document);
            free(kept);
        }
    pthread_mutex_destroy(&store->lock);
    free(store);
}

/* FNV-1a of the first bytes, which hold the code, and the length. */
static size_t slot_of(const struct text *document)
{
    const size_t most = document->length < 64 ? document->length : 64;
    uint32_t hash = 2166136261u ^ (uint32_t)document->length;

    for (size_t i = 0; i < most; i++)
        hash = (hash ^ (unsigned char)document->data[i]) * 16777619u;
    return hash % SLOTS;
}

/* With the lock held. */
static const struct kept *find(const struct procedure_store *store, const struct text *document,
                               bool mountain)
{
    for (const struct kept *kept = store->slots[slot_of(document)]; kept; kept = kept->next)
        if (kept->mountain == mountain && kept->document.length == document->length &&
            memcmp(kept->document.data, document->data, document->length) == 0)
            return kept;
    return NULL;
}

bool procedure_store_find(struct procedure_store *store, const struct text *document, bool mountain,
                          struct procedure *out_procedure)
{
    const struct kept *kept;

    if (!store || document->failed || !document->data)
        return false;
    pthread_mutex_lock(&store->lock);
    kept = find(store, document, mountain);
    pthread_mutex_unlock(&store->lock);
    if (kept)
        *out_procedure = kept->procedure;
    return kept != NULL;
}

void procedure_store_keep(struct procedure_store *store, const struct text *document, bool mountain,
                          struct procedure *procedure)
{
    struct kept *kept = store ? calloc(1, sizeof *kept) : NULL;

    if (!kept)
        return;
    text_init(&kept->document);
    text_add_bytes(&kept->document, document->data, document->length);
    kept->mountain = mountain;
    kept->procedure = *procedure;
    kept->procedure.kept = true;
    pthread_mutex_lock(&store->lock);
    const bool takes = !kept->document.failed && store->count < KEPT_MAX &&
                       !find(store, document, mountain); /* another thread was not faster */
    if (takes) {
        struct kept **slot = &store->slots[slot_of(document)];

        kept->next = *slot;
        *slot = kept;
        store->count++;
    }
    pthread_mutex_unlock(&store->lock);
    if (takes) {
        procedure->kept = true;
        return;
    }
    text_release(&kept->document);
    free(kept);
}
