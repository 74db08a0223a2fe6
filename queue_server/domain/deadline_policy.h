/*
 * What an office decides about receipts late in the day and on rest days.
 *
 * Pure. Source of the rules: working-time.md 4.
 */
#ifndef DOMAIN_DEADLINE_POLICY_H
#define DOMAIN_DEADLINE_POLICY_H

#include "domain/time_limit.h"

enum cutoff_policy { CUTOFF_DEFAULT, CUTOFF_NONE, CUTOFF_AT };
enum rest_day_policy { REST_DAY_DEFAULT, REST_DAY_COUNT_FROM_NEXT, REST_DAY_RECEIVE_NEXT };

/* All zero: the defaults. */
struct deadline_policy {
    enum cutoff_policy cutoff;
    int32_t cutoff_second; /* CUTOFF_AT: seconds after midnight; receipt at it is still in time */
    enum rest_day_policy rest_day;
};

/*
 * Read one policy, `cutoff=HH:MM`, `cutoff=none`, `rest_day=count_from_next` or
 * `rest_day=receive_next`, into `policy`, which keeps its other values.
 *
 * Returns ERR_OK or ERR_BAD_VALUE (policy untouched). Rule R-040.
 */
enum err deadline_policy_set(struct deadline_policy *policy, const char *text, size_t length);

/* Find the cut-off that applies to a limit: false for none. 15:00 for SAME_DAY when nothing is
 * said. Rule R-041. */
bool deadline_policy_cutoff(const struct deadline_policy *policy, const struct time_limit *limit,
                            int32_t *out_second);

#endif
