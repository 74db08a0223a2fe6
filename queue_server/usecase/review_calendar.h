/*
 * The calendar is looked after: it always holds the whole of the next year, and the administrator
 * hears in time that a year waits for its decision. Rules.
 *
 * Writer thread, as the system, every now and then (server.c); does nothing on most days.
 */
#ifndef USECASE_REVIEW_CALENDAR_H
#define USECASE_REVIEW_CALENDAR_H

#include "usecase/enter_calendar.h"

struct review_calendar {
    struct command command;

    /* Output. */
    struct entered_calendar drafted; /* changed: years were added */
    bool warned;
};

/*
 * Add the years that are missing up to the end of the next one, with the event
 * `calendar_year_drafted`; when fewer than 120 confirmed days are left, say so once for each year
 * with the event `calendar_year_unconfirmed`. Without a calendar there is nothing to do.
 *
 * Returns ERR_OK, ERR_NO_MEMORY, ERR_STORE.
 */
enum err review_calendar_run(struct store_tx *tx, struct command *command);

#endif
