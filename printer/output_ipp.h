/*
 * IPP printers and CUPS queues: the two-phase submit.
 *
 * Create-Job makes an empty job, which prints nothing and may be repeated; the server stores its
 * number; only then is the document sent. After a break the printer is asked for the job by number
 * and name, and only a job that surely has no document gets it again (printing 4.3, 5).
 *
 * Blocks; for worker threads.
 */
#ifndef PRINTER_OUTPUT_IPP_H
#define PRINTER_OUTPUT_IPP_H

#include "printer/bytes.h"
#include "printer/errand.h"

/* Carry the errand out with `document` (borrowed) of MIME type `format`. Rules. */
void output_ipp(struct errand *errand, const struct bytes *document, const char *format);

/* Ask the printer or queue at `destination` how it is. */
enum printer_state output_ipp_state(const struct destination *destination);

#endif
