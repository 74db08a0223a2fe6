#include "usecase/dossier_step_clock.h"

#include <string.h>

#include "usecase/dossier_due.h"

void step_clock_init(struct step_clock *clock, const struct dossier_work *work)
{
    const struct dossier_record *record = &work->record;
    const char *limit =
        record->dossier.extended ? record->extended_limit : record->limit_text; /* */

    *clock = (struct step_clock){.work = work};
    procedure_step_plan(&work->procedure, &clock->plan);
    if (time_limit_parse(limit, strlen(limit), &clock->whole) != ERR_OK)
        clock->whole = (struct time_limit){.unit = LIMIT_NONE};
}

void step_clock_go(struct step_clock *clock, const struct dossier_step *step)
{
    if (step->list_row == clock->row && step->step != 1)
        return;
    clock->row = step->list_row;
    clock->starts = step->starts_at;
}

const struct planned_step *step_clock_planned(const struct step_clock *clock)
{
    return clock->row >= 1 && clock->row <= clock->plan.count ? &clock->plan.steps[clock->row - 1]
                                                              : NULL;
}

struct due step_clock_due(const struct step_clock *clock, bool *out_paused)
{
    const struct dossier_work *work = clock->work;
    const struct planned_step *step = step_clock_planned(clock);
    struct due due = {.kind = DUE_NONE};

    *out_paused = false;
    if (!step)
        return due;
    const struct time_limit limit = step_plan_limit(step, &clock->whole);
    if (dossier_due_of_internal(work->tx, work->command->office, &work->record, &limit,
                                clock->starts, &due, out_paused) != ERR_OK)
        due.kind = DUE_NONE;
    return due;
}
