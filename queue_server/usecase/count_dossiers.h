/*
 * The dossiers that a period counts, each with what it adds to the row of a report.
 *
 * Reader thread. A dossier is counted as the log stood at the end of the period: the pauses, the
 * calendar in force and who was responsible are those of that instant, so that a period in the past
 * gives what it gave then. The verdict of one that had ended is the frozen one. Source: statistics
 * 1-3; rules.
 */
#ifndef USECASE_COUNT_DOSSIERS_H
#define USECASE_COUNT_DOSSIERS_H

#include "domain/indicators.h"
#include "store/report_rows.h"
#include "usecase/command.h"

/* Valid for the call that gives it. */
struct counted_dossier {
    const struct report_dossier *dossier;
    struct officer responsible; /* when it ended, if in or before the period; else at its end */
    struct indicator_row counted;
};

struct dossier_counting {
    struct period period;
    /* Give a dossier. Returns ERR_OK to go on, else counting ends with that error. */
    enum err (*each)(const struct counted_dossier *counted, void *data);
    void *data;

    /* Output: how the period was counted. */
    struct span span;
};

/*
 * Count every dossier that the command's actor may see in a report: in the scope of a unit those
 * for which that unit was responsible, as the table by unit has them.
 *
 * Returns ERR_OK; ERR_REPORT_UNBALANCED for a dossier whose moments contradict each other or whose
 * due date cannot be found, named in the command's conflicting_code; ERR_NO_MEMORY; ERR_STORE; or
 * the error of each().
 */
enum err count_dossiers(struct store_tx *tx, struct command *command,
                        struct dossier_counting *counting);

#endif
