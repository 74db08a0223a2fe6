/*
 * The due date of a dossier by two calendars: the one at acceptance and the one in force.
 *
 * Pure. The later counts, so an amended calendar never takes time away, and an amendment undone
 * leaves no trace. Source: statistics 1. Rules.
 */
#ifndef DOMAIN_LATER_DUE_H
#define DOMAIN_LATER_DUE_H

#include "domain/deadline.h"
#include "domain/due.h"

/*
 * Compute a deadline by both calendars and give the later. A date that one of them does not cover
 * is counted by the other alone.
 *
 * accepted      borrowed; the calendar at acceptance, which counts when both give the same
 * in_force      borrowed; may be the same
 * request       borrowed; its pauses are sorted in place
 * out_deadline  set on success only
 *
 * Returns ERR_OK, or the error of deadline_compute() by the calendar at acceptance when neither
 * can.
 */
enum err later_due(const struct calendar *accepted, const struct calendar *in_force,
                   const struct deadline_request *request, struct deadline *out_deadline);

/* `second` gives the applicant's later date; of one without a date there is none. */
bool deadline_is_later(const struct deadline *first, const struct deadline *second);

/* What the rules that judge a dossier need of a deadline; while paused: due before the open pause
 * is counted. */
struct due due_of_deadline(const struct deadline *deadline);

#endif
