#include "domain/petition.h"

#include <string.h>

static const char *const state_names[PETITION_STATES] = {
#define X(upper, lower) [PETITION_##upper] = #lower,
    PETITION_STATE_MAP(X)
#undef X
};

const char *const petition_action_names[PETITION_ACTIONS + 1] = {
    [PETITION_TAKE] = "take",       [PETITION_REQUEST_SUPPLEMENT] = "request_supplement",
    [PETITION_FORWARD] = "forward", [PETITION_REFUSE] = "refuse",
    [PETITION_ANSWER] = "answer",   [PETITION_PUBLISH] = "publish"};

const char *petition_state_name(enum petition_state state)
{
    return state_names[state];
}

bool petition_state_from_name(const char *name, enum petition_state *out_state)
{
    for (int i = 0; name && i < PETITION_STATES; i++)
        if (strcmp(state_names[i], name) == 0) {
            *out_state = (enum petition_state)i;
            return true;
        }
    return false;
}

struct petition_policy petition_policy_default(void)
{
    return (struct petition_policy){2, 5, 15, 2};
}

static enum err last_day(const struct calendar *calendar, struct instant from, int days,
                         struct date *out_day)
{
    const struct date day = date_of_instant(from);

    if (!calendar_covers(calendar, day))
        return ERR_CALENDAR_RANGE;
    return calendar_working_day_after(calendar, day, days, out_day);
}

/* Rule R-554. */
enum err petition_begin(const struct calendar *calendar, const struct petition_policy *policy,
                        struct instant now, struct petition *out_petition)
{
    struct petition petition = {.state = PETITION_RECEIVED,
                                .received_at = now,
                                .asked_at = instant_none(),
                                .ended_at = instant_none(),
                                .published_at = instant_none()};
    enum err err = last_day(calendar, now, policy->sort_days, &petition.sort_by);

    if (err == ERR_OK)
        err = last_day(calendar, now, policy->ask_days, &petition.ask_by);
    if (err == ERR_OK)
        err = last_day(calendar, now, policy->answer_days, &petition.answer_by);
    if (err == ERR_OK)
        *out_petition = petition;
    return err;
}

/* ---- actions --------------------------------------------------------------------------------- */

/* Rule R-553: from which states, and is a text needed? */
static const struct {
    unsigned from;
    bool needs_text;
} rules[PETITION_ACTIONS] = {
    [PETITION_TAKE] = {1u << PETITION_RECEIVED, false},
    [PETITION_REQUEST_SUPPLEMENT] = {1u << PETITION_PROCESSING, true},
    [PETITION_FORWARD] = {1u << PETITION_RECEIVED | 1u << PETITION_PROCESSING, true},
    [PETITION_REFUSE] = {1u << PETITION_RECEIVED | 1u << PETITION_PROCESSING, true},
    [PETITION_ANSWER] = {1u << PETITION_PROCESSING, true},
    [PETITION_PUBLISH] = {1u << PETITION_ANSWERED, false}};

static void end(struct petition *petition, enum petition_state state, struct date by,
                struct instant now)
{
    petition->state = state;
    petition->ended_at = now;
    petition->on_time = !date_before(by, date_of_instant(now));
}

static enum err answer(const struct calendar *calendar, const struct petition_policy *policy,
                       struct instant now, struct petition *petition)
{
    struct date publish_by;
    const enum err err = last_day(calendar, now, policy->publish_days, &publish_by);

    if (err != ERR_OK)
        return err;
    end(petition, PETITION_ANSWERED, petition->answer_by, now);
    petition->publish_by = publish_by;
    return ERR_OK;
}

enum err petition_act(const struct calendar *calendar, const struct petition_policy *policy,
                      enum petition_action action, bool text_given, struct instant now,
                      struct petition *petition)
{
    if (!(rules[action].from >> petition->state & 1) ||
        (action == PETITION_REQUEST_SUPPLEMENT && !instant_is_none(petition->asked_at)) ||
        (action == PETITION_PUBLISH && !instant_is_none(petition->published_at)))
        return ERR_STATE_FORBIDS;
    if (rules[action].needs_text && !text_given)
        return ERR_REASON_MISSING;
    switch (action) {
    case PETITION_TAKE:
        petition->state = PETITION_PROCESSING;
        break;
    case PETITION_REQUEST_SUPPLEMENT:
        petition->asked_at = now;
        break;
    case PETITION_FORWARD:
        end(petition, PETITION_FORWARDED, petition->sort_by, now);
        break;
    case PETITION_REFUSE:
        end(petition, PETITION_REFUSED, petition->sort_by, now);
        break;
    case PETITION_ANSWER:
        return answer(calendar, policy, now, petition);
    case PETITION_PUBLISH:
        petition->published_at = now;
        break;
    case PETITION_ACTIONS:
        return ERR_STATE_FORBIDS;
    }
    return ERR_OK;
}

/* ---- clocks ---------------------------------------------------------------------------------- */

bool petition_due(const struct petition *petition, struct date *out_day)
{
    switch (petition->state) {
    case PETITION_RECEIVED:
        *out_day = petition->sort_by;
        return true;
    case PETITION_PROCESSING:
        *out_day = petition->answer_by;
        return true;
    case PETITION_ANSWERED:
        *out_day = petition->publish_by;
        return instant_is_none(petition->published_at);
    case PETITION_FORWARDED:
    case PETITION_REFUSED:
    case PETITION_STATES:
        break;
    }
    return false;
}

bool petition_is_late(const struct petition *petition, struct date today)
{
    struct date day;

    if (!instant_is_none(petition->ended_at))
        return !petition->on_time;
    return petition_due(petition, &day) && date_before(day, today);
}
