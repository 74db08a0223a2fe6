/*
 * Corrections of a dossier between rows and structs.
 *
 * Writer or reader thread; errors are sticky in the transaction. They hold personal values and are
 * erased with the person; the log has digests only, but for moments. Rules ..R-540.
 */
#ifndef STORE_DOSSIER_CORRECTION_ROWS_H
#define STORE_DOSSIER_CORRECTION_ROWS_H

#include "domain/indicators.h"
#include "store/dossier_parts.h"

enum { CORRECTIONS_MAX = 50, CORRECTION_FIELD_SIZE = 24 };

struct dossier_correction {
    int64_t seq; /* of the log row that asked for it: its id */
    char field[CORRECTION_FIELD_SIZE];
    char old_value[PERSON_CONTENT_SIZE], new_value[PERSON_CONTENT_SIZE];
    char reason[NOTE_REASON_SIZE];
    char asked_by[ACCOUNT_CODE_SIZE];
    struct instant asked_at;
    char approved_by[ACCOUNT_CODE_SIZE]; /* "": not yet */
    struct instant approved_at;
    int64_t approved_seq; /* of the log row that approved it; 0: not yet */

    /* Of a moment, once approved: what it made of these; instants are none where there is none. */
    struct instant due_before, due_after;
    enum verdict verdict_before, verdict_after;
};

void dossier_correction_put(struct store_tx *tx, int64_t id,
                            const struct dossier_correction *correction);
/* Give each to `each`, in order; returns how many there are. */
int dossier_corrections_each(struct store_tx *tx, int64_t id,
                             void (*each)(const struct dossier_correction *correction, void *data),
                             void *data);

#endif
