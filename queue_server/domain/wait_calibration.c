#include "domain/wait_calibration.h"

#include <assert.h>
#include <stdbool.h>

#include "domain/nearest_rank.h"

enum { WHOLE = 1000, MISSED_PERCENT = 8 /* on each side: R-890 */ };

static int64_t ratio(int32_t real_s, int32_t played_s)
{
    return ((int64_t)real_s + WAIT_SLACK_S) * WHOLE / ((int64_t)played_s + WAIT_SLACK_S);
}

/* The value beyond which MISSED_PERCENT lie, the person to come counted among them: so that few
 * values give a wider range. */
static int64_t beyond(const int64_t *sorted, size_t count, bool above)
{
    const size_t missed = (count + 1) * MISSED_PERCENT / 100;

    return above ? sorted[count - missed] : sorted[missed - 1];
}

struct wait_calibration wait_calibration_of(const struct wait_past *past, size_t count)
{
    int64_t low[WAIT_PAST_MAX] = {0}, high[WAIT_PAST_MAX] = {0};

    assert(count <= WAIT_PAST_MAX);
    if (count < WAIT_PAST_MIN)
        return (struct wait_calibration){WHOLE, WHOLE};
    for (size_t i = 0; i < count; i++) {
        low[i] = ratio(past[i].real_s, past[i].low_s);
        high[i] = ratio(past[i].real_s, past[i].high_s);
    }
    nearest_rank_sort(low, count);
    nearest_rank_sort(high, count);
    return (struct wait_calibration){beyond(low, count, false), beyond(high, count, true)};
}

static int64_t scaled(int64_t played_s, int64_t permille)
{
    const int64_t told = (played_s + WAIT_SLACK_S) * permille / WHOLE - WAIT_SLACK_S;

    return told > 0 ? told : 0;
}

/* */
void wait_calibration_apply(const struct wait_calibration *calibration, int64_t *low_s,
                            int64_t *high_s)
{
    const int64_t low = scaled(*low_s, calibration->low_permille);
    const int64_t high = scaled(*high_s, calibration->high_permille);

    *low_s = low < high ? low : high;
    *high_s = low < high ? high : low;
}
