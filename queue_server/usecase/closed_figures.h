/*
 * The figures of a closed report, as JSON that is kept and hashed: {"rows": [...], "total": {...}},
 * a row for each field with the columns of form II.06a. Writer thread for counting, else pure.
 * Source: domain 5.2, statistics 4; rules.
 */
#ifndef USECASE_CLOSED_FIGURES_H
#define USECASE_CLOSED_FIGURES_H

#include "base/text.h"
#include "domain/period.h"
#include "usecase/command.h"

/*
 * Count the period as it stands now and write its figures.
 *
 * out_figures  an initialised text; written on ERR_OK only
 *
 * ERR_OK, ERR_REPORT_UNBALANCED (facts name the dossier), ERR_NO_MEMORY, ERR_STORE.
 */
enum err closed_figures_count(struct store_tx *tx, struct command *command, struct period period,
                              struct text *out_figures);

/* True when what `next` carries over, in total and in each field, is what `before` left open. Both
 * are figures as written here. */
bool closed_figures_follow(const char *before, const char *next);

#endif
