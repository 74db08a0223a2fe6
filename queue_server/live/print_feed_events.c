#include "live/print_feed_internal.h"

#include <string.h>

#include "base/log.h"
#include "live/print_line.h"

/* ---- reports --------------------------------------------------------------------------------- */

/* What is now stored, said to the program and counted. */
static void after_report(struct print_feed *feed, const struct print_progress *progress)
{
    struct print_hand *hand = print_lanes_find(&feed->lanes, progress->id);
    struct text line;

    feed->stats.printed += progress->state == PRINT_PRINTED && progress->news == NEWS_PRINTED;
    feed->stats.kept += progress->state == PRINT_KEPT;
    feed->stats.attention += progress->state == PRINT_ATTENTION && progress->news == NEWS_ATTENTION;
    if (!hand)
        return;
    const bool open = print_state_is_open(progress->state);
    if (progress->news == NEWS_CREATED && feed->child) { /* */
        text_init(&line);
        print_line_mark(&line, open ? "go" : "cancel", hand->id, hand->generation);
        if (line.failed)
            printer_child_kill(feed->child);
        else
            printer_child_send(feed->child, line.data, line.length);
        text_release(&line);
    }
    if (!open) {
        feed->failures = 0;
        feed->wanted = print_lanes_drop(&feed->lanes, hand) || feed->wanted;
    }
}

void print_feed_report_done_cb(const struct print_progress *progress, enum err err, void *data)
{
    struct print_feed *feed = data;

    if (err == ERR_OK)
        after_report(feed, progress);
    else
        log_error("print job p%lld: %s", (long long)progress->id, err_code(err));
    print_feed_go_on_closing(feed);
    print_feed_begin(feed);
}

void print_feed_report_kept_cb(void *feed)
{
    print_feed_again_in(feed, TRY_AGAIN_MS);
}

/* Store news of a job. Without memory it is lost: then the program is ended, so that its jobs are
 * taken up again from what is stored. */
static void tell(struct print_feed *feed, enum print_news news, const struct print_said *said)
{
    if (!print_reports_add(&feed->reports, news, said) && feed->child)
        printer_child_kill(feed->child);
}

/* ---- what the program says ------------------------------------------------------------------- */

static void page_is_back(struct print_feed *feed, struct print_hand *hand,
                         const struct print_said *said)
{
    if (hand->sha256[0] && strcmp(hand->sha256, said->sha256) != 0)
        log_error("print job p%lld: its page is not the one that was printed", (long long)hand->id);
    feed->wanted = print_lanes_drop(&feed->lanes, hand) || feed->wanted;
}

static void job_cannot(struct print_feed *feed, struct print_hand *hand,
                       const struct print_said *said)
{
    if (hand->page_only) {
        log_error("print job p%lld: %s", (long long)hand->id, said->message);
        print_lanes_drop(&feed->lanes, hand);
    } else if (said->event == PRINT_EVENT_TROUBLE) {
        tell(feed, NEWS_WAITING, said);
        hand->lane->stopped = true;
        print_lanes_drop(&feed->lanes, hand);
        print_feed_again_in(feed, TRY_AGAIN_MS);
    } else {
        tell(feed, NEWS_ATTENTION, said);
    }
}

static void take_event(struct print_feed *feed, struct print_hand *hand,
                       const struct print_said *said)
{
    hand->spoken_of = hand->spoken_of || said->event != PRINT_EVENT_RENDERED;
    switch (said->event) {
    case PRINT_EVENT_RENDERED:
        if (hand->page_only)
            page_is_back(feed, hand, said);
        else
            tell(feed, NEWS_RENDERED, said);
        break;
    case PRINT_EVENT_CREATED:
        if (!feed->closing) /* else it stays queued: nothing is on paper */
            tell(feed, NEWS_CREATED, said);
        break;
    case PRINT_EVENT_SENT:
        tell(feed, NEWS_SENT, said);
        break;
    case PRINT_EVENT_PRINTED:
        tell(feed, NEWS_PRINTED, said);
        break;
    case PRINT_EVENT_ATTENTION:
        tell(feed, NEWS_ATTENTION, said);
        break;
    case PRINT_EVENT_WAITING:
        tell(feed, NEWS_WAITING, said);
        break;
    case PRINT_EVENT_CANCELLED:
        print_lanes_drop(&feed->lanes, hand);
        break;
    case PRINT_EVENT_FAILED:
    case PRINT_EVENT_TROUBLE:
        job_cannot(feed, hand, said);
        break;
    case PRINT_EVENT_OTHER:
        break;
    }
}

void print_feed_line_cb(const char *line, size_t length, void *data)
{
    struct print_feed *feed = data;
    struct print_said said;

    if (!print_line_read(line, length, &said)) {
        log_error("the printer program says what is not an event");
        return;
    }
    struct print_hand *hand = said.id ? print_lanes_find(&feed->lanes, said.id) : NULL;
    if (hand)
        take_event(feed, hand, &said);
    else if (!said.id && said.message[0]) {
        log_error("the printer program: %s", said.message);
        memcpy(feed->trouble, said.message, sizeof feed->trouble);
    }
    print_feed_begin(feed);
}
