#include "live/print_feed_internal.h"

#include <string.h>

#include "base/log.h"
#include "live/print_line.h"

/* ---- the program's life ---------------------------------------------------------------------- */

/* Try again after 1, 2, 4 .. 60 s. Rule R-658. */
static void program_failed(struct print_feed *feed)
{
    const int wait_s = feed->failures < 6 ? 1 << feed->failures : RESTART_MOST_S;

    feed->failures++;
    feed->stats.deaths++;
    feed->restart_at_ms = uv_now(feed->loop) + (uint64_t)wait_s * 1000;
    feed->wanted = true;
    print_feed_again_in(feed, (uint64_t)wait_s * 1000);
}

static void doomed_cb(int64_t id, void *data)
{
    struct print_feed *feed = data;

    print_reports_add_message(&feed->reports, NEWS_ATTENTION, id,
                              "Chương trình in cứ dừng khi in tờ này: báo quản trị");
}

/* Those who wait are told why, once it is more than a stumble. */
static void tell_those_in_hand(struct print_feed *feed)
{
    const char *why = feed->trouble[0] ? feed->trouble : "Chương trình in dừng, đang chạy lại";

    if (feed->trouble[0] || feed->failures > 1)
        for (struct print_hand *hand = feed->lanes.first; hand; hand = hand->next)
            if (!hand->page_only)
                print_reports_add_message(&feed->reports, NEWS_WAITING, hand->id, why);
}

static void gone_cb(void *data)
{
    struct print_feed *feed = data;

    feed->child = NULL;
    feed->life++;
    feed->settling = true;
    if (!feed->closing) {
        program_failed(feed);
        tell_those_in_hand(feed);
        print_lanes_program_died(&feed->lanes, doomed_cb, feed);
    }
    print_feed_go_on_closing(feed);
}

/* True when the program runs. */
static bool program_runs(struct print_feed *feed)
{
    const struct printer_child_owner owner = {
        .line = print_feed_line_cb, .gone = gone_cb, .data = feed};
    enum err err = ERR_OK;

    if (feed->child)
        return true;
    err = feed->printer[0] ? printer_child_start(feed->loop, feed->printer, &owner, &feed->child)
                           : ERR_PRINTER;
    if (err != ERR_OK) {
        if (feed->failures == 0)
            log_error("the printer program %s cannot be started", feed->printer);
        program_failed(feed);
        return false;
    }
    feed->life++;
    feed->stats.starts++;
    feed->trouble[0] = '\0';
    return true;
}

/* ---- giving work ----------------------------------------------------------------------------- */

/* False when the job cannot be given; then it has been dealt with. */
static bool write_order(struct print_feed *feed, const struct print_found *found, bool training,
                        struct text *line)
{
    char page[FOLDER_PATH_SIZE];
    const struct print_order order = {.record = &found->record,
                                      .content = found->content,
                                      .page = page,
                                      .training = training,
                                      .page_only = found->page_only};

    if (found->record.state != PRINT_QUEUED && !found->page_only && !found->record.job) {
        print_reports_add_message(&feed->reports, NEWS_ATTENTION, found->record.id,
                                  "Không rõ máy in đã nhận chưa: hãy xem giấy"); /* */
        return false;
    }
    if (print_pages_path(feed->pages, found->record.id, page) == ERR_OK)
        print_line_order(line, &order);
    if (line->length > 0 && line->length < PRINT_ORDER_MAX && !line->failed)
        return true;
    if (!found->page_only)
        print_reports_add_message(&feed->reports, NEWS_ATTENTION, found->record.id,
                                  "Nội dung in quá lớn");
    return false;
}

static void give(struct print_feed *feed, const struct print_found *found, bool training)
{
    const struct print_record *record = &found->record;
    struct print_lane *lane = print_lanes_of(&feed->lanes, found->page_only ? "" : record->printer);
    struct text line;

    if (!lane || print_lanes_find(&feed->lanes, record->id))
        return; /* more printers than lanes: its turn comes when one is free */
    if (!found->page_only) {
        lane->begun = true;
        lane->more = lane->more || found->more;
        if (record->state == PRINT_QUEUED)
            lane->after = record->id;
    }
    text_init(&line);
    if (write_order(feed, found, training, &line)) {
        if (!print_lanes_take(&feed->lanes, lane, record, found->page_only))
            printer_child_kill(feed->child); /* no memory: begin anew */
        else
            printer_child_send(feed->child, line.data, line.length);
    }
    text_release(&line);
}

static void tell_no_program(struct print_feed *feed, const struct print_load *load)
{
    static const char message[] = "Không chạy được chương trình in: báo quản trị";

    for (struct link *link = load->found.head; link; link = link->next) {
        const struct print_found *found = container_of(link, struct print_found, link);

        if (!found->page_only && strcmp(found->record.message, message) != 0)
            print_reports_add_message(&feed->reports, NEWS_WAITING, found->record.id, message);
    }
}

void print_feed_give(struct print_feed *feed, const struct print_load *load)
{
    if (!load->found.head)
        return;
    if (!program_runs(feed)) {
        tell_no_program(feed, load);
        return;
    }
    for (struct link *link = load->found.head; link; link = link->next)
        give(feed, container_of(link, struct print_found, link), load->training);
}
