/* Corrections of moments: nothing is edited, what follows from the moment is counted anew.
 * Rules R-538..R-540. */
#include <string.h>

#include "domain/dossier_moment.h"
#include "store/answer_rows.h"
#include "usecase/dossier_check.h"
#include "usecase/dossier_due.h"
#include "usecase/move_dossier.h"

/* ---- may it stand there -----------------------------------------------------------------------
 */

/* The steps of form 06, of which the first begins and the last ends with the dossier. */
struct frame {
    int steps;
    struct instant first_end, last_begin;
};

static void look(const struct dossier_step *step, void *data)
{
    struct frame *frame = data;

    if (frame->steps++ == 0)
        frame->first_end = step->ended_at;
    frame->last_begin = step->begun_at;
}

static bool after_arrival(struct dossier_work *work, struct instant was, struct instant now)
{
    struct dossier_answer answer;

    return !answer_rows_last(work->tx, work->record.id, &answer) ||
           answer.answered_at.ms != was.ms || !instant_before(now, answer.arrived_at);
}

static int year_of(struct instant instant)
{
    return date_civil(date_of_instant(instant)).year;
}

/* Code and row of book 07 are those of the year of acceptance. */
static bool acceptance_may_be(struct dossier_work *work, struct instant was, struct instant now,
                              const struct frame *frame)
{
    return year_of(was) == year_of(now) &&
           (instant_is_none(frame->first_end) || !instant_before(frame->first_end, now)) &&
           after_arrival(work, was, now);
}

static bool end_may_be(const struct dossier_work *work, struct instant now,
                       const struct frame *frame)
{
    return !instant_before(now, frame->last_begin) && !instant_before(now, work->record.signed_at);
}

static bool in_order(struct dossier_work *work, const struct dossier_moment *moment,
                     struct instant was, const struct dossier *as_corrected)
{
    struct frame frame = {.first_end = instant_none()};

    dossier_steps_each(work->tx, work->record.id, look, &frame);
    if (!dossier_moments_in_order(as_corrected, work->facts.now))
        return false;
    if (moment->kind == MOMENT_ACCEPTED)
        return acceptance_may_be(work, was, as_corrected->accepted_at, &frame);
    return moment->kind != MOMENT_ENDED || end_may_be(work, as_corrected->ended_at, &frame);
}

/* ---- asked for, approved ----------------------------------------------------------------------
 */

bool move_dossier_moment_put(struct dossier_work *work, const struct dossier_moment *moment,
                             struct dossier_correction *correction)
{
    struct dossier corrected = work->record.dossier;
    struct instant *slot = dossier_moment_of(&corrected, moment), value;

    if (!slot)
        return false;
    const struct instant was = *slot;
    if (instant_parse(correction->new_value, strlen(correction->new_value), &value) != ERR_OK) {
        command_fault(work->command, "/value", ERR_BAD_VALUE);
        return true;
    }
    *slot = value;
    instant_format(was, correction->old_value);
    instant_format(value, correction->new_value);
    work->facts.moment_in_order = in_order(work, moment, was, &corrected);
    return value.ms != instant_floor(was).ms;
}

static struct instant legal_due(const struct dossier_record *record)
{
    return record->due.kind == DUE_NONE ? instant_none() : record->due.at;
}

/* Due date and verdict as if the moment had always been the right one; what was promised, the code
 * and the pinned calendar stay. */
static enum err count_anew(struct dossier_work *work)
{
    struct dossier_record *record = &work->record;
    const struct dossier *dossier = &record->dossier;
    struct office *office = work->command->office;

    if (dossier->ended_at.ms == 0)
        return dossier_due_compute(work->tx, office, record);
    const enum err err = dossier_due_at_end(work->tx, office, record);
    if (err == ERR_OK)
        record->verdict =
            verdict_decide(record->due, dossier->ended_at, dossier->state == DOSSIER_STOPPED);
    return err;
}

enum err move_dossier_moment_apply(struct dossier_work *work)
{
    struct dossier_correction *correction = &work->correction;
    struct dossier_record *record = &work->record;
    struct dossier_moment moment;

    if (work->action != ACTION_CORRECT || !dossier_moment_parse(correction->field, &moment))
        return ERR_OK;
    correction->due_before = legal_due(record);
    correction->verdict_before = record->verdict;
    struct instant *slot = dossier_moment_of(&record->dossier, &moment), value;
    enum err err = instant_parse(correction->new_value, strlen(correction->new_value), &value);
    if (err == ERR_OK) {
        work->corrected_since = instant_before(value, *slot) ? value : *slot;
        *slot = value;
        err = count_anew(work);
    }
    correction->due_after = legal_due(record);
    correction->verdict_after = record->verdict;
    return err;
}

void move_dossier_moment_save(struct dossier_work *work, const struct dossier_moment *moment)
{
    const struct dossier *dossier = &work->record.dossier;
    const int64_t id = work->record.id;

    if (moment->kind == MOMENT_ACCEPTED) {
        dossier_step_first_begins(work->tx, id, dossier->accepted_at);
        answer_rows_correct(work->tx, id, work->accepted_before, dossier->accepted_at);
    }
    if (moment->kind == MOMENT_ENDED)
        dossier_step_last_ends(work->tx, id, dossier->ended_at);
}
