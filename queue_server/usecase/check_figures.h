/*
 * A second count of the figures and codes of dossiers, from the log, for the check of a centre.
 *
 * Every moment that the log tells is added; then the figures of each day and month and the
 * series of codes must stand where the count stands. Memory grows with the figures, not
 * with the dossiers. Any thread.
 */
#ifndef USECASE_CHECK_FIGURES_H
#define USECASE_CHECK_FIGURES_H

#include "store/dossier_rows.h"
#include "usecase/check_faults.h"

struct figure_count; /* one figure of one day or month */
struct code_count;   /* the codes of one agency and day */

/* All zero to begin with. */
struct check_figures {
    void *figures;  /* tree of struct figure_count */
    void *codes;    /* tree of struct code_count */
    bool no_memory; /* from here on nothing is counted */
};

/* Texts are borrowed for the call. */
struct figure_moment {
    struct instant at;
    const char *field, *procedure;
    const char *unit, *officer; /* who was responsible */
};

/* A dossier was accepted and got this code. */
void check_figures_accepted(struct check_figures *figures, const struct figure_moment *moment,
                            bool online, const char *code);
/* The acceptance at `before` was at the moment, by a correction; the code stays. Rule R-540. */
void check_figures_acceptance_moved(struct check_figures *figures,
                                    const struct figure_moment *moment, bool online,
                                    struct instant before);
/* A dossier ended. */
void check_figures_ended(struct check_figures *figures, const struct figure_moment *moment,
                         enum verdict verdict);

/* A dossier that had ended at the moment, with that verdict, was opened again: as if it had not. */
void check_figures_reopened(struct check_figures *figures, const struct figure_moment *moment,
                            enum verdict verdict);

/* Compare with the rows of the centre; returns how many rows of figures and series there are. */
struct figures_compared {
    int64_t figures, series;
};
struct figures_compared check_figures_compare(struct check_figures *figures, struct store_tx *tx,
                                              struct check_faults *faults);

void check_figures_release(struct check_figures *figures);

#endif
