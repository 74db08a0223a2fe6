/*
 * A counted piece of output that any number of connections send without copying it.
 *
 * Loop thread only: the count is not atomic.
 */
#ifndef HTTP_BUFFER_H
#define HTTP_BUFFER_H

#include <stddef.h>

struct http_buffer {
    unsigned references;
    size_t length; /* bytes in use; set by whoever fills the buffer */
    char bytes[];
};

/*
 * A new buffer with room for `capacity` bytes, length 0 and one reference, which is the caller's.
 * NULL when there is no memory.
 */
struct http_buffer *http_buffer_new(size_t capacity);

/* As http_buffer_new, filled with a copy of `bytes` (borrowed, `length` bytes). */
struct http_buffer *http_buffer_copy(const char *bytes, size_t length);

/* One reference more; returns `buffer`. From then on its bytes must not change. */
struct http_buffer *http_buffer_hold(struct http_buffer *buffer);

/* Give up one reference; the last one frees. NULL is allowed. */
void http_buffer_release(struct http_buffer *buffer);

#endif
