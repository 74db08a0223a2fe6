/* Form 06: who had the dossier, from when to when, and how its due date arose. Rule R-813. */
#include "printer/forms.h"
#include "printer/text.h"

static char *moment_cell(struct moment moment)
{
    char words[DATE_WORDS_SIZE];

    if (!moment.given)
        return markup("…");
    instant_short(moment.at, words);
    return markup("%s", words);
}

static char *text_cell(const char *text)
{
    return markup("%s", text ? text : "");
}

static char *name_in_brackets(const char *name)
{
    return name ? markup(" (%s)", name) : markup("%s", "");
}

/* "1. Giao: ... (who) / 2. Nhận: ... (who)", as the form says. */
static char *parties_cell(const struct control_row *step)
{
    char *giver = name_in_brackets(step->giver), *receiver = name_in_brackets(step->receiver);
    char *unit = markup("%s", step->giver_unit ? step->giver_unit : "người nộp hồ sơ");
    char *to = markup("%s", step->receiver_unit);
    char *cell = g_strdup_printf("1. Giao: %s%s\n2. Nhận: %s%s", unit, giver, to, receiver);

    g_free(giver);
    g_free(receiver);
    g_free(unit);
    g_free(to);
    return cell;
}

static void step_cells(const void *rows, size_t row, char **out_cells)
{
    const struct control_row *step = (const struct control_row *)rows + row;

    out_cells[0] = parties_cell(step);
    out_cells[1] = moment_cell(step->at);
    out_cells[2] = text_cell(step->result);
    out_cells[3] = text_cell(step->note);
}

static void ledger_cells(const void *rows, size_t row, char **out_cells)
{
    const struct ledger_row *stretch = (const struct ledger_row *)rows + row;

    out_cells[0] = moment_cell(stretch->from);
    out_cells[1] = moment_cell(stretch->to);
    out_cells[2] = text_cell(stretch->reason);
    out_cells[3] = text_cell(stretch->counted);
    out_cells[4] = text_cell(stretch->total);
}

static void draw_ledger(struct sheet *sheet, const struct control *control)
{
    static const struct column columns[] = {
        {"Từ", 32, ALIGN_LEFT},    {"Đến", 32, ALIGN_LEFT},       {"Lý do", 62, ALIGN_LEFT},
        {"Tính", 18, ALIGN_RIGHT}, {"Cộng dồn", 20, ALIGN_RIGHT},
    };

    sheet_skip(sheet, 2);
    sheet_paragraph(sheet, "<b>Cách tính ngày hẹn trả</b>");
    sheet_table(sheet, columns, sizeof columns / sizeof columns[0], control->ledger.at,
                control->ledger.count, ledger_cells);
}

static void draw_end(struct sheet *sheet, const void *data)
{
    const struct control *control = data;

    sheet_signatures(sheet, (struct signature){NULL, NULL},
                     (struct signature){"NGƯỜI LẬP PHIẾU", control->maker});
    sheet_closing_note(sheet);
}

void form_control(struct sheet *sheet)
{
    static const struct column columns[] = {
        {"TÊN ĐƠN VỊ", 62, ALIGN_LEFT},
        {"THỜI GIAN GIAO, NHẬN HỒ SƠ", 30, ALIGN_CENTRE},
        {"KẾT QUẢ GIẢI QUYẾT HỒ SƠ", 28, ALIGN_CENTRE},
        {"GHI CHÚ", 32, ALIGN_LEFT},
    };
    const struct control *control = &sheet->job->content.control;

    sheet_heading(sheet);
    sheet_label(sheet, "Thủ tục hành chính", control->procedure);
    sheet_label(sheet, "Tên tổ chức, cá nhân", control->applicant);
    sheet_label(sheet, "Cơ quan (bộ phận) giải quyết hồ sơ", control->handling);
    sheet_label(sheet, "Cơ quan phối hợp giải quyết hồ sơ",
                control->cooperating ? control->cooperating : "không có");
    sheet_instant(sheet, "Ngày nhận", control->received_at, false);
    sheet_instant(sheet, "Ngày hẹn trả", control->due_at, true);
    sheet_skip(sheet, 0.5);
    sheet_table(sheet, columns, sizeof columns / sizeof columns[0], control->steps.at,
                control->steps.count, step_cells);
    if (control->ledger.count)
        draw_ledger(sheet, control);
    sheet_together(sheet, draw_end, control);
}
