/* The list of dossiers that pass from the centre to a unit or back; landscape. */
#include "printer/forms.h"

static char *text_cell(const char *text)
{
    return markup("%s", text ? text : "");
}

static void dossier_cells(const void *rows, size_t row, char **out_cells)
{
    const struct handover_row *dossier = (const struct handover_row *)rows + row;

    out_cells[0] = markup("%zu", row + 1);
    out_cells[1] = text_cell(dossier->code);
    out_cells[2] = text_cell(dossier->subject);
    out_cells[3] = text_cell(dossier->result);
    out_cells[4] = text_cell(dossier->applicant);
    out_cells[5] = text_cell(dossier->address);
    out_cells[6] = text_cell(dossier->fee);
    out_cells[7] = text_cell(dossier->by_post ? "x" : NULL);
}

static void draw_end(struct sheet *sheet, const void *data)
{
    const struct handover *handover = data;

    sheet_paragraph(sheet, "Tổng số: %02zu hồ sơ.", handover->dossiers.count);
    sheet_signatures(sheet, (struct signature){"BÊN GIAO", handover->giver},
                     (struct signature){"BÊN NHẬN", handover->taker});
    sheet_closing_note(sheet);
}

void slip_handover(struct sheet *sheet)
{
    static const struct column columns[] = {
        {"STT", 11, ALIGN_CENTRE},         {"Mã hồ sơ", 48, ALIGN_LEFT},
        {"Nội dung", 54, ALIGN_LEFT},      {"Kết quả", 24, ALIGN_LEFT},
        {"Chủ hồ sơ", 38, ALIGN_LEFT},     {"Địa chỉ", 46, ALIGN_LEFT},
        {"Phí, lệ phí", 24, ALIGN_CENTRE}, {"BCCI", 15, ALIGN_CENTRE},
    };
    const struct handover *handover = &sheet->job->content.handover;

    sheet_heading(sheet);
    sheet_labels(sheet, "Bên giao", handover->from, "Bên nhận", handover->to);
    sheet_instant(sheet, "Thời gian giao nhận", handover->handed_at, false);
    sheet_skip(sheet, 0.5);
    sheet_table(sheet, columns, sizeof columns / sizeof columns[0], handover->dossiers.at,
                handover->dossiers.count, dossier_cells);
    sheet_together(sheet, draw_end, handover);
}
