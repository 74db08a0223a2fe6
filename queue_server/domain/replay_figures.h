/*
 * What became of a day's visits, in figures: of the real day and of a replay alike.
 *
 * Pure. A visit stands, for its service and class on arrival, in one group. Source: queue order,
 * last paragraph of "Command". Rule R-133.
 */
#ifndef DOMAIN_REPLAY_FIGURES_H
#define DOMAIN_REPLAY_FIGURES_H

#include "domain/queue_replay.h"
#include "domain/queue_times.h"

struct replay_figures {
    int issued, served, absent; /* absent: called, and not there in the end */
    int left;                   /* the rest: served + absent + left = issued */
    struct queue_times wait;    /* arrival to first call, of those called */
    int most_passed_over;       /* the largest of its visits */
};

/*
 * Count for every visit by how many it was passed over: people for the same service who stood
 * behind - later (order_at, arrival) - and were called first while this one was there.
 *
 * out_counts  visit_count places
 */
void replay_figures_passed_over(const struct replay_visit *visits, size_t visit_count,
                                const struct replay_result *results, int *out_counts);

/*
 * The figures of the visits of a service and class, each QUEUE_NONE for any.
 *
 * passed_over  as counted above
 * space        working space, visit_count places
 */
struct replay_figures replay_figures_of(const struct replay_visit *visits, size_t visit_count,
                                        const struct replay_result *results, const int *passed_over,
                                        int service, int of_class, int64_t *space);

#endif
