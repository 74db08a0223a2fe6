#include "counter_client/terminal/table.h"

#include "counter_client/terminal/cells.h"
#include "counter_client/terminal/json_path.h"

#include <string.h>

enum { GAP = 2 };

static int columns_count(const struct column *columns)
{
    int count = 0;

    while (columns[count].path && count < COLUMNS_MAX)
        count++;
    return count;
}

static void cell(struct text *out_cell, const json_t *row, const struct column *column,
                 enum language language)
{
    text_clear(out_cell);
    value_add(out_cell, json_at(row, column->path), column->form, column->vocabulary, language);
}

static int text_cells(const struct text *text)
{
    return text->data ? cells_width(text->data, text->length) : 0;
}

static void pad(struct text *text, int cells)
{
    for (int i = 0; i < cells; i++)
        text_add_char(text, ' ');
}

static void widen(int widths[COLUMNS_MAX], const json_t *row, const struct column *columns,
                  int count, enum language language)
{
    struct text value;

    text_init(&value);
    for (int i = 0; i < count; i++) {
        cell(&value, row, &columns[i], language);
        if (text_cells(&value) > widths[i])
            widths[i] = text_cells(&value);
    }
    text_release(&value);
}

static void add_cell(struct text *text, const struct text *value, int width, bool right, bool last)
{
    int space = width - text_cells(value);

    if (right)
        pad(text, space);
    text_add_bytes(text, value->data ? value->data : "", value->length);
    if (!right && !last)
        pad(text, space);
    if (!last)
        pad(text, GAP);
}

static void add_row(struct text *text, const json_t *row, const struct column *columns, int count,
                    const int widths[COLUMNS_MAX], enum language language)
{
    struct text value;

    text_init(&value);
    for (int i = 0; i < count; i++) {
        if (row)
            cell(&value, row, &columns[i], language);
        else {
            text_clear(&value);
            text_add(&value, said(language, columns[i].title));
        }
        add_cell(text, &value, widths[i], columns[i].form == VALUE_NUMBER, i == count - 1);
    }
    text_add_char(text, '\n');
    text_release(&value);
}

void table_add(struct text *text, const json_t *rows, const struct column *columns,
               const json_t *total, enum language language)
{
    int count = columns_count(columns);
    int widths[COLUMNS_MAX];
    size_t i;
    json_t *row;

    for (int c = 0; c < count; c++) {
        const char *title = said(language, columns[c].title);

        widths[c] = cells_width(title, strlen(title));
    }
    json_array_foreach(rows, i, row) widen(widths, row, columns, count, language);
    if (total)
        widen(widths, total, columns, count, language);
    add_row(text, NULL, columns, count, widths, language);
    json_array_foreach(rows, i, row) add_row(text, row, columns, count, widths, language);
    if (total)
        add_row(text, total, columns, count, widths, language);
}

void record_add(struct text *text, const json_t *record, const struct column *columns,
                enum language language)
{
    int width = 0;

    for (const struct column *each = columns; each->path; each++) {
        const char *title = said(language, each->title);
        int cells = cells_width(title, strlen(title));

        if (json_at(record, each->path) && cells > width)
            width = cells;
    }
    for (const struct column *each = columns; each->path; each++) {
        const char *title = said(language, each->title);
        const json_t *value = json_at(record, each->path);

        if (!value || (json_is_array(value) && json_array_size(value) == 0))
            continue;
        text_add(text, title);
        pad(text, width - cells_width(title, strlen(title)) + GAP);
        value_add(text, value, each->form, each->vocabulary, language);
        text_add_char(text, '\n');
    }
}
