/*
 * The queue ticket: an 80 mm roll, black and white only.
 *
 * Measures are printer dots (203.2 dpi, 8 dots to the millimetre), so that lines and QR modules
 * fall on whole dots.
 */
#ifndef PRINTER_FORM_TICKET_H
#define PRINTER_FORM_TICKET_H

#include "printer/canvas.h"
#include "printer/job.h"

enum { TICKET_DOTS = 576 }; /* 72 mm, what an 80 mm printer can reach */

/* Draw the ticket of `job` with its top left corner at (0,0). Returns its height in dots. */
double form_ticket(struct canvas *canvas, const struct job *job);

#endif
