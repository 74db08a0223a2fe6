/*
 * Memory that is given back all at once: everything that belongs to one print job.
 *
 * Pure but for the heap. A zeroed struct is an empty pool.
 */
#ifndef PRINTER_POOL_H
#define PRINTER_POOL_H

#include <stddef.h>

struct pool {
    struct pool_block *blocks; /* owned */
};

/* `size` zeroed bytes that live until pool_release; NULL when memory is out. */
void *pool_alloc(struct pool *pool, size_t size);

/* A terminated copy of `length` bytes of `text` (borrowed); NULL when memory is out. */
char *pool_text(struct pool *pool, const char *text, size_t length);

/* Free all of it; the pool is empty and may be used again. */
void pool_release(struct pool *pool);

#endif
