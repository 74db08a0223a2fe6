/*
 * A print job as the log and the API show it, and how a change of one is told. Rule R-659.
 */
#ifndef USECASE_PRINT_JOURNAL_H
#define USECASE_PRINT_JOURNAL_H

#include "store/print_rows.h"
#include "usecase/command.h"

/* Write the job under `key`; never what it prints. Pure but for memory. */
void print_view(struct text *text, const char *key, const struct print_record *record);

/*
 * Append the event that tells of a job as it is now. Writer thread; errors are sticky in tx.
 *
 * kind  e.g. "print_printed"
 * why   further member `why` of the event's data, JSON; NULL for none
 */
void print_journal_tell(struct store_tx *tx, struct command *command,
                        const struct print_record *record, const char *kind, const char *why);

/* Write {name: text} to `why`, when there is a text. */
void print_journal_why(struct text *why, const char *name, const char *text);

/*
 * Code of the site where a job is printed: of the printer that it goes to, else the only one of the
 * centre; NULL when it cannot be told.
 */
const char *print_site(const struct catalogue *catalogue, const struct print_record *record);

/*
 * May the command's actor see what is on the page? Of a ticket: who may read print jobs. Of a
 * dossier: who may read that dossier. Of a report: who made it, and who may see the
 * reports of all of the centre.
 *
 * Returns ERR_OK, ERR_FORBIDDEN, ERR_NO_MEMORY, ERR_STORE.
 */
enum err print_check_reader(struct store_tx *tx, struct command *command,
                            const struct print_record *record);

#endif
