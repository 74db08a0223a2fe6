#include "printer/render.h"

#include <cairo-pdf.h>
#include <math.h>
#include <stdlib.h>

#include "printer/form_ticket.h"
#include "printer/forms.h"

#define DOT         (72.0 / 203.2) /* a printer dot in points */
#define TIGHT_SCALE 0.93           /* 10 pt become 9.3 pt: still easy to read */

enum {
    ROLL_DOTS = 640,  /* 80 mm of paper, of which TICKET_DOTS can be printed */
    ROLL_MARGIN = 32, /* left, in dots */
    ROLL_ENDS = 16,   /* above and below, in dots */
    FORM_DPI = 150,
    INK_BELOW = 140, /* grey that still counts as black, 0..255 */
    ROWS_MOST = 6000,
};

static cairo_status_t write_bytes(void *closure, const unsigned char *data, unsigned length)
{
    return bytes_append(closure, data, length) ? CAIRO_STATUS_SUCCESS : CAIRO_STATUS_WRITE_ERROR;
}

static enum err surface_error(cairo_status_t status)
{
    if (status == CAIRO_STATUS_SUCCESS)
        return ERR_OK;
    if (status == CAIRO_STATUS_INVALID_SIZE)
        return ERR_TOO_LARGE;
    return status == CAIRO_STATUS_NO_MEMORY || status == CAIRO_STATUS_WRITE_ERROR ? ERR_NO_MEMORY
                                                                                  : ERR_INTERNAL;
}

/* Dates come from the job, so that the bytes are the same at every rendering. Rule R-802. */
static cairo_surface_t *pdf_surface(struct bytes *document, const struct job *job, double width,
                                    double height)
{
    cairo_surface_t *surface =
        cairo_pdf_surface_create_for_stream(write_bytes, document, width, height);
    char created[INSTANT_TEXT_SIZE];
    bool ticket = job->form == FORM_TICKET;
    const char *which = ticket ? job->content.ticket.number : job->content.head.dossier_code;
    char *title =
        g_strdup_printf("%s%s%s", form_title(job->form), which ? " " : "", which ? which : "");

    instant_format(job->created_at, created);
    cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, title);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATOR, "Một Cửa");
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE, created);
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_MOD_DATE, created);
    g_free(title);
    return surface;
}

static void draw_form(struct sheet *sheet)
{
    sheet_begin(sheet);
    switch (sheet->job->form) {
    case FORM_TICKET:
        break;
    case FORM_RECEIPT:
        form_receipt(sheet);
        break;
    case FORM_SUPPLEMENT:
        form_supplement(sheet);
        break;
    case FORM_REFUSAL:
        form_refusal(sheet);
        break;
    case FORM_APOLOGY:
        form_apology(sheet);
        break;
    case FORM_STOP:
        form_stop(sheet);
        break;
    case FORM_CONTROL:
        form_control(sheet);
        break;
    case FORM_BOOK:
        form_book(sheet);
        break;
    case FORM_RETURN:
        slip_return(sheet);
        break;
    case FORM_HANDOVER:
        slip_handover(sheet);
        break;
    case FORM_PAPERS:
        slip_papers(sheet);
        break;
    case FORM_FEE:
        slip_fee(sheet);
        break;
    case FORM_SURVEY:
        slip_survey(sheet);
        break;
    case FORM_REPORT:
        form_report(sheet);
        break;
    case FORM_TEST:
        form_test(sheet);
        break;
    }
    sheet_end(sheet);
}

/* Lay the form out without drawing. Returns how many pages it takes. */
static int count_pages(struct typesetter *typesetter, struct sheet *sheet)
{
    cairo_surface_t *nothing = cairo_pdf_surface_create_for_stream(NULL, NULL, 100, 100);

    canvas_open(&sheet->canvas, typesetter, nothing, false);
    sheet->canvas.drawing = false;
    draw_form(sheet);
    canvas_close(&sheet->canvas);
    cairo_surface_destroy(nothing);
    return sheet->page;
}

/* Make the sheet ready to draw: its pages counted, its letters smaller where that saves a page. */
static void prepare_form(struct typesetter *typesetter, const struct job *job, struct sheet *sheet)
{
    int pages, pages_tight;

    sheet_init(sheet, job);
    pages = count_pages(typesetter, sheet);
    if (pages > 1) {
        sheet->scale = TIGHT_SCALE;
        pages_tight = count_pages(typesetter, sheet);
        if (pages_tight < pages)
            pages = pages_tight;
        else
            sheet->scale = 1;
    }
    sheet->pages = pages;
}

/* Returns its height in dots. */
static double draw_roll(struct canvas *canvas, const struct job *job)
{
    return job->form == FORM_TEST ? form_test_roll(canvas, job) : form_ticket(canvas, job);
}

static double ticket_height(struct typesetter *typesetter, const struct job *job)
{
    cairo_surface_t *nothing = cairo_pdf_surface_create_for_stream(NULL, NULL, 100, 100);
    struct canvas canvas;
    double height;

    canvas_open(&canvas, typesetter, nothing, false);
    canvas.drawing = false;
    height = draw_roll(&canvas, job);
    canvas_close(&canvas);
    cairo_surface_destroy(nothing);
    return height;
}

static cairo_surface_t *form_pdf(struct typesetter *typesetter, const struct job *job,
                                 struct bytes *document, struct render_facts *facts)
{
    struct sheet sheet;
    cairo_surface_t *surface;

    prepare_form(typesetter, job, &sheet);
    surface = pdf_surface(document, job, sheet.width, sheet.height);
    canvas_open(&sheet.canvas, typesetter, surface, false);
    draw_form(&sheet);
    *facts = (struct render_facts){sheet.pages, sheet.canvas.unknown_glyphs};
    canvas_close(&sheet.canvas);
    return surface;
}

static cairo_surface_t *ticket_pdf(struct typesetter *typesetter, const struct job *job,
                                   struct bytes *document, struct render_facts *facts)
{
    double height = ticket_height(typesetter, job) + 2 * ROLL_ENDS;
    cairo_surface_t *surface = pdf_surface(document, job, ROLL_DOTS * DOT, height * DOT);
    struct canvas canvas;

    canvas_open(&canvas, typesetter, surface, false);
    cairo_scale(canvas.cairo, DOT, DOT);
    cairo_translate(canvas.cairo, ROLL_MARGIN, ROLL_ENDS);
    pango_cairo_update_context(canvas.cairo, canvas.pango);
    draw_roll(&canvas, job);
    cairo_show_page(canvas.cairo);
    *facts = (struct render_facts){1, canvas.unknown_glyphs};
    canvas_close(&canvas);
    return surface;
}

enum err render_pdf(struct typesetter *typesetter, const struct job *job,
                    struct bytes *out_document, struct render_facts *out_facts)
{
    struct render_facts facts;
    cairo_surface_t *surface = job_is_on_roll(job)
                                   ? ticket_pdf(typesetter, job, out_document, &facts)
                                   : form_pdf(typesetter, job, out_document, &facts);
    enum err err;

    cairo_surface_finish(surface);
    err = surface_error(cairo_surface_status(surface));
    cairo_surface_destroy(surface);
    if (err == ERR_OK)
        *out_facts = facts;
    return err;
}

static cairo_surface_t *white_picture(double width, double height)
{
    cairo_surface_t *surface =
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, (int)ceil(width), (int)ceil(height));
    cairo_t *cairo = cairo_create(surface);

    cairo_set_source_rgb(cairo, 1, 1, 1);
    cairo_paint(cairo);
    cairo_destroy(cairo);
    return surface;
}

/* The ticket at one pixel a dot, with `left` and `ends` white dots around it. */
static cairo_surface_t *ticket_picture(struct typesetter *typesetter, const struct job *job,
                                       double left, double ends, struct render_facts *facts)
{
    double height = ticket_height(typesetter, job) + 2 * ends;
    cairo_surface_t *surface = white_picture(TICKET_DOTS + 2 * left, fmin(height, ROWS_MOST));
    struct canvas canvas;

    canvas_open(&canvas, typesetter, surface, true);
    cairo_translate(canvas.cairo, left, ends);
    draw_roll(&canvas, job);
    *facts = (struct render_facts){1, canvas.unknown_glyphs};
    canvas_close(&canvas);
    cairo_surface_flush(surface);
    return surface;
}

static cairo_surface_t *form_picture(struct typesetter *typesetter, const struct job *job,
                                     struct render_facts *facts)
{
    const double scale = FORM_DPI / 72.0;
    struct sheet sheet;
    cairo_surface_t *surface;

    prepare_form(typesetter, job, &sheet);
    surface = white_picture(sheet.width * scale, sheet.height * scale * sheet.pages);
    sheet.stacked = true;
    canvas_open(&sheet.canvas, typesetter, surface, false);
    cairo_scale(sheet.canvas.cairo, scale, scale);
    pango_cairo_update_context(sheet.canvas.cairo, sheet.canvas.pango);
    draw_form(&sheet);
    *facts = (struct render_facts){sheet.pages, sheet.canvas.unknown_glyphs};
    canvas_close(&sheet.canvas);
    return surface;
}

enum err render_png(struct typesetter *typesetter, const struct job *job,
                    struct bytes *out_document, struct render_facts *out_facts)
{
    struct render_facts facts;
    cairo_surface_t *surface = job_is_on_roll(job)
                                   ? ticket_picture(typesetter, job, ROLL_MARGIN, ROLL_ENDS, &facts)
                                   : form_picture(typesetter, job, &facts);
    enum err err =
        surface_error(cairo_surface_write_to_png_stream(surface, write_bytes, out_document));

    cairo_surface_destroy(surface);
    if (err == ERR_OK)
        *out_facts = facts;
    return err;
}

enum err render_raster(struct typesetter *typesetter, const struct job *job,
                       struct raster *out_raster, struct render_facts *out_facts)
{
    struct raster raster = {.width = TICKET_DOTS};
    const int row_bytes = (raster.width + 7) / 8;
    struct render_facts facts;
    cairo_surface_t *surface;
    const unsigned char *pixels;
    int stride;

    if (!job_is_on_roll(job))
        return ERR_BAD_VALUE;
    surface = ticket_picture(typesetter, job, 0, 0, &facts);
    raster.rows = cairo_image_surface_get_height(surface);
    stride = cairo_image_surface_get_stride(surface);
    pixels = cairo_image_surface_get_data(surface);
    if (pixels && raster.rows > 0)
        raster.bits = calloc((size_t)raster.rows, (size_t)row_bytes);
    for (int y = 0; raster.bits && y < raster.rows; y++)
        for (int x = 0; x < raster.width; x++)
            if (pixels[(ptrdiff_t)y * stride + (ptrdiff_t)x * 4 + 1] < INK_BELOW)
                raster.bits[y * row_bytes + x / 8] |= (uint8_t)(0x80 >> (x & 7));
    cairo_surface_destroy(surface);
    if (!raster.bits)
        return ERR_NO_MEMORY;
    *out_raster = raster;
    *out_facts = facts;
    return ERR_OK;
}
