#include "printer/forms.h"

void form_person(struct sheet *sheet, const char *label, const struct person *person)
{
    sheet_paragraph(sheet, "%s: <b>%s</b>", label, person->name);
    if (person->personal_id)
        sheet_label(sheet, "Số định danh cá nhân/tổ chức", person->personal_id);
    sheet_label(sheet, "Địa chỉ", person->address);
    if (person->email)
        sheet_labels(sheet, "Số điện thoại", person->phone, "Email", person->email);
    else
        sheet_label(sheet, "Số điện thoại", person->phone);
}

static char *count_cell(int count)
{
    return count > 0 ? markup("%02d", count) : markup("–");
}

static void paper_cells(const void *rows, size_t row, char **out_cells)
{
    const struct paper_row *paper = (const struct paper_row *)rows + row;

    out_cells[0] = markup("%zu", row + 1);
    out_cells[1] = markup("%s", paper->name);
    out_cells[2] = count_cell(paper->originals);
    out_cells[3] = count_cell(paper->copies);
    out_cells[4] = count_cell(paper->photocopies);
}

void form_papers(struct sheet *sheet, const struct rows *papers)
{
    static const struct column columns[] = {
        {"STT", 8, ALIGN_CENTRE},        {"Tên giấy tờ", 66, ALIGN_LEFT},
        {"Bản chính", 14, ALIGN_CENTRE}, {"Bản sao chứng thực", 19, ALIGN_CENTRE},
        {"Bản chụp", 14, ALIGN_CENTRE},
    };

    sheet_skip(sheet, 0.5);
    sheet_table(sheet, columns, sizeof columns / sizeof columns[0], papers->at, papers->count,
                paper_cells);
}
