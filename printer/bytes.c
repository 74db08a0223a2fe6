#include "printer/bytes.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { BYTES_FIRST = 32768 };

bool bytes_append(struct bytes *bytes, const void *data, size_t length)
{
    if (length > SIZE_MAX / 4 - bytes->length)
        return false;
    if (bytes->length + length > bytes->capacity) {
        size_t capacity = bytes->capacity ? bytes->capacity : BYTES_FIRST;
        unsigned char *grown;

        while (capacity < bytes->length + length)
            capacity *= 2;
        grown = realloc(bytes->data, capacity);
        if (!grown)
            return false;
        bytes->data = grown;
        bytes->capacity = capacity;
    }
    if (length)
        memcpy(bytes->data + bytes->length, data, length);
    bytes->length += length;
    return true;
}

void bytes_release(struct bytes *bytes)
{
    free(bytes->data);
    *bytes = (struct bytes){0};
}
