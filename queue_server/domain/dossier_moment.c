#include "domain/dossier_moment.h"

#include <string.h>

static const char *const names[] = {
    [MOMENT_ACCEPTED] = "accepted_at", [MOMENT_ENDED] = "ended_at",
    [MOMENT_RETURNED] = "returned_at", [MOMENT_PAUSE_FROM] = "pauses/?/from",
    [MOMENT_PAUSE_TO] = "pauses/?/to",
};

bool dossier_moment_parse(const char *name, struct dossier_moment *out_moment)
{
    char again[DOSSIER_MOMENT_NAME_SIZE];

    for (int kind = MOMENT_ACCEPTED; kind <= MOMENT_PAUSE_TO; kind++) {
        const size_t pauses = kind < MOMENT_PAUSE_FROM ? 1 : DOSSIER_PAUSES_MAX;

        for (size_t pause = 0; pause < pauses; pause++) {
            const struct dossier_moment moment = {.kind = (enum dossier_moment_kind)kind,
                                                  .pause = pause};

            dossier_moment_name(&moment, again);
            if (strcmp(name, again) == 0) {
                *out_moment = moment;
                return true;
            }
        }
    }
    return false;
}

void dossier_moment_name(const struct dossier_moment *moment,
                         char out_name[DOSSIER_MOMENT_NAME_SIZE])
{
    const size_t number = moment->pause % DOSSIER_PAUSES_MAX + 1;

    for (const char *from = names[moment->kind]; *from; from++) {
        if (*from == '?' && number >= 10)
            *out_name++ = (char)('0' + number / 10);
        *out_name++ = *from == '?' ? (char)('0' + number % 10) : *from;
    }
    *out_name = '\0';
}

static struct instant *when_there(struct instant *instant)
{
    return instant->ms != 0 && !instant_is_none(*instant) ? instant : NULL;
}

struct instant *dossier_moment_of(struct dossier *dossier, const struct dossier_moment *moment)
{
    struct dossier_pause *pause =
        moment->pause < dossier->pause_count ? &dossier->pauses[moment->pause] : NULL;

    switch (moment->kind) {
    case MOMENT_ACCEPTED:
        return when_there(&dossier->accepted_at);
    case MOMENT_ENDED:
        return when_there(&dossier->ended_at);
    case MOMENT_RETURNED:
        return when_there(&dossier->returned_at);
    case MOMENT_PAUSE_FROM:
        return pause ? &pause->from : NULL;
    case MOMENT_PAUSE_TO:
        return pause && !pause->open ? &pause->to : NULL;
    }
    return NULL;
}

bool dossier_moments_in_order(const struct dossier *dossier, struct instant now)
{
    const bool ended = dossier->ended_at.ms != 0, returned = dossier->returned_at.ms != 0;
    const struct instant end = ended ? dossier->ended_at : now;
    bool holds = !instant_before(end, dossier->accepted_at) && !instant_before(now, end);

    for (size_t i = 0; i < dossier->pause_count; i++) {
        const struct dossier_pause *pause = &dossier->pauses[i];
        const struct instant to = pause->open ? pause->from : pause->to;

        holds = holds && !instant_before(pause->from, dossier->accepted_at) &&
                !instant_before(to, pause->from) && !instant_before(end, to);
    }
    if (returned)
        holds = holds && !instant_before(dossier->returned_at, end) &&
                !instant_before(now, dossier->returned_at);
    return holds;
}
