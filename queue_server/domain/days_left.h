/*
 * How many working days are left to a dossier, as the strip of a manager's screen has them.
 *
 * Pure. Day 0 is today: what is due today, or on a rest day before the next working day, can only
 * be settled in time today. Source: statistics 1; this project. Rules.
 */
#ifndef DOMAIN_DAYS_LEFT_H
#define DOMAIN_DAYS_LEFT_H

#include "domain/calendar.h"
#include "domain/due.h"

/*
 * Working days after `today` up to the due date; once it is overdue minus the working days after
 * the due date up to today, at least one: -1 is "at most one working day late". Rule R-940.
 *
 * calendar  borrowed
 * due       as of today
 * overdue   the due date has passed (due_has_passed)
 * out_days  set on success only
 *
 * Returns false for a dossier without a limit, or when a date lies outside the calendar.
 */
bool days_left(const struct calendar *calendar, struct due due, bool overdue, struct date today,
               int32_t *out_days);

#endif
