/*
 * What is counted beside the on-time report, from rows. Any thread with a transaction; errors are
 * sticky in it. Source: statistics 6; rule R-316.
 */
#ifndef STORE_APART_ROWS_H
#define STORE_APART_ROWS_H

#include "store/statement.h"

struct apart_answers {
    int64_t all, late; /* of all */
};

/* Answers owed at `end`, late where their time was over at `at`. */
struct apart_answers apart_rows_owed(struct store_tx *tx, struct instant end, struct instant at);
/* Answers given in [from, to). */
struct apart_answers apart_rows_answered(struct store_tx *tx, struct instant from,
                                         struct instant to);

/* Notes of a kind written in [from, to), by their code ("" for none), in its order. */
void apart_rows_notes(struct store_tx *tx, const char *kind, struct instant from, struct instant to,
                      void (*each)(const char *code, int64_t amount, void *data), void *data);

/* Requests for papers in [from, to) to dossiers that were not accepted then. */
int64_t apart_rows_supplements(struct store_tx *tx, struct instant from, struct instant to);

struct apart_boundary {
    int64_t for_others; /* received here, decided elsewhere */
    int64_t by_others;  /* received elsewhere, decided here */
};

/* Of the dossiers accepted in [from, to). Rule R-441. */
struct apart_boundary apart_rows_boundary(struct store_tx *tx, struct instant from,
                                          struct instant to);

struct apart_procedures {
    int64_t published, enabled; /* of them: received for agencies elsewhere */
};

/* The procedures in force on a day. Rule R-442. */
struct apart_procedures apart_rows_procedures(struct store_tx *tx, struct date day);

/* Results ready before `ready` that nobody had fetched at `at`. */
int64_t apart_rows_uncollected(struct store_tx *tx, struct instant ready, struct instant at);

/* How many notes of each kind there are, in no order. */
void apart_rows_note_kinds(struct store_tx *tx,
                           void (*each)(const char *kind, int64_t amount, void *data), void *data);

#endif
