/* The append-only log is read, by those who inspect. Reader thread. Rule R-709. */
#ifndef USECASE_READ_LOG_H
#define USECASE_READ_LOG_H

#include "store/event_log.h"
#include "usecase/command.h"

enum { LOG_CURSOR_SIZE = 24 };

struct read_log {
    struct command command;

    /* Input. */
    int64_t after;                    /* only rows with a larger number */
    char subject[EVENT_SUBJECT_SIZE]; /* only rows about it; "" for all */
    int limit;

    /* Output: the rows as JSON parted by commas, and the cursor of the next page. */
    struct text items;          /* owned by the caller */
    char next[LOG_CURSOR_SIZE]; /* "" for the last page */
};

enum err read_log_run(struct store_tx *tx, struct command *command);

#endif
