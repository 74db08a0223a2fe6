#include "api/mapped_lines.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/vietnamese.h"
#include "usecase/import_dossiers.h"

enum { CELL_SIZE = 4001, POINTER_SIZE = 128, FIRST_LINES = 256 };

/* One run over a sheet. */
struct mapping_run {
    const struct column_mapping *mapping;
    struct sheet *sheet;
    struct mapped_lines *out;
    int column_of[MAPPING_COLUMNS_MAX]; /* of the sheet */
    size_t most;
};

void mapped_lines_release(struct mapped_lines *lines)
{
    json_decref(lines->lines);
    free(lines->rows);
    text_release(&lines->faults);
    *lines = (struct mapped_lines){.lines = NULL};
}

static void fault(struct mapped_lines *out, const char *pointer, enum err err)
{
    if (out->fault_count++ < IMPORT_FAULTS_MAX)
        text_printf(&out->faults, "%s\t%s\n", pointer, err_code(err));
}

/* ---- header ---------------------------------------------------------------------------------- */

/* The names of the columns; large. */
struct header {
    char upper[SHEET_COLUMNS_MAX][MAPPING_HEADER_SIZE];
    char lower[SHEET_COLUMNS_MAX][MAPPING_HEADER_SIZE];
};

/* One too long is no header that a mapping could name. */
static void take_header(const struct mapping_run *run, const struct sheet_cell *cell,
                        struct header *header)
{
    const struct column_mapping *mapping = run->mapping;
    const int below = cell->row - mapping->header_row;
    char *name = below == 0 ? header->upper[cell->column] : header->lower[cell->column];

    if (below < 0 || below >= mapping->header_rows)
        return;
    if (vietnamese_clean(run->sheet->bytes.data + cell->at, cell->length, name, MAPPING_HEADER_SIZE,
                         NULL) != ERR_OK)
        name[0] = '\0';
}

/*
 * Join both rows. A name above spans the empty ones to its right that have a name below, unless
 * nothing stands below itself: then it spans both rows of its own column only (R-520).
 */
static void join_header(const struct column_mapping *mapping, struct header *header)
{
    const char *spanning = "";

    if (mapping->header_rows == 1)
        return;
    for (int i = 0; i < SHEET_COLUMNS_MAX; i++) {
        char *upper = header->upper[i], *lower = header->lower[i];
        char joined[2 * MAPPING_HEADER_SIZE + 3];

        if (upper[0])
            spanning = lower[0] ? upper : "";
        else if (!lower[0])
            continue;
        snprintf(joined, sizeof joined, "%s%s%s", upper[0] ? upper : spanning,
                 (upper[0] || spanning[0]) && lower[0] ? " / " : "", lower);
        if (strlen(joined) < MAPPING_HEADER_SIZE)
            memcpy(lower, joined, strlen(joined) + 1);
    }
    for (int i = 0; i < SHEET_COLUMNS_MAX; i++)
        memcpy(header->upper[i], header->lower[i], MAPPING_HEADER_SIZE);
}

/* Each column that the mapping names is there once; others may stand between them. */
static void find_columns(struct mapping_run *run, struct header *header)
{
    const struct column_mapping *mapping = run->mapping;

    for (size_t i = 0; i < run->sheet->count; i++)
        take_header(run, &run->sheet->cells[i], header);
    join_header(mapping, header);
    for (int i = 0; i < mapping->count; i++) {
        char pointer[POINTER_SIZE];
        int found = 0;

        for (int column = 0; column < SHEET_COLUMNS_MAX; column++)
            if (strcmp(header->upper[column], mapping->columns[i].header) == 0) {
                run->column_of[i] = column;
                found++;
            }
        snprintf(pointer, sizeof pointer, "/columns/%d/header", i);
        if (found != 1)
            fault(run->out, pointer, found ? ERR_COLUMN_TWICE : ERR_NO_COLUMN);
    }
}

/* ---- cells ----------------------------------------------------------------------------------- */

static enum err put(json_t *line, const struct line_member *member, const char *value)
{
    json_t *object = member->part ? json_object_get(line, member->part) : line;
    json_t *text;

    if (!object) {
        object = json_object();
        if (json_object_set_new(line, member->part, object) != 0)
            return ERR_NO_MEMORY;
    }
    if (member->kind == MEMBER_NUMBER && value[0] && strspn(value, "0123456789") == strlen(value) &&
        strlen(value) < 10)
        text = json_integer(strtol(value, NULL, 10));
    else
        text = json_string(value);
    return json_object_set_new(object, member->name, text) == 0 ? ERR_OK : ERR_NO_MEMORY;
}

/* What a text means: texts of the mapping are compared in their clean form. */
static enum err translate(const json_t *values, char value[CELL_SIZE])
{
    char clean[CELL_SIZE], name[CELL_SIZE];
    const char *key;
    json_t *meaning;

    if (vietnamese_clean(value, strlen(value), clean, sizeof clean, NULL) != ERR_OK)
        return ERR_NOT_MAPPED;
    json_object_foreach((json_t *)values, key, meaning)
    {
        if (vietnamese_clean(key, strlen(key), name, sizeof name, NULL) == ERR_OK &&
            strcmp(name, clean) == 0) {
            snprintf(value, CELL_SIZE, "%s", json_string_value(meaning));
            return ERR_OK;
        }
    }
    return ERR_NOT_MAPPED;
}

/* A date of the table as ours. A cell that is a number is one whatever the column's form (R-524).
 */
static enum err read_date(const struct mapping_run *run, const struct mapped_column *column,
                          bool number, char value[CELL_SIZE])
{
    const enum date_system system = run->sheet->has_dates ? run->sheet->dates : run->mapping->dates;
    struct local_time time;
    enum err err;

    if (number || mapped_column_is_serial(column))
        err = date_serial_read(value, strlen(value), system, &time);
    else if (column->form[0])
        err = date_form_read(column->form, value, strlen(value), &time);
    else
        return ERR_OK;
    if (err != ERR_OK)
        return err == ERR_SYNTAX ? ERR_BAD_VALUE : err;
    if (column->member->kind == MEMBER_DATE)
        date_format(time.date, value);
    else
        instant_format(instant_on_date(time.date, time.second), value);
    return ERR_OK;
}

static enum err read_cell(const struct mapping_run *run, const struct mapped_column *column,
                          const struct sheet_cell *cell, json_t *line)
{
    const char *text = run->sheet->bytes.data + cell->at;
    char value[CELL_SIZE];
    size_t length = cell->length;
    enum err err = ERR_OK;

    while (length > 0 && strchr(" \t\r\n", text[length - 1]))
        length--;
    while (length > 0 && strchr(" \t\r\n", text[0])) {
        text++;
        length--;
    }
    /* the sign by which an export keeps a spreadsheet from computing a text (R-526) */
    if (length > 1 && text[0] == '\'' && strchr("=+-@", text[1])) {
        text++;
        length--;
    }
    if (vietnamese_is_empty(text, length))
        return ERR_OK;
    if (length >= sizeof value || memchr(text, '\0', length))
        return ERR_BAD_VALUE;
    memcpy(value, text, length);
    value[length] = '\0';
    if (column->values)
        err = translate(column->values, value);
    else if (column->member->kind == MEMBER_DATE || column->member->kind == MEMBER_INSTANT)
        err = read_date(run, column, cell->number, value);
    return err == ERR_OK ? put(line, column->member, value) : err;
}

/* ---- rows ------------------------------------------------------------------------------------ */

static enum err keep(struct mapping_run *run, json_t *line, int row)
{
    struct mapped_lines *out = run->out;
    const size_t count = json_array_size(out->lines);

    if (count == out->room) {
        const size_t room = out->room ? out->room * 2 : FIRST_LINES;
        int *rows = realloc(out->rows, room * sizeof *rows);

        if (!rows)
            return ERR_NO_MEMORY;
        out->rows = rows;
        out->room = room;
    }
    out->rows[count] = row;
    return json_array_append(out->lines, line) == 0 ? ERR_OK : ERR_NO_MEMORY;
}

static void tell_cell(struct mapping_run *run, int row, const struct line_member *member,
                      enum err err)
{
    char pointer[POINTER_SIZE];

    snprintf(pointer, sizeof pointer, "/rows/%d%s%s/%s", row, member->part ? "/" : "",
             member->part ? member->part : "", member->name);
    fault(run->out, pointer, err);
}

/* The mapped column that stands in this one of the sheet, NULL for one that is passed over. */
static const struct mapped_column *column_at(const struct mapping_run *run, int column)
{
    for (int i = 0; i < run->mapping->count; i++)
        if (run->column_of[i] == column)
            return &run->mapping->columns[i];
    return NULL;
}

static enum err put_constants(const struct mapping_run *run, json_t *line)
{
    enum err err = ERR_OK;

    for (int i = 0; i < run->mapping->constant_count && err == ERR_OK; i++)
        err = put(line, run->mapping->constants[i].member, run->mapping->constants[i].value);
    return err;
}

/* The cells [first, end) of one row. A row that gives nothing, such as a rule of signs, a sum under
 * columns that are not mapped, is none. */
static enum err read_row(struct mapping_run *run, size_t first, size_t end)
{
    const int row = run->sheet->cells[first].row;
    const int faults = run->out->fault_count;
    json_t *line = json_object();
    enum err err = line ? ERR_OK : ERR_NO_MEMORY;

    for (size_t i = first; i < end && err != ERR_NO_MEMORY; i++) {
        const struct mapped_column *column = column_at(run, run->sheet->cells[i].column);

        err = column ? read_cell(run, column, &run->sheet->cells[i], line) : ERR_OK;
        if (err != ERR_OK && err != ERR_NO_MEMORY)
            tell_cell(run, row, column->member, err);
    }
    if (err != ERR_NO_MEMORY)
        err = ERR_OK;
    if (err == ERR_OK && run->out->fault_count == faults && json_object_size(line) > 0) {
        err = put_constants(run, line);
        if (err == ERR_OK && json_array_size(run->out->lines) < run->most)
            err = keep(run, line, row);
        else if (err == ERR_OK)
            err = ERR_LIMIT_REACHED;
    }
    json_decref(line);
    return err;
}

static enum err read_rows(struct mapping_run *run)
{
    const struct sheet *sheet = run->sheet;
    const int above = run->mapping->header_row + run->mapping->header_rows;
    enum err err = ERR_OK;

    for (size_t first = 0, end; first < sheet->count && err == ERR_OK; first = end) {
        for (end = first; end < sheet->count && sheet->cells[end].row == sheet->cells[first].row;)
            end++;
        if (sheet->cells[first].row >= above)
            err = read_row(run, first, end);
    }
    if (err == ERR_LIMIT_REACHED)
        fault(run->out, "/rows", ERR_BAD_VALUE);
    else if (err == ERR_OK && json_array_size(run->out->lines) == 0 && !run->out->fault_count)
        fault(run->out, "/rows", ERR_MISSING_FIELD);
    return err == ERR_NO_MEMORY ? err : ERR_OK;
}

/* ---- the whole ------------------------------------------------------------------------------- */

static enum err read_sheet(struct mapping_run *run)
{
    struct header *header = calloc(1, sizeof *header);

    if (!header)
        return ERR_NO_MEMORY;
    find_columns(run, header);
    free(header);
    return run->out->fault_count ? ERR_OK : read_rows(run);
}

static enum err open_sheet(struct mapping_run *run, struct text *bytes)
{
    char pointer[POINTER_SIZE] = "/rows";
    enum err err = sheet_is_workbook(bytes)
                       ? sheet_read_xlsx(bytes, run->sheet)
                       : sheet_read_csv(bytes, run->mapping->separator, run->sheet);

    if (err == ERR_OK || err == ERR_NO_MEMORY)
        return err;
    if (run->sheet->faulty_row)
        snprintf(pointer, sizeof pointer, "/rows/%d", run->sheet->faulty_row);
    fault(run->out, pointer, err == ERR_TOO_LARGE ? ERR_BAD_VALUE : err);
    return ERR_OK;
}

/* The document once more as a mapping: it was one when it was saved. */
static enum err read_mapping(const json_t *json, struct column_mapping *out)
{
    struct refusal_facts facts = {.due_at = instant_none()};
    struct input in = {.object = json, .facts = &facts};

    column_mapping_read(&in, out);
    const enum err err = json && facts.fields.length == 0 ? ERR_OK : ERR_STORE;
    text_release(&facts.fields);
    return err;
}

enum err mapped_lines_make(struct text *bytes, const struct text *document, size_t most,
                           struct mapped_lines *out)
{
    json_t *json = document->data ? json_loadb(document->data, document->length, 0, NULL) : NULL;
    struct column_mapping *mapping = malloc(sizeof *mapping);
    struct sheet sheet = {.count = 0};
    struct mapping_run run = {.mapping = mapping, .sheet = &sheet, .out = out, .most = most};
    enum err err;

    *out = (struct mapped_lines){.lines = json_array()};
    err = mapping && out->lines ? read_mapping(json, mapping) : ERR_NO_MEMORY;
    if (err == ERR_OK)
        err = open_sheet(&run, bytes);
    if (err == ERR_OK && out->fault_count == 0)
        err = read_sheet(&run);
    if (err == ERR_OK && out->faults.failed)
        err = ERR_NO_MEMORY;
    sheet_release(&sheet);
    free(mapping);
    json_decref(json);
    return err;
}
