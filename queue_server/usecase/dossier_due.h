/*
 * The legal due date of a dossier, computed anew from its receipt whenever something moves it.
 *
 * Writer or reader thread. The limit is counted with all pauses by two calendars, the one in force
 * at acceptance and the one in force now; the later due date counts, so an amended calendar never
 * takes time away from anybody (statistics 1). Rules.
 */
#ifndef USECASE_DOSSIER_DUE_H
#define USECASE_DOSSIER_DUE_H

#include <jansson.h>

#include "store/dossier_rows.h"
#include "usecase/calendar_store.h"
#include "usecase/office.h"

/*
 * Compute due, paused, unconfirmed, near_at, late_at, due_calendar of a dossier that is accepted
 * (or would be); with calendar_version 0 the calendar in force is pinned.
 *
 * record  its accepted_at, limit, cut-off and pauses are read; untouched on failure
 *
 * Returns ERR_OK, ERR_CALENDAR_RANGE (a date needed is outside both calendars, or there is none),
 * ERR_LIMIT, ERR_NO_MEMORY, ERR_STORE.
 */
enum err dossier_due_compute(struct store_tx *tx, struct office *office,
                             struct dossier_record *record);

/* The same of one that has ended: by the calendar in force at its end, with an extension granted by
 * then. Rules. */
enum err dossier_due_at_end(struct store_tx *tx, struct office *office,
                            struct dossier_record *record);

/* What a calendar does to the due date of an open dossier. Rule R-070. */
enum due_move {
    DUE_STAYS,
    DUE_LATER,
    DUE_EARLIER, /* again: what the calendar before it gave is undone */
    DUE_KEPT,    /* by it alone it would be earlier; the applicant keeps what he has */
};

/*
 * The same as if `calendar` were in force, and what that does to the due date in the record.
 *
 * calendar  borrowed; in the store, or a draft whose version no dossier has
 *
 * Errors as above.
 */
enum err dossier_due_by(struct store_tx *tx, struct office *office,
                        const struct calendar_version *calendar, struct dossier_record *record,
                        enum due_move *out_move);

/* How the due date of record->due_calendar arose (explain_deadline.h), a new reference. Errors as
 * above. */
enum err dossier_due_ledger(struct store_tx *tx, struct office *office,
                            const struct dossier_record *record, json_t **out_ledger);

/* The class of an accepted dossier that has not ended, by its thresholds. Rules. */
enum pending dossier_due_pending(const struct dossier_record *record, struct instant now);

/* The first working instant of the working day after that of `now`: when the clock of a step
 * starts that was confirmed late. `now` itself outside the calendar. */
struct instant dossier_due_next_day(struct store_tx *tx, struct office *office, struct instant now);

/*
 * The due date of a step that begins now, by the calendar in force; `limit` as procedures state it.
 *
 * Returns ERR_OK, ERR_CALENDAR_RANGE, ERR_STORE, ERR_NO_MEMORY.
 */
enum err dossier_due_of_step(struct store_tx *tx, struct office *office,
                             const struct time_limit *limit, struct instant now,
                             struct due *out_due);

/*
 * The due date of an internal step whose clock started at `starts`, by the calendar that the
 * dossier was accepted under, with its pauses since then. `out_paused` tells that one is open.
 * Errors as above. Rule R-247.
 */
enum err dossier_due_of_internal(struct store_tx *tx, struct office *office,
                                 const struct dossier_record *record,
                                 const struct time_limit *limit, struct instant starts,
                                 struct due *out_due, bool *out_paused);

/* Does the calendar in force hold the date of `instant`? */
bool dossier_due_covers(struct store_tx *tx, struct office *office, struct instant instant);

#endif
