/*
 * A cashier closes: what he took since his last closing, by how it was paid, beside what is in the
 * till. Each fee is counted by one closing, in its transaction. A difference has a reason.
 * Rules.
 */
#ifndef USECASE_CLOSE_CASH_H
#define USECASE_CLOSE_CASH_H

#include "store/cash_rows.h"
#include "usecase/command.h"
#include "usecase/ticket_view.h"

struct close_cash {
    struct command command;

    /* Input. */
    int64_t counted; /* đồng */
    char reason[CASH_REASON_SIZE];

    /* Output. */
    struct cash_closing closing;
};

/* Writer thread. ERR_OK; ERR_NOTHING_TO_CLOSE (nothing was taken since), ERR_REASON_MISSING (of a
 * difference), ERR_FIELDS (reason). */
enum err close_cash_run(struct store_tx *tx, struct command *command);

/* Write a closing as an element of an array or the whole answer. */
void cash_closing_view(struct text *text, const struct cash_closing *closing);

struct read_till {
    struct command command;
    struct cash_sums sums; /* of who asks, that no closing has counted */
};

/* Reader thread. ERR_OK. */
enum err read_till_run(struct store_tx *tx, struct command *command);
void till_view(struct text *text, const struct cash_sums *sums);

struct read_closings {
    struct command command;

    /* Input. */
    int64_t before; /* only those with a lower id */
    int limit;

    /* Output. */
    struct text items; /* JSON parted by commas; owned by the caller */
    char next[TICKET_ID_SIZE];
};

/* Reader thread; a cashier sees his own, who inspects or leads all of them. ERR_OK,
 * ERR_NO_MEMORY. */
enum err read_closings_run(struct store_tx *tx, struct command *command);

#endif
