/* What people think of the service: five questions, room to write, and below a line to cut the code
 * by which it is answered on a phone. What is handed in names nobody. Rule R-819. */
#include "printer/forms.h"

static const char *const questions[] = {
    "Tiếp cận dịch vụ: tìm hiểu thông tin, lấy số, chờ đợi, chỗ ngồi",
    "Thủ tục hành chính: giấy tờ, các bước, phí",
    "Công chức: thái độ, hướng dẫn",
    "Kết quả: đúng hẹn, chính xác, đầy đủ",
    "Tiếp nhận, xử lý góp ý, phản ánh, kiến nghị",
};

enum { QUESTIONS = sizeof questions / sizeof *questions, LEVELS = 5, LINES = 4 };

static void question_cells(const void *rows, size_t row, char **out_cells)
{
    const char *const *question = rows;

    out_cells[0] = markup("%zu", row + 1);
    out_cells[1] = markup("%s", question[row]);
    for (size_t i = 0; i < LEVELS; i++)
        out_cells[2 + i] = g_strdup("<span size=\"larger\">□</span>");
}

static void draw_questions(struct sheet *sheet)
{
    static const struct column columns[] = {
        {"STT", 9, ALIGN_CENTRE},
        {"Nội dung đánh giá", 50, ALIGN_LEFT},
        {"Rất không hài lòng", 15, ALIGN_CENTRE},
        {"Không hài lòng", 15, ALIGN_CENTRE},
        {"Bình thường", 15, ALIGN_CENTRE},
        {"Hài lòng", 12, ALIGN_CENTRE},
        {"Rất hài lòng", 12, ALIGN_CENTRE},
    };

    sheet_skip(sheet, 0.5);
    sheet_table(sheet, columns, sizeof columns / sizeof columns[0], questions, QUESTIONS,
                question_cells);
}

static void draw_lines(struct sheet *sheet)
{
    for (int i = 0; i < LINES; i++) {
        sheet_skip(sheet, 6.5);
        canvas_dashes(&sheet->canvas, sheet->left, sheet->width - sheet->right, sheet->y, 0.4);
    }
    sheet_skip(sheet, 3);
}

/* The part to keep. */
static void draw_strip(struct sheet *sheet, const void *data)
{
    const struct head *head = data;
    const double side = SHEET_MM(24), gap = SHEET_MM(4);
    struct place place = {sheet->left, 0, sheet_measure(sheet)};
    struct style style = sheet_style(sheet, SERIF, 10, 13);
    double y;

    sheet_skip(sheet, 3);
    canvas_dashes(&sheet->canvas, 0, sheet->width, sheet->y, 0.8);
    sheet_skip(sheet, 4);
    y = sheet->y;
    if (canvas_qr(&sheet->canvas, sheet->left, y, side, false, head->url) > 0) {
        place.x += side + gap;
        place.width -= side + gap;
    }
    place.y = y;
    place.y +=
        canvas_print(&sheet->canvas, place, style,
                     "<b>Phần giữ lại.</b> Quét mã để đánh giá trên điện thoại, khi hồ sơ đã "
                     "được trả kết quả. Mỗi hồ sơ đánh giá một lần.");
    if (head->dossier_code)
        canvas_print(&sheet->canvas, place, style, "Mã hồ sơ: <b>%s</b>", head->dossier_code);
    sheet->y = y + side;
}

void slip_survey(struct sheet *sheet)
{
    const struct head *head = &sheet->job->content.head;

    sheet_heading(sheet);
    sheet_paragraph(sheet, "Kính mời Ông (Bà) cho biết mức độ hài lòng bằng cách đánh dấu vào ô "
                           "phù hợp, rồi bỏ phiếu vào hòm góp ý. Không cần ghi họ tên.");
    sheet_label(sheet, "Mã hồ sơ hoặc số phiếu (nếu muốn ghi)", NULL);
    draw_questions(sheet);
    sheet_paragraph(sheet, "Lý do chưa hài lòng, góp ý khác:");
    draw_lines(sheet);
    if (head->hotline)
        sheet_label(sheet, "Điện thoại phản ánh, kiến nghị", head->hotline);
    if (head->url)
        sheet_together(sheet, draw_strip, head);
}
