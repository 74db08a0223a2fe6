/*
 * The dossiers of a centre are checked against its log: the rows are only what the events tell.
 *
 * Any thread; blocking. Fed with every event in the order of the log, then compared:
 *
 *   1. each dossier: state, who is responsible, code, verdict as its last event tells; moments,
 *      pauses and steps as the instants of its events make them
 *   2. the verdict of each that ended with a result, by the due date as the log stood then
 *   3. the figures of days and months, and the series of codes (check_figures.h)
 */
#ifndef USECASE_CHECK_DOSSIERS_H
#define USECASE_CHECK_DOSSIERS_H

#include "store/event_log.h"
#include "store/statement.h"
#include "usecase/check_faults.h"

struct check_dossiers;

/* NULL without memory. */
struct check_dossiers *check_dossiers_new(struct store_tx *tx, struct check_faults *faults);
void check_dossiers_free(struct check_dossiers *check);

/* Take up an event; those that are not about dossiers are passed over. False without memory. */
bool check_dossiers_note(struct check_dossiers *check, const struct event *event);

struct dossiers_compared {
    int64_t dossiers; /* that the log knows */
    int64_t figures, series;
};

/*
 * Compare the rows with what was noted; what differs is told as a fault.
 *
 * out_compared  set on success only
 *
 * Returns ERR_OK, ERR_NO_MEMORY, ERR_STORE.
 */
enum err check_dossiers_compare(struct check_dossiers *check,
                                struct dossiers_compared *out_compared);

#endif
