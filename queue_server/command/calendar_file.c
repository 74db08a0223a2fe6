#include "command/calendar_file.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Read at most one byte more than a document may have, so that a larger one is noticed. */
static char *read_file(const char *path, size_t *out_length)
{
    const size_t limit = CALENDAR_DOCUMENT_MAX + 4;
    size_t size = 1 << 16, length = 0;
    char *text = malloc(size);
    FILE *file = text ? fopen(path, "rb") : NULL;

    while (file) {
        const size_t got = fread(text + length, 1, size - length, file);

        length += got;
        if (got == 0 || length >= limit)
            break;
        if (length == size) {
            char *larger = realloc(text, size * 2);

            if (!larger)
                break;
            text = larger;
            size *= 2;
        }
    }
    if (!file || ferror(file) || (!feof(file) && length < limit)) {
        free(text);
        text = NULL;
    }
    if (file)
        fclose(file);
    *out_length = length;
    return text;
}

struct calendar_document *calendar_file_load(const char *command, const char *path)
{
    struct calendar_document *document;
    char message[CALENDAR_MESSAGE_SIZE];
    size_t length;
    char *text;
    enum err err;

    errno = 0;
    text = read_file(path, &length);
    if (!text) {
        fprintf(stderr, "queue_server %s: %s: %s\n", command, path,
                errno ? strerror(errno) : err_text(ERR_FILE, LANGUAGE_EN));
        return NULL;
    }
    err = calendar_document_load(text, length, &document, message, sizeof message);
    free(text);
    if (err == ERR_OK)
        return document;
    fprintf(stderr, "queue_server %s: %s: %s\n", command, path, message);
    return NULL;
}
