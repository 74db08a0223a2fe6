#include "domain/print_job.h"

#include <string.h>

static const char *const names[PRINT_STATE_COUNT] = {
    [PRINT_QUEUED] = "queued",       [PRINT_CREATED] = "created", [PRINT_SENT] = "sent",
    [PRINT_ATTENTION] = "attention", [PRINT_PRINTED] = "printed", [PRINT_CANCELLED] = "cancelled",
    [PRINT_KEPT] = "created",
};

bool print_state_is_open(enum print_state state)
{
    return state == PRINT_QUEUED || state == PRINT_CREATED || state == PRINT_SENT;
}

/* Rule R-652: forward only, and only while it is open. */
enum print_state print_state_after(enum print_state state, enum print_news news, bool has_printer)
{
    if (!print_state_is_open(state))
        return state;
    switch (news) {
    case NEWS_RENDERED:
        return has_printer ? state : PRINT_KEPT;
    case NEWS_CREATED:
        return state == PRINT_QUEUED ? PRINT_CREATED : state;
    case NEWS_SENT:
        return PRINT_SENT;
    case NEWS_PRINTED:
        return PRINT_PRINTED;
    case NEWS_ATTENTION:
        return PRINT_ATTENTION;
    case NEWS_WAITING:
    case NEWS_COUNT:
        break;
    }
    return state;
}

const char *print_state_name(enum print_state state)
{
    return names[state];
}

unsigned print_states_of_name(const char *name)
{
    unsigned states = 0;

    for (unsigned state = 0; state < PRINT_STATE_COUNT; state++)
        if (strcmp(names[state], name) == 0)
            states |= 1u << state;
    return states;
}

/* Rule R-656. */
enum err print_state_resolve(enum print_state state, enum print_state found,
                             enum print_state *out_state)
{
    if (state != PRINT_ATTENTION || (found != PRINT_PRINTED && found != PRINT_CANCELLED))
        return ERR_STATE_FORBIDS;
    *out_state = found;
    return ERR_OK;
}
