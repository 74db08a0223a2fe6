/*
 * The chain of the log is checked, a slice at a time, so that a reader is never long at it and the
 * office goes on. Reader thread. Rule R-987.
 *
 * Each slice begins at a row that the one before has checked; whoever asks goes on with `to` until
 * it is complete.
 */
#ifndef USECASE_CHECK_LOG_H
#define USECASE_CHECK_LOG_H

#include "usecase/command.h"
#include "usecase/log_chain.h"

enum { LOG_SLICE_MAX = 20000 /* rows */ };

struct check_log {
    struct command command;

    /* Input. */
    int64_t after; /* this row is taken for checked; 0: from the first */
    int most;      /* rows of this slice, 1..LOG_SLICE_MAX */

    /* Output. */
    int64_t to;                /* checked up to this row; before the fault, when there is one */
    int64_t last;              /* row of the log */
    unsigned breaks;           /* enum log_chain_break of the first faulty row; 0 for none */
    int64_t broken;            /* that row */
    uint8_t hash[DIGEST_SIZE]; /* of row `to` */
};

/* ERR_OK; ERR_BAD_PARAMETER (no row `after`). */
enum err check_log_run(struct store_tx *tx, struct command *command);

#endif
