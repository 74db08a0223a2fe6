/*
 * The due date of a dossier as the log stood at an instant. Any thread with a transaction.
 *
 * Limit, extension, pauses and calendar are those recorded by then; of the due dates by the
 * calendar at acceptance and the one in force then the later counts. Source: statistics 1. Rule
 *
 */
#ifndef USECASE_DUE_AS_OF_H
#define USECASE_DUE_AS_OF_H

#include <jansson.h>

#include "store/report_rows.h"
#include "usecase/calendar_store.h"

/* Who asks for many, one after the other. Set the first two; what is left is kept from one question
 * to the next. */
struct due_as_of {
    struct store_tx *tx;
    struct calendar_store *calendars;

    bool asked; /* for the calendar in force at `at` */
    struct instant at;
    const struct calendar_version *in_force; /* NULL: none was entered by then */
    const struct calendar_version *accepted; /* of the dossier before; most share it */
};

/*
 * Compute the deadline of dossier `id` as of `at`, a whole second; a pause that was open then is
 * open.
 *
 * Returns ERR_OK, ERR_CALENDAR_RANGE, ERR_LIMIT, ERR_PAUSE_ORDER, ERR_PAUSE_BEFORE_RECEIPT,
 * ERR_NOT_FOUND (no such dossier or calendar), ERR_NO_MEMORY, ERR_STORE.
 */
enum err due_as_of(struct due_as_of *ask, int64_t id, struct instant accepted_at, struct instant at,
                   struct deadline *out_deadline);

/*
 * How that deadline arose (explain_deadline.h), a new reference, with the pauses as they were known
 * at `at`; so must be `accepted_at` (moment_as_of). Errors as above. Rules.
 */
enum err due_as_of_ledger(struct due_as_of *ask, int64_t id, struct instant accepted_at,
                          struct instant at, json_t **out_ledger);

#endif
