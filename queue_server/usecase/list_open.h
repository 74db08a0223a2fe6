/*
 * The open dossiers of a cell of the strip, or of several: overdue, due today, of one officer.
 * Reader thread.
 *
 * Most urgent first: by the instant from which they are late, then by intake; what is paused and
 * what has no limit come last. The same walk as the report's, so a list is as long as its cell
 * says. Rules.
 */
#ifndef USECASE_LIST_OPEN_H
#define USECASE_LIST_OPEN_H

#include "usecase/open_dossiers.h"
#include "usecase/report_open.h"

enum { LIST_OPEN_DAYS_MAX = 100000 };

/* Where a dossier stands in the list; the cursor of a page. */
struct open_place {
    int64_t late_ms; /* INT64_MAX: paused, or without a limit */
    int64_t id;      /* 0: before the first */
};

/* Which dossiers. Paused ones and those without a limit have no days: only where no bound of days
 * is set are they listed. */
struct open_filter {
    enum report_by by;
    char key[REPORT_KEY_SIZE]; /* of the row; "" for all */
    bool nobody;               /* the row without a key */
    bool has_from, has_to;     /* days are bounded, inclusive */
    int32_t days_from, days_to;
    bool has_pending;
    enum pending pending;
    bool due_today; /* only what becomes late unless it is settled today */
};

struct open_item {
    struct open_place place;
    bool dated, due_today, decision_signed;
    int32_t days;
};

struct list_open {
    struct command command;

    /* Input. */
    struct open_filter filter;
    struct open_place after;
    int limit; /* from 1 */

    /* Output; free it with list_open_release(). */
    struct open_today day;
    struct open_item *items; /* those of the page come first */
    size_t count;            /* of the page */
    int64_t all;             /* of the filter, whatever the page */
    bool more;
    size_t capacity;
};

/* ERR_OK; ERR_INTERNAL (more than REPORT_OPEN_MAX), ERR_NO_MEMORY, ERR_STORE. */
enum err list_open_run(struct store_tx *tx, struct command *command);
void list_open_release(struct list_open *list);

/* The same with the page as JSON. */
struct list_open_view {
    struct list_open list;
    struct text items; /* elements of "items"; released by the answer */
};
enum err list_open_view_run(struct store_tx *tx, struct command *command);

#endif
