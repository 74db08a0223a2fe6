#include "live/webhooks.h"

#include <string.h>

#include "domain/webhook.h"

enum { LOOK_MS = 500 };

static void find(struct webhooks *webhooks);

static struct command as_system(struct webhooks *webhooks, command_run_fn run, command_done_fn done)
{
    return (struct command){.office = webhooks->office,
                            .actor = {.kind = ACTOR_SYSTEM},
                            .run = run,
                            .done = done,
                            .owner = webhooks};
}

/* ---- resting after a failure ----------------------------------------------------------------- */

static void forget_rest(struct webhooks *webhooks, int at)
{
    webhooks->rests[at] = webhooks->rests[--webhooks->rest_count];
}

static void forget_rest_of(struct webhooks *webhooks, const char *code)
{
    for (int i = 0; i < webhooks->rest_count; i++)
        if (strcmp(webhooks->rests[i].code, code) == 0)
            forget_rest(webhooks, i);
}

static void let_rest(struct webhooks *webhooks, const struct webhook *webhook)
{
    forget_rest_of(webhooks, webhook->code);
    if (webhooks->rest_count == WEBHOOKS_MAX)
        return; /* more than there can be: those of webhooks that are gone end by themselves */
    memcpy(webhooks->rests[webhooks->rest_count].code, webhook->code, sizeof webhook->code);
    webhooks->rests[webhooks->rest_count++].until =
        uv_now(webhooks->timer.loop) + (uint64_t)webhook_rest_ms(webhook->failures);
}

/* True when somebody has rested enough. */
static bool wake_rested(struct webhooks *webhooks)
{
    const uint64_t now = uv_now(webhooks->timer.loop);
    bool woken = false;

    for (int i = webhooks->rest_count - 1; i >= 0; i--)
        if (webhooks->rests[i].until <= now) {
            forget_rest(webhooks, i);
            woken = true;
        }
    return woken;
}

/* ---- the walk -------------------------------------------------------------------------------- */

static void go_on(struct webhooks *webhooks, bool more)
{
    if (more && !atomic_load(&webhooks->stopping))
        find(webhooks);
    else
        webhooks->busy = false;
}

static void kept(struct command *command)
{
    struct webhooks *webhooks = command->owner;
    const enum err err = command->err;

    command_release(command);
    if (err != ERR_OK) /* told again later, under the same name */
        let_rest(webhooks, &webhooks->keep.webhook);
    go_on(webhooks, true);
}

/* How far it got, and how it stands with this partner. */
static void keep(struct webhooks *webhooks)
{
    const struct find_deliveries *found = &webhooks->find;
    const struct webhook_post *post = &webhooks->post;
    struct webhook *webhook = &webhooks->keep.webhook;
    const struct instant now = clock_now(&webhooks->office->clock);
    const bool all = post->arrived == found->count;

    *webhook = found->webhook;
    if (all)
        webhook->told = found->seen;
    else if (post->arrived > 0)
        webhook->told = found->deliveries[post->arrived - 1].seq;
    if (post->arrived > 0)
        webhook->told_at = now;
    if (all || post->arrived > 0) {
        webhook->failures = 0;
        webhook->failing_since = instant_none();
        webhook->failure[0] = '\0';
    }
    if (!all) {
        webhook->failures++;
        if (instant_is_none(webhook->failing_since))
            webhook->failing_since = now;
        memcpy(webhook->failure, post->failure, sizeof webhook->failure);
        let_rest(webhooks, webhook);
    }
    webhooks->keep.command = as_system(webhooks, keep_deliveries_run, kept);
    if (command_submit(&webhooks->keep.command) != ERR_OK)
        webhooks->busy = false;
}

static void post_cb(uv_work_t *work)
{
    webhook_post_run(&((struct webhooks *)work->data)->post);
}

static void posted_cb(uv_work_t *work, int status)
{
    struct webhooks *webhooks = work->data;

    memcpy(webhooks->find.last, webhooks->find.webhook.code, sizeof webhooks->find.last);
    if (status != 0 || atomic_load(&webhooks->stopping))
        webhooks->busy = false; /* it is told again at the next start */
    else
        keep(webhooks);
    find_deliveries_release(&webhooks->find);
}

static void post(struct webhooks *webhooks)
{
    webhooks->post = (struct webhook_post){.webhook = &webhooks->find.webhook,
                                           .deliveries = webhooks->find.deliveries,
                                           .count = webhooks->find.count,
                                           .stopping = &webhooks->stopping};
    webhooks->work.data = webhooks;
    if (uv_queue_work(webhooks->timer.loop, &webhooks->work, post_cb, posted_cb) != 0) {
        find_deliveries_release(&webhooks->find);
        webhooks->busy = false;
    }
}

static void found_cb(struct command *command)
{
    struct webhooks *webhooks = command->owner;
    const enum err err = command->err;

    command_release(command);
    if (err != ERR_OK || !webhooks->find.webhook.code[0] || atomic_load(&webhooks->stopping)) {
        find_deliveries_release(&webhooks->find);
        webhooks->busy = false;
    } else if (webhooks->find.count > 0) {
        post(webhooks);
    } else {
        webhooks->post.arrived = 0; /* much of the log was of no dossier: it is not read again */
        keep(webhooks);
    }
}

static void find(struct webhooks *webhooks)
{
    struct find_deliveries *find = &webhooks->find;

    find->command = as_system(webhooks, find_deliveries_run, found_cb);
    find->resting_count = webhooks->rest_count;
    for (int i = 0; i < webhooks->rest_count; i++)
        memcpy(find->resting[i], webhooks->rests[i].code, sizeof find->resting[i]);
    if (command_read(&find->command) != ERR_OK)
        webhooks->busy = false;
}

static void look_cb(uv_timer_t *timer)
{
    struct webhooks *webhooks = timer->data;

    if (webhooks->busy)
        return;
    if (!wake_rested(webhooks) && !webhooks->news)
        return;
    webhooks->busy = true;
    webhooks->news = false;
    find(webhooks);
}

void webhooks_start(uv_loop_t *loop, struct office *office, struct webhooks *webhooks)
{
    webhooks->office = office;
    webhooks->news = true; /* what an earlier run of the server left */
    uv_timer_init(loop, &webhooks->timer);
    webhooks->timer.data = webhooks;
    uv_timer_start(&webhooks->timer, look_cb, LOOK_MS, LOOK_MS);
}

void webhooks_saw(struct webhooks *webhooks)
{
    webhooks->news = true;
}

void webhooks_stop(struct webhooks *webhooks)
{
    atomic_store(&webhooks->stopping, true);
    if (webhooks->office)
        uv_close((uv_handle_t *)&webhooks->timer, NULL);
}
