/*
 * Time limits as procedures state them: `WORKING_DAYS 5`, `SAME_DAY`, `WORKING_HOURS 2`, `NONE`.
 *
 * Pure. Amounts are kept in hundredths, because texts have at most two decimals. Source of the
 * rules: working-time.md 3; R-030..R-033.
 */
#ifndef DOMAIN_TIME_LIMIT_H
#define DOMAIN_TIME_LIMIT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"

enum limit_unit {
    LIMIT_SAME_DAY,
    LIMIT_WORKING_DAYS,
    LIMIT_WORKING_HOURS,
    LIMIT_WORKING_SECONDS,
    LIMIT_CALENDAR_DAYS,
    LIMIT_CALENDAR_MONTHS,
    LIMIT_NONE,
};

struct time_limit {
    enum limit_unit unit;
    int64_t hundredths; /* of the unit; 0 for SAME_DAY and NONE */
};

enum { TIME_LIMIT_TEXT_SIZE = sizeof "WORKING_SECONDS 1000000000000.00" };

/*
 * Read a limit: a unit, and for all but SAME_DAY and NONE one blank and an amount of digits with at
 * most two decimals. The amount is above 0 and at most 100000 (10^12 seconds); only WORKING_DAYS
 * and WORKING_HOURS may have a fraction.
 *
 * text       borrowed, `length` bytes, need not be terminated
 * out_limit  set on success only
 *
 * Returns ERR_OK or ERR_LIMIT. Rules.
 */
enum err time_limit_parse(const char *text, size_t length, struct time_limit *out_limit);

/*
 * Make a limit from the parts in which a catalogue of procedures keeps it.
 *
 * unit        borrowed, terminated: the unit's name as in the text form
 * amount      the number in the catalogue; ignored for SAME_DAY and NONE
 * extra       units to add, e.g. the mountain add-on where it applies, else 0
 * out_limit   set on success only
 *
 * Returns ERR_OK or ERR_LIMIT, by the same rules as the text form; a number with more than two
 * decimals is refused. Rule R-032.
 */
enum err time_limit_make(const char *unit, double amount, double extra,
                         struct time_limit *out_limit);

/*
 * Add a legal extension: amounts of one unit add up; SAME_DAY and whole working days give as many
 * working days, counted by the cut-off of the same day.
 *
 * Returns ERR_OK, or ERR_LIMIT when the two do not go together or the sum is too large. Rule R-872.
 */
enum err time_limit_extend(const struct time_limit *limit, const struct time_limit *extension,
                           struct time_limit *out_limit);

/* Write the text form and a NUL; the amount without needless zeros, e.g. `WORKING_DAYS 0.5`. */
void time_limit_format(const struct time_limit *limit, char out_text[TIME_LIMIT_TEXT_SIZE]);

/* The unit's name, e.g. "WORKING_DAYS"; never NULL, must not be freed. */
const char *limit_unit_name(enum limit_unit unit);

/* True when the amount is a whole number (`2.00` is). */
static inline bool time_limit_is_whole(const struct time_limit *limit)
{
    return limit->hundredths % 100 == 0;
}

/* True when the limit ends with a day (SAME_DAY, whole WORKING_DAYS, CALENDAR units), so that dates
 * are compared and not times; false for working time and NONE. Rule R-033. */
bool time_limit_is_day_limit(const struct time_limit *limit);

#endif
