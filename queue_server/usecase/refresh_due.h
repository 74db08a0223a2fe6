/*
 * Open dossiers follow an amended calendar: their legal due dates are computed anew.
 *
 * Writer thread, in the transaction that brings the calendar. Rule R-231.
 */
#ifndef USECASE_REFRESH_DUE_H
#define USECASE_REFRESH_DUE_H

#include "usecase/command.h"

/*
 * Compute the due date of every open dossier by the calendars now in the store, and save those that
 * moved, each with an event dossier_due_moved that tells the old and the new one. A date outside
 * the calendar leaves the dossier as it is.
 *
 * Returns ERR_OK, ERR_NO_MEMORY, ERR_STORE; SQL errors are sticky in tx.
 */
enum err refresh_due(struct store_tx *tx, struct command *command);

#endif
