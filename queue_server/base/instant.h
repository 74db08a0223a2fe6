/*
 * Points in time, and their text.
 *
 * Pure. The server floors its clock to whole seconds before any rule sees it (working-time.md 1);
 * milliseconds remain the stored unit. Local time is UTC+07:00 always: fixed arithmetic, no time
 * zone database.
 */
#ifndef BASE_INSTANT_H
#define BASE_INSTANT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"

struct instant {
    int64_t ms; /* milliseconds since 1970-01-01T00:00:00Z */
};

enum { INSTANT_TEXT_SIZE = sizeof "2026-03-10T09:12:00+07:00" };

/* No instant at all, for what has not happened yet; earlier than every real one. */
static inline struct instant instant_none(void)
{
    return (struct instant){INT64_MIN};
}

static inline bool instant_is_none(struct instant instant)
{
    return instant.ms == INT64_MIN;
}

static inline struct instant instant_from_seconds(int64_t seconds)
{
    return (struct instant){seconds * 1000};
}

/* Whole seconds since 1970-01-01T00:00:00Z, rounded down. */
static inline int64_t instant_seconds(struct instant instant)
{
    return instant.ms >= 0 ? instant.ms / 1000 : -((-instant.ms + 999) / 1000);
}

static inline struct instant instant_floor(struct instant instant)
{
    return instant_from_seconds(instant_seconds(instant));
}

static inline struct instant instant_plus_seconds(struct instant instant, int64_t seconds)
{
    return (struct instant){instant.ms + seconds * 1000};
}

/* Seconds from `from` to `to`, negative when `to` is earlier. */
static inline int64_t instant_seconds_between(struct instant from, struct instant to)
{
    return instant_seconds(to) - instant_seconds(from);
}

static inline bool instant_before(struct instant a, struct instant b)
{
    return a.ms < b.ms;
}

static inline struct instant instant_later(struct instant a, struct instant b)
{
    return a.ms < b.ms ? b : a;
}

/*
 * Read `YYYY-MM-DDTHH:MM[:SS]` followed by `+07:00`, another `±HH:MM`, `Z` or nothing (= +07:00).
 * The date must exist, hours run 00-23, years 1900-2199 (working-time.md 1). Rule R-001.
 *
 * text    borrowed, `length` bytes, need not be terminated
 *
 * Returns ERR_OK or ERR_SYNTAX; `out_instant` is set on success only.
 */
enum err instant_parse(const char *text, size_t length, struct instant *out_instant);

/* Write `YYYY-MM-DDTHH:MM:SS+07:00` and a NUL. Rule R-001. */
void instant_format(struct instant instant, char out_text[INSTANT_TEXT_SIZE]);

#endif
