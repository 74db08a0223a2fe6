#include "command/rules_file.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "command/input_file.h"
#include "usecase/queue_rules_document.h"

enum { RULES_FILE_MAX = 1 << 20 };

bool rules_file_load(const char *path, struct queue_rules *out_rules)
{
    struct queue_rules_fault fault;
    size_t length;
    char *text = input_file_read(path, RULES_FILE_MAX, &length);
    enum err err;

    if (!text) {
        fprintf(stderr, "queue_server replay: %s: %s\n", path, strerror(errno));
        return false;
    }
    err = queue_rules_document_read(text, length, out_rules, &fault);
    free(text);
    if (err != ERR_OK)
        fprintf(stderr, "queue_server replay: %s: %s: %s\n", path, fault.place, fault.message);
    return err == ERR_OK;
}
