/*
 * The internal steps that a procedure is planned in: who has which share of the limit.
 *
 * Pure. Source: domain 1.2 (7), 4.3, 7; R-246..R-248. Internal dates guide an office: they never
 * move the legal due date, and a late step moves no other one.
 *
 *   row    a step of the plan, from 1; 0 stands for none
 *   owner  who does it: code of a unit, a role, or STEP_OWNER_HANDLING for the unit that handles
 *          the procedure
 */
#ifndef DOMAIN_STEP_PLAN_H
#define DOMAIN_STEP_PLAN_H

#include "domain/dossier_actor.h"
#include "domain/time_limit.h"

enum { STEP_PLAN_MAX = 20, STEP_OWNER_SIZE = 41, STEP_TASK_SIZE = 301 };

#define STEP_OWNER_HANDLING "handling_unit"

struct planned_step {
    char owner[STEP_OWNER_SIZE];
    char task[STEP_TASK_SIZE];
    bool counts;             /* false: outside the limit, e.g. handing out the result */
    struct time_limit limit; /* its own; NONE: by share */
    int32_t share;           /* of the whole limit, in hundredths of a percent */
    int64_t most;            /* days at most by share, in hundredths; 0: no such bound */
};

struct step_plan {
    int count; /* 0: the procedure has no plan */
    struct planned_step steps[STEP_PLAN_MAX];
};

/*
 * The time that a step has of the whole limit: its own, or its share, rounded down so that all
 * shares together never exceed the whole. SAME_DAY counts as 8 working hours; calendar units have
 * whole amounts, below one none. NONE for a step that does not count. Rule R-246.
 */
struct time_limit step_plan_limit(const struct planned_step *step, const struct time_limit *whole);

/*
 * The row that begins when somebody becomes responsible: the next one after `current` that counts
 * and that he owns; when there is none, the nearest one before or at `current` (work that comes
 * back); else `current`. Rule R-247.
 *
 * plan           borrowed
 * current        0 at acceptance
 * handling_unit  code of the unit that handles the procedure
 */
int step_plan_next(const struct step_plan *plan, int current, const char *handling_unit,
                   const struct officer *officer, struct role_set roles);

#endif
