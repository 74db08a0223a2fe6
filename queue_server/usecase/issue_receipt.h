/*
 * Receipts of fees (biên lai thu phí, lệ phí): issued, asked to be voided, voided. Writer thread.
 *
 * A receipt is of the dossier's lines that were settled and stand on no other receipt; its number
 * is the next of the series in the payment set-up, taken in the same transaction. What is voided
 * keeps number and lines, which another receipt may then take up. The dossier's version stays. The
 * log has numbers and amounts, no name. Rules R-421..R-424.
 */
#ifndef USECASE_ISSUE_RECEIPT_H
#define USECASE_ISSUE_RECEIPT_H

#include "store/receipt_rows.h"
#include "usecase/command.h"

struct receipt_seen {
    struct receipt_record record;
    char dossier_code[DOSSIER_ANY_CODE_SIZE];
    struct receipt_line lines[DOSSIER_FEES_MAX];
    int line_count;
};

struct issue_receipt {
    struct command command;

    /* Input. */
    int64_t dossier;
    char payer[DOSSIER_NAME_SIZE]; /* "": the applicant */

    /* Output. */
    struct receipt_seen seen;
};

/* ERR_OK; ERR_NOT_FOUND (dossier; also one that he may not read), ERR_STATE_FORBIDS (not accepted),
 * ERR_NOTHING_TO_RECEIPT, ERR_FIELDS (payer). */
enum err issue_receipt_run(struct store_tx *tx, struct command *command);

struct void_receipt {
    struct command command;

    /* Input. */
    int64_t receipt;
    char reason[RECEIPT_REASON_SIZE]; /* of who asks */

    /* Output. */
    struct receipt_seen seen;
};

/* Somebody asks that it be voided. ERR_OK, ERR_NOT_FOUND, ERR_STATE_FORBIDS (asked before, or
 * voided), ERR_REASON_MISSING, ERR_FIELDS. */
enum err ask_void_receipt_run(struct store_tx *tx, struct command *command);

/* Another person voids it. ERR_OK, ERR_NOT_FOUND, ERR_STATE_FORBIDS (nobody asked, or voided),
 * ERR_SEPARATION (he asked himself). */
enum err void_receipt_run(struct store_tx *tx, struct command *command);

/* Another person leaves it as it is, and it may be asked anew. The same errors. */
enum err keep_receipt_run(struct store_tx *tx, struct command *command);

#endif
