/*
 * Merges of people, kept for ever: who merged whom into whom and why, and who undid it.
 *
 * Writer or reader thread; errors are sticky in the transaction. Rules R-471..R-473.
 */
#ifndef STORE_PERSON_MERGE_ROWS_H
#define STORE_PERSON_MERGE_ROWS_H

#include "store/person_rows.h"

enum { MERGE_REASON_SIZE = 2001 };

struct person_merge {
    int64_t seq; /* of the log row */
    int64_t person, into;
    char reason[MERGE_REASON_SIZE];
    char merged_by[ACCOUNT_CODE_SIZE];
    struct instant merged_at;
    char undone_reason[MERGE_REASON_SIZE];
    char undone_by[ACCOUNT_CODE_SIZE]; /* "" while it holds */
    struct instant undone_at;
};

/* The record, and all that were merged into it, now stand under `merge->into`. Both stood before.
 */
void person_merge_rows_put(struct store_tx *tx, const struct person_merge *merge);
/* The record stands again, with all that were merged into it; `seq` is the row that undoes it. */
void person_merge_rows_undo(struct store_tx *tx, const struct person_record *person, int64_t seq,
                            const struct person_merge *undone);
/* Merges of a record into another, and of others into it, oldest first. */
void person_merge_rows_each(struct store_tx *tx, int64_t person,
                            void (*each)(const struct person_merge *merge, void *data), void *data);

struct merge_count {
    int64_t merges, undone;
    int64_t faulty; /* that hold, and whose record says otherwise */
};
void person_merge_rows_count(struct store_tx *tx, struct merge_count *out_count);

#endif
