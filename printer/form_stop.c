/* Form 05: the applicant withdrew, the handling stops, the papers go back. */
#include "printer/forms.h"

static void draw_end(struct sheet *sheet, const void *data)
{
    const struct stop *stop = data;

    sheet_paragraph(sheet, "Trung tâm thông báo để Ông (Bà)/Tổ chức được biết.");
    sheet_signatures(sheet, (struct signature){NULL, NULL},
                     (struct signature){stop->signer_title, stop->signer});
    sheet_closing_note(sheet);
}

/* The applicant asked, or did not supply by the date that he was told. Rule R-818. */
static void draw_cause(struct sheet *sheet, const struct stop *stop)
{
    if (stop->supplement_by.given) {
        sheet_instant(sheet, "Thời hạn bổ sung, hoàn thiện hồ sơ đã hết", stop->supplement_by,
                      false);
    } else {
        sheet_instant(sheet, "Thời gian nhận đề nghị dừng giải quyết", stop->withdrawn_at, false);
        sheet_label(sheet, "Hình thức đề nghị", stop->withdrawn_how);
    }
    if (stop->reason)
        sheet_label(sheet, "Lý do", stop->reason);
    sheet_paragraph(sheet,
                    "Căn cứ %sNghị định số 118/2025/NĐ-CP về thực hiện thủ tục hành chính "
                    "theo cơ chế một cửa, một cửa liên thông, <b>dừng giải quyết hồ sơ nêu "
                    "trên</b>.",
                    stop->supplement_by.given ? "" : "Điều 21 ");
}

void form_stop(struct sheet *sheet)
{
    const struct stop *stop = &sheet->job->content.stop;

    sheet_heading(sheet);
    form_person(sheet, "Kính gửi", &stop->applicant);
    sheet_paragraph(sheet, "Thủ tục hành chính: <b>%s</b>", stop->procedure);
    sheet_instant(sheet, "Thời gian tiếp nhận hồ sơ", stop->accepted_at, false);
    draw_cause(sheet, stop);
    sheet_label(sheet, "Trạng thái hồ sơ khi dừng",
                stop->state_text ? stop->state_text : "chưa có quyết định giải quyết");
    if (stop->papers.count) {
        sheet_paragraph(sheet, "Hồ sơ, giấy tờ hoàn trả:");
        form_papers(sheet, &stop->papers);
    } else {
        sheet_paragraph(sheet, "Hồ sơ, giấy tờ hoàn trả: không có");
    }
    sheet_label(sheet, "Phí, lệ phí", stop->fee ? stop->fee : "không thu");
    sheet_together(sheet, draw_end, stop);
}
