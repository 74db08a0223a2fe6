/*
 * Medians and percentiles as this project tells them: the nearest-rank value of the sorted list,
 * without interpolation. Pure. Source: statistics 5. Rule R-125.
 */
#ifndef DOMAIN_NEAREST_RANK_H
#define DOMAIN_NEAREST_RANK_H

#include <stddef.h>
#include <stdint.h>

/* Sort in place, ascending. */
void nearest_rank_sort(int64_t *values, size_t count);

/*
 * The value at rank ceil(percent / 100 * count), ranks from 1; 50 is the median.
 *
 * sorted   ascending, `count` >= 1 values
 * percent  1..100
 */
int64_t nearest_rank(const int64_t *sorted, size_t count, unsigned percent);

#endif
