#include "api/throttle.h"

#include <stdio.h>
#include <string.h>

void throttle_init(struct throttle *throttle, int burst, int refill_us)
{
    memset(throttle, 0, sizeof *throttle);
    throttle->burst = burst;
    throttle->refill_us = refill_us;
}

static void refill(const struct throttle *throttle, struct throttle_place *place, int64_t now_us)
{
    place->tokens += (double)(now_us - place->at_us) / throttle->refill_us;
    if (place->tokens > throttle->burst)
        place->tokens = throttle->burst;
    place->at_us = now_us;
}

/* The bucket of `key`; a new one, in the place of the fullest, when it has none. */
static struct throttle_place *find(struct throttle *throttle, const char *key, int64_t now_us)
{
    struct throttle_place *fullest = &throttle->places[0];

    for (int i = 0; i < THROTTLE_PLACES; i++) {
        struct throttle_place *place = &throttle->places[i];

        if (!place->key[0]) {
            fullest = place;
            break;
        }
        if (strncmp(place->key, key, THROTTLE_KEY_SIZE - 1) == 0) {
            refill(throttle, place, now_us);
            return place;
        }
        if (place->tokens > fullest->tokens)
            fullest = place;
    }
    snprintf(fullest->key, sizeof fullest->key, "%s", key);
    fullest->at_us = now_us;
    fullest->tokens = throttle->burst;
    return fullest;
}

bool throttle_has(struct throttle *throttle, const char *key, int64_t now_us)
{
    return find(throttle, key, now_us)->tokens >= 1;
}

bool throttle_take(struct throttle *throttle, const char *key, int64_t now_us)
{
    struct throttle_place *place = find(throttle, key, now_us);

    if (place->tokens < 1)
        return false;
    place->tokens -= 1;
    return true;
}

void throttle_forgive(struct throttle *throttle, const char *key)
{
    for (int i = 0; i < THROTTLE_PLACES; i++)
        if (strncmp(throttle->places[i].key, key, THROTTLE_KEY_SIZE - 1) == 0)
            throttle->places[i].tokens = throttle->burst;
}
