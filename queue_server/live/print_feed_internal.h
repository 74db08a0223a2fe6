/*
 * The parts of the print feed. Private to live/print_*.c.
 *
 *   print_feed.c         opening, looking at the outbox, time, closing
 *   print_feed_give.c    the program's life, and giving it work
 *   print_feed_events.c  what the program says, and what became of its reports
 */
#ifndef LIVE_PRINT_FEED_INTERNAL_H
#define LIVE_PRINT_FEED_INTERNAL_H

#include "live/print_feed.h"
#include "live/print_lanes.h"
#include "live/print_load.h"
#include "live/print_reports.h"
#include "live/printer_child.h"
#include "store/print_pages.h"

enum {
    LOAD_PAUSE_MS = 20, /* between two looks at the outbox */
    TRY_AGAIN_MS = 2000,
    RESTART_MOST_S = 60
};

struct print_feed {
    uv_loop_t *loop;
    struct api *api;
    char *printer;                /* path of the program */
    char pages[FOLDER_PATH_SIZE]; /* folder */
    uv_timer_t timer;
    struct printer_child *child; /* NULL while it does not run */
    unsigned life;               /* grows at each start and end of the program */
    struct print_lanes lanes;
    int64_t pages_wanted[PRINT_PAGES_WANTED_MAX];
    int pages_wanted_count;
    bool loading, wanted;
    bool settling; /* the program has died: store its reports before looking */
    struct print_reports reports;
    uint64_t look_at_ms;              /* not earlier */
    uint64_t restart_at_ms;           /* not earlier */
    int failures;                     /* of the program in a row */
    char trouble[PRINT_MESSAGE_SIZE]; /* that the program told of itself */
    struct print_feed_stats stats;
    bool closing;
    void (*closed)(void *data);
    void *closed_data;
};

/* Look at the outbox, as soon as that is wanted and makes sense. */
void print_feed_begin(struct print_feed *feed);
/* Call the feed's timer after `ms`, or earlier when that is asked for already. */
void print_feed_again_in(struct print_feed *feed, uint64_t ms);
/* While closing: the next step that can be taken. */
void print_feed_go_on_closing(struct print_feed *feed);

/* Give the program what a look has found. */
void print_feed_give(struct print_feed *feed, const struct print_load *load);

/* printer_child_owner.line */
void print_feed_line_cb(const char *line, size_t length, void *feed);
/* print_reports.done and .kept_one */
void print_feed_report_done_cb(const struct print_progress *progress, enum err err, void *feed);
void print_feed_report_kept_cb(void *feed);

#endif
