/*
 * The rules of the queue are changed while the office works: who goes first, and when. Rules R-980,
 *
 *
 * Writer thread; a dry run on a reader. The document is read by the same code as an imported one
 * (queue_rules_document.h), without `counters`, which are parts of the set-up of their own.
 */
#ifndef USECASE_SAVE_QUEUE_RULES_H
#define USECASE_SAVE_QUEUE_RULES_H

#include "usecase/setup_change.h"

struct save_queue_rules {
    struct command command;

    /* Input. */
    char *document;           /* JSON; owned by the caller */
    int64_t expected_version; /* 0: none was said, which is refused */
    bool dry_run;             /* only look for faults */

    /* Output, valid when the outcome is ERR_OK. */
    struct setup_stamp stamp;
    struct catalogue *after; /* owned, until save_queue_rules_take() */
    struct text view;        /* the rules as they are now, or would be; owned by the caller */
};

/*
 * Returns ERR_OK; ERR_VERSION_REQUIRED, ERR_VERSION_CONFLICT; ERR_FIELDS with the place of the
 * first fault (a class that there is must stay, because tickets name it; P0 must be ordinary, or no
 * kiosk could give a ticket), ERR_NO_MEMORY.
 */
enum err save_queue_rules_run(struct store_tx *tx, struct command *command);
/* Loop thread: the new rules are in force. */
void save_queue_rules_take(struct save_queue_rules *save);

/* Write the rules in force under `key`, with their version. ERR_OK, ERR_NO_MEMORY,
 * ERR_RULES_MALFORMED (the stored ones). */
enum err queue_rules_view(struct store_tx *tx, struct text *text, const char *key);

#endif
