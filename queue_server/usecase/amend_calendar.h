/*
 * The administrator amends the calendar: a document of his, or the days of a version there was.
 * Rules.
 *
 * Writer thread; the dry run before it is calendar_dry_run.h. Reverting is an amendment too: the
 * days of the old version become the next one, and since the later of two due dates counts, every
 * due date, threshold and flag is again what it was.
 */
#ifndef USECASE_AMEND_CALENDAR_H
#define USECASE_AMEND_CALENDAR_H

#include "usecase/calendar_dry_run.h"

struct amend_calendar {
    struct command command;

    /* Input. */
    struct calendar_source_text from;
    int64_t expected_version;        /* of the calendar in force; 0: none was said, -1: any */
    char token[CALENDAR_TOKEN_SIZE]; /* of the dry run */

    /* Output, valid when the outcome is ERR_OK. */
    struct entered_calendar entered;
};

/*
 * Returns ERR_OK; ERR_VERSION_REQUIRED, ERR_VERSION_CONFLICT; ERR_DRY_RUN_NEEDED when the token is
 * not that of this document over this version today; ERR_FIELDS with each fault; ERR_NOT_FOUND (no
 * such version), ERR_NO_MEMORY, ERR_STORE.
 */
enum err amend_calendar_run(struct store_tx *tx, struct command *command);

/*
 * The decision on a year is published: all its rows become official, and rest on it. Rule R-068.
 */
struct confirm_year {
    struct command command;

    /* Input. */
    int year;
    char decree[CALENDAR_TEXT_SIZE]; /* "": the rows keep what they say */
    int64_t expected_version;        /* as above */

    /* Output, valid when the outcome is ERR_OK; unchanged when the year was confirmed already. */
    struct entered_calendar entered;
};

/* Returns ERR_OK; ERR_NOT_FOUND (no calendar, or it has no row in the year); ERR_VERSION_REQUIRED,
 * ERR_VERSION_CONFLICT, ERR_NO_MEMORY, ERR_STORE. */
enum err confirm_year_run(struct store_tx *tx, struct command *command);

#endif
