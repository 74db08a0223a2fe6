/* The receipt of fees that were paid (biên lai thu phí, lệ phí). */
#include "printer/forms.h"

static char *text_cell(const char *text)
{
    return markup("%s", text ? text : "");
}

static void line_cells(const void *rows, size_t row, char **out_cells)
{
    const struct fee_row *line = (const struct fee_row *)rows + row;

    out_cells[0] = markup("%zu", row + 1);
    out_cells[1] = text_cell(line->line);
    out_cells[2] = text_cell(line->method);
    out_cells[3] = text_cell(line->amount);
}

static void draw_end(struct sheet *sheet, const void *data)
{
    const struct fee_receipt *fee = data;

    sheet_paragraph(sheet, "Tổng số tiền: <b>%s đồng</b>", fee->total);
    sheet_paragraph(sheet, "Bằng chữ: <i>%s.</i>", fee->words);
    sheet_instant(sheet, "Thời gian thu", fee->collected_at, false);
    sheet_signatures(sheet, (struct signature){"NGƯỜI NỘP TIỀN", fee->payer},
                     (struct signature){"NGƯỜI THU TIỀN", fee->collector});
    sheet_closing_note(sheet);
}

void slip_fee(struct sheet *sheet)
{
    static const struct column columns[] = {
        {"STT", 10, ALIGN_CENTRE},
        {"Tên phí, lệ phí", 58, ALIGN_LEFT},
        {"Hình thức", 34, ALIGN_LEFT},
        {"Số tiền (đồng)", 26, ALIGN_RIGHT},
    };
    const struct fee_receipt *fee = &sheet->job->content.fee;

    sheet_heading(sheet);
    sheet_labels(sheet, "Ký hiệu", fee->series, "Số", fee->receipt_number);
    if (fee->tax_code)
        sheet_label(sheet, "Mã số thuế của đơn vị thu", fee->tax_code);
    sheet_paragraph(sheet, "Người nộp tiền: <b>%s</b>", fee->payer);
    if (fee->address)
        sheet_label(sheet, "Địa chỉ", fee->address);
    sheet_label(sheet, "Thủ tục hành chính", fee->procedure);
    sheet_skip(sheet, 0.5);
    sheet_table(sheet, columns, sizeof columns / sizeof columns[0], fee->lines.at, fee->lines.count,
                line_cells);
    sheet_together(sheet, draw_end, fee);
}
