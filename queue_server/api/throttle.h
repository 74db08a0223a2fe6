/*
 * How often somebody may do something: a bucket of tokens for each key, refilled with real time.
 *
 * Loop thread only; fixed memory. When all places are taken, the fullest bucket gives way: it has
 * the least to remember. Rule R-703.
 */
#ifndef API_THROTTLE_H
#define API_THROTTLE_H

#include <stdbool.h>
#include <stdint.h>

enum { THROTTLE_PLACES = 256, THROTTLE_KEY_SIZE = 72 };

struct throttle {
    int burst;     /* tokens of a full bucket */
    int refill_us; /* time for one token to come back */
    struct throttle_place {
        char key[THROTTLE_KEY_SIZE];
        int64_t at_us; /* monotonic, of the last look */
        double tokens;
    } places[THROTTLE_PLACES];
};

void throttle_init(struct throttle *throttle, int burst, int refill_us);
/* Take one token of `key`; false when there is none. `now_us` is monotonic microseconds. */
bool throttle_take(struct throttle *throttle, const char *key, int64_t now_us);
/* Would throttle_take() find one? Takes none. */
bool throttle_has(struct throttle *throttle, const char *key, int64_t now_us);
/* Fill the bucket of `key`. */
void throttle_forgive(struct throttle *throttle, const char *key);

#endif
