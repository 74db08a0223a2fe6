#include "usecase/check_log.h"

#include <string.h>

enum { CHUNK = 1000 };

struct slice {
    struct check_log *check;
    struct log_chain chain;
    int left; /* rows of the slice that are still to come */
    int in_chunk;
};

static int step(const struct event *event, void *data)
{
    struct slice *slice = data;
    struct check_log *check = slice->check;

    slice->in_chunk++;
    check->breaks = log_chain_step(&slice->chain, event);
    if (check->breaks) {
        check->broken = event->seq;
        return 0;
    }
    check->to = event->seq;
    memcpy(check->hash, event->hash, DIGEST_SIZE);
    return --slice->left > 0;
}

/* Take up the row that was checked last. */
static int take_up(const struct event *event, void *data)
{
    struct slice *slice = data;

    if (event->seq != slice->check->after)
        return 0;
    slice->chain = (struct log_chain){.seq = event->seq, .at = event->at};
    memcpy(slice->chain.hash, event->hash, DIGEST_SIZE);
    memcpy(slice->check->hash, event->hash, DIGEST_SIZE);
    return 0;
}

/* */
enum err check_log_run(struct store_tx *tx, struct command *command)
{
    struct check_log *check = container_of(command, struct check_log, command);
    struct slice slice = {.check = check, .chain = {.at = instant_none()}, .left = check->most};
    struct log_head head;

    event_log_load_head(tx, &head);
    check->last = head.seq;
    check->to = check->after;
    if (check->after) {
        event_log_read(tx, check->after - 1, 1, take_up, &slice);
        if (slice.chain.seq != check->after)
            return ERR_BAD_PARAMETER;
    }
    do {
        slice.in_chunk = 0;
        event_log_read(tx, slice.chain.seq, slice.left < CHUNK ? slice.left : CHUNK, step, &slice);
    } while (slice.in_chunk == CHUNK && slice.left > 0 && !check->breaks &&
             sql_outcome(tx) == ERR_OK);
    return ERR_OK;
}
