/*
 * The people of a small commune, a dossier in which everything is in order, and short words to try
 * actions with; for the tests of domain/dossier.
 */
#ifndef SUPPORT_DOSSIER_CASE_H
#define SUPPORT_DOSSIER_CASE_H

#include "support/test.h"

#include <string.h>

#include "domain/dossier.h"

static const struct dossier_actor reception = {
    {"mau.nv", "TT_PVHCC"}, {ROLE_BIT(TIEP_NHAN)}, false};
static const struct dossier_actor colleague = {
    {"thu.tt", "TT_PVHCC"}, {ROLE_BIT(TIEP_NHAN)}, false};
static const struct dossier_actor director = {{"gd", "TT_PVHCC"}, {ROLE_BIT(GD_TT)}, false};
static const struct dossier_actor officer = {{"tl.kt", "P_KT"}, {ROLE_BIT(THU_LY)}, false};
static const struct dossier_actor head = {{"tp.kt", "P_KT"}, {ROLE_BIT(LD_PHONG)}, false};
static const struct dossier_actor other_head = {{"tp.vhxh", "P_VHXH"}, {ROLE_BIT(LD_PHONG)}, false};
static const struct dossier_actor leader = {{"ct", "LANH_DAO"}, {ROLE_BIT(LANH_DAO)}, false};
static const struct dossier_actor clerk = {{"vt", "VP_HDND_UBND"}, {ROLE_BIT(VAN_THU)}, false};
static const struct dossier_actor administrator = {{"qt", "TO_CNTT"}, {ROLE_BIT(QUAN_TRI)}, false};
static const struct dossier_actor inspector = {{"ktra", "TO_CNTT"}, {ROLE_BIT(KIEM_TRA)}, false};
static const struct dossier_actor feed = {.import = true};

static inline struct instant at(const char *text)
{
    struct instant instant;

    assert_int_equal(instant_parse(text, strlen(text), &instant), ERR_OK);
    return instant;
}

/* Everything in order, on a Tuesday morning, due on Friday. */
static inline struct dossier_facts good(void)
{
    return (struct dossier_facts){
        .now = at("2026-03-10T09:00"),
        .policy = dossier_policy_default(),
        .due = {DUE_DAY, at("2026-03-13T17:00"), date_from_civil((struct civil){2026, 3, 13})},
        .reason_given = true,
        .code_is_new = true,
        .procedure_in_force = true,
        .identity_valid = true,
        .documents_complete = true,
        .fee_before_settled = true,
        .due_in_calendar = true,
        .something_asked = true,
        .something_supplied = true,
        .receiver_may_act = true,
        .receiver = {"tl.kt", "P_KT"},
        .scans_complete = true,
        .obligation_settled = true,
        .notice_given = true,
        .basis_given = true,
        .new_time = at("2026-03-17T17:00"),
        .new_time_in_calendar = true,
        .extension_known = true,
        .correctable = true,
        .asked_by_another = true,
        .step_known = true,
        .agency_free = true,
        .steps_forwarded = 2,
        .step_is_open = true,
        .result_given = true,
        .number_is_free = true,
        .fee_after_settled = true,
        .collector_identified = true,
        .collector_authorised = true,
    };
}

static inline enum err attempt_with(const struct dossier *dossier, enum dossier_action action,
                                    const struct dossier_actor *actor,
                                    const struct dossier_facts *facts)
{
    struct dossier_change change;

    return dossier_decide(dossier, action, actor, facts, &change);
}

static inline enum err attempt(const struct dossier *dossier, enum dossier_action action,
                               const struct dossier_actor *actor)
{
    const struct dossier_facts facts = good();

    return attempt_with(dossier, action, actor, &facts);
}

/* Carry an action out; it must be allowed. */
static inline struct dossier_change must_with(struct dossier *dossier, enum dossier_action action,
                                              const struct dossier_actor *actor,
                                              const struct dossier_facts *facts)
{
    struct dossier_change change;

    assert_int_equal(dossier_decide(dossier, action, actor, facts, &change), ERR_OK);
    *dossier = change.after;
    return change;
}

static inline struct dossier_change must(struct dossier *dossier, enum dossier_action action,
                                         const struct dossier_actor *actor)
{
    const struct dossier_facts facts = good();

    return must_with(dossier, action, actor, &facts);
}

static inline struct dossier accepted(void)
{
    struct dossier dossier = {.state = DOSSIER_NEW};

    must(&dossier, ACTION_ACCEPT, &reception);
    return dossier;
}

static inline struct dossier processing(void)
{
    struct dossier dossier = accepted();

    must(&dossier, ACTION_HAND_OVER, &reception);
    must(&dossier, ACTION_CONFIRM, &officer);
    return dossier;
}

#endif
