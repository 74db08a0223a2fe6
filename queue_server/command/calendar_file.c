#include "command/calendar_file.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "command/input_file.h"
#include "command/refusal.h"

struct calendar_document *calendar_file_load(const char *command, const char *path)
{
    struct calendar_document *document;
    char message[CALENDAR_MESSAGE_SIZE];
    size_t length;
    char *text;
    enum err err;

    text = input_file_read(path, CALENDAR_DOCUMENT_MAX, &length);
    if (!text) {
        fprintf(stderr, "queue_server %s: %s: %s\n", command, path, strerror(errno));
        return NULL;
    }
    err = calendar_document_load(text, length, &document, message, sizeof message);
    free(text);
    if (err == ERR_OK)
        return document;
    refusal_say(command, path, err);
    fprintf(stderr, "%s\n", message);
    return NULL;
}
