/*
 * Finding the print feed's work: one look at the outbox, on a reader. Rule R-657.
 *
 * Made and freed by the feed on the loop; filled by a reader between.
 */
#ifndef LIVE_PRINT_LOAD_H
#define LIVE_PRINT_LOAD_H

#include "base/list.h"
#include "live/print_lanes.h"
#include "usecase/command.h"

enum { PRINT_PAGES_WANTED_MAX = 16 };

/* A job that was found. */
struct print_found {
    struct link link;
    struct print_record record;
    bool page_only; /* its page was asked for, it is settled */
    bool more;      /* its printer has further work after it */
    char content[]; /* JSON */
};

struct print_load {
    struct command command;

    /* Input. */
    struct print_wish wishes[PRINT_LANES_MAX]; /* of the printers that the feed knows */
    int wish_count;
    int64_t pages[PRINT_PAGES_WANTED_MAX]; /* jobs whose page alone is wanted */
    int page_count;
    unsigned life; /* of the feed: which run of the program it was meant for */
    void *feed;

    /* Output. */
    struct list found; /* of struct print_found; by printer, oldest first */
    bool training;
};

/* Reader thread. ERR_OK, ERR_NO_MEMORY. */
enum err print_load_run(struct store_tx *tx, struct command *command);

/* Free what was found and the load itself. */
void print_load_free(struct print_load *load);

#endif
