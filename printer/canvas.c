#include "printer/canvas.h"

#include <math.h>
#include <qrencode.h>
#include <stdarg.h>

void canvas_open(struct canvas *canvas, struct typesetter *typesetter, cairo_surface_t *surface,
                 bool hinted)
{
    cairo_font_options_t *options = cairo_font_options_create();

    *canvas = (struct canvas){.cairo = cairo_create(surface), .drawing = true};
    canvas->pango = pango_font_map_create_context(typesetter_font_map(typesetter));
    cairo_font_options_set_hint_style(options,
                                      hinted ? CAIRO_HINT_STYLE_SLIGHT : CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(canvas->pango, options);
    cairo_font_options_destroy(options);
    pango_cairo_context_set_resolution(canvas->pango, 72.0); /* one unit is one point */
    pango_context_set_round_glyph_positions(canvas->pango, FALSE);
    pango_context_set_language(canvas->pango, pango_language_from_string("vi"));
    pango_context_set_base_dir(canvas->pango, PANGO_DIRECTION_LTR);
}

void canvas_close(struct canvas *canvas)
{
    g_object_unref(canvas->pango);
    cairo_destroy(canvas->cairo);
}

char *markup(const char *format, ...)
{
    va_list arguments;
    char *text;

    va_start(arguments, format);
    text = g_markup_vprintf_escaped(format, arguments);
    va_end(arguments);
    return text;
}

static PangoFontDescription *font_of(struct style style)
{
    PangoFontDescription *font = pango_font_description_new();
    bool bold =
        style.face == SERIF_BOLD || style.face == SERIF_BOLD_ITALIC || style.face == SANS_BOLD;
    bool italic = style.face == SERIF_ITALIC || style.face == SERIF_BOLD_ITALIC;

    pango_font_description_set_family_static(font, style.face == SANS || style.face == SANS_BOLD
                                                       ? "Liberation Sans"
                                                       : "Liberation Serif");
    pango_font_description_set_weight(font, bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
    pango_font_description_set_style(font, italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
    pango_font_description_set_size(font, (int)lround(style.size * PANGO_SCALE));
    return font;
}

/* A word that must be broken gets no hyphen: in a code or a number it would be read as its own. */
static void set_text(PangoLayout *layout, const char *text)
{
    PangoAttrList *attributes = NULL;
    char *plain = NULL;

    if (!pango_parse_markup(text, -1, 0, &attributes, &plain, NULL, NULL))
        return; /* markup() escapes every value, so only a fault of ours comes here */
    pango_attr_list_insert(attributes, pango_attr_insert_hyphens_new(FALSE));
    pango_layout_set_text(layout, plain, -1);
    pango_layout_set_attributes(layout, attributes);
    pango_attr_list_unref(attributes);
    g_free(plain);
}

PangoLayout *canvas_layout(struct canvas *canvas, double width, struct style style,
                           const char *text)
{
    PangoLayout *layout = pango_layout_new(canvas->pango);
    PangoFontDescription *font = font_of(style);

    pango_layout_set_font_description(layout, font);
    pango_font_description_free(font);
    if (width > 0)
        pango_layout_set_width(layout, (int)(width * PANGO_SCALE));
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_alignment(layout, style.align == ALIGN_CENTRE  ? PANGO_ALIGN_CENTER
                                       : style.align == ALIGN_RIGHT ? PANGO_ALIGN_RIGHT
                                                                    : PANGO_ALIGN_LEFT);
    pango_layout_set_justify(layout, style.align == ALIGN_JUSTIFIED);
    if (style.spacing > 0)
        pango_layout_set_line_spacing(layout, (float)style.spacing);
    set_text(layout, text);
    return layout;
}

double canvas_put(struct canvas *canvas, PangoLayout *layout, double x, double y)
{
    int height;

    pango_layout_get_size(layout, NULL, &height);
    if (canvas->drawing) {
        canvas->unknown_glyphs += pango_layout_get_unknown_glyphs_count(layout);
        cairo_move_to(canvas->cairo, x, y);
        pango_cairo_show_layout(canvas->cairo, layout);
    }
    g_object_unref(layout);
    return (double)height / PANGO_SCALE;
}

double canvas_print(struct canvas *canvas, struct place place, struct style style,
                    const char *format, ...)
{
    va_list arguments;
    char *text;
    double height;

    va_start(arguments, format);
    text = g_markup_vprintf_escaped(format, arguments);
    va_end(arguments);
    height = canvas_put(canvas, canvas_layout(canvas, place.width, style, text), place.x, place.y);
    g_free(text);
    return height;
}

/* Narrow the layout as far as its number of lines allows. */
static void balance(PangoLayout *layout)
{
    int full = pango_layout_get_width(layout);
    int lines = pango_layout_get_line_count(layout);
    int low = full / (lines > 0 ? lines : 1), high = full;

    if (lines < 2)
        return;
    while (high - low > 2 * PANGO_SCALE) {
        int middle = low + (high - low) / 2;

        pango_layout_set_width(layout, middle);
        if (pango_layout_get_line_count(layout) > lines)
            low = middle;
        else
            high = middle;
    }
    pango_layout_set_width(layout, high);
}

double canvas_print_balanced(struct canvas *canvas, struct place place, struct style style,
                             const char *text)
{
    char *escaped = markup("%s", text);
    PangoLayout *layout;
    double width;

    style.align = ALIGN_CENTRE;
    layout = canvas_layout(canvas, place.width, style, escaped);
    g_free(escaped);
    balance(layout);
    width = (double)pango_layout_get_width(layout) / PANGO_SCALE;
    return canvas_put(canvas, layout, place.x + (place.width - width) / 2, place.y);
}

double canvas_text_width(struct canvas *canvas, struct style style, const char *text)
{
    PangoLayout *layout = canvas_layout(canvas, 0, style, text);
    int width;

    pango_layout_get_size(layout, &width, NULL);
    g_object_unref(layout);
    return (double)width / PANGO_SCALE;
}

void canvas_rule(struct canvas *canvas, double x1, double x2, double y, double thickness)
{
    if (!canvas->drawing)
        return;
    cairo_set_line_width(canvas->cairo, thickness);
    cairo_move_to(canvas->cairo, x1, y);
    cairo_line_to(canvas->cairo, x2, y);
    cairo_stroke(canvas->cairo);
}

void canvas_dashes(struct canvas *canvas, double x1, double x2, double y, double thickness)
{
    const double dash = 3 * thickness;

    if (!canvas->drawing)
        return;
    cairo_save(canvas->cairo);
    cairo_set_dash(canvas->cairo, &dash, 1, 0);
    canvas_rule(canvas, x1, x2, y, thickness);
    cairo_restore(canvas->cairo);
}

void canvas_box(struct canvas *canvas, double x, double y, double width, double height,
                double thickness)
{
    if (!canvas->drawing)
        return;
    cairo_set_line_width(canvas->cairo, thickness);
    cairo_rectangle(canvas->cairo, x, y, width, height);
    cairo_stroke(canvas->cairo);
}

void canvas_fill(struct canvas *canvas, double x, double y, double width, double height)
{
    if (!canvas->drawing)
        return;
    cairo_rectangle(canvas->cairo, x, y, width, height);
    cairo_fill(canvas->cairo);
}

void canvas_shade(struct canvas *canvas, double shade)
{
    cairo_set_source_rgb(canvas->cairo, shade, shade, shade);
}

/* One filled path of horizontal runs: small in the PDF and sharp on every device. */
static void draw_modules(struct canvas *canvas, const QRcode *code, double x, double y,
                         double module)
{
    const int n = code->width;

    cairo_save(canvas->cairo);
    cairo_set_antialias(canvas->cairo, CAIRO_ANTIALIAS_NONE);
    for (int row = 0; row < n; row++)
        for (int column = 0; column < n;) {
            int end = column;

            while (end < n && (code->data[row * n + end] & 1))
                end++;
            if (end > column)
                cairo_rectangle(canvas->cairo, x + column * module, y + row * module,
                                (end - column) * module, module);
            column = end > column ? end : column + 1;
        }
    cairo_fill(canvas->cairo);
    cairo_restore(canvas->cairo);
}

double canvas_qr(struct canvas *canvas, double x, double y, double side, bool whole_dots,
                 const char *text)
{
    QRcode *code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M);
    double module, drawn;

    if (!code)
        return 0;
    module = side / code->width;
    if (whole_dots)
        module = fmax(floor(module), 1);
    if (canvas->drawing)
        draw_modules(canvas, code, x, y, module);
    drawn = module * code->width;
    QRcode_free(code);
    return drawn;
}
