#include "domain/step_plan.h"

#include <string.h>

enum { SHARE_ALL = 10000, HOURS_OF_DAY = 8 };

/* A share of an amount in hundredths, at most `most` of them; 0 for no bound. */
static int64_t part_of(int64_t hundredths, int32_t share, int64_t most)
{
    const int64_t part = hundredths * share / SHARE_ALL;

    return most > 0 && part > most ? most : part;
}

/* Rule R-246. */
struct time_limit step_plan_limit(const struct planned_step *step, const struct time_limit *whole)
{
    struct time_limit limit = {.unit = whole->unit};

    if (!step->counts || step->limit.unit != LIMIT_NONE)
        return step->counts ? step->limit : (struct time_limit){.unit = LIMIT_NONE};
    switch (whole->unit) {
    case LIMIT_SAME_DAY:
        limit.unit = LIMIT_WORKING_HOURS;
        limit.hundredths = part_of(100 * HOURS_OF_DAY, step->share, step->most * HOURS_OF_DAY);
        break;
    case LIMIT_WORKING_HOURS:
        limit.hundredths = part_of(whole->hundredths, step->share, step->most * HOURS_OF_DAY);
        break;
    case LIMIT_WORKING_DAYS:
        limit.hundredths = part_of(whole->hundredths, step->share, step->most);
        break;
    case LIMIT_CALENDAR_DAYS:
    case LIMIT_CALENDAR_MONTHS:
        limit.hundredths = part_of(whole->hundredths, step->share, step->most) / 100 * 100;
        break;
    case LIMIT_WORKING_SECONDS:
        limit.hundredths = part_of(whole->hundredths, step->share, 0) / 100 * 100;
        break;
    case LIMIT_NONE:
        break;
    }
    return limit.hundredths > 0 ? limit : (struct time_limit){.unit = LIMIT_NONE};
}

/* Does this officer do a step of that owner? */
static bool owns(const char *owner, const char *handling_unit, const struct officer *officer,
                 struct role_set roles)
{
    enum role role;

    if (strcmp(owner, STEP_OWNER_HANDLING) == 0)
        owner = handling_unit;
    if (officer->unit[0] && strcmp(owner, officer->unit) == 0)
        return true;
    return role_from_code(owner, strlen(owner), &role) == ERR_OK && role_set_has(roles, role);
}

/* Rule R-247. */
int step_plan_next(const struct step_plan *plan, int current, const char *handling_unit,
                   const struct officer *officer, struct role_set roles)
{
    const struct planned_step *steps = plan->steps;

    for (int row = current + 1; row <= plan->count; row++)
        if (steps[row - 1].counts && owns(steps[row - 1].owner, handling_unit, officer, roles))
            return row;
    for (int row = current; row >= 1; row--)
        if (steps[row - 1].counts && owns(steps[row - 1].owner, handling_unit, officer, roles))
            return row;
    return current;
}
