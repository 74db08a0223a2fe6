/*
 * The business day of a site's queue.
 *
 * Writer thread. The first action of a new local day closes the day before: nothing is deleted,
 * tickets still open are cancelled as `day_end` and counters are freed. UTC midnight is
 * nothing special: days are local.
 */
#ifndef USECASE_QUEUE_JOURNAL_H
#define USECASE_QUEUE_JOURNAL_H

#include "usecase/command.h"

/*
 * Make sure that the site's queue is in the day of command->now; every use case of the queue calls
 * this before it looks at a ticket.
 *
 * site  index of the catalogue
 *
 * Returns ERR_OK, ERR_NO_MEMORY, ERR_STORE; other errors are sticky in tx.
 */
enum err queue_journal_begin_day(struct store_tx *tx, struct command *command, int site);

/*
 * Save a ticket that a verb has changed, count the change in the figures of its day and append the
 * event that tells of it.
 *
 * before    the ticket as it was loaded
 * record    as it is now; its version becomes the event's number
 * kind      of the event
 * why       further members of the event's data, `"why":{...}` or NULL
 */
void queue_journal_save(struct store_tx *tx, struct command *command, const struct ticket *before,
                        struct ticket_record *record, const char *kind, const char *why);

/* Count a ticket that is new (before NULL) or has changed its state or service. */
void queue_journal_count(struct store_tx *tx, const struct queue_rules *rules,
                         const struct ticket *before, const struct ticket_record *record);

#endif
