/*
 * Reminders are made, and ended when their reason is gone: a walk over the dossiers in slices.
 *
 *     reader   find_reminders_run()   looks at a slice of dossiers and names those of which there
 *                                     is something to tell or to end; changes nothing
 *     writer   make_reminders_run()   decides again for these, and writes rows and events
 *
 * live/reminders.h drives it each minute. Nothing is remembered between the two but ids, and a
 * reminder's row is unique, so a stop at any place loses nothing and repeats nothing: the next walk
 * goes on. Most walks write nothing. Rules.
 */
#ifndef USECASE_MAKE_REMINDERS_H
#define USECASE_MAKE_REMINDERS_H

#include "store/reminder_rows.h"
#include "usecase/command.h"

enum {
    REMINDERS_LOOKED_AT = 500, /* dossiers of one slice on a reader */
    REMINDERS_FOUND_MAX = 50   /* dossiers of one command on the writer */
};

/* How far the walk came. All zero: at its beginning. */
struct reminder_place {
    enum reminder_source source;
    int64_t at; /* in the source */
};

struct find_reminders {
    struct command command;

    /* Input, moved on by the run. */
    struct reminder_place place;

    /* Output. */
    int64_t found[REMINDERS_FOUND_MAX];
    int count;
    bool more; /* the walk is not at its end */
};

/* Reader thread. Without a calendar, or outside its sessions, there is nothing to find. ERR_OK,
 * ERR_NO_MEMORY, ERR_STORE. */
enum err find_reminders_run(struct store_tx *tx, struct command *command);

struct make_reminders {
    struct command command;

    /* Input: ids of dossiers. */
    int64_t dossiers[REMINDERS_FOUND_MAX];
    int count;
};

/* Writer thread, as the system. Errors as above. */
enum err make_reminders_run(struct store_tx *tx, struct command *command);

/*
 * The calendar in force and the policy, by which reminders are judged. Any thread with a
 * transaction.
 *
 * out_calendar  lives as long as the office
 *
 * Returns ERR_OK; ERR_CALENDAR_RANGE when none was entered; ERR_NO_MEMORY, ERR_STORE.
 */
enum err reminder_calendar(struct store_tx *tx, struct command *command,
                           const struct calendar **out_calendar);
struct reminder_policy reminder_policy_of(const struct command *command);

/* Append an event of a reminder: kind, level, and of which dossier; who hears it is decided by the
 * dossier's unit. Writer thread. */
int64_t reminder_tell(struct store_tx *tx, struct command *command, const char *kind,
                      const struct reminder_record *record, const struct dossier_record *dossier);

#endif
