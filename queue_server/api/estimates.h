/*
 * Wait estimates: computed on a reader, at most once a second for each site, service and class, and
 * told with their age. Loop thread only. Rules.
 *
 *     ask          the latest range is given at once; when it is older than its life, it is wanted
 *     begin        for each site one use case at a time (estimate_wait) takes up what is wanted
 *     done         the ranges go into memory; what is wanted by now begins
 *
 * Real time says how old a range is for this purpose, also in a training centre; the `as_of` that
 * is told is the centre's time.
 */
#ifndef API_ESTIMATES_H
#define API_ESTIMATES_H

#include "usecase/office.h"
#include "usecase/ticket_view.h"

enum {
    ESTIMATE_LIFE_MS = 1000, /* of a newcomer's */
    ESTIMATE_TICKET_LIFE_MS =
        5000,                      /* of a ticket's: there are many, and each is asked for by one */
    ESTIMATE_NEWCOMERS_MAX = 1024, /* in memory */
    ESTIMATE_TICKETS_MAX = 512
};

struct estimates;

/* `office` must outlive the estimates. ERR_OK, ERR_NO_MEMORY. */
enum err estimates_open(struct office *office, struct estimates **out_estimates);
/*
 * Begin nothing more; call before the store is closed. Does not block: what a computation under way
 * needs is freed when it is done, which store_close() waits for. NULL is ignored.
 */
void estimates_close(struct estimates *estimates);

/*
 * The latest estimate for somebody who takes a ticket now; unknown until one was computed, and when
 * that is ESTIMATE_STALE_MS ago. Asks for a new one when it is older than ESTIMATE_LIFE_MS. A site,
 * service or class that is not in the set-up is unknown and costs nothing; "" stands for the only
 * site of a centre.
 */
struct wait_range estimates_newcomer(struct estimates *estimates, const char *site,
                                     const char *service, const char *of_class);
/*
 * The latest estimate for a ticket that waits; unknown for one that does not, and for one that has
 * changed since the estimate (it may have been transferred). Asks for a new one when it is older
 * than ESTIMATE_TICKET_LIFE_MS.
 */
struct wait_range estimates_ticket(struct estimates *estimates, const struct ticket_record *record,
                                   const struct queue_rules *rules);

#endif
