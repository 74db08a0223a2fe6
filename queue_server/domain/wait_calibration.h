/*
 * From the range that the plays gave to the range that is told: widened or moved by how often the
 * plays were wrong about people of the same service and lane.
 *
 * Pure. WHY. The plays know who waits and which counters are open, and not who comes later: people
 * of a priority class who go before, people of other services who take the counter that was about
 * to help, a counter that pauses, a service that takes longer than it did yesterday. The more
 * people wait, the more of that happens while they do: of ranges that should hold four waits in
 * five, those of the plays hold fewer than three on a crowded day. None of it needs a model: the
 * plays' ranges of the people called last, beside how long those really waited, tell by how much.
 *
 * HOW (conformal prediction: quantiles of past ratios, one for each end). With c = WAIT_SLACK_S,
 *
 *     told high = (high + c) x q_high - c    q_high: exceeded by 8 in 100 of the past
 *                                            (real + c) / (high + c)
 *     told low  = (low + c) x q_low - c      q_low: not reached by 8 in 100 of the past
 *                                            (real + c) / (low + c)
 *
 * not below 0, and exchanged should they cross. The past people's own ranges, moved so, would have
 * missed 16 in 100; the rest to the four in five that are promised is for days that differ from
 * those before. It needs no more than that people fare as the last WAIT_PAST_MAX did. Both ends
 * grow with those of the plays, so that nobody is told less for standing further back.
 * Rule R-890.
 */
#ifndef DOMAIN_WAIT_CALIBRATION_H
#define DOMAIN_WAIT_CALIBRATION_H

#include <stddef.h>
#include <stdint.h>

enum {
    WAIT_PAST_MAX = 400,
    WAIT_PAST_MIN = 20, /* fewer tell nothing: the range of the plays is told as it is */
    WAIT_SLACK_S = 60
};

/* What the plays said when a ticket was issued, and what came of it. */
struct wait_past {
    int32_t low_s, high_s; /* of the plays, not as told */
    int32_t real_s;        /* from issue to first call */
};

/* Factors in thousandths. */
struct wait_calibration {
    int64_t low_permille;
    int64_t high_permille;
};

/*
 * Learn from the past of one service and lane.
 *
 * past   borrowed, in any order; no value is negative
 * count  at most WAIT_PAST_MAX; with fewer than WAIT_PAST_MIN the range stays as it is
 */
struct wait_calibration wait_calibration_of(const struct wait_past *past, size_t count);

/* Turn the plays' range into the one that is told; 0 <= *low_s <= *high_s before and after. */
void wait_calibration_apply(const struct wait_calibration *calibration, int64_t *low_s,
                            int64_t *high_s);

#endif
