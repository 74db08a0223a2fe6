#include "live/print_feed_internal.h"

#include <stdlib.h>
#include <string.h>

static void load_done(struct command *command)
{
    struct print_load *load = container_of(command, struct print_load, command);
    struct print_feed *feed = load->feed;

    feed->loading = false;
    if (command->err != ERR_OK)
        feed->look_at_ms = uv_now(feed->loop) + TRY_AGAIN_MS;
    if (command->err != ERR_OK || load->life != feed->life)
        feed->wanted = true;
    else if (!feed->closing)
        print_feed_give(feed, load);
    command_release(command);
    print_load_free(load);
    print_feed_go_on_closing(feed);
    print_feed_begin(feed);
}

static void start_load(struct print_feed *feed)
{
    struct print_load *load = calloc(1, sizeof *load);

    feed->look_at_ms = uv_now(feed->loop) + LOAD_PAUSE_MS;
    if (!load) {
        print_feed_again_in(feed, TRY_AGAIN_MS);
        return;
    }
    list_init(&load->found);
    load->feed = feed;
    load->life = feed->life;
    load->wish_count = print_lanes_wishes(&feed->lanes, load->wishes);
    memcpy(load->pages, feed->pages_wanted, sizeof load->pages);
    load->page_count = feed->pages_wanted_count;
    feed->pages_wanted_count = 0;
    load->command = (struct command){.office = &feed->api->office,
                                     .actor = {.kind = ACTOR_SYSTEM},
                                     .run = print_load_run,
                                     .done = load_done};
    feed->wanted = false;
    feed->settling = false;
    if (command_read(&load->command) == ERR_OK)
        feed->loading = true;
    else
        print_load_free(load); /* the store is closing */
}

/* Look at the outbox, as soon as that is wanted and makes sense. */
void print_feed_begin(struct print_feed *feed)
{
    const uint64_t now = uv_now(feed->loop);
    uint64_t from = feed->look_at_ms;

    if (feed->closing || feed->loading || !feed->wanted ||
        (feed->settling && feed->reports.pending > 0))
        return;
    if (!feed->child && feed->restart_at_ms > from)
        from = feed->restart_at_ms;
    if (now < from)
        print_feed_again_in(feed, from - now);
    else
        start_load(feed);
}

/* ---- time ------------------------------------------------------------------------------------ */

static void timer_cb(uv_timer_t *timer)
{
    struct print_feed *feed = timer->data;

    if (feed->closing) {
        if (feed->child)
            printer_child_kill(feed->child);
        return;
    }
    print_reports_again(&feed->reports);
    if (print_lanes_restart(&feed->lanes))
        feed->wanted = true;
    if (print_lanes_any_stopped(&feed->lanes))
        print_feed_again_in(feed, TRY_AGAIN_MS);
    print_feed_begin(feed);
}

/* Call timer_cb after `ms`, or earlier when that is asked for already. */
void print_feed_again_in(struct print_feed *feed, uint64_t ms)
{
    if (feed->closing)
        return;
    if (!uv_is_active((uv_handle_t *)&feed->timer) || uv_timer_get_due_in(&feed->timer) > ms)
        uv_timer_start(&feed->timer, timer_cb, ms, 0);
}

/* ---- opening and closing --------------------------------------------------------------------- */

/* The outbox may have new work. */
static void wanted_cb(void *data)
{
    struct print_feed *feed = data;

    feed->wanted = true;
    print_feed_begin(feed);
}

/* The page of a settled job is missing: make it again. Forgotten when too many are wanted;
 * who asks for the page asks again. */
static void page_wanted_cb(int64_t id, void *data)
{
    struct print_feed *feed = data;

    for (int i = 0; i < feed->pages_wanted_count; i++)
        if (feed->pages_wanted[i] == id)
            return;
    if (feed->pages_wanted_count == PRINT_PAGES_WANTED_MAX || print_lanes_find(&feed->lanes, id))
        return;
    feed->pages_wanted[feed->pages_wanted_count++] = id;
    wanted_cb(feed);
}

enum err print_feed_open(uv_loop_t *loop, struct api *api, const char *folder, const char *printer,
                         struct print_feed **out_feed)
{
    struct print_feed *feed = calloc(1, sizeof *feed);
    char *path = strdup(printer);
    enum err err = feed && path ? print_pages_make(folder, feed->pages) : ERR_NO_MEMORY;

    if (err != ERR_OK) {
        free(feed);
        free(path);
        return err;
    }
    feed->loop = loop;
    feed->api = api;
    feed->printer = path;
    print_lanes_init(&feed->lanes);
    print_reports_init(&feed->reports, &api->office, print_feed_report_done_cb,
                       print_feed_report_kept_cb, feed);
    uv_timer_init(loop, &feed->timer);
    feed->timer.data = feed;
    memcpy(api->pages, feed->pages, sizeof api->pages);
    api->print_wanted = wanted_cb;
    api->page_wanted = page_wanted_cb;
    api->print_data = feed;
    *out_feed = feed;
    wanted_cb(feed);
    return ERR_OK;
}

static void timer_closed_cb(uv_handle_t *handle)
{
    struct print_feed *feed = handle->data;
    void (*closed)(void *data) = feed->closed;
    void *data = feed->closed_data;

    while (feed->lanes.first)
        print_lanes_drop(&feed->lanes, feed->lanes.first);
    free(feed->printer);
    free(feed);
    closed(data);
}

/* While closing: the next step that can be taken. */
void print_feed_go_on_closing(struct print_feed *feed)
{
    if (!feed->closing || feed->reports.pending > 0)
        return;
    if (feed->child)
        printer_child_end_input(feed->child);
    else if (!feed->loading && !uv_is_closing((uv_handle_t *)&feed->timer))
        uv_close((uv_handle_t *)&feed->timer, timer_closed_cb);
}

void print_feed_close(struct print_feed *feed, void (*closed)(void *data), void *data)
{
    feed->closing = true;
    feed->closed = closed;
    feed->closed_data = data;
    feed->api->print_wanted = NULL;
    feed->api->page_wanted = NULL;
    print_reports_give_up(&feed->reports);
    uv_timer_start(&feed->timer, timer_cb, PRINT_FEED_GRACE_MS, 0);
    print_feed_go_on_closing(feed);
}

struct print_feed_stats print_feed_stats(const struct print_feed *feed)
{
    struct print_feed_stats stats = feed->stats;

    stats.in_hand = feed->lanes.in_hand;
    stats.unstored = feed->reports.pending;
    stats.running = feed->child != NULL;
    stats.pid = feed->child ? printer_child_pid(feed->child) : 0;
    return stats;
}
