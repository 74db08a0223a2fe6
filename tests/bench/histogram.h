/*
 * Latencies in microseconds, kept in buckets that are at most 1/64 of their value wide.
 */
#ifndef BENCH_HISTOGRAM_H
#define BENCH_HISTOGRAM_H

#include <stdint.h>

enum { HISTOGRAM_SUB = 64, HISTOGRAM_BUCKETS = HISTOGRAM_SUB * 40 };

struct histogram {
    uint64_t counts[HISTOGRAM_BUCKETS];
    uint64_t total;
    uint64_t max;
};

void histogram_add(struct histogram *histogram, uint64_t value);

/* The value below which `part` (0..1) of the values lie, at a bucket's upper end; 0 without values.
 */
uint64_t histogram_quantile(const struct histogram *histogram, double part);

#endif
