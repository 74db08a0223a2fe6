#include "domain/days_left.h"

/* Rule R-940. */
bool days_left(const struct calendar *calendar, struct due due, bool overdue, struct date today,
               int32_t *out_days)
{
    if (due.kind == DUE_NONE || !calendar_covers(calendar, due.day) ||
        !calendar_covers(calendar, today))
        return false;
    if (overdue) {
        const int32_t late = calendar_count_working_days(calendar, due.day, today);

        *out_days = late > 0 ? -late : -1;
    } else {
        *out_days = calendar_count_working_days(calendar, today, due.day);
    }
    return true;
}
