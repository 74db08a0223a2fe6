#include "domain/calendar.h"

#include <assert.h>

bool calendar_covers(const struct calendar *calendar, struct date date)
{
    return date.day >= calendar->first.day && date.day - calendar->first.day < calendar->day_count;
}

static const struct calendar_day *day_at(const struct calendar *calendar, struct date date)
{
    assert(calendar_covers(calendar, date));
    return &calendar->days[date.day - calendar->first.day];
}

bool calendar_is_working_day(const struct calendar *calendar, struct date date)
{
    return calendar_covers(calendar, date) && day_at(calendar, date)->span_count > 0;
}

enum day_kind calendar_day_kind(const struct calendar *calendar, struct date date)
{
    return (enum day_kind)day_at(calendar, date)->kind;
}

enum err calendar_working_day_after(const struct calendar *calendar, struct date date, int64_t n,
                                    struct date *out_date)
{
    const struct calendar_day *next = day_at(calendar, date) + 1;
    const int64_t index = next->working_before + n - 1;

    if (index >= calendar->working_count)
        return ERR_CALENDAR_RANGE;
    *out_date = date_plus(calendar->first, calendar->working_days[index]);
    return ERR_OK;
}

enum err calendar_working_day_from(const struct calendar *calendar, struct date date,
                                   struct date *out_date)
{
    if (!calendar_covers(calendar, date) ||
        day_at(calendar, date)->working_before >= calendar->working_count)
        return ERR_CALENDAR_RANGE;
    *out_date =
        date_plus(calendar->first, calendar->working_days[day_at(calendar, date)->working_before]);
    return ERR_OK;
}

int32_t calendar_count_working_days(const struct calendar *calendar, struct date after,
                                    struct date until)
{
    if (!date_before(after, until))
        return 0;
    return day_at(calendar, until)[1].working_before - day_at(calendar, after)[1].working_before;
}

struct instant calendar_day_start(const struct calendar *calendar, struct date working_day)
{
    return instant_on_date(working_day, day_at(calendar, working_day)->spans[0].from);
}

struct instant calendar_day_end(const struct calendar *calendar, struct date working_day)
{
    const struct calendar_day *day = day_at(calendar, working_day);

    return instant_on_date(working_day, day->spans[day->span_count - 1].to);
}

const struct day_span *calendar_day_sessions(const struct calendar *calendar, struct date date,
                                             int32_t *out_count)
{
    *out_count = day_at(calendar, date)->span_count;
    return day_at(calendar, date)->spans;
}

const struct day_span *calendar_standard_sessions(const struct calendar *calendar, struct date date,
                                                  int32_t *out_count)
{
    const struct calendar_row *row = &calendar->rows[day_at(calendar, date)->row];

    *out_count = row->span_count;
    return row->spans;
}

int32_t calendar_standard_day_seconds(const struct calendar *calendar, struct date date)
{
    return calendar->row_seconds[day_at(calendar, date)->row];
}

bool calendar_unconfirmed(const struct calendar *calendar, struct date first, struct date last)
{
    return day_at(calendar, last)[1].unconfirmed_before >
           day_at(calendar, first)->unconfirmed_before;
}
