#include "command/import_table.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "api/mapped_lines.h"
#include "command/command.h"
#include "command/import_lines.h"
#include "command/input_file.h"
#include "command/offline.h"
#include "command/refusal.h"
#include "usecase/import_dossiers.h"

bool import_table_is(const char *path)
{
    const char *end = strrchr(path, '.');

    return end && (strcmp(end, ".csv") == 0 || strcmp(end, ".xlsx") == 0);
}

/* The document of the mapping; false when there is none, with everything said. */
static bool ask_mapping(const char *folder, const char *name, struct text *out_document)
{
    json_t *request = json_pack("{s:s, s:s}", "do", "import_mapping_get", "mapping", name);
    json_t *answer = NULL;
    const enum err err = request ? centre_ask(folder, request, &answer) : ERR_NO_MEMORY;
    const json_t *document = json_object_get(answer, "document");
    char *json = document ? json_dumps(document, JSON_COMPACT) : NULL;

    if (err != ERR_OK)
        refusal_say("import", folder, err);
    else if (!json)
        refusal_say_answer("import", name, answer);
    if (json)
        text_add(out_document, json);
    free(json);
    json_decref(answer);
    json_decref(request);
    return out_document->length > 0;
}

static enum err read_bytes(const char *path, struct text *out_bytes)
{
    size_t length;
    char *bytes = input_file_read(path, SHEET_BYTES_MAX, &length);

    if (!bytes)
        return errno == EFBIG ? ERR_TOO_LARGE : ERR_FILE;
    text_add_bytes(out_bytes, bytes, length);
    free(bytes);
    return out_bytes->failed ? ERR_NO_MEMORY : ERR_OK;
}

static int load(const char *folder, const char *path, const struct mapped_lines *lines)
{
    const struct import_told told = {.path = path,
                                     .word = "row",
                                     .dossiers = lines->lines,
                                     .numbers = lines->rows,
                                     .faults = lines->faults.data,
                                     .fault_count = lines->fault_count};

    return import_lines_send(folder, &told);
}

int import_table(const char *folder, const char *path, const char *mapping)
{
    struct text document, bytes;
    struct mapped_lines lines = {.lines = NULL};
    int status = EXIT_USAGE;

    text_init(&document);
    text_init(&bytes);
    if (ask_mapping(folder, mapping, &document)) {
        enum err err = read_bytes(path, &bytes);

        if (err == ERR_OK)
            err = mapped_lines_make(&bytes, &document, IMPORT_DOSSIERS_MAX, &lines);
        if (err != ERR_OK)
            refusal_say("import", path, err);
        else
            status = load(folder, path, &lines);
    }
    mapped_lines_release(&lines);
    text_release(&bytes);
    text_release(&document);
    return status;
}
