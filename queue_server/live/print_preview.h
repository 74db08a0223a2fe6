/*
 * Pictures of papers before they exist: a job is drawn by the printer program and shown, not
 * printed. Loop thread only. Rule R-930.
 *
 *     preview(call, job) -> waiting -> `printer render` (one at a time) -> PNG -> reply
 *
 * The printers that the machine knows are looked for in the same way: `printer destinations` ->
 * JSON.
 *
 * Each picture is a process of its own, so that one that hangs or dies harms neither the sheets
 * that are being printed nor the next picture. It gets a lower priority than the server.
 *
 * Failure modes: the program cannot be started, fails, says too much or takes longer than
 * PREVIEW_TIME_MS -> 503 printer_unavailable; PREVIEWS_WAITING_MAX wait already -> 429.
 */
#ifndef LIVE_PRINT_PREVIEW_H
#define LIVE_PRINT_PREVIEW_H

#include <uv.h>

#include "api/api.h"

enum { PREVIEW_TIME_MS = 10000, PREVIEWS_WAITING_MAX = 16, PREVIEW_BYTES_MAX = 8 << 20 };

struct print_preview;

/*
 * Sets the preview members of `api`.
 *
 * printer  path of the printer program, copied; "" when there is none: every preview gets 503
 *
 * Returns ERR_OK, ERR_NO_MEMORY.
 */
enum err print_preview_open(uv_loop_t *loop, struct api *api, const char *printer,
                            struct print_preview **out_preview);

/* Refuse what waits, end the picture in hand, free it, then call `closed`. */
void print_preview_close(struct print_preview *preview, void (*closed)(void *data), void *data);

#endif
