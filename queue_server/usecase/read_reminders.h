/*
 * The reminders that are open, and that one has taken note. Rules.
 */
#ifndef USECASE_READ_REMINDERS_H
#define USECASE_READ_REMINDERS_H

#include "store/reminder_rows.h"
#include "usecase/command.h"
#include "usecase/ticket_view.h"

/* A page of open reminders, newest first. */
struct read_reminders {
    struct command command;

    /* Input. */
    bool all_of_scope; /* of the dossiers that he may see; else those addressed to him */
    int64_t before;    /* id; INT64_MAX for the newest */
    int limit;

    /* Output. */
    struct text items;         /* JSON parted by commas; owned by the caller, after a failure too */
    char next[TICKET_ID_SIZE]; /* cursor of the next page, "" for none */

    /* Scratch. */
    const struct calendar *calendar;
    struct reminder_policy policy;
    struct dossier_actor who;
    struct store_tx *tx;
    int count;
    int64_t last;
};
/* Reader thread. ERR_OK, ERR_NO_MEMORY, ERR_STORE. What no longer stands is left out, before the
 * walk ends it. Without a calendar there are none. */
enum err read_reminders_run(struct store_tx *tx, struct command *command);

struct acknowledge_reminder {
    struct command command;

    /* Input. */
    int64_t id;

    /* Output. */
    struct reminder_record record;
    struct text view; /* JSON; owned by the caller, after a failure too */
};
/*
 * Writer thread. Acknowledging again changes nothing.
 *
 * Returns ERR_OK; ERR_NOT_FOUND; ERR_FORBIDDEN (not addressed to him); ERR_STATE_FORBIDS (ended, or
 * acknowledged by another; facts.changed_by says who). Rule R-551.
 */
enum err acknowledge_reminder_run(struct store_tx *tx, struct command *command);

#endif
