/* The paper of a fee receipt, through the print outbox. Writer thread. Rules. */
#ifndef USECASE_RECEIPT_PAPER_H
#define USECASE_RECEIPT_PAPER_H

#include "usecase/dossier_work.h"
#include "usecase/issue_receipt.h"

/* Queue its sheet under the receipt's id. Errors are sticky in the transaction. */
void receipt_paper_print(struct dossier_work *work, const struct receipt_seen *seen);

#endif
