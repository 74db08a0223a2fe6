/*
 * From the JSON of a calendar (the format of sample/holidays.json) to the lists that
 * domain/calendar_build.h takes, naming the place of whatever is wrong.
 *
 * Runs on any thread; allocates; no I/O. Keys that are not named here are left alone. Source of the
 * format: working-time.md 2; R-010..R-016.
 */
#ifndef USECASE_CALENDAR_READER_H
#define USECASE_CALENDAR_READER_H

#include <jansson.h>

#include "domain/calendar_build.h"

enum {
    CALENDAR_PARTIALS_MAX = 20000, /* rows of partial_days_off */
    CALENDAR_SPANS_MAX = 1440,     /* sessions of one row */
};

/* The lists, and the memory that the source points to. */
struct calendar_parts {
    struct calendar_source source;
    struct calendar_row *rows;
    struct day_span *spans;
    struct calendar_date *days_off, *make_up_days;
    struct calendar_partial *partials;
};

/*
 * Read a calendar.
 *
 * root       borrowed
 * out_parts  set on success only; release with calendar_parts_release
 * message    on failure: the place and the fault, e.g. `days_off[3].date: "2026-02-30" is not ...`
 *
 * Returns ERR_OK, ERR_CALENDAR_MALFORMED, ERR_NO_MEMORY. Rule R-016.
 */
enum err calendar_parts_read(const json_t *root, struct calendar_parts *out_parts, char *message,
                             size_t message_size);

void calendar_parts_release(struct calendar_parts *parts);

#endif
