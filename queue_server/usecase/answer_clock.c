#include "usecase/answer_clock.h"

#include "store/answer_rows.h"
#include "usecase/dossier_due.h"

/* When `hours` of working time have passed; instant_none() beyond the calendar. Rule R-503. */
static struct instant after_hours(struct dossier_work *work, struct instant from, int hours)
{
    const struct time_limit limit = {.unit = LIMIT_WORKING_HOURS, .hundredths = 100 * hours};
    struct due due;

    if (dossier_due_of_step(work->tx, work->command->office, &limit, from, &due) != ERR_OK)
        return instant_none();
    return due.at;
}

void answer_clock_keep(struct dossier_work *work)
{
    const uint32_t effects = work->change.rule->effects;
    const struct dossier_policy *policy = &work->facts.policy;
    struct dossier_answer last = {.round = 0}, answer;

    if ((effects & EFFECT_RESPONSE_ENDS) && work->state_before == DOSSIER_ARRIVED) /* */
        answer_rows_end(work->tx, work->record.id, work->facts.now);
    if (!(effects & EFFECT_RESPONSE_STARTS))
        return;
    answer_rows_last(work->tx, work->record.id, &last);
    answer = (struct dossier_answer){.round = last.round + 1,
                                     .arrived_at =
                                         work->arrived_at.ms ? work->arrived_at : work->facts.now,
                                     .answered_at = instant_none()};
    answer.remind_at = after_hours(work, answer.arrived_at, policy->answer_remind_hours);
    answer.due_at = after_hours(work, answer.arrived_at, policy->answer_hours);
    answer_rows_begin(work->tx, work->record.id, &answer);
}

void answer_clock_view(struct text *text, struct dossier_work *work)
{
    struct dossier_answer answer;

    if (!answer_rows_last(work->tx, work->record.id, &answer)) {
        json_put_null(text, "answer");
        return;
    }
    const bool answered = !instant_is_none(answer.answered_at);
    const struct instant at = answered ? answer.answered_at : work->facts.now;
    json_open_object(text, "answer");
    json_put_instant(text, "arrived_at", answer.arrived_at);
    json_put_instant_or_null(text, "due_at", answer.due_at);
    json_put_instant_or_null(text, "answered_at", answer.answered_at);
    if (instant_is_none(answer.due_at))
        json_put_null(text, "in_time");
    else
        json_put_bool(text, "in_time", !instant_before(answer.due_at, at));
    json_close_object(text);
}
