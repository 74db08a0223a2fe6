/*
 * Wait estimates: computed on a reader, at most once a second for each site, service and class, and
 * told with their age. Loop thread only. Rule R-130.
 */
#ifndef API_ESTIMATES_H
#define API_ESTIMATES_H

#include "usecase/office.h"
#include "usecase/ticket_view.h"

enum { ESTIMATE_LIFE_MS = 1000 };

struct estimates;

enum err estimates_open(struct office *office, struct estimates **out_estimates);
/* Waits for a computation that runs; call before the store is closed. */
void estimates_close(struct estimates *estimates);

/*
 * The latest estimate for somebody who takes a ticket now; unknown until one was computed. Asks for
 * a new one when it is older than ESTIMATE_LIFE_MS.
 */
struct wait_range estimates_newcomer(struct estimates *estimates, const char *site,
                                     const char *service, const char *of_class);
/* The latest estimate for a ticket that waits. */
struct wait_range estimates_ticket(struct estimates *estimates, const struct ticket_record *record,
                                   const struct queue_rules *rules);

#endif
