#include "printer/form_ticket.h"

#include <math.h>
#include <stdio.h>

#include "printer/text.h"

enum { W = TICKET_DOTS, BAND_PAD = 8 };

static struct style sans(double size)
{
    return (struct style){SANS, size, ALIGN_CENTRE, 1.0};
}

static struct style bold(double size)
{
    return (struct style){SANS_BOLD, size, ALIGN_CENTRE, 1.0};
}

/* White words on a black band across the roll. */
static double band(struct canvas *canvas, double y, double size, const char *text)
{
    char *escaped = markup("%s", text);
    PangoLayout *layout = canvas_layout(canvas, W - 2 * BAND_PAD, bold(size), escaped);
    int lines_height;
    double height;

    pango_layout_get_size(layout, NULL, &lines_height);
    height = ceil((double)lines_height / PANGO_SCALE) + 2 * BAND_PAD;
    canvas_fill(canvas, 0, y, W, height);
    canvas_shade(canvas, 1);
    canvas_put(canvas, layout, BAND_PAD, y + BAND_PAD);
    canvas_shade(canvas, 0);
    g_free(escaped);
    return height;
}

static double draw_head(struct canvas *canvas, const struct job *job, double y)
{
    const struct ticket *ticket = &job->content.ticket;

    if (job->training)
        y += band(canvas, y, 34, "TẬP HUẤN – không có giá trị") + 12;
    y += canvas_print_balanced(canvas, (struct place){0, y, W}, bold(26), ticket->centre1);
    if (ticket->centre2)
        y += canvas_print_balanced(canvas, (struct place){0, y + 2, W}, sans(24), ticket->centre2) +
             2;
    y = ceil(y) + 12;
    canvas_fill(canvas, 0, y, W, 3);
    y += 3 + 14;
    if (job->copy > 1)
        y += canvas_print(canvas, (struct place){0, y, W}, bold(22),
                          "Bản in lại lần %d (in lần %d)", job->copy - 1, job->copy) +
             8;
    return y + canvas_print(canvas, (struct place){0, y, W}, sans(25), "SỐ THỨ TỰ CỦA QUÝ KHÁCH");
}

/* The number, as large as its length allows, with its box cut to the ink. */
static double draw_number(struct canvas *canvas, const char *number, double y)
{
    const double widest = W - 24;
    char *escaped = markup("%s", number);
    struct style style = {SANS_BOLD, 190, ALIGN_CENTRE, 0};
    double width = canvas_text_width(canvas, style, escaped);
    PangoLayout *layout;
    PangoRectangle ink;

    if (width > widest)
        style.size = floor(style.size * widest / width);
    layout = canvas_layout(canvas, W, style, escaped);
    pango_layout_get_extents(layout, &ink, NULL);
    y = ceil(y) + 20;
    canvas_put(canvas, layout, 0, y - (double)ink.y / PANGO_SCALE);
    g_free(escaped);
    return y + ceil((double)ink.height / PANGO_SCALE) + 24;
}

static double draw_service(struct canvas *canvas, const struct ticket *ticket, double y)
{
    if (ticket->priority)
        y += band(canvas, y, 34, "ƯU TIÊN") + 14; /* the mark alone. Rule R-803. */
    y += canvas_print_balanced(canvas, (struct place){10, y, W - 20}, bold(32), ticket->service);
    if (ticket->counters)
        y += canvas_print_balanced(canvas, (struct place){10, y + 4, W - 20}, sans(26),
                                   ticket->counters) +
             4;
    return ceil(y) + 18;
}

/* Two boxes: how many people are ahead, how long it may take. */
static double draw_waiting(struct canvas *canvas, const struct ticket *ticket, double y)
{
    const double height = 116, half = W / 2.0;
    const struct place left = {8, y + 12, half - 16}, right = {half + 8, y + 12, half - 16};

    canvas_box(canvas, 1, y + 1, W - 2, height - 2, 2);
    canvas_fill(canvas, half - 1, y, 2, height);
    canvas_print(canvas, left, sans(23), "Số người chờ trước");
    canvas_print(canvas, (struct place){left.x, y + 42, left.width}, bold(52), "%d", ticket->ahead);
    canvas_print(canvas, right, sans(23), "Thời gian chờ dự kiến");
    if (ticket->wait_low_min < 0)
        canvas_print(canvas, (struct place){right.x, y + 58, right.width}, sans(26),
                     "chưa đủ dữ liệu");
    else if (ticket->wait_low_min == ticket->wait_high_min)
        canvas_print(canvas, (struct place){right.x, y + 42, right.width}, bold(52),
                     "%d<span size=\"50%%\"> phút</span>", ticket->wait_low_min);
    else
        canvas_print(canvas, (struct place){right.x, y + 42, right.width},
                     bold(ticket->wait_high_min > 99 ? 42 : 52),
                     "%d–%d<span size=\"50%%\"> phút</span>", ticket->wait_low_min,
                     ticket->wait_high_min);
    return y + height + 18;
}

/* Words beside the QR code. Returns where they end. */
static double draw_follow(struct canvas *canvas, const struct ticket *ticket, double x, double y,
                          bool has_qr)
{
    const double width = W - x;
    struct style line = sans(23), strong = bold(27);
    char issued[DATE_WORDS_SIZE];

    line.align = strong.align = has_qr ? ALIGN_LEFT : ALIGN_CENTRE;
    if (has_qr)
        y += canvas_print(canvas, (struct place){x, y, width}, strong,
                          "Quét mã để theo dõi\nlượt trên điện thoại") +
             12;
    if (ticket->code) {
        y += canvas_print(canvas, (struct place){x, y, width}, line, "Mã tra cứu");
        strong.size = 34;
        y += canvas_print(canvas, (struct place){x, y, width}, strong, "%s", ticket->code) + 8;
    }
    line.size = 22;
    instant_short(ticket->issued_at.at, issued);
    y += canvas_print(canvas, (struct place){x, y, width}, line, "Lấy số %s", issued);
    if (ticket->device)
        y += canvas_print(canvas, (struct place){x, y, width}, line, "%s", ticket->device);
    return y;
}

double form_ticket(struct canvas *canvas, const struct job *job)
{
    const struct ticket *ticket = &job->content.ticket;
    const double quiet = 32;
    double y = draw_head(canvas, job, 0), side = 0;

    y = draw_number(canvas, ticket->number, y);
    y = draw_service(canvas, ticket, y);
    y = draw_waiting(canvas, ticket, y);
    if (ticket->url)
        side = canvas_qr(canvas, quiet, y + quiet / 2, 240, true, ticket->url);
    if (side > 0)
        y = fmax(draw_follow(canvas, ticket, 2 * quiet + side + 4, y + quiet / 2 + 6, true),
                 y + quiet / 2 + side) +
            quiet / 2;
    else
        y = draw_follow(canvas, ticket, 0, y, false);
    y = ceil(y) + 12;
    canvas_dashes(canvas, 0, W, y + 1, 2);
    y += 14;
    if (ticket->note)
        y += canvas_print_balanced(canvas, (struct place){4, y, W - 8}, bold(23), ticket->note) + 4;
    y += canvas_print(canvas, (struct place){0, y, W}, sans(22),
                      "Vui lòng chú ý màn hình và loa gọi số.\nPhiếu chỉ có giá trị trong ngày.");
    return ceil(y) + 8;
}
