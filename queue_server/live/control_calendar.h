/*
 * What the command line asks of the calendar, as use cases: see control.h. Loop thread.
 */
#ifndef LIVE_CONTROL_CALENDAR_H
#define LIVE_CONTROL_CALENDAR_H

#include "live/control.h"
#include "usecase/follow_calendar.h"

/*
 * Carry out a request whose "do" begins with `calendar_`.
 *
 * done  called once, perhaps before the return, with the answer (borrowed)
 *
 * Returns false, and does nothing, when the request is none of these.
 */
bool control_calendar(struct api *api, const json_t *request, control_done_fn done, void *data);

/* "moves" of an answer: how many dossiers ...; owned by the caller. */
json_t *control_moves(const struct calendar_moves *moves);

#endif
