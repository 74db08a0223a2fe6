#include <string.h>

#include "api/table_file.h"

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

/* Quoted always: fewer cases, and what reads CSV reads this. */
static void put_field(struct text *file, const char *value)
{
    text_add_char(file, '"');
    for (const char *c = value; *c; c++) {
        if (*c == '"')
            text_add_char(file, '"');
        text_add_char(file, *c);
    }
    text_add_char(file, '"');
}

/* Would a spreadsheet compute it? Rule R-944. */
static bool looks_like_a_formula(const char *text)
{
    return text[0] != '\0' && strchr("=+-@\t\r\n", text[0]) != NULL;
}

static void put_cell(struct text *file, const struct report_cell *cell)
{
    struct text shown;

    text_init(&shown);
    if (cell->kind == CELL_TEXT && cell->text && looks_like_a_formula(cell->text))
        text_add_char(&shown, '\'');
    cell_read(&shown, cell);
    put_field(file, shown.data ? shown.data : "");
    file->failed = file->failed || shown.failed;
    text_release(&shown);
}

void table_csv(struct text *file, const struct report_table *table)
{
    text_add(file, BYTE_ORDER_MARK);
    for (size_t i = 0; i < table->column_count; i++) {
        text_add(file, i ? "," : "");
        put_field(file, table->columns[i].title);
    }
    for (size_t i = 0; i < table->cell_count; i++) {
        text_add(file, i % table->column_count ? "," : "\r\n");
        put_cell(file, &table->cells[i]);
    }
    text_add(file, "\r\n");
}
