/*
 * The print feed: from the print outbox to the printer program and back. Loop thread only.
 *
 *     outbox --load (reader)--> in hand --order--> printer program
 *     program --event--> report (writer, committed) --> "go", or out of hand
 *
 * "created" is committed before "go" is said, so nothing reaches a printer that the outbox does not
 * know of. What the program had in hand when it or the server died is taken up again with
 * the printer's number of the job; the program asks the printer about it and calls for a person
 * when it is doubtful: never a blind second sheet. A job whose printer is "" is only
 * rendered, and its page kept.
 *
 * Failure modes: the program cannot be started or dies -> it is started again after 1, 2, 4 .. 60
 * s, jobs stay in the outbox and say why. A report cannot be stored (the disk is full, the
 * clock doubtful) -> it is tried again until it can. A printer is off -> its own lane waits
 * (R-657).
 */
#ifndef LIVE_PRINT_FEED_H
#define LIVE_PRINT_FEED_H

#include <uv.h>

#include "api/api.h"

struct print_feed;

/*
 * Open the feed and take up what is not settled. Sets the print members of `api`.
 *
 * api      borrowed; its office must be open
 * folder   data folder, borrowed; the pages are kept in DATA/print
 * printer  path of the printer program, borrowed; "" when there is none: jobs wait and say so
 *
 * Returns ERR_OK, ERR_NO_MEMORY, ERR_FILE (no folder for the pages).
 */
enum err print_feed_open(uv_loop_t *loop, struct api *api, const char *folder, const char *printer,
                         struct print_feed **out_feed);

/*
 * Let the program finish the sheets that it prints, for PRINT_FEED_GRACE_MS at most, store what it
 * reports, then free the feed and call `closed`. The store must still be open, the API silent.
 */
void print_feed_close(struct print_feed *feed, void (*closed)(void *data), void *data);

enum { PRINT_FEED_GRACE_MS = 4000 };

struct print_feed_stats {
    uint64_t starts;    /* of the printer program */
    uint64_t deaths;    /* ends of it that nobody asked for, and starts that failed */
    uint64_t printed;   /* jobs that came to paper */
    uint64_t kept;      /* pages kept for want of a printer */
    uint64_t attention; /* jobs that a person must look at */
    int in_hand;        /* jobs that the program has */
    int unstored;       /* reports that are not stored yet */
    bool running;       /* the program is */
    int pid;            /* of the program; 0: none */
};
struct print_feed_stats print_feed_stats(const struct print_feed *feed);

#endif
