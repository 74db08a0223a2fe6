/* The parts of a sheet that have a fixed look: heading, tables, signatures. See sheet.h. */
#include <math.h>
#include <string.h>

#include "printer/sheet.h"
#include "printer/text.h"

#define MM     SHEET_MM
#define NATION "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
#define MOTTO  "Độc lập - Tự do - Hạnh phúc"

/* Mark of a reprint, boxed in the top margin. Rule R-805. */
static void draw_copy_mark(struct sheet *sheet)
{
    struct style style = sheet_style(sheet, SERIF_BOLD_ITALIC, 8, 10);
    double width = MM(sheet->small ? 46 : 58), height = style.size * 1.6;
    double x = sheet->width - sheet->right - width, y = sheet->top - height - MM(1);

    if (sheet->job->copy < 2)
        return;
    style.align = ALIGN_CENTRE;
    canvas_box(&sheet->canvas, x, y, width, height, 0.5);
    canvas_print(&sheet->canvas, (struct place){x, y + style.size * 0.2, width}, style,
                 "Bản in lại lần %d (in lần %d)", sheet->job->copy - 1, sheet->job->copy);
}

/* Who issues, in the left part of the heading. Returns where it ends. */
static double draw_agency(struct sheet *sheet, double width)
{
    struct canvas *canvas = &sheet->canvas;
    const struct head *head = &sheet->job->content.head;
    struct style style = sheet_style(sheet, SERIF, 9, 12);
    double y = sheet->y;

    style.spacing = 1.05;
    y += canvas_print_balanced(canvas, (struct place){sheet->left, y, width}, style,
                               head->agency_parent);
    style.face = SERIF_BOLD;
    y += canvas_print_balanced(canvas, (struct place){sheet->left, y, width}, style, head->agency);
    canvas_rule(canvas, sheet->left + width * 0.33, sheet->left + width * 0.67, y + 2.5, 0.6);
    return y + 5.5;
}

/* The nation and its motto, in the right part; letters shrink rather than wrap. */
static double draw_nation(struct sheet *sheet, double x, double width)
{
    struct canvas *canvas = &sheet->canvas;
    struct style style = sheet_style(sheet, SERIF_BOLD, 9, 12);
    double y = sheet->y, motto;

    style.align = ALIGN_CENTRE;
    while (canvas_text_width(canvas, style, NATION) > width)
        style.size -= 0.25;
    y += canvas_print(canvas, (struct place){x, y, width}, style, NATION) + 1;
    style.size = sheet->small ? 10 : 13;
    motto = canvas_text_width(canvas, style, MOTTO);
    y += canvas_print(canvas, (struct place){x, y, width}, style, MOTTO);
    canvas_rule(canvas, x + (width - motto) / 2, x + (width + motto) / 2, y + 2, 0.6);
    return y + 5;
}

/* Of a report its own, else that of the form. */
static const char *title_of(const struct job *job)
{
    return job->form == FORM_REPORT || job->form == FORM_BOOK ? job->content.report.title
                                                              : form_title(job->form);
}

void sheet_heading(struct sheet *sheet)
{
    struct canvas *canvas = &sheet->canvas;
    const struct head *head = &sheet->job->content.head;
    const double width = sheet_measure(sheet), left = width * 0.44, right = width - left;
    const struct place line = {sheet->left, 0, left};
    struct style style = sheet_style(sheet, SERIF, 9.5, 13);
    char date[DATE_WORDS_SIZE];

    draw_copy_mark(sheet);
    sheet->y = fmax(draw_agency(sheet, left), draw_nation(sheet, sheet->left + left, right)) + 1;
    style.align = ALIGN_CENTRE;
    date_words(head->issued_at.at, date);
    if (head->number || sheet->job->form < FORM_RETURN) /* slips need no number */
        canvas_print(canvas, (struct place){line.x, sheet->y, left}, style, "Số: %s",
                     head->number ? head->number : "……/……-TTPVHCC");
    style.face = SERIF_ITALIC;
    sheet->y += canvas_print(canvas, (struct place){line.x + left, sheet->y, right}, style,
                             "%s, %s", head->place, date);
    sheet_skip(sheet, sheet->small ? 4 : 7);
    style = sheet_style(sheet, SERIF_BOLD, 13, 15);
    style.align = ALIGN_CENTRE;
    sheet->y += canvas_print(canvas, (struct place){line.x, sheet->y, width}, style, "%s",
                             title_of(sheet->job));
    style = sheet_style(sheet, SERIF, 10.5, 13);
    style.align = ALIGN_CENTRE;
    if (head->dossier_code && sheet->job->form != FORM_SURVEY) /* which is handed in unnamed */
        sheet->y += canvas_print(canvas, (struct place){line.x, sheet->y, width}, style,
                                 "Mã hồ sơ: <b>%s</b>", head->dossier_code);
    sheet_skip(sheet, sheet->small ? 3 : 5);
}

struct table {
    const struct column *columns;
    size_t count;
    double widths[SHEET_COLUMNS_MOST]; /* points */
};

static PangoLayout *cell_layout(struct sheet *sheet, const struct table *table, size_t i,
                                const char *text, bool head)
{
    struct style style =
        head ? sheet_style(sheet, SERIF_BOLD, 9, 12) : sheet_style(sheet, SERIF, 9.5, 12);

    style.align = head ? ALIGN_CENTRE : table->columns[i].align;
    return canvas_layout(&sheet->canvas, table->widths[i] - MM(2), style, text);
}

static double cell_height(PangoLayout *layout)
{
    int height;

    pango_layout_get_size(layout, NULL, &height);
    return (double)height / PANGO_SCALE;
}

static double row_height(struct sheet *sheet, const struct table *table, char *const *cells,
                         bool head)
{
    double highest = 0;

    for (size_t i = 0; i < table->count; i++) {
        PangoLayout *layout = cell_layout(sheet, table, i, cells[i], head);

        highest = fmax(highest, cell_height(layout));
        g_object_unref(layout);
    }
    return highest + MM(sheet->small ? 1.2 : 1.6);
}

static void draw_row(struct sheet *sheet, const struct table *table, char *const *cells, bool head)
{
    double height = row_height(sheet, table, cells, head), x = sheet->left;

    for (size_t i = 0; i < table->count; i++) {
        PangoLayout *layout = cell_layout(sheet, table, i, cells[i], head);
        double gap = (height - cell_height(layout)) / 2;

        canvas_put(&sheet->canvas, layout, x + MM(1), sheet->y + gap);
        canvas_box(&sheet->canvas, x, sheet->y, table->widths[i], height, 0.5);
        x += table->widths[i];
    }
    sheet->y += height;
}

static void draw_table_head(struct sheet *sheet, const struct table *table)
{
    char *titles[SHEET_COLUMNS_MOST];

    for (size_t i = 0; i < table->count; i++)
        titles[i] = markup("%s", table->columns[i].title);
    draw_row(sheet, table, titles, true);
    for (size_t i = 0; i < table->count; i++)
        g_free(titles[i]);
}

void sheet_table(struct sheet *sheet, const struct column *columns, size_t column_count,
                 const void *rows, size_t row_count, sheet_row_fn *row)
{
    struct table table = {.columns = columns, .count = column_count};
    double all = 0;

    for (size_t i = 0; i < column_count; i++)
        all += columns[i].width;
    for (size_t i = 0; i < column_count; i++)
        table.widths[i] = columns[i].width / all * sheet_measure(sheet);
    for (size_t i = 0; i < row_count; i++) {
        char *cells[SHEET_COLUMNS_MOST];
        int page = sheet->page;
        double height;

        row(rows, i, cells);
        height = row_height(sheet, &table, cells, false);
        sheet_need(sheet, i == 0 ? height + MM(12) : height);
        if (i == 0 || sheet->page != page)
            draw_table_head(sheet, &table);
        draw_row(sheet, &table, cells, false);
        for (size_t k = 0; k < column_count; k++)
            g_free(cells[k]);
    }
    sheet_skip(sheet, 1.8);
}

static void draw_signature(struct sheet *sheet, double x, double y, double width, double height,
                           struct signature signature)
{
    struct style style = sheet_style(sheet, SERIF_BOLD, 10, 13);
    double name_y = y + height - style.size * 1.4;

    if (!signature.title)
        return;
    style.align = ALIGN_CENTRE;
    y += canvas_print(&sheet->canvas, (struct place){x, y, width}, style, "%s", signature.title);
    if (signature.name)
        canvas_print_balanced(&sheet->canvas, (struct place){x, name_y, width}, style,
                              signature.name);
    style = sheet_style(sheet, SERIF_ITALIC, 9, 12);
    style.align = ALIGN_CENTRE;
    canvas_print(&sheet->canvas, (struct place){x, y, width}, style, "(Ký và ghi rõ họ tên)");
}

/* In groups of three, as people type it. Rule R-502. */
static void draw_secret(struct sheet *sheet, struct place place, struct style style,
                        const char *secret)
{
    char grouped[64] = "";
    size_t used = 0;

    for (size_t i = 0; secret[i] && used + 2 < sizeof grouped; i++) {
        if (i > 0 && i % 3 == 0)
            grouped[used++] = ' ';
        grouped[used++] = secret[i];
    }
    canvas_print(&sheet->canvas, place, style, "Mã tra cứu: <b>%s</b>", grouped);
}

/* Returns the width the code takes, with the space beside it. */
static double draw_lookup(struct sheet *sheet, double side)
{
    struct canvas *canvas = &sheet->canvas;
    const struct head *head = &sheet->job->content.head;
    const char *text = head->url ? head->url : head->dossier_code;
    double y = sheet->y + MM(0.8);
    struct style style = sheet_style(sheet, SERIF_ITALIC, 8, 9.5);

    if (!text || canvas_qr(canvas, sheet->left, y, side, false, text) <= 0)
        return 0;
    style.align = ALIGN_CENTRE;
    y += side + MM(1.2);
    y += canvas_print(canvas, (struct place){sheet->left, y, side}, style, "Quét mã để tra cứu");
    style.face = SERIF;
    if (head->secret)
        draw_secret(sheet, (struct place){sheet->left - MM(3), y, side + MM(6)}, style,
                    head->secret);
    return side + MM(3);
}

void sheet_signatures(struct sheet *sheet, struct signature left, struct signature right)
{
    const double side = MM(sheet->small ? 26 : 34);
    double taken, width;

    sheet_skip(sheet, sheet->small ? 2.5 : 4);
    taken = draw_lookup(sheet, side);
    width = (sheet_measure(sheet) - taken) / 2;
    draw_signature(sheet, sheet->left + taken, sheet->y, width, side, left);
    draw_signature(sheet, sheet->left + taken + width, sheet->y, width, side, right);
    sheet->y += side + MM(sheet->small ? 9 : 12);
}

void sheet_closing_note(struct sheet *sheet)
{
    const struct head *head = &sheet->job->content.head;
    struct style style = sheet_style(sheet, SERIF_ITALIC, 8.5, 11);
    struct place place = {sheet->left, sheet->y, sheet_measure(sheet)};

    style.align = ALIGN_JUSTIFIED;
    style.spacing = 1.1;
    if (head->note)
        place.y += canvas_print(&sheet->canvas, place, style, "<b>Lưu ý:</b> %s%s%s", head->note,
                                head->hotline ? " Điện thoại hỗ trợ: " : "",
                                head->hotline ? head->hotline : "");
    else if (head->hotline)
        place.y +=
            canvas_print(&sheet->canvas, place, style, "Điện thoại hỗ trợ: %s", head->hotline);
    sheet->y = place.y;
}
