#include "printer/sheet.h"

#include <math.h>
#include <stdarg.h>

#include "printer/text.h"

#define MM   SHEET_MM
#define DOTS "………………………………"

void sheet_init(struct sheet *sheet, const struct job *job)
{
    bool wide = job->form == FORM_HANDOVER || job->form == FORM_REPORT || job->form == FORM_BOOK;
    bool small = job->paper == PAPER_A5;
    double shorter = MM(small ? 148 : 210), longer = MM(small ? 210 : 297);

    *sheet = (struct sheet){.job = job, .small = small, .page = 1, .pages = 1, .scale = 1};
    sheet->width = wide ? longer : shorter;
    sheet->height = wide ? shorter : longer;
    sheet->left = MM(small ? 15 : wide ? 20 : 30);
    sheet->right = MM(small ? 11 : 15);
    sheet->top = MM(small ? 10 : 20);
    sheet->bottom = MM(small ? 13 : 20);
}

double sheet_measure(const struct sheet *sheet)
{
    return sheet->width - sheet->left - sheet->right;
}

struct style sheet_style(const struct sheet *sheet, enum face face, double a5, double a4)
{
    return (struct style){face, sheet->scale * (sheet->small ? a5 : a4), ALIGN_LEFT, 0};
}

/* Large grey letters across a page that is no valid paper: of a training centre, or shown before
 * acceptance. Rules. */
static void draw_watermark(struct sheet *sheet)
{
    struct canvas *canvas = &sheet->canvas;
    const struct style style = {SANS_BOLD, sheet->small ? 76 : 110, ALIGN_LEFT, 0};
    const char *words = sheet->job->preview ? "XEM TRƯỚC" : "TẬP HUẤN";
    double width = canvas_text_width(canvas, style, words);

    if (!canvas->drawing || !(sheet->job->training || sheet->job->preview))
        return;
    cairo_save(canvas->cairo);
    cairo_translate(canvas->cairo, sheet->width / 2, sheet->height / 2);
    cairo_rotate(canvas->cairo, -atan2(sheet->height, sheet->width));
    canvas_shade(canvas, 0.9);
    canvas_put(canvas, canvas_layout(canvas, 0, style, words), -width / 2, -style.size * 0.6);
    cairo_restore(canvas->cairo);
}

static void draw_foot(struct sheet *sheet)
{
    const struct head *head = &sheet->job->content.head;
    struct style style = sheet_style(sheet, SERIF, 7.5, 9);
    double y = sheet->height - sheet->bottom + MM(2);
    struct place place = {sheet->left, y + MM(0.8), sheet_measure(sheet)};
    char at[DATE_WORDS_SIZE];
    PangoLayout *left;
    char *text;

    instant_short(sheet->job->created_at, at);
    canvas_rule(&sheet->canvas, sheet->left, sheet->width - sheet->right, y, 0.4);
    text =
        markup("%s%s%sin lúc %s%s%s", head->dossier_code ? "Mã hồ sơ " : "",
               head->dossier_code ? head->dossier_code : "", head->dossier_code ? " – " : "", at,
               head->printed_by ? " – người in: " : "", head->printed_by ? head->printed_by : "");
    left = canvas_layout(&sheet->canvas, place.width * 0.85, style, text);
    pango_layout_set_ellipsize(left, PANGO_ELLIPSIZE_END);
    canvas_put(&sheet->canvas, left, place.x, place.y);
    g_free(text);
    style.align = ALIGN_RIGHT;
    canvas_print(&sheet->canvas, place, style, "Trang %d/%d", sheet->page, sheet->pages);
}

/* The decree's page number: centred in the top margin from page 2 on. */
static void draw_page_number(struct sheet *sheet)
{
    struct style style = sheet_style(sheet, SERIF, 9, 13);

    style.align = ALIGN_CENTRE;
    canvas_print(&sheet->canvas, (struct place){0, sheet->small ? MM(4) : MM(10), sheet->width},
                 style, "%d", sheet->page);
}

void sheet_begin(struct sheet *sheet)
{
    sheet->page = 1;
    sheet->y = sheet->top;
    draw_watermark(sheet);
}

void sheet_end(struct sheet *sheet)
{
    draw_foot(sheet);
    if (sheet->canvas.drawing && !sheet->stacked)
        cairo_show_page(sheet->canvas.cairo);
}

static void turn_page(struct sheet *sheet)
{
    sheet_end(sheet);
    if (sheet->canvas.drawing && sheet->stacked)
        cairo_translate(sheet->canvas.cairo, 0, sheet->height);
    sheet->page++;
    sheet->y = sheet->top + (sheet->small ? MM(1) : 0);
    draw_watermark(sheet);
    draw_page_number(sheet);
}

void sheet_need(struct sheet *sheet, double height)
{
    if (!sheet->measuring && sheet->y + height > sheet->height - sheet->bottom &&
        sheet->y > sheet->top + MM(5))
        turn_page(sheet);
}

void sheet_skip(struct sheet *sheet, double mm)
{
    sheet->y += MM(mm);
}

/* Draw the lines of a layout one by one, turning pages between them. */
static void flow(struct sheet *sheet, PangoLayout *layout)
{
    PangoLayoutIter *line = pango_layout_get_iter(layout);
    double begun = 0; /* top, in the layout, of what stands on this page */
    int height;

    if (sheet->canvas.drawing)
        sheet->canvas.unknown_glyphs += pango_layout_get_unknown_glyphs_count(layout);
    do {
        PangoRectangle extents;
        int from, to;
        double top, base = (double)pango_layout_iter_get_baseline(line) / PANGO_SCALE;
        int page = sheet->page;

        pango_layout_iter_get_line_extents(line, NULL, &extents);
        pango_layout_iter_get_line_yrange(line, &from, &to);
        top = (double)from / PANGO_SCALE;
        sheet->y += top - begun;
        begun = top;
        sheet_need(sheet, (double)(to - from) / PANGO_SCALE);
        if (sheet->page != page)
            begun = top;
        if (sheet->canvas.drawing) {
            cairo_move_to(sheet->canvas.cairo, sheet->left + (double)extents.x / PANGO_SCALE,
                          sheet->y + base - top);
            pango_cairo_show_layout_line(sheet->canvas.cairo,
                                         pango_layout_iter_get_line_readonly(line));
        }
    } while (pango_layout_iter_next_line(line));
    pango_layout_get_size(layout, NULL, &height);
    sheet->y += (double)height / PANGO_SCALE - begun;
    pango_layout_iter_free(line);
    g_object_unref(layout);
}

/* A paragraph of finished markup, freed. */
static void paragraph(struct sheet *sheet, char *text)
{
    struct style style = sheet_style(sheet, SERIF, 10, 13);

    style.align = ALIGN_JUSTIFIED;
    style.spacing = sheet->small ? 1.1 : 1.14;
    flow(sheet, canvas_layout(&sheet->canvas, sheet_measure(sheet), style, text));
    sheet->y += sheet->small ? 1.2 : 3;
    g_free(text);
}

void sheet_paragraph(struct sheet *sheet, const char *format, ...)
{
    va_list arguments;
    char *text;

    va_start(arguments, format);
    text = g_markup_vprintf_escaped(format, arguments);
    va_end(arguments);
    paragraph(sheet, text);
}

void sheet_label(struct sheet *sheet, const char *label, const char *value)
{
    paragraph(sheet, markup("%s: %s", label, value ? value : DOTS));
}

void sheet_labels(struct sheet *sheet, const char *label1, const char *value1, const char *label2,
                  const char *value2)
{
    struct style style = sheet_style(sheet, SERIF, 10, 13);
    char *left = markup("%s: %s", label1, value1 ? value1 : DOTS);
    char *right = markup("%s: %s", label2, value2 ? value2 : DOTS);
    const double half = sheet_measure(sheet) * 0.49, second = sheet_measure(sheet) * 0.51;
    double height;

    style.spacing = sheet->small ? 1.1 : 1.14;
    if (canvas_text_width(&sheet->canvas, style, left) > half ||
        canvas_text_width(&sheet->canvas, style, right) > half) {
        paragraph(sheet, left);
        paragraph(sheet, right);
        return;
    }
    sheet_need(sheet, 1.3 * style.size);
    height = canvas_put(&sheet->canvas, canvas_layout(&sheet->canvas, half, style, left),
                        sheet->left, sheet->y);
    canvas_put(&sheet->canvas, canvas_layout(&sheet->canvas, half, style, right),
               sheet->left + second, sheet->y);
    sheet->y += height + (sheet->small ? 1.2 : 3);
    g_free(left);
    g_free(right);
}

void sheet_instant(struct sheet *sheet, const char *label, struct moment moment, bool bold)
{
    char words[INSTANT_WORDS_SIZE] = DOTS;

    if (moment.given)
        instant_words(moment.at, words);
    if (bold)
        sheet_paragraph(sheet, "%s: <b>%s</b>.", label, words);
    else
        sheet_paragraph(sheet, "%s: %s.", label, words);
}

void sheet_together(struct sheet *sheet, sheet_block_fn *block, const void *data)
{
    const bool drawing = sheet->canvas.drawing, measuring = sheet->measuring;
    const double y = sheet->y;
    double height;

    sheet->canvas.drawing = false;
    sheet->measuring = true;
    block(sheet, data);
    height = sheet->y - y;
    sheet->y = y;
    sheet->canvas.drawing = drawing;
    sheet->measuring = measuring;
    sheet_need(sheet, height);
    block(sheet, data);
}
