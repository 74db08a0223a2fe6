#include "command/input_file.h"

#include <errno.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

/* Read on until the end; one byte more than the limit is enough to see that there are more. */
static bool read_all(FILE *file, size_t limit, char **text, size_t *out_length)
{
    size_t size = 0, length = 0, got;

    do {
        if (length == size) {
            const size_t more = size ? size * 2 : 1 << 16;
            char *larger = realloc(*text, more);

            if (!larger)
                return false;
            *text = larger;
            size = more;
        }
        got = fread(*text + length, 1, size - length, file);
        length += got;
    } while (got > 0 && length <= limit);
    if (length > limit)
        errno = EFBIG;
    *out_length = length;
    return length <= limit && !ferror(file);
}

char *input_file_read(const char *path, size_t limit, size_t *out_length)
{
    FILE *file = fopen(path, "rb");
    char *text = NULL;
    size_t length;

    if (!file)
        return NULL;
    errno = 0;
    const bool whole = read_all(file, limit, &text, &length);
    const int reason = errno ? errno : EIO;
    fclose(file);
    if (whole) {
        *out_length = length;
        return text;
    }
    free(text);
    errno = reason;
    return NULL;
}
