/* Random numbers for tests, the same in every run: xorshift64* with a seed that a failure can name.
 */
#ifndef SUPPORT_DICE_H
#define SUPPORT_DICE_H

#include <stdbool.h>
#include <stdint.h>

struct dice {
    uint64_t state;
};

static inline struct dice dice_seeded(uint64_t seed)
{
    return (struct dice){seed * UINT64_C(0x9e3779b97f4a7c15) + 1};
}

/* 0 .. below-1 */
static inline int dice_roll(struct dice *dice, int below)
{
    uint64_t x = dice->state;

    x ^= x >> 12;
    x ^= x << 25;
    x ^= x >> 27;
    dice->state = x;
    return (int)(((x * UINT64_C(2685821657736338717)) >> 33) % (uint64_t)below);
}

static inline bool dice_one_in(struct dice *dice, int many)
{
    return dice_roll(dice, many) == 0;
}

#endif
