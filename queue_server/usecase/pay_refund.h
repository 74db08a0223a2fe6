/*
 * A fee is given back to who paid it, after its dossier was refused or stopped with a refund.
 * Writer thread.
 * Rules R-430..R-432.
 */
#ifndef USECASE_PAY_REFUND_H
#define USECASE_PAY_REFUND_H

#include "domain/payment_method.h"
#include "usecase/dossier_work.h"

struct pay_refund {
    struct command command;

    /* Input. */
    int64_t dossier;
    int fee;                    /* its position, from 1 */
    enum payment_method method; /* PAYMENT_CASH or PAYMENT_TRANSFER */
    char reference[FEE_REFERENCE_SIZE];

    /* Output: the line as it is now. */
    struct dossier_fee line;
};

/*
 * Returns ERR_OK; ERR_NOT_FOUND also for a dossier that he may not read; ERR_NO_REFUND_DUE
 * (no such line, or it is not to be given back); ERR_REFUND_PAID (it was given back);
 * ERR_SEPARATION_OF_DUTIES (he granted it himself); ERR_FIELDS (a transfer without its reference);
 * ERR_NO_MEMORY, ERR_STORE.
 */
enum err pay_refund_run(struct store_tx *tx, struct command *command);

#endif
