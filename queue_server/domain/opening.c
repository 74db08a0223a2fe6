#include "domain/opening.h"

/* The first session that begins on `date` after `second`; false when there is none. */
static bool next_session(const struct calendar *calendar, struct date date, int32_t second,
                         struct instant *out_start)
{
    int32_t count;
    const struct day_span *spans = calendar_day_sessions(calendar, date, &count);

    for (int32_t i = 0; i < count; i++)
        if (spans[i].from > second) {
            *out_start = instant_on_date(date, spans[i].from);
            return true;
        }
    return false;
}

/* Rule R-970. */
enum err opening_at(const struct calendar *calendar, struct instant now,
                    struct opening *out_opening)
{
    const struct date today = date_of_instant(now);
    const int32_t second = second_of_day(now);
    struct opening opening = {false, instant_none(), instant_none()};
    struct date next;
    int32_t count;

    if (!calendar_covers(calendar, today))
        return ERR_CALENDAR_RANGE;
    const struct day_span *spans = calendar_day_sessions(calendar, today, &count);
    for (int32_t i = 0; i < count; i++)
        if (spans[i].from <= second && second < spans[i].to) {
            opening.open = true;
            opening.closes_at = instant_on_date(today, spans[i].to);
        }
    if (!opening.open && !next_session(calendar, today, second, &opening.opens_at) &&
        calendar_working_day_after(calendar, today, 1, &next) == ERR_OK)
        opening.opens_at = calendar_day_start(calendar, next);
    *out_opening = opening;
    return ERR_OK;
}
