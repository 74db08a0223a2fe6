/*
 * What a webhook is to be told next, and how telling it went.
 *
 * The outbox is the log: a webhook has had the rows up to `told`, and the rows after it that are
 * about dossiers are delivered in their order, each until it has arrived. Rules.
 */
#ifndef USECASE_WEBHOOK_DELIVERIES_H
#define USECASE_WEBHOOK_DELIVERIES_H

#include "store/webhook_rows.h"
#include "usecase/command.h"

enum { DELIVERIES_MAX = 20 /* of one webhook at a time */ };

struct delivery {
    int64_t seq;
    char kind[32];
    char *body; /* JSON, owned */
};

struct find_deliveries {
    struct command command;

    /* Input: those that rest after a failure. */
    char resting[WEBHOOKS_MAX][WEBHOOK_CODE_SIZE];
    int resting_count;
    char last[WEBHOOK_CODE_SIZE]; /* served last: the next one by the codes comes first */

    /* Output. */
    struct webhook webhook; /* code "": nobody has to be told anything */
    struct delivery deliveries[DELIVERIES_MAX];
    int count;
    int64_t seen; /* row of the log up to which there is nothing but these */
    bool more;    /* another look is worth while at once */
};

/* Reader thread. Free what was found with find_deliveries_release(). */
enum err find_deliveries_run(struct store_tx *tx, struct command *command);
void find_deliveries_release(struct find_deliveries *find);

/* How a try went: `webhook` with told, told_at, failures, failing_since, failure as they are to be.
 */
struct keep_deliveries {
    struct command command;
    struct webhook webhook;
};

/* Writer thread. */
enum err keep_deliveries_run(struct store_tx *tx, struct command *command);

#endif
