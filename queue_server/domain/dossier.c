#include "domain/dossier.h"

#include <string.h>

#include "domain/permission.h"

struct dossier_policy dossier_policy_default(void)
{
    return (struct dossier_policy){.supplement_days = 30,
                                   .confirm_until_s = 15 * 3600,
                                   .apology_days = 1,
                                   .answer_hours = 8,
                                   .answer_remind_hours = 6};
}

const struct dossier_pause *dossier_open_pause(const struct dossier *dossier)
{
    const size_t count = dossier->pause_count;

    return count > 0 && dossier->pauses[count - 1].open ? &dossier->pauses[count - 1] : NULL;
}

static bool same_account(const char *a, const char *b)
{
    return a[0] != '\0' && strcmp(a, b) == 0;
}

static bool of_unit(const struct dossier_actor *actor, const char *unit)
{
    return unit[0] != '\0' && strcmp(actor->officer.unit, unit) == 0;
}

/* ---- who ----------------------------------------------------------------------------------- */

/* Roles that the rule is open to for this dossier. */
static struct role_set rule_roles(const struct dossier_rule *rule, const struct dossier *dossier)
{
    bool also = false;

    switch (rule->when) {
    case WHEN_NEVER:
        break;
    case WHEN_BY_POST:
        also = dossier->channel == CHANNEL_POST;
        break;
    case WHEN_SAME_DAY:
        also = dossier->same_day;
        break;
    case WHEN_ASKED_BEFORE:
        also = dossier->supplements_asked > 0;
        break;
    }
    return (struct role_set){rule->roles.bits | (also ? rule->further.bits : 0)};
}

/* THU_LY and LD_PHONG act on the dossiers of their unit only. Rule R-206. */
static struct role_set roles_here(const struct dossier *dossier, const struct dossier_actor *actor)
{
    const uint32_t of_units = ROLE_BIT(THU_LY) | ROLE_BIT(LD_PHONG);

    if (of_unit(actor, dossier->responsible.unit))
        return actor->roles;
    return (struct role_set){actor->roles.bits & ~of_units};
}

static bool is_receiver(const struct handover *handover, const struct dossier_actor *actor)
{
    if (handover->receiver.account[0] != '\0')
        return same_account(handover->receiver.account, actor->officer.account);
    return of_unit(actor, handover->receiver.unit);
}

/* A person named by the dossier; GD_TT in the place of one of reception. Rule R-207. */
static enum grant named_grant(bool is_named, bool of_reception, struct role_set allowed,
                              const struct dossier_actor *actor)
{
    if (is_named && role_set_meets(allowed, actor->roles))
        return GRANT_OWN;
    return of_reception && role_set_has(actor->roles, ROLE_GD_TT) ? GRANT_ACTING : GRANT_NONE;
}

static enum grant rule_grant(const struct dossier_rule *rule, const struct dossier *dossier,
                             const struct dossier_actor *actor)
{
    const struct handover *handover = &dossier->handover;
    const struct role_set allowed = rule_roles(rule, dossier);
    const char *account = actor->officer.account;

    if (actor->import)
        return rule->import ? GRANT_OWN : GRANT_NONE;
    switch (rule->who) {
    case WHO_ANYONE:
        break;
    case WHO_ACCEPTOR:
        return named_grant(same_account(dossier->accepted_by, account), true, allowed, actor);
    case WHO_RESPONSIBLE:
        return named_grant(same_account(dossier->responsible.account, account),
                           dossier->state == DOSSIER_ACCEPTED, allowed, actor);
    case WHO_RECEIVER: /* without a hand-over there is nobody to compare with: the guard speaks */
        return named_grant(!handover->pending || is_receiver(handover, actor), false, allowed,
                           actor);
    case WHO_GIVER:
        return named_grant(!handover->pending || role_set_has(actor->roles, ROLE_GD_TT) ||
                               same_account(handover->giver.account, account),
                           false, allowed, actor);
    }
    return role_grant(allowed, roles_here(dossier, actor));
}

/* Could this person do the action in some state? */
static enum grant any_grant(enum dossier_action action, const struct dossier_actor *actor)
{
    size_t count;
    const struct dossier_rule *rule = dossier_rules(&count);
    enum grant best = GRANT_NONE;

    for (; count > 0; count--, rule++) {
        const struct role_set allowed = {rule->roles.bits | rule->further.bits};
        const enum grant grant = !actor->import ? role_grant(allowed, actor->roles)
                                 : rule->import ? GRANT_OWN
                                                : GRANT_NONE;

        if (rule->action == action && grant != GRANT_NONE && best != GRANT_OWN)
            best = grant;
    }
    return best;
}

enum grant dossier_grant(const struct dossier *dossier, enum dossier_action action,
                         const struct dossier_actor *actor)
{
    const struct dossier_rule *rule = dossier_rule_find(action, dossier->state);

    return rule ? rule_grant(rule, dossier, actor) : any_grant(action, actor);
}

/* Rule R-203. */
bool dossier_may_read(const struct dossier *dossier, const struct dossier_actor *actor,
                      bool has_acted)
{
    switch (permission_dossier_scope(actor->roles)) {
    case SCOPE_NONE:
        return false;
    case SCOPE_UNIT:
        return has_acted || of_unit(actor, dossier->responsible.unit) ||
               (dossier->handover.pending && (of_unit(actor, dossier->handover.receiver.unit) ||
                                              is_receiver(&dossier->handover, actor)));
    case SCOPE_CENTRE:
    case SCOPE_ALL:
        break;
    }
    return true;
}

/* ---- guards --------------------------------------------------------------------------------- */

/* Rule R-211. */
static bool receiver_is_another(const struct dossier *dossier, const struct dossier_facts *facts)
{
    return !same_account(facts->receiver.account, dossier->responsible.account);
}

/* Rule R-210: one supplement since acceptance, more by a leader who says why. */
static bool supplement_allowed(const struct dossier *dossier, const struct dossier_actor *actor,
                               const struct dossier_facts *facts)
{
    if (dossier->pause_count == DOSSIER_PAUSES_MAX)
        return false;
    return dossier->supplements_asked == 0 ||
           (facts->reason_given && role_set_has(actor->roles, ROLE_LANH_DAO));
}

/* While a pause is open nothing is overdue: its due date moves (working time 5). Rule R-871. */
static bool not_after_due(const struct dossier *dossier, const struct dossier_facts *facts)
{
    return dossier_open_pause(dossier) || !due_has_passed(facts->due, facts->now);
}

/* Rule R-873: on the last day it is too late to apologise; without a due date it never is. */
static bool apology_in_time(const struct dossier_facts *facts)
{
    const struct date last = date_plus(facts->due.day, -facts->policy.apology_days);

    return facts->due.kind == DUE_NONE || !date_before(last, date_of_instant(facts->now));
}

/* Rule R-873. */
static bool new_time_later(const struct dossier_facts *facts)
{
    return facts->new_time_in_calendar && due_has_passed(facts->due, facts->new_time);
}

/* Rule R-212. */
static bool accepted_by(const struct dossier *dossier, const struct dossier_actor *actor)
{
    return same_account(dossier->accepted_by, actor->officer.account);
}

/* Rule R-213: the last day to bring the supplement is still open. */
static bool supplement_date_passed(const struct dossier *dossier, const struct dossier_facts *facts)
{
    return date_before(dossier->supplement_until, date_of_instant(facts->now));
}

static bool guard_holds(enum dossier_guard guard, const struct dossier *dossier,
                        const struct dossier_actor *actor, const struct dossier_facts *facts)
{
    const bool holds[] = {[GUARD_NONE] = true,
#define X(name, err, condition) [GUARD_##name] = (condition),
                          DOSSIER_GUARD_MAP(X)
#undef X
    };

    return holds[guard];
}

/* Facts under which only what the dossier itself knows can refuse. */
static struct dossier_facts facts_all_good(void)
{
    const struct date now = {INT32_MAX / 2}; /* every date of a dossier has passed */
    const struct date due = date_plus(now, 2), later = date_plus(now, 3);

    return (struct dossier_facts){
        .now = instant_on_date(now, 0),
        .due = {.kind = DUE_DAY, .at = instant_on_date(due, 0), .day = due},
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
        .receiver = {.account = "?"}, /* somebody */
        .scans_complete = true,
        .obligation_settled = true,
        .notice_given = true,
        .basis_given = true,
        .new_time = instant_on_date(later, 0),
        .new_time_in_calendar = true,
        .extension_known = true,
        .correctable = true,
        .moment_in_order = true,
        .asked_by_another = true,
        .step_known = true,
        .agency_free = true,
        .step_is_open = true,
        .result_given = true,
        .number_is_free = true,
        .fee_after_settled = true,
        .collector_identified = true,
        .collector_authorised = true,
    };
}

/* ---- what follows --------------------------------------------------------------------------- */

/* Rule R-215: a pause runs from the pausing action to the resuming one. */
static void begin_pause(struct dossier *after, enum pause_kind kind, struct instant now)
{
    after->pauses[after->pause_count++] =
        (struct dossier_pause){.kind = kind, .from = now, .open = true};
}

static void end_pause(struct dossier *after, struct instant now)
{
    if (!dossier_open_pause(after))
        return;
    after->pauses[after->pause_count - 1].to = now;
    after->pauses[after->pause_count - 1].open = false;
}

/* Rule R-208: responsibility passes when the hand-over is confirmed, not before. */
static void begin_handover(struct dossier *after, const struct dossier_facts *facts)
{
    after->handed_over = true;
    after->handover = (struct handover){
        .pending = true, .giver = after->responsible, .receiver = facts->receiver};
}

static void end_handover(struct dossier *after)
{
    after->handover = (struct handover){0};
}

static void ask_supplement(struct dossier *after, const struct dossier_facts *facts)
{
    if (after->state != DOSSIER_AWAITING_SUPPLEMENT) /* before acceptance no clock runs */
        return;
    begin_pause(after, PAUSE_SUPPLEMENT, facts->now);
    after->supplements_asked++;
    after->supplement_until = date_plus(date_of_instant(facts->now), facts->policy.supplement_days);
}

/* What stops the main clock, moves its end, or sends a part of the work elsewhere. */
static void apply_clock(struct dossier *after, enum dossier_action action,
                        const struct dossier_facts *facts)
{
    switch ((int)action) {
    case ACTION_REQUEST_PAYMENT:
        begin_pause(after, PAUSE_PAYMENT, facts->now);
        break;
    case ACTION_SUSPEND:
        begin_pause(after, PAUSE_SUSPENSION, facts->now);
        break;
    case ACTION_FORWARD: /* */
        after->agency_steps_open += facts->steps_forwarded;
        break;
    case ACTION_STEP_RESULT:
        after->agency_steps_open--;
        after->decision_signed = after->decision_signed || facts->decided_elsewhere;
        break;
    case ACTION_APOLOGISE:
        after->reappointed = true;
        break;
    case ACTION_EXTEND:
        after->extended = true;
        break;
    case ACTION_RESUME:
        end_pause(after, facts->now);
        break;
    case ACTION_REOPEN: /* */
        after->ended_at = (struct instant){0};
        after->decision_signed = false;
        after->signed_by[0] = '\0';
        break;
    default:
        break;
    }
}

/* Who accepts answers for it first. */
static void begin_life(struct dossier *after, const struct dossier_actor *actor,
                       const struct dossier_facts *facts)
{
    after->accepted_at = facts->now;
    memcpy(after->accepted_by, actor->officer.account, sizeof after->accepted_by);
    after->responsible = actor->officer;
}

/* Bring the facts of the action into the dossier; its state is the new one already. */
static void apply(struct dossier *after, enum dossier_action action, enum dossier_state before,
                  const struct dossier_actor *actor, const struct dossier_facts *facts)
{
    switch (action) {
    case ACTION_REQUEST_PAYMENT:
    case ACTION_SUSPEND:
    case ACTION_APOLOGISE:
    case ACTION_EXTEND:
    case ACTION_RESUME:
    case ACTION_REOPEN:
    case ACTION_FORWARD:
    case ACTION_STEP_RESULT:
        apply_clock(after, action, facts);
        break;
    case ACTION_ARRIVE:
    case ACTION_RESUBMIT:
    case ACTION_REFUSE:
    case ACTION_BEGIN:
    case ACTION_DENY_WITHDRAWAL:
    case ACTION_ASK_CORRECTION:
    case ACTION_CORRECT:
    case DOSSIER_ACTION_COUNT:
        break;
    case ACTION_ACCEPT:
        begin_life(after, actor, facts);
        break;
    case ACTION_REQUEST_SUPPLEMENT:
        ask_supplement(after, facts);
        break;
    case ACTION_HAND_OVER:
        begin_handover(after, facts);
        break;
    case ACTION_CONFIRM:
        after->responsible = actor->officer;
        end_handover(after);
        break;
    case ACTION_DECLINE:
    case ACTION_RECALL:
        end_handover(after);
        break;
    case ACTION_REASSIGN: /* */
        after->responsible = facts->receiver;
        end_handover(after);
        break;
    case ACTION_SIGN:
        after->decision_signed = true;
        memcpy(after->signed_by, actor->officer.account, sizeof after->signed_by);
        break;
    case ACTION_ISSUE_RESULT:
    case ACTION_STOP:
        after->ended_at = facts->now;
        break;
    case ACTION_RETURN_RESULT:
        after->returned_at = facts->now;
        break;
    case ACTION_REQUEST_WITHDRAWAL: /* */
        after->state_before = before;
        end_handover(after);
        break;
    }
}

static enum dossier_state state_after(const struct dossier_rule *rule,
                                      const struct dossier *dossier)
{
    if (rule->to == TO_SAME)
        return dossier->state;
    if (rule->to == TO_PROCESSING_WHEN_NONE_IS_OPEN)
        return dossier->agency_steps_open > 1 ? dossier->state : DOSSIER_PROCESSING;
    return rule->to == TO_BEFORE ? dossier->state_before : (enum dossier_state)rule->to;
}

/* Everything after who and state. */
static enum err check_guards(const struct dossier_rule *rule, const struct dossier *dossier,
                             const struct dossier_actor *actor, const struct dossier_facts *facts,
                             enum grant grant)
{
    if (dossier->handover.pending && !rule->while_pending)
        return ERR_HANDOVER_PENDING; /* */
    if (grant == GRANT_ACTING && !facts->reason_given)
        return ERR_REASON_MISSING; /* */
    for (const enum dossier_guard *guard = rule->guards; *guard != GUARD_NONE; guard++)
        if (!guard_holds(*guard, dossier, actor, facts))
            return dossier_guard_error(*guard);
    return ERR_OK;
}

/* Rule R-205. */
enum err dossier_decide(const struct dossier *dossier, enum dossier_action action,
                        const struct dossier_actor *actor, const struct dossier_facts *facts,
                        struct dossier_change *out_change)
{
    const struct dossier_rule *rule = dossier_rule_find(action, dossier->state);
    const enum grant grant = dossier_grant(dossier, action, actor);
    enum err err;

    if (grant == GRANT_NONE)
        return ERR_FORBIDDEN;
    if (!rule)
        return ERR_STATE_FORBIDS;
    err = check_guards(rule, dossier, actor, facts, grant);
    if (err)
        return err;
    *out_change = (struct dossier_change){
        .rule = rule,
        .after = *dossier,
        .acting = grant == GRANT_ACTING,
        .step_next_day = action == ACTION_CONFIRM &&
                         second_of_day(facts->now) > facts->policy.confirm_until_s, /* */
    };
    out_change->after.state = state_after(rule, dossier);
    apply(&out_change->after, action, dossier->state, actor, facts);
    return ERR_OK;
}

/* Rule R-205. */
uint32_t dossier_allowed_actions(const struct dossier *dossier, const struct dossier_actor *actor)
{
    const struct dossier_facts facts = facts_all_good();
    uint32_t allowed = 0;

    for (int i = 0; i < DOSSIER_ACTION_COUNT; i++) {
        const enum dossier_action action = (enum dossier_action)i;
        const struct dossier_rule *rule = dossier_rule_find(action, dossier->state);
        const enum grant grant = dossier_grant(dossier, action, actor);

        if (rule && grant != GRANT_NONE &&
            check_guards(rule, dossier, actor, &facts, grant) == ERR_OK)
            allowed |= UINT32_C(1) << i;
    }
    return allowed;
}
