#include "domain/calendar_outlook.h"

/* Rule R-067. */
struct calendar_outlook calendar_outlook(const struct calendar *calendar, struct date today)
{
    struct calendar_outlook outlook = {.confirmed_until = date_plus(today, -1)};
    int year = date_civil(today).year;
    struct date from = today;

    while (calendar_covers(calendar, from) && !calendar_unconfirmed(calendar, from, from)) {
        const struct date last = date_from_civil((struct civil){year, 12, 31});
        const struct date end =
            date_plus(calendar->first, calendar->day_count - 1); /* of what it covers */

        outlook.confirmed_until = date_before(end, last) ? end : last;
        from = date_plus(outlook.confirmed_until, 1);
        year = date_civil(from).year;
    }
    outlook.year = year;
    outlook.days_left = outlook.confirmed_until.day - today.day;
    outlook.warn = outlook.days_left < OUTLOOK_WARN_DAYS;
    return outlook;
}
