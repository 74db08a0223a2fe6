/*
 * Pages of an official form: heading by Decree 30/2020, flowing paragraphs and tables, a closing
 * block that is never split, foot and page numbers, the marks of training and of a reprint.
 *
 * A form is laid out twice: once without drawing to count the pages, once to draw. Measures are
 * points. Not thread-safe. Sources: domain.md 3.1; Decree 30/2020/NĐ-CP, annex I.
 */
#ifndef PRINTER_SHEET_H
#define PRINTER_SHEET_H

#include "printer/canvas.h"
#include "printer/job.h"

/* Millimetres as points. */
#define SHEET_MM(mm) ((mm)*72.0 / 25.4)

enum { SHEET_COLUMNS_MOST = 12 };

struct sheet {
    struct canvas canvas;
    const struct job *job;                          /* borrowed */
    double width, height, left, right, top, bottom; /* page and margins */
    double y;                                       /* where the next thing goes */
    int page, pages;                                /* this one; all, known in the second pass */
    bool small;                                     /* A5: smaller letters */
    double scale;   /* of all letters: a little under 1 where that saves a page */
    bool stacked;   /* pages one below the other on one surface (a picture), not a PDF */
    bool measuring; /* inside sheet_together: no page may be turned */
};

struct column {
    const char *title;
    double width; /* as a share of all widths */
    enum align align;
};

/* Fill `out_cells` (one per column, each from markup(), freed by the table) with row `row`. */
typedef void sheet_row_fn(const void *rows, size_t row, char **out_cells);

/* Part of a form that must stay on one page. */
typedef void sheet_block_fn(struct sheet *sheet, const void *data);

/* Size and margins for `job` (borrowed); the canvas is opened by the caller. */
void sheet_init(struct sheet *sheet, const struct job *job);

/* Begin page 1 and end the last page: watermark, foot, page number. */
void sheet_begin(struct sheet *sheet);
void sheet_end(struct sheet *sheet);

/* Width between the margins. */
double sheet_measure(const struct sheet *sheet);
/* A style of the body: size on A5 and on A4. */
struct style sheet_style(const struct sheet *sheet, enum face face, double a5, double a4);

/* Agency, national title, number and date; then the title of the form and the dossier code. */
void sheet_heading(struct sheet *sheet);

/* A paragraph made like markup(); it may break between lines over pages. */
void sheet_paragraph(struct sheet *sheet, const char *format, ...)
    __attribute__((format(printf, 2, 3)));
/* "label: value", with dots to fill in by hand when there is no value. */
void sheet_label(struct sheet *sheet, const char *label, const char *value);
/* Two labels side by side when both fit, else one below the other. */
void sheet_labels(struct sheet *sheet, const char *label1, const char *value1, const char *label2,
                  const char *value2);
/* "label: 09 giờ 12 phút, ngày ..." */
void sheet_instant(struct sheet *sheet, const char *label, struct moment moment, bool bold);

/* White space of `mm` millimetres. */
void sheet_skip(struct sheet *sheet, double mm);
/* Turn the page unless `height` points still fit. */
void sheet_need(struct sheet *sheet, double height);

/* A table; its head is repeated on every page, a row is never split. Rule R-806. */
void sheet_table(struct sheet *sheet, const struct column *columns, size_t column_count,
                 const void *rows, size_t row_count, sheet_row_fn *row);

/* Draw what `block` draws, all of it on one page. Rule R-806. */
void sheet_together(struct sheet *sheet, sheet_block_fn *block, const void *data);

/* One who signs. */
struct signature {
    const char *title; /* "NGƯỜI NỘP HỒ SƠ"; NULL = nobody in this place */
    const char *name;  /* printed below, or NULL */
};
/* QR code (when there is something to look up) and two places to sign, left and right. */
void sheet_signatures(struct sheet *sheet, struct signature left, struct signature right);
/* The note and the telephone number that every form may end with. */
void sheet_closing_note(struct sheet *sheet);

#endif
