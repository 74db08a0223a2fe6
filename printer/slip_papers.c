/* The papers given back when a dossier is refused or stopped. Rule R-815. */
#include "printer/forms.h"

static void draw_end(struct sheet *sheet, const void *data)
{
    const struct papers_back *back = data;

    sheet_paragraph(sheet, "Tổng số: %02zu loại giấy tờ.", back->papers.count);
    sheet_signatures(sheet, (struct signature){"NGƯỜI NHẬN LẠI", back->receiver},
                     (struct signature){"NGƯỜI TRẢ", back->officer});
    sheet_closing_note(sheet);
}

void slip_papers(struct sheet *sheet)
{
    const struct papers_back *back = &sheet->job->content.papers_back;

    sheet_heading(sheet);
    form_person(sheet, "Trả lại cho Ông (Bà)/Tổ chức", &back->applicant);
    sheet_label(sheet, "Thủ tục hành chính", back->procedure);
    if (back->reason)
        sheet_label(sheet, "Lý do", back->reason);
    form_papers(sheet, &back->papers);
    sheet_together(sheet, draw_end, back);
}
