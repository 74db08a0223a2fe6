#include "api/received_file.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

enum { PART_SIZE = 1 << 16 };

enum err received_file_read(const char *path, size_t most, struct text *out_bytes)
{
    const int file = open(path, O_RDONLY | O_CLOEXEC);
    char *part = malloc(PART_SIZE);
    ssize_t length = -1;

    while (file >= 0 && part && (length = read(file, part, PART_SIZE)) > 0) {
        text_add_bytes(out_bytes, part, (size_t)length);
        if (out_bytes->length > most || out_bytes->failed)
            break;
    }
    if (file >= 0)
        close(file);
    free(part);
    if (out_bytes->length > most)
        return ERR_TOO_LARGE;
    return out_bytes->failed || !part ? ERR_NO_MEMORY : length < 0 ? ERR_FILE : ERR_OK;
}
