/*
 * Working time on a calendar: how much lies between two instants, and when an amount is used up.
 *
 * Pure. Whole seconds. By the sums of the calendar, so O(1) and O(log days). Source of the rules:
 * working-time.md 2, 4.3, 7; R-020..R-022.
 */
#ifndef DOMAIN_WORKING_TIME_H
#define DOMAIN_WORKING_TIME_H

#include "domain/calendar.h"

/*
 * Count the working seconds in [start, end).
 *
 * calendar     borrowed; both dates must be usable, but an end at midnight uses no second of its
 *              date, and an empty interval uses no date at all
 * out_seconds  set on success only
 *
 * Returns ERR_OK; ERR_ORDER when end < start; ERR_CALENDAR_RANGE. Rules.
 */
enum err working_time_between(const struct calendar *calendar, struct instant start,
                              struct instant end, int64_t *out_seconds);

/*
 * Find the earliest instant t with exactly `seconds` working seconds in [start, t).
 *
 * calendar  borrowed; must cover the date of start
 * seconds   1 or more; time used up at the end of a session ends there, not at the next session
 * out_end   set on success only
 *
 * Returns ERR_OK, or ERR_CALENDAR_RANGE when the usable dates do not hold so much. Rule R-022.
 */
enum err working_time_add(const struct calendar *calendar, struct instant start, int64_t seconds,
                          struct instant *out_end);

#endif
