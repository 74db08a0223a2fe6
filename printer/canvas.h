/*
 * The drawing kit: text, rules, boxes and QR codes on a Cairo surface.
 *
 * Measures are in the canvas's own units (points, or printer dots for tickets). A canvas that does
 * not draw still measures, so the same code lays a page out and draws it. Not thread-safe.
 */
#ifndef PRINTER_CANVAS_H
#define PRINTER_CANVAS_H

#include <cairo.h>
#include <stdbool.h>

#include "printer/typesetter.h"

enum face { SERIF, SERIF_BOLD, SERIF_ITALIC, SERIF_BOLD_ITALIC, SANS, SANS_BOLD };
enum align { ALIGN_LEFT, ALIGN_CENTRE, ALIGN_RIGHT, ALIGN_JUSTIFIED };

struct style {
    enum face face;
    double size;
    enum align align;
    double spacing; /* of lines, as a factor; 0 = as the font says */
};

/* Where text goes: its top left corner and the width it may fill. */
struct place {
    double x, y, width;
};

struct canvas {
    cairo_t *cairo;      /* owned */
    PangoContext *pango; /* owned */
    bool drawing;
    int unknown_glyphs; /* letters no font has, drawn so far */
};

/*
 * Start drawing on `surface` (borrowed; it must outlive the canvas).
 * hinted  true for bitmaps, false for PDF (letter spacing there must not be rounded)
 */
void canvas_open(struct canvas *canvas, struct typesetter *typesetter, cairo_surface_t *surface,
                 bool hinted);
void canvas_close(struct canvas *canvas);

/* Like printf, but escapes every argument for Pango markup. Free the result with g_free. */
char *markup(const char *format, ...) __attribute__((format(printf, 1, 2)));

/* A layout of `text` (Pango markup, borrowed); width 0 = one line. Free with g_object_unref. */
PangoLayout *canvas_layout(struct canvas *canvas, double width, struct style style,
                           const char *text);
/* Draw a layout and free it. Returns its height. */
double canvas_put(struct canvas *canvas, PangoLayout *layout, double x, double y);

/* Draw text made like markup(). Returns its height. */
double canvas_print(struct canvas *canvas, struct place place, struct style style,
                    const char *format, ...) __attribute__((format(printf, 4, 5)));
/* The same, centred with lines of about equal length, so that no word stands alone. */
double canvas_print_balanced(struct canvas *canvas, struct place place, struct style style,
                             const char *text);
/* Width of one line of markup. */
double canvas_text_width(struct canvas *canvas, struct style style, const char *text);

/* A horizontal line of `thickness` whose middle is at `y`. */
void canvas_rule(struct canvas *canvas, double x1, double x2, double y, double thickness);
void canvas_dashes(struct canvas *canvas, double x1, double x2, double y, double thickness);
/* An empty box and a black one. */
void canvas_box(struct canvas *canvas, double x, double y, double width, double height,
                double thickness);
void canvas_fill(struct canvas *canvas, double x, double y, double width, double height);
/* Paint in a shade: 0 black .. 1 white. */
void canvas_shade(struct canvas *canvas, double shade);

/*
 * A QR code of `text` (error correction M), without its quiet zone of four modules, at most `side`
 * wide. whole_dots: make a module a whole number of units. Returns the side, 0 when the text does
 * not fit into any QR code.
 */
double canvas_qr(struct canvas *canvas, double x, double y, double side, bool whole_dots,
                 const char *text);

#endif
