/*
 * Open dossiers follow the calendar in force: their legal due dates are computed anew, some at a
 * time.
 *
 * A new calendar is in force at once; for 100,000 open dossiers nobody must wait, so they follow in
 * slices, each a command of its own in the writer:
 *
 *     writer   follow_calendar_begin()   in the transaction that enters the version, with the first
 *                                        slice
 *     writer   follow_calendar_run()     the next slice; how far it came is stored in the same
 *                                        transaction, so that after a crash the next start goes on
 *                                        where it stopped (api/calendar_follow.h drives it)
 *
 * Whoever acts on a dossier meanwhile has its due date computed first (move_dossier.c), so a
 * verdict never rests on a slice that is still to come. Rules.
 */
#ifndef USECASE_FOLLOW_CALENDAR_H
#define USECASE_FOLLOW_CALENDAR_H

#include "store/calendar_rows.h"
#include "usecase/command.h"
#include "usecase/dossier_due.h"

enum { FOLLOW_SLICE = 200 }; /* dossiers; a few hundredths of a second of the writer */

struct follow_calendar {
    struct command command;

    /* Output. */
    struct calendar_apply_row apply; /* as it is after the slice; version 0: none was ever begun */
    bool more;                       /* dossiers are still to follow */
};

/*
 * Compute the due dates of the next FOLLOW_SLICE open dossiers in order of intake, and save those
 * that moved, each with an event dossier_due_moved that tells the old and the new one. A date
 * outside both calendars leaves the dossier as it is. After the last one, if there was any: event
 * `calendar_followed` with the counts. Nothing to do changes nothing.
 *
 * Returns ERR_OK, ERR_NO_MEMORY, ERR_STORE; SQL errors are sticky in tx.
 */
enum err follow_calendar_run(struct store_tx *tx, struct command *command);

/*
 * The version just entered is to be followed; the first slice is done at once.
 *
 * out_apply  how far it came; set on success only
 *
 * Errors as above.
 */
enum err follow_calendar_begin(struct store_tx *tx, struct command *command, int64_t version,
                               struct calendar_apply_row *out_apply);

/* Count what a calendar does to one dossier. */
void follow_calendar_count(struct calendar_moves *moves, enum due_move move);
/* Write the counts as members of the open object: seen, later, earlier, kept. */
void follow_calendar_view(struct text *text, const struct calendar_moves *moves);

#endif
