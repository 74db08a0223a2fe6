#include "domain/queue_times.h"

#include "domain/nearest_rank.h"

struct queue_times queue_times_of(int64_t *seconds, size_t count)
{
    struct queue_times times = {.count = (int64_t)count};

    if (count == 0)
        return times;
    nearest_rank_sort(seconds, count);
    times.median_s = nearest_rank(seconds, count, 50);
    times.p90_s = nearest_rank(seconds, count, 90);
    times.longest_s = seconds[count - 1];
    for (size_t i = 0; i < count && seconds[i] <= QUEUE_SHORT_WAIT_S; i++)
        times.within_15_min++;
    return times;
}

/* */
bool ticket_wait(const struct ticket *ticket, int64_t *out_seconds)
{
    if (instant_is_none(ticket->first_called_at))
        return false;
    *out_seconds = instant_seconds_between(ticket->issued_at, ticket->first_called_at);
    return true;
}
