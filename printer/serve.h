/*
 * The printer program as a child of the server: requests in, events out, until the end of input.
 */
#ifndef PRINTER_SERVE_H
#define PRINTER_SERVE_H

/*
 * Serve JSON lines from `input` to `output` (descriptors, borrowed). A bad line is answered and
 * skipped. At the end of input what is in hand is finished; what waits for a printer or for "go" is
 * left, as the server keeps it.
 *
 * fonts  folder, borrowed
 *
 * Returns the exit status: 0, or 1 when the fonts cannot be loaded.
 */
int serve(const char *fonts, int input, int output);

#endif
