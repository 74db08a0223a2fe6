/* The test page: does this printer print, are Vietnamese letters whole, do the margins hold? */
#include "printer/form_ticket.h"
#include "printer/forms.h"
#include "printer/text.h"

#include <math.h>

enum { W = TICKET_DOTS, EDGE = 4, FRAME_MM = 5 };

/* Letters with two marks, of which a printer's own fonts lack many. */
static const char letters[] = "ĂÂĐÊÔƠƯ Ằ Ẫ Ể Ỗ Ờ Ự Ỵ ăâđêôơư ằ ẫ ể ỗ ờ ự ỵ 0123456789";

static double line(struct canvas *canvas, double y, double size, enum face face, const char *text)
{
    const struct style style = {face, size, ALIGN_CENTRE, 1.0};

    return y + canvas_print_balanced(canvas, (struct place){16, y, W - 32}, style, text) + 8;
}

double form_test_roll(struct canvas *canvas, const struct job *job)
{
    const struct test_page *page = &job->content.test;
    char at[DATE_WORDS_SIZE];
    double y = 12;

    instant_short(page->head.issued_at.at, at);
    if (job->training)
        y = line(canvas, y, 30, SANS_BOLD, "TẬP HUẤN – không có giá trị");
    y = line(canvas, y, 44, SANS_BOLD, "TRANG IN THỬ");
    y = line(canvas, y, 24, SANS, page->head.agency);
    y = line(canvas, y, 30, SANS_BOLD, page->name);
    y = line(canvas, y, 22, SANS, page->destination);
    y = line(canvas, y, 24, SANS, at);
    y = line(canvas, y, 26, SANS, letters);
    y = line(canvas, y, 22, SANS, "Khung phải đủ bốn cạnh. Không phải phiếu số thứ tự.");
    y = ceil(y) + 8;
    canvas_box(canvas, EDGE, EDGE, W - 2 * EDGE, y - 2 * EDGE, 3);
    return y;
}

void form_test(struct sheet *sheet)
{
    const struct test_page *page = &sheet->job->content.test;

    sheet_heading(sheet);
    sheet_label(sheet, "Máy in", page->name);
    sheet_label(sheet, "Địa chỉ máy in", page->destination);
    sheet_label(sheet, "Điểm tiếp nhận", page->site);
    sheet_instant(sheet, "Thời gian in thử", page->head.issued_at, true);
    sheet_skip(sheet, 4);
    sheet_paragraph(sheet, "%s", letters);
    sheet_paragraph(sheet, "Chữ phải đủ dấu, khung phải đủ bốn cạnh, cách mép giấy bằng nhau.");
    canvas_box(&sheet->canvas, SHEET_MM(FRAME_MM), SHEET_MM(FRAME_MM),
               sheet->width - 2 * SHEET_MM(FRAME_MM), sheet->height - 2 * SHEET_MM(FRAME_MM), 0.7);
}
