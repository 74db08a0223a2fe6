#include "domain/working_time.h"

#include <assert.h>

/* Working seconds from the calendar's first midnight to `second` of the usable day `index`. */
static int64_t worked_until(const struct calendar *calendar, int32_t index, int32_t second)
{
    const struct calendar_day *day = &calendar->days[index];
    int64_t total = day->seconds_before;

    for (int32_t i = 0; i < day->span_count && day->spans[i].from < second; i++)
        total += (day->spans[i].to < second ? day->spans[i].to : second) - day->spans[i].from;
    return total;
}

enum err working_time_between(const struct calendar *calendar, struct instant start,
                              struct instant end, int64_t *out_seconds)
{
    const int64_t length = instant_seconds_between(start, end);

    if (length < 0)
        return ERR_ORDER;
    if (length == 0) {
        *out_seconds = 0;
        return ERR_OK;
    }
    const int32_t first = date_of_instant(start).day - calendar->first.day;
    const int32_t last = date_of_instant(end).day - calendar->first.day;
    const int32_t end_second = second_of_day(end);
    const int32_t last_used = end_second == 0 ? last - 1 : last;

    if (first < 0 || last_used >= calendar->day_count)
        return ERR_CALENDAR_RANGE;
    *out_seconds = worked_until(calendar, last, end_second) -
                   worked_until(calendar, first, second_of_day(start));
    return ERR_OK;
}

/* Index of the working day in which the running total reaches `target`, which is above the total
 * before `low` (an index into working_days) and at most the calendar's. */
static int32_t day_that_reaches(const struct calendar *calendar, int32_t low, int64_t target)
{
    int32_t high = calendar->working_count - 1;

    while (low < high) {
        const int32_t middle = low + (high - low) / 2;

        if (calendar->days[calendar->working_days[middle] + 1].seconds_before >= target)
            high = middle;
        else
            low = middle + 1;
    }
    return calendar->working_days[low];
}

enum err working_time_add(const struct calendar *calendar, struct instant start, int64_t seconds,
                          struct instant *out_end)
{
    const struct date date = date_of_instant(start);

    assert(seconds > 0);
    if (!calendar_covers(calendar, date))
        return ERR_CALENDAR_RANGE;
    const int32_t first = date.day - calendar->first.day;
    const int64_t target = worked_until(calendar, first, second_of_day(start)) + seconds;

    if (target > calendar->days[calendar->day_count].seconds_before)
        return ERR_CALENDAR_RANGE;
    const int32_t index = day_that_reaches(calendar, calendar->days[first].working_before, target);
    const struct calendar_day *day = &calendar->days[index];
    int64_t rest = target - day->seconds_before;
    int32_t i = 0;

    while (rest > day->spans[i].to - day->spans[i].from) {
        rest -= day->spans[i].to - day->spans[i].from;
        i++;
    }
    *out_end =
        instant_on_date(date_plus(calendar->first, index), day->spans[i].from + (int32_t)rest);
    return ERR_OK;
}
