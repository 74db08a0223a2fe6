/* Form 03: why a dossier is not taken. */
#include "printer/forms.h"

static void draw_end(struct sheet *sheet, const void *data)
{
    const struct refusal *refusal = data;
    const char *submitter = refusal->submitter ? refusal->submitter : refusal->applicant.name;

    sheet_paragraph(sheet, "Trung tâm thông báo để Ông (Bà)/Tổ chức được biết.");
    sheet_signatures(sheet, (struct signature){"NGƯỜI NỘP HỒ SƠ", submitter},
                     (struct signature){"NGƯỜI TIẾP NHẬN HỒ SƠ", refusal->officer});
    sheet_closing_note(sheet);
}

void form_refusal(struct sheet *sheet)
{
    const struct refusal *refusal = &sheet->job->content.refusal;

    sheet_heading(sheet);
    form_person(sheet, "Tiếp nhận hồ sơ của Ông (Bà)/Tổ chức", &refusal->applicant);
    sheet_paragraph(sheet, "Nội dung yêu cầu giải quyết: <b>%s</b>", refusal->procedure);
    sheet_paragraph(sheet, "Qua xem xét, hồ sơ nêu trên không được tiếp nhận để giải quyết.");
    sheet_paragraph(sheet, "Lý do: <b>%s</b>", refusal->reason);
    if (refusal->basis)
        sheet_label(sheet, "Căn cứ", refusal->basis);
    sheet_together(sheet, draw_end, refusal);
}
