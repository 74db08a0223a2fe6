/* The workbook is written by libxlsxwriter, which wants a file's name: it gets one that lies in
 * memory only. */
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "api/table_file.h"

enum { PATH_SIZE = 64, READ_SIZE = 65536 };

struct looks {
    lxw_format *title, *note, *head, *text, *count, *rate, *date, *instant, *total, *total_rate;
};

static lxw_format *look(lxw_workbook *book, const char *number_format, bool bold)
{
    lxw_format *format = workbook_add_format(book);

    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    if (number_format)
        format_set_num_format(format, number_format);
    if (bold)
        format_set_bold(format);
    return format;
}

static void make_looks(lxw_workbook *book, struct looks *out)
{
    *out = (struct looks){.title = look(book, NULL, true),
                          .note = look(book, NULL, false),
                          .head = look(book, NULL, true),
                          .text = look(book, NULL, false),
                          .count = look(book, "#,##0", false),
                          .rate = look(book, "0.00%", false),
                          .date = look(book, "dd/mm/yyyy", false),
                          .instant = look(book, "dd/mm/yyyy hh:mm", false),
                          .total = look(book, "#,##0", true),
                          .total_rate = look(book, "0.00%", true)};
    format_set_font_size(out->title, 14);
    format_set_text_wrap(out->head);
    format_set_border(out->head, LXW_BORDER_THIN);
    format_set_text_wrap(out->text);
}

static lxw_datetime day_of(struct date date)
{
    const struct civil civil = date_civil(date);

    return (lxw_datetime){.year = civil.year, .month = civil.month, .day = civil.day};
}

static void put_instant(lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
                        struct instant instant, lxw_format *format)
{
    lxw_datetime at;

    if (instant_is_none(instant))
        return;
    at = day_of(date_of_instant(instant));
    at.hour = second_of_day(instant) / 3600;
    at.min = second_of_day(instant) / 60 % 60;
    worksheet_write_datetime(sheet, row, column, &at, format);
}

static void put_cell(lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column,
                     const struct report_cell *cell, const struct looks *looks, bool total)
{
    lxw_datetime day;

    switch (cell->kind) {
    case CELL_TEXT:
        worksheet_write_string(sheet, row, column, cell->text ? cell->text : "",
                               total ? looks->total : looks->text);
        break;
    case CELL_COUNT:
        worksheet_write_number(sheet, row, column, (double)cell->number,
                               total ? looks->total : looks->count);
        break;
    case CELL_RATE:
        if (cell->rate.denominator == 0)
            worksheet_write_string(sheet, row, column, "–", looks->text);
        else
            worksheet_write_number(sheet, row, column,
                                   (double)cell->rate.numerator / (double)cell->rate.denominator,
                                   total ? looks->total_rate : looks->rate);
        break;
    case CELL_DATE:
        day = day_of(cell->date);
        worksheet_write_datetime(sheet, row, column, &day, looks->date);
        break;
    case CELL_INSTANT:
        put_instant(sheet, row, column, cell->instant, looks->instant);
        break;
    }
}

static void put_table(lxw_worksheet *sheet, lxw_row_t first, const struct report_table *table,
                      const struct looks *looks)
{
    const size_t rows = table_rows(table);

    for (size_t i = 0; i < table->column_count; i++) {
        worksheet_set_column(sheet, (lxw_col_t)i, (lxw_col_t)i, table->columns[i].width, NULL);
        worksheet_write_string(sheet, first, (lxw_col_t)i, table->columns[i].title, looks->head);
    }
    for (size_t i = 0; i < table->cell_count; i++) {
        const size_t row = i / table->column_count;

        put_cell(sheet, first + 1 + (lxw_row_t)row, (lxw_col_t)(i % table->column_count),
                 &table->cells[i], looks, table->has_total && row == rows - 1);
    }
    worksheet_freeze_panes(sheet, first + 1, 1);
    worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, 9 /* A4 */);
    worksheet_fit_to_pages(sheet, 1, 0);
    worksheet_repeat_rows(sheet, first, first);
}

static bool write_book(const char *path, const struct report_table *table)
{
    lxw_workbook *book = workbook_new(path);
    lxw_doc_properties properties = {.title = (char *)table->title}; /* it is copied */
    struct looks looks;
    lxw_worksheet *sheet;
    lxw_row_t row = 0;

    if (!book)
        return false;
    properties.created = (time_t)(table->at.ms / 1000); /* the same table gives the same bytes */
    workbook_set_properties(book, &properties);
    make_looks(book, &looks);
    sheet = workbook_add_worksheet(book, NULL);
    worksheet_write_string(sheet, row++, 0, table->title, looks.title);
    for (int i = 0; i < table->note_count; i++)
        worksheet_write_string(sheet, row++, 0, table->notes[i], looks.note);
    put_table(sheet, row + 1, table, &looks);
    return workbook_close(book) == LXW_NO_ERROR;
}

static bool read_whole(int fd, struct text *file)
{
    char part[READ_SIZE];
    ssize_t count;

    if (lseek(fd, 0, SEEK_SET) != 0)
        return false;
    while ((count = read(fd, part, sizeof part)) > 0)
        text_add_bytes(file, part, (size_t)count);
    return count == 0;
}

void table_xlsx(struct text *file, const struct report_table *table)
{
    const int fd = memfd_create("motcua-report", MFD_CLOEXEC);
    char path[PATH_SIZE];

    if (fd < 0) {
        file->failed = true;
        return;
    }
    snprintf(path, sizeof path, "/proc/self/fd/%d", fd);
    if (!write_book(path, table) || !read_whole(fd, file))
        file->failed = true;
    close(fd);
}
