#include "usecase/import_dossiers.h"

#include <search.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* One run over the lines. */
struct importing {
    struct store_tx *tx;
    struct import_dossiers *import;
    void *seen;                /* tree of the external codes of earlier lines */
    struct open_dossier *open; /* the line in hand */
    size_t index;
};

static int compare_codes(const void *a, const void *b)
{
    return strcmp(a, b);
}

/* True when no earlier line has the code; ERR_NO_MEMORY is told by `out_err`. */
static bool is_first(struct importing *at, const char *code, enum err *out_err)
{
    char *copy = strdup(code);
    char *const *found = copy ? tsearch(copy, &at->seen, compare_codes) : NULL;
    const bool first = found && *found == copy;

    if (!first)
        free(copy);
    if (!found)
        *out_err = ERR_NO_MEMORY;
    return first;
}

/* The faults of the line in hand, told at its place in the file. */
static void tell_faults(struct importing *at)
{
    struct import_dossiers *import = at->import;
    struct text *all = &import->command.facts.fields;
    const char *line = at->open->command.facts.fields.data;
    const char *place = import->rows ? "rows" : "dossiers";
    const size_t number = import->rows ? (size_t)import->rows[at->index] : at->index;

    while (line && *line) {
        const size_t length = strcspn(line, "\n");

        if (import->fault_count++ < IMPORT_FAULTS_MAX)
            text_printf(all, "/%s/%zu%.*s\n", place, number, (int)length, line);
        line += length + (line[length] == '\n');
    }
}

/* A line that is here already, as the same dossier: nothing to do. Rule R-507. */
static bool is_known(struct importing *at)
{
    struct dossier_record *record;
    const int64_t id = dossier_rows_by_code(at->tx, at->open->external_code);
    bool same = false;

    if (id == 0)
        return false;
    record = malloc(sizeof *record);
    if (record)
        same = dossier_rows_get(at->tx, id, record) &&
               strcmp(record->procedure, at->open->procedure) == 0;
    free(record);
    return same;
}

static enum err import_line(struct importing *at, const json_t *line)
{
    struct open_dossier *open = at->open;
    struct text *fields = &open->command.facts.fields;
    enum err err = ERR_OK;

    at->import->read(line, open);
    if (fields->failed)
        return ERR_NO_MEMORY;
    if (fields->length)
        return ERR_FIELDS;
    if (instant_before(open->command.now, open->arrived_at)) { /* */
        command_fault(&open->command, "/arrived_at", ERR_BAD_VALUE);
        return ERR_FIELDS;
    }
    if (!is_first(at, open->external_code, &err)) {
        if (err == ERR_OK)
            command_fault(&open->command, "/external_code", ERR_DUPLICATE_CODE);
        return err == ERR_OK ? ERR_FIELDS : err;
    }
    if (is_known(at)) {
        at->import->known++;
        return ERR_OK;
    }
    /* once there is a fault nothing will be kept: the rest is only looked at */
    err = open_dossier_arrive(at->tx, open, at->import->dry_run || at->import->fault_count > 0);
    at->import->imported += err == ERR_OK;
    return err;
}

/* One line after the other, each with a struct of its own. */
static enum err import_lines(struct importing *at)
{
    struct import_dossiers *import = at->import;
    const struct command *command = &import->command;
    enum err err = ERR_OK;

    import->line_count = (int)json_array_size(import->lines);
    for (; at->index < (size_t)import->line_count && err == ERR_OK; at->index++) {
        at->open = calloc(1, sizeof *at->open);
        if (!at->open)
            return ERR_NO_MEMORY;
        at->open->command = *command;
        at->open->command.facts = (struct refusal_facts){.due_at = instant_none()};
        at->open->imported = true;
        at->open->intake = ACTION_ARRIVE;
        err = import_line(at, json_array_get(import->lines, at->index));
        if (err == ERR_FIELDS) {
            tell_faults(at);
            err = ERR_OK;
        }
        text_release(&at->open->command.facts.fields);
        text_release(&at->open->command.facts.allowed);
        text_release(&at->open->command.facts.missing);
        free(at->open);
    }
    return err;
}

static void tell(struct importing *at)
{
    struct import_dossiers *import = at->import;
    struct text data;

    text_init(&data);
    json_open_object(&data, NULL);
    json_put_int(&data, "lines", import->line_count);
    json_put_int(&data, "imported", import->imported);
    json_put_int(&data, "known", import->known);
    json_close_object(&data);
    command_event(at->tx, &import->command, "dossiers_imported", "dossiers", "", &data);
    text_release(&data);
}

enum err import_dossiers_run(struct store_tx *tx, struct command *command)
{
    struct import_dossiers *import = container_of(command, struct import_dossiers, command);
    struct importing at = {.tx = tx, .import = import};

    import->fault_count = import->faults_before;
    if (import->faults_before)
        text_add(&command->facts.fields, import->faults);
    enum err err = import_lines(&at);
    tdestroy(at.seen, free);
    if (err == ERR_OK && import->fault_count)
        err = command->facts.fields.failed ? ERR_NO_MEMORY : ERR_FIELDS; /* */
    if (err == ERR_OK && !import->dry_run)
        tell(&at);
    return err;
}
