/*
 * A job becomes a document: PDF, picture or printer raster.
 *
 * The same job gives the same bytes, on every machine and at every time: dates inside the PDF come
 * from the job. Rule R-802. Not thread-safe: one typesetter, one thread.
 */
#ifndef PRINTER_RENDER_H
#define PRINTER_RENDER_H

#include <stdint.h>

#include "printer/bytes.h"
#include "printer/job.h"
#include "printer/typesetter.h"

struct render_facts {
    int pages;
    int unknown_glyphs; /* letters that no font has; they show as boxes */
};

/* One bit a dot, rows of (width + 7) / 8 bytes, leftmost dot in the high bit, 1 = black. */
struct raster {
    uint8_t *bits; /* owned */
    int width, rows;
};

/*
 * Add the job's PDF to `out_document`.
 *
 * Returns ERR_OK, ERR_NO_MEMORY, ERR_INTERNAL; `out_facts` is set on success only.
 */
enum err render_pdf(struct typesetter *typesetter, const struct job *job,
                    struct bytes *out_document, struct render_facts *out_facts);

/* The same as a PNG, pages one below the other: tickets at 203.2 dots an inch, forms at 150.
 * ERR_TOO_LARGE for more than about 26 pages. */
enum err render_png(struct typesetter *typesetter, const struct job *job,
                    struct bytes *out_document, struct render_facts *out_facts);

/*
 * The dots of a ticket for a thermal printer; the caller frees `out_raster->bits`.
 *
 * Returns ERR_OK, ERR_BAD_VALUE (not a ticket), ERR_NO_MEMORY.
 */
enum err render_raster(struct typesetter *typesetter, const struct job *job,
                       struct raster *out_raster, struct render_facts *out_facts);

#endif
