#include "api/sheet.h"

#include <stdlib.h>

#include "base/utf8.h"
#include "domain/csv.h"

enum { FIRST_ROOM = 1024 };

void sheet_release(struct sheet *sheet)
{
    text_release(&sheet->bytes);
    free(sheet->cells);
    *sheet = (struct sheet){.count = 0};
}

enum err sheet_add(struct sheet *sheet, const struct sheet_cell *cell)
{
    if (cell->row > SHEET_ROWS_MAX)
        return ERR_TOO_LARGE;
    if (cell->length == 0)
        return ERR_OK;
    if (cell->column >= SHEET_COLUMNS_MAX || sheet->count == SHEET_CELLS_MAX)
        return ERR_TOO_LARGE;
    if (sheet->count == sheet->room) {
        const size_t room = sheet->room ? sheet->room * 2 : FIRST_ROOM;
        struct sheet_cell *cells = realloc(sheet->cells, room * sizeof *cells);

        if (!cells)
            return ERR_NO_MEMORY;
        sheet->cells = cells;
        sheet->room = room;
    }
    sheet->cells[sheet->count++] = *cell;
    return ERR_OK;
}

static bool is_utf8(const char *text, size_t length)
{
    uint32_t scalar;

    for (size_t at = 0, taken; at < length; at += taken) {
        taken = utf8_read(text + at, length - at, &scalar);
        if (taken == 0)
            return false;
    }
    return true;
}

enum err sheet_read_csv(struct text *bytes, char separator, struct sheet *out_sheet)
{
    struct sheet *sheet = out_sheet;
    struct sheet_cell cell = {.column = 0};
    struct csv_field field;
    enum csv_step step;
    struct csv csv;
    enum err err = ERR_OK;

    *sheet = (struct sheet){.bytes = *bytes};
    text_init(bytes);
    csv_init(&csv, sheet->bytes.data, sheet->bytes.length, separator);
    while (err == ERR_OK && (step = csv_next(&csv, &field)) != CSV_END) {
        if (step == CSV_FAULT || !is_utf8(field.text, field.length)) {
            sheet->faulty_row = step == CSV_FAULT ? csv.row : field.row;
            return ERR_NOT_A_TABLE;
        }
        cell.at = (size_t)(field.text - sheet->bytes.data);
        cell.length = (uint32_t)field.length;
        cell.row = field.row;
        err = sheet_add(sheet, &cell);
        cell.column = field.last ? 0 : cell.column + 1;
    }
    return err;
}
