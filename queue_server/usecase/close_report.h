/*
 * Closing a report (chốt số liệu): the figures of a period by field are frozen, as form II.06a has
 * them, with the place in the log up to which they count. Writer thread.
 *
 * A change that reaches into a closed period makes the report's next version in the same
 * transaction, and those of the closed periods after it; the versions before stay as they were.
 * Source: statistics 3-4, domain 5.2; rules R-312..R-315.
 */
#ifndef USECASE_CLOSE_REPORT_H
#define USECASE_CLOSE_REPORT_H

#include "store/closed_report_rows.h"
#include "usecase/command.h"

struct close_report {
    struct command command;

    /* Input. */
    char kind[REPORT_KIND_SIZE]; /* name of an enum period_kind */
    struct period period;        /* one of that kind */

    /* Output, valid when the outcome is ERR_OK; free it by closed_report_release(). */
    struct closed_report report;
};

/*
 * ERR_OK; ERR_REPORT_NOT_OVER (the period has not ended); ERR_REPORT_CLOSED; ERR_REPORT_GAP (it
 * does not begin where the closed report before it ended, R-313); ERR_REPORT_UNBALANCED (the
 * figures do not reconcile among themselves, or with those of the period before); ERR_NO_MEMORY,
 * ERR_STORE.
 */
enum err close_report_run(struct store_tx *tx, struct command *command);

/*
 * Make the next version of each closed report whose figures are others now, because `dossier` was
 * changed in what it was at `since` or later. Called in the transaction of the change, after it.
 * Rule R-314.
 *
 * ERR_OK, ERR_REPORT_UNBALANCED, ERR_NO_MEMORY, ERR_STORE.
 */
enum err close_report_revise(struct store_tx *tx, struct command *command, int64_t dossier,
                             struct instant since);

#endif
