/*
 * Receipt printers, straight: TCP port 9100 or a device file.
 *
 * Blocks; for worker threads. Before sending the printer is asked whether it is there and has
 * paper; after sending, a status request that is answered in order is the fence that tells
 * "printed" (printing 6).
 */
#ifndef PRINTER_OUTPUT_ESCPOS_H
#define PRINTER_OUTPUT_ESCPOS_H

#include "printer/bytes.h"
#include "printer/errand.h"

/*
 * Carry the errand out with `document` (ESC/POS, borrowed), saying what happens as it happens.
 * Nothing is sent while paper is out; what was sent in part or without an answer is never
 * sent again by itself.
 */
void output_escpos(struct errand *errand, const struct bytes *document);

/* Ask the printer at `destination` how it is. */
enum printer_state output_escpos_state(const struct destination *destination);

#endif
