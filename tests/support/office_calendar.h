/*
 * A commune's calendar for tests: the days of domain.md 4.5 (2025-2027), sessions 07:30-11:30 and
 * 13:00-17:00 from 2025-07-01, Saturday and Sunday at rest. Written out by hand from that table.
 */
#ifndef SUPPORT_OFFICE_CALENDAR_H
#define SUPPORT_OFFICE_CALENDAR_H

#include <stdlib.h>
#include <string.h>

#include "domain/calendar_build.h"
#include "support/test.h"

static inline struct date date_at(const char *text)
{
    struct date date;

    assert_int_equal(date_parse(text, strlen(text), &date), ERR_OK);
    return date;
}

static inline struct instant instant_at(const char *text)
{
    struct instant instant;

    assert_int_equal(instant_parse(text, strlen(text), &instant), ERR_OK);
    return instant;
}

static const char *const office_days_off[] = {
    "2025-01-01", "2025-01-27", "2025-01-28", "2025-01-29", "2025-01-30", "2025-01-31",
    "2025-04-07", "2025-04-30", "2025-05-01", "2025-05-02", "2025-09-01", "2025-09-02",
    "2026-01-01", "2026-01-02", "2026-02-16", "2026-02-17", "2026-02-18", "2026-02-19",
    "2026-02-20", "2026-04-26", "2026-04-27", "2026-04-30", "2026-05-01", "2026-08-31",
    "2026-09-01", "2026-09-02", "2026-11-24",
    /* not official yet: */
    "2027-01-01", "2027-02-05", "2027-02-06", "2027-02-07", "2027-02-08", "2027-02-09",
    "2027-02-10", "2027-04-16", "2027-04-30", "2027-05-01", "2027-05-03", "2027-09-02",
    "2027-09-03", "2027-11-24"};
static const char *const office_make_up_days[] = {"2025-04-26", "2026-01-10", "2026-08-22"};
static const struct day_span office_sessions[] = {{27000, 41400}, {46800, 61200}};

enum {
    OFFICE_DAYS_OFF = sizeof office_days_off / sizeof *office_days_off,
    OFFICE_MAKE_UP_DAYS = sizeof office_make_up_days / sizeof *office_make_up_days,
    WEEKEND = 1 << SATURDAY | 1 << SUNDAY,
};

/* The lists of a calendar, for a test to change before it builds. */
struct office {
    struct calendar_row row;
    struct calendar_date days_off[OFFICE_DAYS_OFF + 1];
    struct calendar_date make_up_days[OFFICE_MAKE_UP_DAYS + 1];
    struct calendar_source source;
};

static inline void office_init(struct office *office)
{
    for (size_t i = 0; i < OFFICE_DAYS_OFF; i++)
        office->days_off[i] =
            (struct calendar_date){date_at(office_days_off[i]), office_days_off[i][3] != '7'};
    for (size_t i = 0; i < OFFICE_MAKE_UP_DAYS; i++)
        office->make_up_days[i] = (struct calendar_date){date_at(office_make_up_days[i]), true};
    office->row = (struct calendar_row){date_at("2025-07-01"), office_sessions, 2};
    office->source = (struct calendar_source){.first = date_at("2025-01-01"),
                                              .last = date_at("2027-12-31"),
                                              .weekly_rest = WEEKEND,
                                              .rows = &office->row,
                                              .row_count = 1,
                                              .days_off = office->days_off,
                                              .day_off_count = OFFICE_DAYS_OFF,
                                              .make_up_days = office->make_up_days,
                                              .make_up_count = OFFICE_MAKE_UP_DAYS};
}

/* Build a calendar that must be sound; returns its block, to be freed. */
static inline void *calendar_make(const struct calendar_source *source, struct calendar *out)
{
    void *block = malloc(calendar_size(source));
    struct date fault;

    assert_non_null(block);
    assert_int_equal(calendar_build(source, block, out, &fault), ERR_OK);
    return block;
}

static inline void *office_calendar(struct calendar *out)
{
    struct office office;

    office_init(&office);
    return calendar_make(&office.source, out);
}

#endif
