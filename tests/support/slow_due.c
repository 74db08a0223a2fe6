#include "support/slow_due.h"

#include "support/test.h"

#include "support/slow_deadline.h"

/* Version 2 takes 27 April off; version 3 gives it back, takes 4 May off and works on Saturday 9
 * May; version 4, in the last second of 11 May, says that the office was closed on the 8th. */
const struct slow_due_version slow_due_versions[SLOW_VERSIONS] = {
    {.entered_at = "2026-03-01T08:00:00+07:00", .days_off = {"2026-04-30", "2026-05-01"}},
    {.entered_at = "2026-04-10T09:00:00+07:00",
     .days_off = {"2026-04-27", "2026-04-30", "2026-05-01"}},
    {.entered_at = "2026-04-20T23:59:59+07:00",
     .days_off = {"2026-04-30", "2026-05-01", "2026-05-04"},
     .make_up_days = {"2026-05-09"}},
    {.entered_at = "2026-05-11T23:59:59+07:00",
     .days_off = {"2026-04-30", "2026-05-01", "2026-05-04", "2026-05-08"}},
};

/* Filled when it is asked for first. */
struct kept {
    bool filled;
    struct slow_calendar slow;
    struct calendar_source source;
    struct calendar_date days_off[SLOW_LIST], make_up_days[SLOW_LIST];
    struct calendar_row row;
};

static size_t copy_dates(const char *const texts[SLOW_LIST], struct calendar_date out[SLOW_LIST])
{
    size_t count = 0;

    for (; count < SLOW_LIST && texts[count]; count++)
        out[count] = (struct calendar_date){date_at(texts[count]), true};
    return count;
}

static void fill(struct kept *kept, const struct slow_due_version *lists)
{
    kept->row = (struct calendar_row){date_at(SLOW_DUE_FIRST), office_sessions, 2};
    kept->source = (struct calendar_source){.first = date_at(SLOW_DUE_FIRST),
                                            .last = date_at(SLOW_DUE_LAST),
                                            .weekly_rest = WEEKEND,
                                            .rows = &kept->row,
                                            .row_count = 1,
                                            .days_off = kept->days_off,
                                            .make_up_days = kept->make_up_days};
    kept->source.day_off_count = copy_dates(lists->days_off, kept->days_off);
    kept->source.make_up_count = copy_dates(lists->make_up_days, kept->make_up_days);
    slow_fill(&kept->slow, &kept->source);
    kept->filled = true;
}

struct deadline slow_due_compute(int version, const struct deadline_request *request)
{
    static struct kept versions[SLOW_VERSIONS];
    struct kept *kept = &versions[version - 1];
    struct deadline deadline;

    if (!kept->filled)
        fill(kept, &slow_due_versions[version - 1]);
    assert_int_equal(slow_deadline(&kept->slow, request, &deadline), ERR_OK);
    return deadline;
}
