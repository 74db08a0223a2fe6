/*
 * Somebody at a kiosk (or an officer at a counter) calls for help; one of the staff goes there.
 *
 *     kiosk   call   -> help_called on the stream, open
 *     staff   take   -> help_taken, so that the kiosk says that somebody is coming
 *
 * A call is durable and stands in the log; it counts on its day only. Rule R-903.
 */
#ifndef USECASE_HELP_CALL_H
#define USECASE_HELP_CALL_H

#include "store/help_rows.h"
#include "usecase/command.h"
#include "usecase/ticket_view.h"

/* A call as JSON. */
void help_view(struct text *text, const char *key, const struct help_record *record);

struct call_help {
    struct command command;

    /* Input. */
    char site[SITE_CODE_SIZE]; /* "": the device's own, or the only one of the centre */

    /* Output. */
    struct help_record record;
    bool again; /* this caller's call of before, which is still open: nothing was changed */
};
/* Writer thread; refuses first. ERR_OK, ERR_UNKNOWN_SITE. Rule R-903. */
enum err call_help_run(struct store_tx *tx, struct command *command);

struct take_help {
    struct command command;

    /* Input. */
    int64_t id;

    /* Output. */
    struct help_record record;
};
/*
 * Writer thread; refuses first. Taking what one has taken changes nothing.
 *
 * Returns ERR_OK, ERR_NOT_FOUND (none of today), ERR_STATE_FORBIDS (another has taken it;
 * facts.changed_by says who). Rule R-903.
 */
enum err take_help_run(struct store_tx *tx, struct command *command);

/* A page of today's calls, newest first. */
struct read_help {
    struct command command;

    /* Input. */
    char site[SITE_CODE_SIZE]; /* "": any */
    bool only_open;
    int64_t before; /* id; INT64_MAX for the newest */
    int limit;

    /* Output. */
    struct text items;         /* JSON parted by commas; owned by the caller, after a failure too */
    char next[TICKET_ID_SIZE]; /* cursor of the next page, "" for none */

    /* Scratch. */
    int count;
    int64_t last;
};
/* Reader thread. ERR_OK; a site that is none has no calls. Errors of the store and of memory stay
 * in tx and in `items`. */
enum err read_help_run(struct store_tx *tx, struct command *command);

#endif
