#include "domain/replay_figures.h"

/* Among equals the earlier arrival stands before. */
static bool stands_before(const struct replay_result *results, size_t a, size_t b)
{
    if (instant_before(results[a].order_at, results[b].order_at))
        return true;
    return !instant_before(results[b].order_at, results[a].order_at) && a < b;
}

static bool called_before(const struct replay_result *a, const struct replay_result *b)
{
    if (instant_is_none(a->first_called_at))
        return false;
    return instant_is_none(b->first_called_at) ||
           instant_before(a->first_called_at, b->first_called_at);
}

/* */
void replay_figures_passed_over(const struct replay_visit *visits, size_t visit_count,
                                const struct replay_result *results, int *out_counts)
{
    for (size_t i = 0; i < visit_count; i++) {
        out_counts[i] = 0;
        for (size_t k = 0; k < visit_count; k++)
            if (visits[k].service == visits[i].service && stands_before(results, i, k) &&
                called_before(&results[k], &results[i]) &&
                !instant_before(results[k].first_called_at, visits[i].arrived_at))
                out_counts[i]++;
    }
}

struct replay_figures replay_figures_of(const struct replay_visit *visits, size_t visit_count,
                                        const struct replay_result *results, const int *passed_over,
                                        int service, int of_class, int64_t *space)
{
    struct replay_figures figures = {.issued = 0};
    size_t waits = 0;

    for (size_t i = 0; i < visit_count; i++) {
        if ((service != QUEUE_NONE && visits[i].service != service) ||
            (of_class != QUEUE_NONE && visits[i].of_class != of_class))
            continue;
        figures.issued++;
        figures.served += results[i].served;
        figures.absent += results[i].absent;
        figures.left += !results[i].served && !results[i].absent;
        if (passed_over[i] > figures.most_passed_over)
            figures.most_passed_over = passed_over[i];
        if (!instant_is_none(results[i].first_called_at))
            space[waits++] =
                instant_seconds_between(visits[i].arrived_at, results[i].first_called_at);
    }
    figures.wait = queue_times_of(space, waits);
    return figures;
}
