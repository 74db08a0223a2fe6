/*
 * ESC/POS: the language of receipt printers.
 *
 * Pure but for the heap. Everything is raster, never text by code page: the Vietnamese code pages
 * of such printers cannot be relied on.
 */
#ifndef PRINTER_ESCPOS_H
#define PRINTER_ESCPOS_H

#include "base/error.h"
#include "printer/bytes.h"
#include "printer/render.h"

/*
 * Add commands that print `raster` (borrowed), feed the paper and cut it, to `out_document`.
 * Bands are at most 128 rows high so that printers with a small buffer do not stall, and never a
 * multiple of 48 (some models print garbage then); white rows become feeds.
 *
 * Returns ERR_OK, ERR_NO_MEMORY.
 */
enum err escpos_encode(const struct raster *raster, struct bytes *out_document);

/* Ask for a state byte at once, ahead of what is buffered: 1 = printer, 4 = paper. */
#define ESCPOS_ASK_PRINTER "\x10\x04\x01"
#define ESCPOS_ASK_PAPER   "\x10\x04\x04"
/* Ask for the paper's state in order, after what was sent before: the fence. */
#define ESCPOS_FENCE "\x1dr\x01"
enum { ESCPOS_ASK_LENGTH = 3 };

/* Meaning of the answers. */
enum {
    ESCPOS_PRINTER_OFFLINE = 0x08, /* in the answer to ESCPOS_ASK_PRINTER */
    ESCPOS_PAPER_OUT = 0x60,       /* ... to ESCPOS_ASK_PAPER, either bit */
    ESCPOS_FENCE_PAPER_OUT = 0x0c, /* ... to ESCPOS_FENCE, either bit */
};

#endif
