/*
 * Somebody comes for a result and shows the QR code of the receipt: the code and the secret of the
 * dossier give a ticket of the service that returns results. Writer thread. Rule R-904.
 */
#ifndef USECASE_CHECK_IN_H
#define USECASE_CHECK_IN_H

#include "store/dossier_rows.h"
#include "usecase/issue_ticket.h"

/* What came of it. Never stored. */
enum check_in_outcome {
    CHECK_IN_ISSUED,    /* a ticket */
    CHECK_IN_AGAIN,     /* the ticket that was given before today and is still open */
    CHECK_IN_NOT_READY, /* there is no result yet */
    CHECK_IN_RETURNED,  /* it was returned already */
    CHECK_IN_OVER,      /* the dossier ended without a result to fetch: refused, withdrawn */
};

struct check_in {
    struct issue_ticket issue; /* its site and class are inputs, its record and rules outputs */

    /* Input. */
    char code[DOSSIER_ANY_CODE_SIZE];
    char secret[65];

    /* Output, valid when the outcome is ERR_OK. */
    enum check_in_outcome outcome;
    struct text
        dossier; /* as its holder sees it, masked; owned by the caller, after a failure too */
};

/* Word of the outcome in the API; static. */
const char *check_in_outcome_name(enum check_in_outcome outcome);

/*
 * Scanning twice in a day gives the same ticket, as long as it is open.
 *
 * Returns ERR_OK; ERR_NOT_FOUND, whatever is wrong with code or secret; ERR_UNKNOWN_SERVICE
 * (the centre has no service that returns results); what issue_ticket_run() refuses with.
 */
enum err check_in_run(struct store_tx *tx, struct command *command);

#endif
