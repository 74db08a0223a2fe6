/* Form 04: the result will not be ready in time; an apology with another promise. */
#include "printer/forms.h"

static void draw_end(struct sheet *sheet, const void *data)
{
    const struct apology *apology = data;

    sheet_paragraph(sheet,
                    "Sự chậm trễ này đã gây phiền hà, tốn kém thời gian, công sức của "
                    "Ông (Bà)/Tổ chức. Cơ quan chúng tôi xin lỗi và mong nhận được sự thông cảm.");
    sheet_instant(sheet, "Thời gian trả kết quả mới", apology->new_at, true);
    sheet_signatures(sheet, (struct signature){NULL, NULL},
                     (struct signature){apology->signer_title, apology->signer});
    sheet_closing_note(sheet);
}

void form_apology(struct sheet *sheet)
{
    const struct apology *apology = &sheet->job->content.apology;

    sheet_heading(sheet);
    form_person(sheet, "Kính gửi", &apology->applicant);
    sheet_paragraph(sheet, "Thủ tục hành chính: <b>%s</b>", apology->procedure);
    sheet_instant(sheet, "Thời gian tiếp nhận hồ sơ", apology->accepted_at, false);
    sheet_instant(sheet, "Thời gian hẹn trả kết quả", apology->promised_at, false);
    sheet_paragraph(sheet, "Đến nay, chúng tôi chưa giải quyết xong hồ sơ của Ông (Bà)/Tổ chức "
                           "để trả kết quả đúng thời gian đã hẹn.");
    sheet_label(sheet, "Lý do", apology->reason);
    sheet_together(sheet, draw_end, apology);
}
