/* The receipt for a result that was handed out. */
#include "printer/forms.h"
#include "printer/text.h"

static void draw_result(struct sheet *sheet, const struct returned *returned)
{
    char date[DATE_WORDS_SIZE] = "";

    if (returned->signed_at.given)
        date_words(returned->signed_at.at, date);
    sheet_paragraph(sheet, "Kết quả: <b>%s</b>%s%s%s%s",
                    returned->result_kind ? returned->result_kind : "………………",
                    returned->result_number ? "; số: " : "",
                    returned->result_number ? returned->result_number : "",
                    returned->signed_at.given ? ", " : "", date);
    if (returned->result_title)
        sheet_label(sheet, "Trích yếu", returned->result_title);
    if (returned->papers.count) {
        sheet_paragraph(sheet, "Giấy tờ trả lại kèm theo:");
        form_papers(sheet, &returned->papers);
    }
}

static void draw_end(struct sheet *sheet, const void *data)
{
    const struct returned *returned = data;

    sheet_paragraph(sheet, "Người nhận: <b>%s</b>", returned->receiver);
    if (returned->receiver_id)
        sheet_label(sheet, "Giấy tờ của người nhận", returned->receiver_id);
    if (returned->authorisation)
        sheet_label(sheet, "Giấy tờ ủy quyền", returned->authorisation);
    sheet_instant(sheet, "Thời gian trả kết quả", returned->returned_at, true);
    sheet_signatures(sheet, (struct signature){"NGƯỜI NHẬN KẾT QUẢ", returned->receiver},
                     (struct signature){"NGƯỜI TRẢ KẾT QUẢ", returned->officer});
    sheet_closing_note(sheet);
}

void slip_return(struct sheet *sheet)
{
    const struct returned *returned = &sheet->job->content.returned;

    sheet_heading(sheet);
    form_person(sheet, "Chủ hồ sơ", &returned->applicant);
    sheet_paragraph(sheet, "Thủ tục hành chính: <b>%s</b>", returned->procedure);
    draw_result(sheet, returned);
    sheet_together(sheet, draw_end, returned);
}
