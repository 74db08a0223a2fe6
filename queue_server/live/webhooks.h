/*
 * Tells partners what happens to dossiers: one batch under way at a time, the webhooks in turn, so
 * that one which is slow takes one thread of the pool and no more. Loop thread only. Rules R-533,
 *
 *
 *     timer or event -> find (reader) -> post (pool) -> keep (writer) -> find ... -> nothing: wait
 *
 * After a failure a webhook rests (domain/webhook.h), by real time.
 */
#ifndef LIVE_WEBHOOKS_H
#define LIVE_WEBHOOKS_H

#include <uv.h>

#include "live/webhook_post.h"

struct webhooks {
    struct office *office;
    uv_timer_t timer;
    bool busy; /* a walk is under way */
    bool news; /* something was committed since the last look */
    atomic_bool stopping;
    struct find_deliveries find;
    struct keep_deliveries keep;
    struct webhook_post post;
    uv_work_t work;
    struct {
        char code[WEBHOOK_CODE_SIZE];
        uint64_t until; /* uv_now() */
    } rests[WEBHOOKS_MAX];
    int rest_count;
};

/* Begin. `webhooks` is zeroed, and lives until the store is closed and the loop has run out. */
void webhooks_start(uv_loop_t *loop, struct office *office, struct webhooks *webhooks);
/* An event was committed. */
void webhooks_saw(struct webhooks *webhooks);
/* End the timer; a post under way is given up. Does nothing when it was never started. */
void webhooks_stop(struct webhooks *webhooks);

#endif
