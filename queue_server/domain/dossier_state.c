#include "domain/dossier_state.h"

#include <string.h>

/* Rule R-204. */
static const struct {
    const char *name;
    const char *code;
    const char *title;
    int national;
    enum dossier_phase phase;
    enum dossier_clock clock;
} states[DOSSIER_STATE_COUNT] = {
#define X(name, api, code, vi, status, phase, clock)                                               \
    [DOSSIER_##name] = {(api), (code), (vi), (status), (phase), (clock)},
    DOSSIER_STATE_MAP(X)
#undef X
};

const char *dossier_state_name(enum dossier_state state)
{
    return states[state].name;
}

const char *dossier_state_code(enum dossier_state state)
{
    return states[state].code;
}

const char *dossier_state_title(enum dossier_state state)
{
    return states[state].title;
}

int dossier_state_national(enum dossier_state state)
{
    return states[state].national;
}

enum dossier_phase dossier_state_phase(enum dossier_state state)
{
    return states[state].phase;
}

enum dossier_clock dossier_state_clock(enum dossier_state state)
{
    return states[state].clock;
}

enum err dossier_state_from_name(const char *text, size_t length, enum dossier_state *out_state)
{
    for (int i = DOSSIER_NEW + 1; i < DOSSIER_STATE_COUNT; i++)
        if (strlen(states[i].name) == length && memcmp(states[i].name, text, length) == 0) {
            *out_state = (enum dossier_state)i;
            return ERR_OK;
        }
    return ERR_UNKNOWN;
}
