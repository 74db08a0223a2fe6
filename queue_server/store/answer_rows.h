/*
 * Answers owed to dossiers that arrived from outside, between rows and structs.
 *
 * Writer or reader thread; errors are sticky in the transaction. Rules.
 */
#ifndef STORE_ANSWER_ROWS_H
#define STORE_ANSWER_ROWS_H

#include "store/statement.h"

/* Instants are instant_none() for what is not there. */
struct dossier_answer {
    int round; /* 1: the first time it arrived */
    struct instant arrived_at;
    struct instant remind_at; /* most of the time is used up; none beyond the calendar */
    struct instant due_at;    /* likewise */
    struct instant answered_at;
};

/* The dossier arrives, as `answer` says; its `answered_at` is not looked at. */
void answer_rows_begin(struct store_tx *tx, int64_t dossier, const struct dossier_answer *answer);
/* It was answered; nothing happens when no answer was owed. */
void answer_rows_end(struct store_tx *tx, int64_t dossier, struct instant at);
/* The acceptance that answered it is corrected; an answer at another instant stays. */
void answer_rows_correct(struct store_tx *tx, int64_t dossier, struct instant was,
                         struct instant now);
/* The newest; false when it never arrived. */
bool answer_rows_last(struct store_tx *tx, int64_t dossier, struct dossier_answer *out_answer);
/* Give each dossier whose state and open answers do not agree to `each`. */
void answer_rows_check(struct store_tx *tx,
                       void (*each)(int64_t dossier, const char *state, int owed, void *data),
                       void *data);

#endif
