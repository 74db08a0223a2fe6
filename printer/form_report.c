/* A report, and the book of a field (form 07), which is laid out alike: title, what it is of and
 * how it was counted, one table, places to sign; landscape. Rules. */
#include "printer/forms.h"

/* The rows of a table know nothing of its columns; a report is laid out by one thread at a time and
 * hands its width on beside them. */
struct report_rows {
    const struct report_line *lines;
    size_t count, column_count;
    bool has_total;
};

/* What stood there before it was corrected is struck, never left out. Rule R-816. */
static char *line_cell(const char *struck, const char *text, bool bold)
{
    if (struck)
        return markup("<s>%s</s>%s%s", struck, text[0] ? "\n" : "", text);
    return bold ? markup("<b>%s</b>", text) : markup("%s", text);
}

static void line_cells(const void *data, size_t row, char **out_cells)
{
    const struct report_rows *rows = data;
    const struct report_line *line = &rows->lines[row];
    const bool bold = rows->has_total && row == rows->count - 1;

    for (size_t i = 0; i < rows->column_count; i++)
        out_cells[i] = line_cell(line->struck[i], line->cells[i] ? line->cells[i] : "", bold);
}

static size_t copy_columns(const struct report *report, struct column *out)
{
    const struct report_head *heads = report->columns.at;
    const size_t count = report->columns.count;

    for (size_t i = 0; i < count; i++)
        out[i] = (struct column){.title = heads[i].title,
                                 .width = heads[i].width > 0 ? heads[i].width : 10,
                                 .align = heads[i].right ? ALIGN_RIGHT : ALIGN_LEFT};
    return count;
}

static void draw_report_end(struct sheet *sheet, const void *data)
{
    const struct report *report = data;

    sheet_signatures(sheet, (struct signature){"NGƯỜI LẬP BIỂU", report->maker},
                     (struct signature){"THỦ TRƯỞNG ĐƠN VỊ", NULL});
    sheet_closing_note(sheet);
}

static void draw_book_end(struct sheet *sheet, const void *data)
{
    const struct report *report = data;

    sheet_signatures(sheet, (struct signature){NULL, NULL},
                     (struct signature){"NGƯỜI THEO DÕI SỔ", report->maker});
    sheet_closing_note(sheet);
}

static void draw(struct sheet *sheet, sheet_block_fn *draw_end)
{
    const struct report *report = &sheet->job->content.report;
    const struct report_note *notes = report->notes.at;
    struct column columns[SHEET_COLUMNS_MOST];
    const size_t count = copy_columns(report, columns);
    const struct report_rows rows = {report->rows.at, report->rows.count, count, report->has_total};

    sheet_heading(sheet);
    for (size_t i = 0; i < report->notes.count; i++)
        sheet_paragraph(sheet, "%s", notes[i].text);
    sheet_skip(sheet, 1);
    if (rows.count > 0)
        sheet_table(sheet, columns, count, &rows, rows.count, line_cells);
    else
        sheet_paragraph(sheet, "<i>Không có dòng nào.</i>");
    sheet_together(sheet, draw_end, report);
}

void form_report(struct sheet *sheet)
{
    draw(sheet, draw_report_end);
}

void form_book(struct sheet *sheet)
{
    draw(sheet, draw_book_end);
}
