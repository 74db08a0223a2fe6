#include "bench/histogram.h"

/* Values below 64 have a bucket each; above, each power of two has 64 of them. */
static unsigned bucket_of(uint64_t value)
{
    unsigned shift = 0;

    while (value >> shift >= 2 * HISTOGRAM_SUB)
        shift++;
    return value < HISTOGRAM_SUB ? (unsigned)value
                                 : shift * HISTOGRAM_SUB + (unsigned)(value >> shift);
}

static uint64_t upper_end(unsigned bucket)
{
    unsigned shift;

    if (bucket < 2 * HISTOGRAM_SUB)
        return bucket;
    shift = bucket / HISTOGRAM_SUB - 1;
    return ((uint64_t)(bucket - shift * HISTOGRAM_SUB + 1) << shift) - 1;
}

void histogram_add(struct histogram *histogram, uint64_t value)
{
    const unsigned bucket = bucket_of(value);

    histogram->counts[bucket < HISTOGRAM_BUCKETS ? bucket : HISTOGRAM_BUCKETS - 1]++;
    histogram->total++;
    if (value > histogram->max)
        histogram->max = value;
}

uint64_t histogram_quantile(const struct histogram *histogram, double part)
{
    const uint64_t wanted = (uint64_t)(part * (double)histogram->total);
    uint64_t seen = 0;

    for (unsigned bucket = 0; bucket < HISTOGRAM_BUCKETS; bucket++) {
        seen += histogram->counts[bucket];
        if (seen > 0 && seen >= wanted)
            return upper_end(bucket) < histogram->max ? upper_end(bucket) : histogram->max;
    }
    return histogram->max;
}
