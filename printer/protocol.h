/*
 * The requests of the server: one JSON object a line.
 *
 *   {"op":"render","id":"p12","form":"01","paper":"a5","copy":1,"training":false,
 *    "created_at":"2026-03-10T09:12:00+07:00","content":{...},"output":"/abs/p12.pdf"}
 *       -> {"id":"p12","event":"rendered","sha256":"...","pages":1,"bytes":N,"unknown_glyphs":0}
 *   {"op":"print", ...the same, "output" may be absent..., "destination":"cups:FORM",
 *    "generation":1, "job":41, "sent":true}      (job, sent: what an earlier run reported)
 *       -> {"id":"p12","event":"created","generation":1,"job":41}   and waits for
 *   {"op":"go","id":"p12"}
 *       -> "sent", then "printed" (with "confirmed"), or
 *          "attention" with "reason", "message" and "final": true = over, a person decides;
 *                      false = the job goes on as soon as the printer can, or
 *          "retry" with "reason" and "after_s": surely nothing is on paper yet
 *   {"op":"cancel","id":"p12"}
 *       -> "cancelled" (unless it was too late)
 *   {"op":"status","destination":"cups:FORM"}
 *       -> {"event":"status","destination":"cups:FORM","state":"ready","message":"..."}
 *   anything else
 *       -> {"event":"error","id":...,"code":"unknown_field","field":"content.x","message":"..."}
 *
 * Pure but for the heap. The whole of it is in docs/printer.1.
 */
#ifndef PRINTER_PROTOCOL_H
#define PRINTER_PROTOCOL_H

#include "printer/errand.h"

enum { PROTOCOL_LINE_MOST = 1024 * 1024, PROTOCOL_ID_SIZE = JOB_ID_MOST * 4 + 1 };

enum op { OP_RENDER, OP_PRINT, OP_GO, OP_CANCEL, OP_STATUS };

struct request {
    enum op op;
    char id[PROTOCOL_ID_SIZE]; /* "" when there is none */
    int generation;            /* OP_GO, OP_CANCEL; -1 = whichever */
    struct order *order;       /* owned by the caller; NULL for OP_GO and OP_CANCEL */
};

/*
 * Read one line of `length` bytes (borrowed, without its line feed).
 *
 * out_request  on success all of it; on failure only `id`, if one could be read
 *
 * Returns ERR_OK; ERR_MALFORMED, ERR_UNKNOWN_FIELD, ERR_MISSING_FIELD, ERR_WRONG_TYPE,
 * ERR_BAD_VALUE, ERR_NO_MEMORY with `out_fault` set. Rule R-812.
 */
enum err protocol_read(const char *line, size_t length, struct request *out_request,
                       struct fault *out_fault);

#endif
