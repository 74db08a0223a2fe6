/* Opening hours as the working calendar has them: now, and the days to come. Reader thread. */
#ifndef USECASE_READ_HOURS_H
#define USECASE_READ_HOURS_H

#include "domain/opening.h"
#include "usecase/command.h"

enum { HOURS_DAYS = 7 }; /* today and the six after it */

struct read_hours {
    struct command command;

    /* Output. */
    const struct calendar *calendar; /* lives as long as the office */
    struct date today;
    struct opening opening;
};

/* ERR_OK; ERR_CALENDAR_RANGE: no calendar was entered, or it does not hold today. Rule R-970. */
enum err read_hours_run(struct store_tx *tx, struct command *command);

/*
 * Write {"at", "open", "closes_at", "opens_at", "days": [{"date", "kind", "sessions"}]}; days
 * beyond the calendar are left out.
 */
void hours_view(struct text *text, const char *key, const struct read_hours *read);

#endif
