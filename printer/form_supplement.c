/* Form 02: everything that is missing, at once. */
#include "printer/forms.h"

static void draw_items(struct sheet *sheet, const struct supplement *supplement)
{
    const struct item_row *items = supplement->items.at;

    sheet_paragraph(sheet, "Yêu cầu hoàn thiện hồ sơ gồm những nội dung sau:");
    for (size_t i = 0; i < supplement->items.count; i++)
        if (items[i].basis)
            sheet_paragraph(sheet, "%zu. %s <i>(căn cứ: %s)</i>", i + 1, items[i].text,
                            items[i].basis);
        else
            sheet_paragraph(sheet, "%zu. %s", i + 1, items[i].text);
}

static void draw_end(struct sheet *sheet, const void *data)
{
    const struct supplement *supplement = data;

    if (supplement->supplement_by.given)
        sheet_instant(sheet, "Thời hạn bổ sung, hoàn thiện hồ sơ", supplement->supplement_by, true);
    if (supplement->contact_name || supplement->contact_phone)
        sheet_paragraph(sheet,
                        "Trong quá trình hoàn thiện hồ sơ nếu có vướng mắc, đề nghị liên hệ với "
                        "Ông/Bà %s, số điện thoại %s để được hướng dẫn.",
                        supplement->contact_name ? supplement->contact_name : "………………",
                        supplement->contact_phone ? supplement->contact_phone : "………………");
    if (supplement->approver)
        sheet_label(sheet, "Người phê duyệt yêu cầu bổ sung", supplement->approver);
    sheet_signatures(sheet, (struct signature){NULL, NULL},
                     (struct signature){"NGƯỜI HƯỚNG DẪN", supplement->officer});
    sheet_closing_note(sheet);
}

void form_supplement(struct sheet *sheet)
{
    const struct supplement *supplement = &sheet->job->content.supplement;

    sheet_heading(sheet);
    form_person(sheet, "Hồ sơ của", &supplement->applicant);
    sheet_paragraph(sheet, "Nội dung yêu cầu giải quyết: <b>%s</b>", supplement->procedure);
    if (supplement->phase)
        sheet_label(sheet, "Giai đoạn", supplement->phase);
    draw_items(sheet, supplement);
    sheet_label(sheet, "Lý do", supplement->reason);
    sheet_together(sheet, draw_end, supplement);
}
