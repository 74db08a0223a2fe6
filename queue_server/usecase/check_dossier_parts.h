/*
 * The responsibilities, pauses and steps at agencies of a dossier, held against the log by digests:
 * the log's reader adds up what happened when, the rows must give the same.
 *
 * Writer thread or tool.
 */
#ifndef USECASE_CHECK_DOSSIER_PARTS_H
#define USECASE_CHECK_DOSSIER_PARTS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/instant.h"
#include "store/dossier_agency_rows.h"
#include "usecase/check_faults.h"

struct store_tx;

/* As the log tells it; all zero at first. */
struct parts_told {
    uint64_t steps, pauses, agencies;
};

/* From `at` on this officer was responsible; the first from the acceptance on, whose instant is
 * compared apart. */
void parts_told_step(struct parts_told *told, struct instant at, const char *unit,
                     const char *officer);

/* Pause number `pause`, from 0, began or ended at `at`. */
void parts_told_pause(struct parts_told *told, size_t pause, bool ends, struct instant at);
/* ... not at `before` but at `after`, by a correction. Rule R-539. */
void parts_told_pause_moved(struct parts_told *told, size_t pause, bool ends, struct instant before,
                            struct instant after);

/* Step number `step` at an agency began or ended at `at`; in any order. Rule R-876. */
void parts_told_agency(struct parts_told *told, int64_t step, bool ends, struct instant at);

/* A dossier whose rows are compared. */
struct parts_asked {
    int64_t id;
    struct instant accepted_at, ended_at; /* by the log; instant_none() until then */
    const struct parts_told *told;        /* borrowed */
    struct dossier_agency_step *room;     /* borrowed: AGENCY_STEPS_MAX of them */
};

/* Each difference becomes a fault; so does a moment at which not exactly one is responsible.
 * Rules. */
void check_dossier_parts(struct store_tx *tx, const struct parts_asked *asked,
                         struct check_faults *faults);

#endif
