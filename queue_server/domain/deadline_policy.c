#include "domain/deadline_policy.h"

#include <string.h>

#include "base/digits.h"

enum { SAME_DAY_CUTOFF = 15 * 3600 };

static bool text_is(const char *text, size_t length, const char *expected)
{
    return length == strlen(expected) && memcmp(text, expected, length) == 0;
}

enum err deadline_policy_set(struct deadline_policy *policy, const char *text, size_t length)
{
    static const char cutoff[] = "cutoff=";
    const size_t prefix = sizeof cutoff - 1;
    int hour, minute;

    if (text_is(text, length, "rest_day=count_from_next")) {
        policy->rest_day = REST_DAY_COUNT_FROM_NEXT;
        return ERR_OK;
    }
    if (text_is(text, length, "rest_day=receive_next")) {
        policy->rest_day = REST_DAY_RECEIVE_NEXT;
        return ERR_OK;
    }
    if (text_is(text, length, "cutoff=none")) {
        policy->cutoff = CUTOFF_NONE;
        return ERR_OK;
    }
    if (length != prefix + 5 || memcmp(text, cutoff, prefix) != 0)
        return ERR_BAD_VALUE;
    text += prefix;
    if (text[2] != ':' || !digits_read(text, 2, &hour) || !digits_read(text + 3, 2, &minute) ||
        hour > 23 || minute > 59)
        return ERR_BAD_VALUE;
    policy->cutoff = CUTOFF_AT;
    policy->cutoff_second = hour * 3600 + minute * 60;
    return ERR_OK;
}

bool deadline_policy_cutoff(const struct deadline_policy *policy, const struct time_limit *limit,
                            int32_t *out_second)
{
    switch (policy->cutoff) {
    case CUTOFF_NONE:
        return false;
    case CUTOFF_AT:
        *out_second = policy->cutoff_second;
        return true;
    case CUTOFF_DEFAULT:
        break;
    }
    *out_second = SAME_DAY_CUTOFF;
    return limit->unit == LIMIT_SAME_DAY;
}
