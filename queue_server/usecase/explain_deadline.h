/*
 * The ledger of a due date as JSON: what `due --explain --json` prints and GET
 * /dossiers/{id}/ledger answers.
 *
 * Runs on any thread; allocates; no I/O. Source of the rules: working-time.md 7; R-060..R-062.
 */
#ifndef USECASE_EXPLAIN_DEADLINE_H
#define USECASE_EXPLAIN_DEADLINE_H

#include <jansson.h>

#include "domain/deadline_ledger.h"
#include "usecase/calendar_document.h"

/*
 * Make the ledger of a computed deadline:
 *
 *   { received, limit, cutoff: "HH:MM" | null, effective_receipt, moved_by: "cutoff" | "rest_day" |
 *     null, counts: "seconds" | "days", amount,
 *     stretches: [{from, to | null, reason, counted, total, name?, decree?, status?}],
 *     outcome: "due" | "none" | "paused", due_at | null, paused_since | null, unconfirmed,
 *     calendar: {title, version} }
 *
 * document, request, deadline  borrowed; deadline is what deadline_compute made of the others
 *
 * Returns a new reference, or NULL when memory is short.
 */
json_t *explain_deadline(const struct calendar_document *document,
                         const struct deadline_request *request, const struct deadline *deadline);

/* What the calendar says of the day of a stretch: its day off, make-up day or partial day off.
 * False for other stretches and when nothing is said. */
bool explain_stretch_note(const struct calendar_document *document, const struct stretch *stretch,
                          struct calendar_note *out_note);

#endif
