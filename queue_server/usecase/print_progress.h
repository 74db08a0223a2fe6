/*
 * A print job has moved on: what the printer program reports becomes the job's state..
 *
 * Run by the server itself (ACTOR_SYSTEM), once for each report.
 */
#ifndef USECASE_PRINT_PROGRESS_H
#define USECASE_PRINT_PROGRESS_H

#include "store/print_rows.h"
#include "usecase/command.h"

struct print_progress {
    struct command command;

    /* Input. */
    int64_t id;
    enum print_news news;
    int64_t job;                      /* NEWS_CREATED: the printer's number of it */
    char sha256[PRINT_SHA256_SIZE];   /* NEWS_RENDERED: of the page */
    char message[PRINT_MESSAGE_SIZE]; /* for people; "" takes an earlier one away */

    /* Output, valid when the outcome is ERR_OK. */
    enum print_state state; /* as it is stored now */
};

/*
 * Writer thread. News that is late or repeated changes nothing and is no event; a page's digest is
 * stored whenever it comes.
 *
 * Returns ERR_OK, ERR_NOT_FOUND.
 */
enum err print_progress_run(struct store_tx *tx, struct command *command);

#endif
