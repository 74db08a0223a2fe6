/*
 * Dossiers of a table: POST /dossier-imports/table.
 *
 * A reader takes the mapping, and there the file becomes lines, off the loop and outside the
 * writer's transaction; then they go the way of all lines (usecase/import_dossiers.h). What was
 * wrong with the table goes with them, so that all faults are told together, and an answer is kept
 * under its key in one place. Rules.
 */
#include <stdlib.h>
#include <string.h>

#include "api/arrival_input.h"
#include "api/handlers.h"
#include "api/mapped_lines.h"
#include "api/received_file.h"
#include "usecase/import_dossiers.h"
#include "usecase/save_import_mapping.h"

/* First step: the file becomes lines. */
struct table_reading {
    struct read_import_mapping read; /* first */
    char path[FOLDER_PATH_SIZE];     /* of the file that came */
    bool dry_run;
    struct mapped_lines lines;
    enum err err;
};

/* Second step: the lines become dossiers. */
struct table_import {
    struct import_dossiers import; /* first */
    struct mapped_lines lines;
};

/* ---- the file -------------------------------------------------------------------------------- */

/* Reader thread: nothing is answered yet. */
static void read_table(struct command *command)
{
    struct table_reading *reading = container_of(command, struct table_reading, read.command);
    struct text bytes;

    text_init(&bytes);
    reading->err = received_file_read(reading->path, SHEET_BYTES_MAX, &bytes);
    if (reading->err == ERR_OK)
        reading->err = mapped_lines_make(&bytes, &reading->read.mapping.document,
                                         IMPORT_DOSSIERS_API_MAX, &reading->lines);
    text_release(&bytes);
}

static void after_reading(struct command *command)
{
    struct table_reading *reading = container_of(command, struct table_reading, read.command);

    text_release(&reading->read.mapping.document);
    if (command->err != ERR_OK)
        mapped_lines_release(&reading->lines);
}

/* ---- the lines ------------------------------------------------------------------------------- */

static void after_import(struct command *command)
{
    mapped_lines_release(&container_of(command, struct table_import, import.command)->lines);
}

static enum err import_lines(struct table_reading *reading, struct api_call *call)
{
    struct table_import *table =
        api_command(call, sizeof *table, import_dossiers_run, import_api_answer);

    if (!table) {
        mapped_lines_release(&reading->lines);
        return ERR_NO_MEMORY;
    }
    table->lines = reading->lines;
    table->import.read = arrival_input_read;
    table->import.dry_run = reading->dry_run;
    table->import.lines = table->lines.lines;
    table->import.rows = table->lines.rows;
    table->import.faults = table->lines.faults.data;
    table->import.faults_before = table->lines.fault_count;
    api_after(table, after_import);
    struct mapped_lines lines = table->lines;
    const enum err err = reading->dry_run ? api_read(table) : api_submit(table);
    if (err != ERR_OK)
        mapped_lines_release(&lines);
    return err;
}

/* Loop thread. */
static void go_on(struct command *command, struct api_call *call)
{
    struct table_reading *reading = container_of(command, struct table_reading, read.command);
    enum err err = reading->err;

    if (err == ERR_OK)
        err = import_lines(reading, call);
    else
        mapped_lines_release(&reading->lines);
    if (err != ERR_OK)
        api_reply_problem(call, err);
}

/* ---- the request ----------------------------------------------------------------------------- */

static enum err read_request(struct api_call *call, struct table_reading *reading)
{
    if (!api_query(call, "mapping"))
        return ERR_BAD_PARAMETER;
    if (!api_query_copy(call, "mapping", reading->read.code, sizeof reading->read.code))
        return ERR_NOT_FOUND;
    if (api_query_dry_run(call, &reading->dry_run) != ERR_OK)
        return ERR_BAD_PARAMETER;
    if (!call->file)
        return ERR_CLOSED;
    memcpy(reading->path, call->file->path, sizeof reading->path);
    return ERR_OK;
}

enum err import_api_table(struct api_call *call)
{
    struct table_reading *reading =
        api_command(call, sizeof *reading, read_import_mapping_run, read_table);

    if (!reading)
        return ERR_NO_MEMORY;
    const enum err err = read_request(call, reading);
    api_after(reading, after_reading);
    api_take(reading, go_on);
    return api_read_with(reading, err);
}
