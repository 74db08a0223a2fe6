#include "http/buffer.h"

#include <assert.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

struct http_buffer *http_buffer_new(size_t capacity)
{
    struct http_buffer *buffer;

    if (capacity > UINT32_MAX) /* libuv counts the bytes of one write in 32 bits */
        return NULL;
    buffer = malloc(sizeof *buffer + capacity);
    if (!buffer)
        return NULL;
    buffer->references = 1;
    buffer->length = 0;
    return buffer;
}

struct http_buffer *http_buffer_copy(const char *bytes, size_t length)
{
    struct http_buffer *buffer = http_buffer_new(length);

    if (!buffer)
        return NULL;
    if (length > 0)
        memcpy(buffer->bytes, bytes, length);
    buffer->length = length;
    return buffer;
}

struct http_buffer *http_buffer_hold(struct http_buffer *buffer)
{
    assert(buffer->references > 0);
    buffer->references++;
    return buffer;
}

void http_buffer_release(struct http_buffer *buffer)
{
    if (!buffer)
        return;
    assert(buffer->references > 0);
    if (--buffer->references == 0)
        free(buffer);
}
