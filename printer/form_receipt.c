/* Form 01, the receipt with the promised date. Its rows are numbered as in domain.md 3.2. */
#include <stdio.h>

#include "printer/forms.h"

/* Row 7: only when somebody else hands the dossier in. */
static void draw_delegation(struct sheet *sheet, const struct receipt *receipt)
{
    const struct person *person = &receipt->delegator;

    if (!person->name)
        return;
    sheet_paragraph(sheet, "Trường hợp ủy quyền – người ủy quyền: <b>%s</b>%s%s%s%s%s%s%s%s%s%s.",
                    person->name, person->personal_id ? "; số định danh: " : "",
                    person->personal_id ? person->personal_id : "",
                    person->address ? "; địa chỉ: " : "", person->address ? person->address : "",
                    person->phone ? "; số điện thoại: " : "", person->phone ? person->phone : "",
                    person->email ? "; email: " : "", person->email ? person->email : "",
                    receipt->delegation_paper ? "; giấy tờ ủy quyền: " : "",
                    receipt->delegation_paper ? receipt->delegation_paper : "");
}

/* Rows 8 - 10, and the fee, which practice adds */
static void draw_request(struct sheet *sheet, const struct receipt *receipt)
{
    char sets[24];

    if (receipt->request)
        sheet_paragraph(sheet, "Nội dung yêu cầu giải quyết: <b>%s</b> – %s", receipt->procedure,
                        receipt->request);
    else
        sheet_paragraph(sheet, "Nội dung yêu cầu giải quyết: <b>%s</b>", receipt->procedure);
    sheet_paragraph(sheet, "Thành phần hồ sơ nộp gồm:");
    form_papers(sheet, &receipt->papers);
    snprintf(sets, sizeof sets, "%02d (bộ)", receipt->sets > 0 ? receipt->sets : 1);
    if (receipt->fee)
        sheet_labels(sheet, "Số lượng hồ sơ", sets, "Phí, lệ phí", receipt->fee);
    else
        sheet_label(sheet, "Số lượng hồ sơ", sets);
}

/* Rows 11 - 14 */
static void draw_times(struct sheet *sheet, const struct receipt *receipt)
{
    sheet_paragraph(sheet, "Thời gian giải quyết hồ sơ theo quy định là: %s.", receipt->limit_text);
    sheet_instant(sheet, "Thời gian nhận hồ sơ", receipt->accepted_at, false);
    sheet_instant(sheet, "Thời gian trả kết quả giải quyết hồ sơ", receipt->due_at, true);
    if (receipt->warning)
        sheet_paragraph(sheet, "<i><b>Lưu ý về ngày hẹn trả:</b> %s</i>", receipt->warning);
    if (receipt->decided_by)
        sheet_label(sheet, "Cơ quan giải quyết hồ sơ (phi địa giới)", receipt->decided_by);
    sheet_label(sheet, "Đăng ký nhận kết quả tại", receipt->result_place);
}

/* Rows 15 and 16; they stay on one page. */
static void draw_end(struct sheet *sheet, const void *data)
{
    const struct receipt *receipt = data;
    const char *submitter = receipt->submitter ? receipt->submitter : receipt->applicant.name;

    sheet_paragraph(sheet, "Vào Sổ theo dõi hồ sơ, Quyển số: %s. Số thứ tự: %s.",
                    receipt->book ? receipt->book : "……",
                    receipt->book_row ? receipt->book_row : "……");
    sheet_signatures(sheet, (struct signature){"NGƯỜI NỘP HỒ SƠ", submitter},
                     (struct signature){"NGƯỜI TIẾP NHẬN HỒ SƠ", receipt->officer});
    sheet_closing_note(sheet);
}

void form_receipt(struct sheet *sheet)
{
    const struct receipt *receipt = &sheet->job->content.receipt;

    sheet_heading(sheet);                            /* rows 1 and 2 */
    sheet_paragraph(sheet, "%s", receipt->receiver); /* row 3 */
    form_person(sheet, "Tiếp nhận hồ sơ của Ông (Bà)/Tổ chức", &receipt->applicant); /* 4 - 6 */
    draw_delegation(sheet, receipt);
    draw_request(sheet, receipt);
    draw_times(sheet, receipt);
    sheet_together(sheet, draw_end, receipt);
}
