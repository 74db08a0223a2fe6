/*
 * The working calendars of the centre by version, loaded once each and kept.
 *
 * Any thread: the writer and the readers ask with their own transaction, so each sees the version
 * that its snapshot holds. What is given is never changed and lives until calendar_store_close(),
 * so it is shared without counting; calendars are a few hundred kilobytes and a new version comes a
 * few times a year. A version is known by its number and the digest of its document: a number whose
 * transaction was undone may come back with another document. Rule R-284.
 */
#ifndef USECASE_CALENDAR_STORE_H
#define USECASE_CALENDAR_STORE_H

#include "store/calendar_rows.h"
#include "usecase/calendar_document.h"

struct calendar_store;

/* A calendar as it was entered. */
struct calendar_version {
    struct calendar_version_row row; /* number, title, decree, who, when */
    const struct calendar_document *document;
};

/* NULL without memory. */
struct calendar_store *calendar_store_open(void);
/* Free all that was loaded; NULL is allowed. No other thread may use it any more. */
void calendar_store_close(struct calendar_store *store);

/*
 * The calendar in force, which is the greatest version.
 *
 * store         NULL (no memory when it was opened) is ERR_NO_MEMORY
 * out_calendar  borrowed until the store is closed; set on success only
 *
 * Returns ERR_OK, ERR_CALENDAR_RANGE (no calendar was entered yet: no date is covered),
 * ERR_NO_MEMORY, ERR_STORE (a stored document cannot be read).
 */
enum err calendar_store_current(struct calendar_store *store, struct store_tx *tx,
                                const struct calendar_version **out_calendar);

/* The calendar of a version. Errors as above, ERR_NOT_FOUND for a version that is not there. */
enum err calendar_store_version(struct calendar_store *store, struct store_tx *tx, int64_t version,
                                const struct calendar_version **out_calendar);

#endif
