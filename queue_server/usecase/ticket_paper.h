/* The paper of a ticket: its sheet in the print outbox. Writer thread. Rule R-650. */
#ifndef USECASE_TICKET_PAPER_H
#define USECASE_TICKET_PAPER_H

#include "usecase/command.h"
#include "usecase/ticket_view.h"

/*
 * Queue the sheet of a new ticket under the ticket's own number; errors are sticky in tx.
 *
 * waiting  people before it who wait for the same service: printed while the estimate is unknown
 */
void ticket_paper_print(struct store_tx *tx, struct command *command,
                        const struct ticket_record *record, const struct wait_range *wait,
                        int waiting);

#endif
