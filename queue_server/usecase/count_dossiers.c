#include "usecase/count_dossiers.h"

#include <stdio.h>
#include <string.h>

#include "domain/later_due.h"
#include "usecase/due_as_of.h"

/* What is at hand while the dossiers go by. */
struct walk {
    struct store_tx *tx;
    struct command *command;
    struct dossier_counting *counting;
    bool one_unit; /* the actor sees the dossiers of his unit only */
    struct due_as_of due;
    enum err err;
};

static enum err is_overdue(struct walk *walk, const struct report_dossier *dossier,
                           bool *out_overdue)
{
    const struct instant at = walk->counting->span.at;
    struct deadline deadline;
    const enum err err = due_as_of(&walk->due, dossier->id, dossier->accepted_at, at, &deadline);

    if (err == ERR_OK)
        *out_overdue =
            deadline.outcome == DEADLINE_DUE && due_has_passed(due_of_deadline(&deadline), at);
    return err;
}

/* The report cannot be given because of this dossier. */
static enum err spoiled(struct walk *walk, const struct report_dossier *dossier)
{
    struct refusal_facts *facts = &walk->command->facts;
    struct report_pinned pinned;

    if (report_rows_pinned(walk->tx, dossier->id, &pinned))
        snprintf(facts->conflicting_code, sizeof facts->conflicting_code, "%s", pinned.code);
    return ERR_REPORT_UNBALANCED;
}

static enum err count_one(struct walk *walk, const struct report_dossier *dossier)
{
    const struct span *span = &walk->counting->span;
    struct counted_dossier counted = {.dossier = dossier, .responsible = dossier->officer};
    struct dossier_moments moments = {.accepted_at = dossier->accepted_at,
                                      .ended_at = dossier->ended_at,
                                      .ended = !instant_is_none(dossier->ended_at),
                                      .online = dossier->online,
                                      .verdict = dossier->verdict};
    enum err err = ERR_OK;

    if (moments_open_at_end(&moments, span)) {
        report_rows_responsible(walk->tx, dossier->id, span->at, &counted.responsible);
        err = is_overdue(walk, dossier, &moments.overdue);
    }
    if (err == ERR_NO_MEMORY || err == ERR_STORE)
        return err;
    const char *unit = walk->command->actor.unit;
    if (walk->one_unit && (!unit[0] || strcmp(counted.responsible.unit, unit) != 0))
        return ERR_OK;
    if (err != ERR_OK || indicator_row_count(&counted.counted, span, &moments) != ERR_OK)
        return spoiled(walk, dossier);
    return walk->counting->each(&counted, walk->counting->data);
}

static bool add_one(const struct report_dossier *dossier, void *data)
{
    struct walk *walk = data;

    walk->err = count_one(walk, dossier);
    return walk->err == ERR_OK;
}

enum err count_dossiers(struct store_tx *tx, struct command *command,
                        struct dossier_counting *counting)
{
    const struct instant now = instant_floor(command->now);
    struct walk walk = {
        .tx = tx,
        .command = command,
        .counting = counting,
        .due = {.tx = tx, .calendars = command->office->calendars},
        .one_unit = permission_dossier_scope(command->actor.roles) < SCOPE_CENTRE,
    };

    counting->span = period_span(counting->period, now);
    report_rows_each(tx, counting->span.from, counting->span.to, add_one, &walk);
    return walk.err == ERR_OK ? sql_outcome(tx) : walk.err;
}
