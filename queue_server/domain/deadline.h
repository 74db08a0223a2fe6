/*
 * The due instant of a dossier: a limit counted on a calendar from its receipt, with pauses.
 *
 * Pure. Whole seconds. Source of the rules: working-time.md 4-6 (which stands above domain.md 4.4);
 * R-040..R-056. domain/deadline_ledger.h explains an answer stretch by stretch.
 *
 *   day limit    ends with a day: SAME_DAY, whole WORKING_DAYS, CALENDAR units
 *   time limit   an amount of working time: hours, seconds, fractions of working days
 *   effective receipt (R')   where counting starts, after the policies have had their say
 *   base date (B)            the date whose own number is 0 when days are counted
 */
#ifndef DOMAIN_DEADLINE_H
#define DOMAIN_DEADLINE_H

#include <stdbool.h>
#include <stddef.h>

#include "domain/calendar.h"
#include "domain/deadline_policy.h"
#include "domain/time_limit.h"

struct pause {
    struct instant from;
    struct instant to;  /* meaningless when open */
    bool open;          /* not ended yet */
    const char *reason; /* shown by the ledger; may be NULL; never read by the rules */
};

struct deadline_request {
    struct instant received;
    struct time_limit limit; /* made by time_limit_parse or time_limit_make */
    struct pause *pauses;    /* borrowed; checked in the order given, then sorted in place */
    size_t pause_count;
    struct deadline_policy policy;
};

enum deadline_outcome { DEADLINE_DUE, DEADLINE_NONE, DEADLINE_PAUSED };
enum receipt_moved { RECEIPT_NOT_MOVED, RECEIPT_MOVED_BY_CUTOFF, RECEIPT_MOVED_BY_REST_DAY };

struct deadline {
    enum deadline_outcome outcome;
    bool day_limit;      /* compare dates, not times, when lateness is judged */
    bool unconfirmed;    /* DEADLINE_DUE: a date from receipt to due lies in an unconfirmed year */
    struct instant due;  /* DEADLINE_DUE; DEADLINE_PAUSED: due before the open pause is counted */
    struct date due_day; /* the date that ends at or holds `due` (24:00 belongs to its day) */
    /* for the ledger; not set for DEADLINE_NONE */
    struct instant effective_receipt;
    enum receipt_moved moved;
    struct date base;
    int64_t limit_amount;        /* without pauses: working seconds, in a day limit days */
    size_t pauses_taken;         /* so many of the sorted pauses were counted */
    struct instant paused_since; /* DEADLINE_PAUSED: start of the open pause, merged */
};

/*
 * Compute a due instant.
 *
 * calendar      borrowed; need not cover anything for limit NONE
 * request       borrowed; its pauses are sorted in place, even when an error is returned
 * out_deadline  set on success only
 *
 * Returns ERR_OK, or in this order of precedence ERR_PAUSE_ORDER and ERR_PAUSE_BEFORE_RECEIPT (of
 * the first faulty pause as given), ERR_CALENDAR_RANGE when the walk would leave the calendar.
 * O(log days + pauses x log pauses). Rules R-042..R-056.
 */
enum err deadline_compute(const struct calendar *calendar, const struct deadline_request *request,
                          struct deadline *out_deadline);

/* Merge the sorted pauses from index `first` on that overlap or touch into one. Returns the index
 * after the last one merged. Rule R-051. */
size_t pause_merge(const struct pause *pauses, size_t count, size_t first,
                   struct pause *out_merged);

#endif
