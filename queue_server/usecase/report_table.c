#include "usecase/report_table.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void report_table_release(struct report_table *table)
{
    for (size_t i = 0; i < table->cell_count; i++) {
        free(table->cells[i].text);
        free(table->cells[i].struck);
    }
    free(table->cells);
    table->cells = NULL;
    table->cell_count = table->capacity = 0;
}

void table_column(struct report_table *table, const char *title, int width, bool right)
{
    table->columns[table->column_count++] = (struct table_head){title, width, right};
}

void table_note(struct report_table *table, const char *format, ...)
{
    va_list arguments;

    if (table->note_count == TABLE_NOTES_MAX)
        return;
    va_start(arguments, format);
    vsnprintf(table->notes[table->note_count++], TABLE_NOTE_SIZE, format, arguments);
    va_end(arguments);
}

static void add(struct report_table *table, struct report_cell cell)
{
    const size_t capacity = table->capacity ? table->capacity * 2 : 256;

    if (table->cell_count == table->capacity) {
        struct report_cell *larger = realloc(table->cells, capacity * sizeof *larger);

        if (!larger) {
            table->failed = true;
            free(cell.text);
            return;
        }
        table->cells = larger;
        table->capacity = capacity;
    }
    table->cells[table->cell_count++] = cell;
}

void table_text(struct report_table *table, const char *text)
{
    char *copy = strdup(text);

    table->failed = table->failed || !copy;
    add(table, (struct report_cell){.kind = CELL_TEXT, .text = copy});
}

void table_count(struct report_table *table, int64_t number)
{
    add(table, (struct report_cell){.kind = CELL_COUNT, .number = number});
}

void table_rate(struct report_table *table, struct rate rate)
{
    add(table, (struct report_cell){.kind = CELL_RATE, .rate = rate});
}

void table_date(struct report_table *table, struct date date)
{
    add(table, (struct report_cell){.kind = CELL_DATE, .date = date});
}

void table_instant(struct report_table *table, struct instant instant)
{
    add(table, (struct report_cell){.kind = CELL_INSTANT, .instant = instant});
}

void table_struck(struct report_table *table, const char *before)
{
    if (table->failed || table->cell_count == 0)
        return;
    struct report_cell *cell = &table->cells[table->cell_count - 1];

    free(cell->struck);
    cell->struck = strdup(before);
    table->failed = !cell->struck;
}

size_t table_rows(const struct report_table *table)
{
    return table->column_count ? table->cell_count / table->column_count : 0;
}

static void read_date(struct text *text, struct date date)
{
    const struct civil civil = date_civil(date);

    text_printf(text, "%02d/%02d/%04d", civil.day, civil.month, civil.year);
}

void cell_read(struct text *text, const struct report_cell *cell)
{
    char rate[RATE_TEXT_SIZE];

    switch (cell->kind) {
    case CELL_TEXT:
        text_add(text, cell->text ? cell->text : "");
        break;
    case CELL_COUNT:
        text_add_int(text, cell->number);
        break;
    case CELL_RATE:
        rate_text(cell->rate, rate);
        text_add(text, rate);
        break;
    case CELL_DATE:
        read_date(text, cell->date);
        break;
    case CELL_INSTANT:
        if (instant_is_none(cell->instant))
            break;
        read_date(text, date_of_instant(cell->instant));
        text_printf(text, " %02d:%02d", second_of_day(cell->instant) / 3600,
                    second_of_day(cell->instant) / 60 % 60);
        break;
    }
}
