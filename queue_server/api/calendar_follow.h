/*
 * Drives the slices in which open dossiers follow a new calendar (usecase/follow_calendar.h), one
 * after the other, each a command of its own, so that whoever asks for something else meanwhile
 * goes in between. Loop thread. Rule R-069.
 */
#ifndef API_CALENDAR_FOLLOW_H
#define API_CALENDAR_FOLLOW_H

#include "usecase/follow_calendar.h"

/* `apply`: how far it came; borrowed. */
typedef void (*calendar_follow_done_fn)(enum err err, const struct calendar_apply_row *apply,
                                        void *data);

/*
 * Go on until every open dossier has followed the calendar in force; nothing to do is done soon.
 * May run more than once at the same time: each slice takes what is still to follow.
 *
 * done  may be NULL; called once with ERR_OK, or with what stopped it (the store closes, the clock
 *       is doubtful, the disk is full: the next start or the next minute goes on)
 *
 * Returns ERR_OK; ERR_NO_MEMORY or ERR_CLOSED, then done() is not called.
 */
enum err calendar_follow_start(struct office *office, calendar_follow_done_fn done, void *data);

/*
 * Look after the calendar (usecase/review_calendar.h), then go on as above.
 *
 * Returns and calls as above; `apply` of version 0 when no dossier has anything to follow.
 */
enum err calendar_review_start(struct office *office, calendar_follow_done_fn done, void *data);

#endif
