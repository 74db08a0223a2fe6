#include "domain/dossier_action.h"

#include <string.h>

static const struct {
    const char *name;
    const char *route;
    const char *title;
} actions[DOSSIER_ACTION_COUNT] = {
#define X(name, snake, kebab, vi) [ACTION_##name] = {(snake), (kebab), (vi)},
    DOSSIER_ACTION_MAP(X)
#undef X
};

static const enum err guard_errors[] = {[GUARD_NONE] = ERR_OK,
#define X(name, err, condition) [GUARD_##name] = (err),
                                        DOSSIER_GUARD_MAP(X)
#undef X
};

#define S(name) (UINT32_C(1) << DOSSIER_##name)

/* Every state but NEW. */
#define RECORDED (((UINT32_C(1) << DOSSIER_STATE_COUNT) - 1) & ~S(NEW))

/* Whoever may be responsible for a dossier. */
#define OFFICERS                                                                                   \
    (ROLE_BIT(TIEP_NHAN) | ROLE_BIT(THU_LY) | ROLE_BIT(LD_PHONG) | ROLE_BIT(LANH_DAO) |            \
     ROLE_BIT(VAN_THU) | ROLE_BIT(GD_TT))

/* Rule R-205: the table of dossier states, row by row. */
static const struct dossier_rule rules[] = {
    {.action = ACTION_ARRIVE,
     .from = S(NEW),
     .to = DOSSIER_ARRIVED,
     .further = {ROLE_BIT(TIEP_NHAN)},
     .when = WHEN_BY_POST,
     .import = true,
     .guards = {GUARD_CODE_IS_NEW},
     .effects = EFFECT_RESPONSE_STARTS},
    {.action = ACTION_ACCEPT,
     .from = S(NEW) | S(ARRIVED),
     .to = DOSSIER_ACCEPTED,
     .roles = {ROLE_BIT(TIEP_NHAN)},
     .guards = {GUARD_PROCEDURE_IN_FORCE, GUARD_IDENTITY_VALID, GUARD_DOCUMENTS_COMPLETE,
                GUARD_FEE_BEFORE_SETTLED, GUARD_DUE_IN_CALENDAR},
     .effects = EFFECT_CODE | EFFECT_RESPONSE_ENDS,
     .paper = PAPER_RECEIPT},
    {.action = ACTION_REQUEST_SUPPLEMENT,
     .from = S(NEW) | S(ARRIVED),
     .to = DOSSIER_SUPPLEMENT_BEFORE,
     .roles = {ROLE_BIT(TIEP_NHAN)},
     .guards = {GUARD_SOMETHING_ASKED},
     .effects = EFFECT_RESPONSE_ENDS,
     .paper = PAPER_SUPPLEMENT},
    {.action = ACTION_RESUBMIT,
     .from = S(SUPPLEMENT_BEFORE),
     .to = DOSSIER_ARRIVED,
     .roles = {ROLE_BIT(TIEP_NHAN)},
     .import = true,
     .guards = {GUARD_SOMETHING_SUPPLIED},
     .effects = EFFECT_RESPONSE_STARTS},
    {.action = ACTION_REFUSE,
     .from = S(NEW) | S(ARRIVED) | S(SUPPLEMENT_BEFORE),
     .to = DOSSIER_REFUSED,
     .roles = {ROLE_BIT(TIEP_NHAN)},
     .guards = {GUARD_REASON_GIVEN},
     .effects = EFFECT_RESPONSE_ENDS,
     .paper = PAPER_REFUSAL},
    {.action = ACTION_BEGIN,
     .from = S(ACCEPTED),
     .to = DOSSIER_PROCESSING,
     .roles = {ROLE_BIT(TIEP_NHAN)},
     .who = WHO_ACCEPTOR,
     .guards = {GUARD_AT_COUNTER},
     .effects = EFFECT_CONTROL_ROW},
    {.action = ACTION_HAND_OVER,
     .from = S(ACCEPTED) | S(PROCESSING),
     .to = TO_SAME,
     .roles = {OFFICERS},
     .while_pending = true,
     .who = WHO_RESPONSIBLE,
     .guards = {GUARD_RECEIVER_KNOWN, GUARD_RECEIVER_IS_ANOTHER, GUARD_NO_HANDOVER_PENDING,
                GUARD_SCANS_COMPLETE},
     .effects = EFFECT_CONTROL_ROW},
    {.action = ACTION_CONFIRM,
     .from = S(ACCEPTED) | S(PROCESSING),
     .to = DOSSIER_PROCESSING,
     .roles = {OFFICERS},
     .while_pending = true,
     .who = WHO_RECEIVER,
     .guards = {GUARD_HANDOVER_PENDING},
     .effects = EFFECT_CONTROL_ROW},
    {.action = ACTION_RECALL,
     .from = S(ACCEPTED) | S(PROCESSING),
     .to = TO_SAME,
     .roles = {OFFICERS},
     .while_pending = true,
     .who = WHO_GIVER,
     .guards = {GUARD_HANDOVER_PENDING}},
    {.action = ACTION_DECLINE,
     .from = S(ACCEPTED) | S(PROCESSING),
     .to = TO_SAME,
     .roles = {OFFICERS},
     .while_pending = true,
     .who = WHO_RECEIVER,
     .guards = {GUARD_HANDOVER_PENDING, GUARD_REASON_GIVEN}},
    {.action = ACTION_REASSIGN,
     .from = S(ACCEPTED) | S(PROCESSING),
     .to = TO_SAME,
     .roles = {ROLE_BIT(LD_PHONG) | ROLE_BIT(GD_TT)},
     .while_pending = true,
     .guards = {GUARD_PERSON_KNOWN, GUARD_REASON_GIVEN},
     .effects = EFFECT_CONTROL_ROW},
    {.action = ACTION_REQUEST_SUPPLEMENT,
     .from = S(PROCESSING),
     .to = DOSSIER_AWAITING_SUPPLEMENT,
     .roles = {ROLE_BIT(LD_PHONG)},
     .further = {ROLE_BIT(LANH_DAO)},
     .when = WHEN_ASKED_BEFORE,
     .guards = {GUARD_SOMETHING_ASKED, GUARD_SUPPLEMENT_ALLOWED, GUARD_NOT_AFTER_DUE},
     .effects = EFFECT_DUE_MOVES,
     .paper = PAPER_SUPPLEMENT},
    {.action = ACTION_RESUME,
     .from = S(AWAITING_SUPPLEMENT),
     .to = DOSSIER_PROCESSING,
     .roles = {ROLE_BIT(TIEP_NHAN)},
     .guards = {GUARD_SOMETHING_SUPPLIED},
     .effects = EFFECT_CONTROL_ROW | EFFECT_DUE_MOVES,
     .paper = PAPER_NEW_DUE},
    {.action = ACTION_RESUME,
     .from = S(AWAITING_PAYMENT),
     .to = DOSSIER_PROCESSING,
     .roles = {ROLE_BIT(TIEP_NHAN)},
     .import = true,
     .guards = {GUARD_OBLIGATION_SETTLED},
     .effects = EFFECT_DUE_MOVES},
    {.action = ACTION_RESUME,
     .from = S(SUSPENDED),
     .to = DOSSIER_PROCESSING,
     .roles = {ROLE_BIT(LD_PHONG)},
     .effects = EFFECT_DUE_MOVES},
    {.action = ACTION_REQUEST_PAYMENT,
     .from = S(PROCESSING),
     .to = DOSSIER_AWAITING_PAYMENT,
     .roles = {ROLE_BIT(THU_LY)},
     .guards = {GUARD_NOTICE_GIVEN, GUARD_NOT_AFTER_DUE, GUARD_PAUSE_LEFT},
     .effects = EFFECT_DUE_MOVES},
    {.action = ACTION_SUSPEND,
     .from = S(PROCESSING),
     .to = DOSSIER_SUSPENDED,
     .roles = {ROLE_BIT(LD_PHONG)},
     .guards = {GUARD_BASIS_GIVEN, GUARD_NOT_AFTER_DUE, GUARD_PAUSE_LEFT},
     .effects = EFFECT_DUE_MOVES},
    {.action = ACTION_APOLOGISE,
     .from = S(ACCEPTED) | S(PROCESSING) | S(WITH_AGENCY) | S(WITHDRAWAL_REQUESTED),
     .to = TO_SAME,
     .roles = {ROLE_BIT(LANH_DAO)},
     .while_pending = true,
     .guards = {GUARD_CLOCK_RUNS, GUARD_NOT_REAPPOINTED, GUARD_APOLOGY_IN_TIME,
                GUARD_NEW_TIME_LATER},
     .paper = PAPER_APOLOGY},
    {.action = ACTION_EXTEND,
     .from = S(ACCEPTED) | S(PROCESSING) | S(WITH_AGENCY) | S(AWAITING_SUPPLEMENT) |
             S(AWAITING_PAYMENT) | S(SUSPENDED) | S(WITHDRAWAL_REQUESTED),
     .to = TO_SAME,
     .roles = {ROLE_BIT(LANH_DAO)},
     .while_pending = true,
     .guards = {GUARD_EXTENSION_KNOWN, GUARD_NOT_EXTENDED, GUARD_NOT_AFTER_DUE},
     .effects = EFFECT_DUE_MOVES,
     .paper = PAPER_NEW_DUE},
    {.action = ACTION_FORWARD,
     .from = S(ACCEPTED) | S(PROCESSING),
     .to = DOSSIER_WITH_AGENCY,
     .roles = {ROLE_BIT(THU_LY) | ROLE_BIT(TIEP_NHAN)},
     .guards = {GUARD_STEP_KNOWN, GUARD_AGENCY_FREE}},
    {.action = ACTION_STEP_RESULT,
     .from = S(WITH_AGENCY),
     .to = TO_PROCESSING_WHEN_NONE_IS_OPEN,
     .roles = {ROLE_BIT(THU_LY) | ROLE_BIT(TIEP_NHAN)},
     .import = true,
     .guards = {GUARD_STEP_IS_OPEN}},
    {.action = ACTION_SIGN,
     .from = S(PROCESSING),
     .to = TO_SAME,
     .roles = {ROLE_BIT(LANH_DAO)},
     .guards = {GUARD_SIGNER_DID_NOT_ACCEPT, GUARD_RESULT_GIVEN}},
    {.action = ACTION_ISSUE_RESULT,
     .from = S(PROCESSING),
     .to = DOSSIER_RESULT_READY,
     .roles = {ROLE_BIT(VAN_THU)},
     .further = {ROLE_BIT(TIEP_NHAN)},
     .when = WHEN_SAME_DAY,
     .guards = {GUARD_SIGNED, GUARD_NUMBER_IS_FREE},
     .effects = EFFECT_ENDS},
    {.action = ACTION_RETURN_RESULT,
     .from = S(RESULT_READY),
     .to = DOSSIER_RETURNED,
     .roles = {ROLE_BIT(TIEP_NHAN)},
     .import = true,
     .guards = {GUARD_FEE_AFTER_SETTLED, GUARD_COLLECTOR_IDENTIFIED, GUARD_COLLECTOR_AUTHORISED},
     .paper = PAPER_RETURN_SLIP},
    {.action = ACTION_REQUEST_WITHDRAWAL,
     .from = S(ACCEPTED) | S(PROCESSING) | S(WITH_AGENCY) | S(AWAITING_SUPPLEMENT) |
             S(AWAITING_PAYMENT) | S(SUSPENDED),
     .to = DOSSIER_WITHDRAWAL_REQUESTED,
     .roles = {ROLE_BIT(TIEP_NHAN)},
     .while_pending = true,
     .guards = {GUARD_NOT_SIGNED}},
    {.action = ACTION_DENY_WITHDRAWAL,
     .from = S(WITHDRAWAL_REQUESTED),
     .to = TO_BEFORE,
     .roles = {ROLE_BIT(GD_TT)},
     .guards = {GUARD_REASON_GIVEN}},
    {.action = ACTION_STOP,
     .from = S(WITHDRAWAL_REQUESTED),
     .to = DOSSIER_STOPPED,
     .roles = {ROLE_BIT(GD_TT)},
     .guards = {GUARD_NOT_SIGNED},
     .effects = EFFECT_ENDS,
     .paper = PAPER_STOP},
    {.action = ACTION_STOP,
     .from = S(AWAITING_SUPPLEMENT),
     .to = DOSSIER_STOPPED,
     .roles = {ROLE_BIT(LD_PHONG)},
     .guards = {GUARD_SUPPLEMENT_DATE_PASSED},
     .effects = EFFECT_ENDS,
     .paper = PAPER_STOP},
    {.action = ACTION_REOPEN,
     .from = S(RESULT_READY),
     .to = DOSSIER_PROCESSING,
     .roles = {ROLE_BIT(LANH_DAO)},
     .guards = {GUARD_REASON_GIVEN},
     .effects = EFFECT_DUE_MOVES | EFFECT_REOPENS},
    {.action = ACTION_ASK_CORRECTION,
     .from = RECORDED,
     .to = TO_SAME,
     .roles = {OFFICERS},
     .while_pending = true,
     .guards = {GUARD_REASON_GIVEN, GUARD_CORRECTABLE, GUARD_MOMENT_IN_ORDER}},
    {.action = ACTION_CORRECT,
     .from = RECORDED,
     .to = TO_SAME,
     .roles = {ROLE_BIT(GD_TT)},
     .while_pending = true,
     .guards = {GUARD_REASON_GIVEN, GUARD_ASKER_IS_ANOTHER, GUARD_CORRECTABLE,
                GUARD_MOMENT_IN_ORDER}},
};

const char *dossier_action_name(enum dossier_action action)
{
    return actions[action].name;
}

const char *dossier_action_route(enum dossier_action action)
{
    return actions[action].route;
}

const char *dossier_action_title(enum dossier_action action)
{
    return actions[action].title;
}

enum err dossier_action_from_route(const char *text, size_t length, enum dossier_action *out_action)
{
    for (int i = 0; i < DOSSIER_ACTION_COUNT; i++)
        if (strlen(actions[i].route) == length && memcmp(actions[i].route, text, length) == 0) {
            *out_action = (enum dossier_action)i;
            return ERR_OK;
        }
    return ERR_UNKNOWN;
}

enum err dossier_guard_error(enum dossier_guard guard)
{
    return guard_errors[guard];
}

const struct dossier_rule *dossier_rules(size_t *out_count)
{
    *out_count = sizeof rules / sizeof *rules;
    return rules;
}

const struct dossier_rule *dossier_rule_find(enum dossier_action action, enum dossier_state state)
{
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        if (rules[i].action == action && (rules[i].from >> state & 1) != 0)
            return &rules[i];
    return NULL;
}
