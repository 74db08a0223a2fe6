#include "domain/nearest_rank.h"

#include <assert.h>
#include <stdlib.h>

static int compare(const void *left, const void *right)
{
    const int64_t a = *(const int64_t *)left;
    const int64_t b = *(const int64_t *)right;

    return (a > b) - (a < b);
}

void nearest_rank_sort(int64_t *values, size_t count)
{
    qsort(values, count, sizeof *values, compare);
}

/* */
int64_t nearest_rank(const int64_t *sorted, size_t count, unsigned percent)
{
    assert(count >= 1 && percent >= 1 && percent <= 100);
    return sorted[(count * percent + 99) / 100 - 1];
}
