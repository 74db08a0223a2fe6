/*
 * Which print jobs the printer program has in hand, printer by printer. Loop thread; pure but for
 * memory.
 *
 * A lane is the work of one printer (or of none: pages that are kept). It has a bounded number of
 * jobs in hand and remembers up to where the outbox was handed on, so that a printer that is off
 * holds up no other, however much waits for it. Rule R-657.
 */
#ifndef LIVE_PRINT_LANES_H
#define LIVE_PRINT_LANES_H

#include "store/print_rows.h"

enum {
    PRINT_LANES_MAX = 64, /* destinations at a time, as the program has */
    PRINT_AHEAD_MAX = 16, /* jobs of one printer that the program has in hand */
    PRINT_STRIKES_MAX = 3 /* times that the program died at the same job */
};

/* What a lane wants of the next look at the outbox. */
struct print_wish {
    char printer[PRINT_DESTINATION_SIZE];
    int room;      /* 0: nothing */
    bool begun;    /* only what is queued, after `after`; else everything */
    int64_t after; /* id */
};

struct print_lane {
    char printer[PRINT_DESTINATION_SIZE];
    bool begun;
    bool more;     /* the outbox has further work for it */
    bool stopped;  /* nothing can be done for now (the disk is full); see print_lanes_restart() */
    int64_t after; /* the last queued job that was handed on */
    int in_hand;
    int64_t suspect; /* job at which the program died last, and how often in a row */
    int strikes;
};

/* A job in hand. */
struct print_hand {
    struct print_hand *next;
    struct print_lane *lane;
    int64_t id;
    int generation;
    bool page_only;
    bool spoken_of; /* the program told that it came to the printer, or waits for it */
    char sha256[PRINT_SHA256_SIZE]; /* page_only: that the page had */
};

struct print_lanes {
    struct print_lane lanes[PRINT_LANES_MAX];
    int count;
    struct print_hand *first; /* oldest order first */
    struct print_hand **last;
    int in_hand;
};

void print_lanes_init(struct print_lanes *lanes);

/* The lane of a printer, made when it is new; NULL when there are PRINT_LANES_MAX busy ones. */
struct print_lane *print_lanes_of(struct print_lanes *lanes, const char *printer);

/* Take a job into hand. Returns NULL without memory. */
struct print_hand *print_lanes_take(struct print_lanes *lanes, struct print_lane *lane,
                                    const struct print_record *record, bool page_only);
/* The job `id` in hand, or NULL. A page that is made again has the same id: `page_only` tells. */
struct print_hand *print_lanes_find(struct print_lanes *lanes, int64_t id);
/* Put a job out of hand; true when its lane should be given more. */
bool print_lanes_drop(struct print_lanes *lanes, struct print_hand *hand);

/* What each lane wants now; returns how many. */
int print_lanes_wishes(struct print_lanes *lanes, struct print_wish out_wishes[PRINT_LANES_MAX]);

/* Let lanes that were stopped begin anew, as far as they have nothing in hand; true when one did.
 */
bool print_lanes_restart(struct print_lanes *lanes);
bool print_lanes_any_stopped(const struct print_lanes *lanes);

/*
 * The program is gone: everything is out of hand and every lane begins anew.
 *
 * doomed  told of each job at whose turn the program has now died PRINT_STRIKES_MAX times
 */
void print_lanes_program_died(struct print_lanes *lanes, void (*doomed)(int64_t id, void *data),
                              void *data);

#endif
