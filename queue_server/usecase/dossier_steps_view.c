/* Who had a dossier, from when to when, and how far the plan of internal steps has come. */
#include <string.h>

#include "usecase/dossier_parts_view.h"
#include "usecase/dossier_step_clock.h"
#include "usecase/dossier_view.h"

struct steps {
    struct text *text;
    struct step_clock clock;
};

/* Rule R-247: late by its own date, whatever became of the steps before. */
static void put_internal(struct steps *steps, const struct dossier_step *step)
{
    bool paused;
    const struct due due = step_clock_due(&steps->clock, &paused);
    const bool ended = !instant_is_none(step->ended_at);
    const struct instant now = ended ? step->ended_at : steps->clock.work->facts.now;

    if (step_clock_planned(&steps->clock))
        json_put_int(steps->text, "row", steps->clock.row);
    else
        json_put_null(steps->text, "row");
    json_put_instant_or_null(steps->text, "due_at",
                             due.kind == DUE_NONE || paused ? instant_none() : due.at);
    json_put_bool(steps->text, "late", !paused && due_has_passed(due, now));
}

static void put_step(const struct dossier_step *step, void *data)
{
    struct steps *steps = data;
    struct text *text = steps->text;
    struct store_tx *tx = steps->clock.work->tx;

    step_clock_go(&steps->clock, step);
    json_open_object(text, NULL);
    json_put_int(text, "step", step->step);
    json_put_string(text, "unit", step->officer.unit);
    dossier_view_account(tx, text, "officer", step->officer.account);
    dossier_view_account(tx, text, "given_by", step->given_by);
    json_put_instant_or_null(text, "given_at", step->given_at);
    json_put_instant(text, "starts_at", step->starts_at);
    json_put_instant_or_null(text, "ended_at", step->ended_at);
    put_internal(steps, step);
    json_put_string_or_null(text, "note", step->note);
    json_close_object(text);
}

/* Rows before the one in hand are behind it, whether somebody had them or they were passed over. */
static const char *progress(const struct step_clock *steps, int row)
{
    const bool open = dossier_state_phase(steps->work->record.dossier.state) == PHASE_OPEN;

    if (row < steps->row || (!open && steps->row > 0))
        return "done";
    return row == steps->row ? "current" : "waiting";
}

static void put_plan(struct text *text, const struct step_clock *steps)
{
    char limit_text[TIME_LIMIT_TEXT_SIZE];

    json_open_array(text, "internal_plan");
    for (int row = 1; row <= steps->plan.count; row++) {
        const struct planned_step *step = &steps->plan.steps[row - 1];
        const bool handling = strcmp(step->owner, STEP_OWNER_HANDLING) == 0;
        const struct time_limit limit = step_plan_limit(step, &steps->whole);

        if (!step->counts)
            continue;
        time_limit_format(&limit, limit_text);
        json_open_object(text, NULL);
        json_put_int(text, "row", row);
        json_put_string(text, "owner", handling ? steps->work->record.handling_unit : step->owner);
        json_put_string(text, "task", step->task);
        json_put_string(text, "limit", limit_text);
        json_put_string(text, "progress", progress(steps, row));
        json_close_object(text);
    }
    json_close_array(text);
}

void dossier_view_steps(struct text *text, const struct dossier_work *work)
{
    struct steps steps = {.text = text};

    step_clock_init(&steps.clock, work);
    json_open_array(text, "steps");
    dossier_steps_each(work->tx, work->record.id, put_step, &steps);
    json_close_array(text);
    put_plan(text, &steps.clock);
}
