/* Steps of a dossier at other agencies (liên thông): forwarded together, ended one by one. */
#include <stdio.h>
#include <string.h>

#include "usecase/agency_plan.h"
#include "usecase/dossier_check.h"
#include "usecase/dossier_due.h"
#include "usecase/move_dossier.h"

/* Has this agency a step that is open, among the first `count`? */
static bool agency_has_open(const struct dossier_work *work, int count, const char *agency)
{
    for (int i = 0; i < count; i++)
        if (instant_is_none(work->agency_steps[i].ended_at) &&
            strcmp(work->agency_steps[i].agency, agency) == 0)
            return true;
    return false;
}

/* The agency that decides has as long as the dossier; another one by its own limit..
 */
static enum err step_due(struct dossier_work *work, int row, const struct time_limit *limit,
                         struct due *out_due)
{
    if (row == AGENCY_PLAN_DECIDES) {
        *out_due = work->record.due;
        return ERR_OK;
    }
    return dossier_due_of_step(work->tx, work->command->office, limit, work->facts.now, out_due);
}

/* Begin the step of a row of the plan behind those that are there. Rule R-876. */
static enum err begin_step(struct dossier_work *work, int row)
{
    struct dossier_agency_step *step = &work->agency_steps[work->agency_step_count];
    struct procedure_agency_step planned;

    if (!agency_plan_step(work, row, &planned)) {
        work->facts.step_known = false;
        return ERR_OK;
    }
    if (work->agency_step_count == AGENCY_STEPS_MAX)
        return ERR_LIMIT_REACHED;
    if (agency_has_open(work, work->agency_step_count, planned.agency))
        work->facts.agency_free = false;
    *step = (struct dossier_agency_step){.step = work->agency_step_count + 1,
                                         .list_row = row,
                                         .begun_at = work->facts.now,
                                         .ended_at = instant_none()};
    snprintf(step->agency, sizeof step->agency, "%s", planned.agency);
    snprintf(step->task, sizeof step->task, "%s", planned.task);
    time_limit_format(&planned.limit, step->limit_text);
    const enum err err = step_due(work, row, &planned.limit, &step->due);
    work->agency_step_count += err == ERR_OK;
    return err;
}

static enum err forward_facts(struct dossier_work *work, const struct move_dossier *move)
{
    enum err err = ERR_OK;

    work->facts.step_known = move->agency_row_count > 0;
    work->facts.agency_free = true;
    work->agency_first = work->agency_step_count;
    for (int i = 0; i < move->agency_row_count && err == ERR_OK; i++)
        err = begin_step(work, move->agency_rows[i]);
    work->agency_count = work->agency_step_count - work->agency_first;
    work->facts.steps_forwarded = work->agency_count;
    return err;
}

/* Who decides elsewhere says how, and nobody else does. Rule R-439. */
static enum err decision_facts(struct dossier_work *work, struct move_dossier *move)
{
    const bool decides = work->agency_steps[work->agency_first].list_row == AGENCY_PLAN_DECIDES;

    dossier_check_text(work->command, "/decision/title", move->title, sizeof move->title);
    work->facts.decided_elsewhere = work->facts.step_is_open && decides;
    if (work->facts.decided_elsewhere && !move->title[0])
        command_fault(work->command, "/decision", ERR_MISSING_FIELD);
    if (work->facts.step_is_open && !decides && move->title[0])
        command_fault(work->command, "/decision", ERR_BAD_VALUE);
    return work->command->facts.fields.length ? ERR_FIELDS : ERR_OK;
}

enum err move_dossier_agency_facts(struct dossier_work *work, struct move_dossier *move)
{
    dossier_check_text(work->command, "/note", move->note, sizeof move->note);
    if (move->action == ACTION_FORWARD)
        return forward_facts(work, move);
    work->agency_first = move->agency_step - 1;
    work->facts.step_is_open = move->agency_step >= 1 &&
                               move->agency_step <= work->agency_step_count &&
                               instant_is_none(work->agency_steps[move->agency_step - 1].ended_at);
    work->agency_count = work->facts.step_is_open;
    return work->facts.step_is_open ? decision_facts(work, move) : ERR_OK;
}

/* Its own verdict; the whole is charged to the lead agency. Rule R-877. */
void move_dossier_agency_apply(struct dossier_work *work, const struct move_dossier *move)
{
    struct dossier_agency_step *step = &work->agency_steps[work->agency_first];

    if (move->action != ACTION_STEP_RESULT)
        return;
    step->ended_at = work->facts.now;
    step->verdict = verdict_decide(step->due, step->ended_at, false);
}

void move_dossier_agency_save(struct dossier_work *work)
{
    for (int i = 0; i < work->agency_count; i++)
        dossier_agency_step_put(work->tx, work->record.id,
                                &work->agency_steps[work->agency_first + i]);
}
