/* Rules checked. */
#include "support/dossier_case.h"

static void the_day_of_a_dossier_runs_to_its_return(void **state)
{
    struct dossier dossier = {.state = DOSSIER_NEW};
    struct dossier_facts facts = good();
    struct dossier_change change = must(&dossier, ACTION_ACCEPT, &reception);

    (void)state;
    assert_int_equal(dossier.state, DOSSIER_ACCEPTED);
    assert_string_equal(dossier.responsible.account, "mau.nv");
    assert_int_equal(change.rule->paper, PAPER_RECEIPT);
    assert_true(change.rule->effects & EFFECT_CODE);
    must(&dossier, ACTION_HAND_OVER, &reception);
    assert_int_equal(dossier.state, DOSSIER_ACCEPTED);
    assert_string_equal(dossier.responsible.account, "mau.nv"); /* */
    must(&dossier, ACTION_CONFIRM, &officer);
    assert_int_equal(dossier.state, DOSSIER_PROCESSING);
    assert_string_equal(dossier.responsible.account, "tl.kt");
    assert_string_equal(dossier.responsible.unit, "P_KT");
    must(&dossier, ACTION_REQUEST_SUPPLEMENT, &head);
    assert_int_equal(dossier.state, DOSSIER_AWAITING_SUPPLEMENT);
    assert_int_equal(dossier_open_pause(&dossier)->kind, PAUSE_SUPPLEMENT);
    facts.now = at("2026-03-12T10:00");
    change = must_with(&dossier, ACTION_RESUME, &reception, &facts);
    assert_true(change.rule->effects & EFFECT_DUE_MOVES);
    assert_null(dossier_open_pause(&dossier));
    assert_int_equal(instant_seconds_between(dossier.pauses[0].from, dossier.pauses[0].to),
                     2 * 86400 + 3600); /* */
    must(&dossier, ACTION_SIGN, &leader);
    assert_true(dossier.decision_signed);
    assert_string_equal(dossier.signed_by, "ct");
    change = must(&dossier, ACTION_ISSUE_RESULT, &clerk);
    assert_int_equal(dossier.state, DOSSIER_RESULT_READY);
    assert_int_equal(change.rule->effects, EFFECT_ENDS);
    assert_int_equal(instant_seconds(dossier.ended_at), instant_seconds(good().now));
    change = must(&dossier, ACTION_RETURN_RESULT, &colleague);
    assert_int_equal(dossier.state, DOSSIER_RETURNED);
    assert_int_equal(change.rule->paper, PAPER_RETURN_SLIP);
    assert_int_equal(dossier_allowed_actions(&dossier, &reception), UINT32_C(1)
                                                                        << ACTION_ASK_CORRECTION);
}

/* Breaking the facts of a row one after the other must give its errors in the order of the page. */
static void guards_speak_in_the_order_of_their_row(void **state)
{
    const struct dossier fresh = {.state = DOSSIER_NEW}, taken = accepted();
    struct dossier ready = processing();
    struct dossier_facts facts = {.now = good().now, .due = good().due};

    (void)state;
    assert_int_equal(attempt_with(&fresh, ACTION_ACCEPT, &reception, &facts),
                     ERR_PROCEDURE_NOT_IN_FORCE);
    facts.procedure_in_force = true;
    assert_int_equal(attempt_with(&fresh, ACTION_ACCEPT, &reception, &facts), ERR_IDENTITY_INVALID);
    facts.identity_valid = true;
    assert_int_equal(attempt_with(&fresh, ACTION_ACCEPT, &reception, &facts),
                     ERR_DOCUMENTS_MISSING);
    facts.documents_complete = true;
    assert_int_equal(attempt_with(&fresh, ACTION_ACCEPT, &reception, &facts), ERR_FEE_UNPAID);
    facts.fee_before_settled = true;
    assert_int_equal(attempt_with(&fresh, ACTION_ACCEPT, &reception, &facts), ERR_CALENDAR_RANGE);
    facts.due_in_calendar = true;
    assert_int_equal(attempt_with(&fresh, ACTION_ACCEPT, &reception, &facts), ERR_OK);

    memcpy(facts.receiver.account, "mau.nv", sizeof "mau.nv");
    assert_int_equal(attempt_with(&taken, ACTION_HAND_OVER, &reception, &facts),
                     ERR_RECEIVER_UNKNOWN);
    facts.receiver_may_act = true;
    assert_int_equal(attempt_with(&taken, ACTION_HAND_OVER, &reception, &facts), ERR_SAME_RECEIVER);
    facts.receiver = officer.officer;
    assert_int_equal(attempt_with(&taken, ACTION_HAND_OVER, &reception, &facts), ERR_SCANS_MISSING);
    facts.scans_complete = true;
    assert_int_equal(attempt_with(&taken, ACTION_HAND_OVER, &reception, &facts), ERR_OK);

    assert_int_equal(attempt_with(&ready, ACTION_SIGN, &leader, &facts), ERR_RESULT_MISSING);
    assert_int_equal(attempt_with(&ready, ACTION_ISSUE_RESULT, &clerk, &facts), ERR_NOT_SIGNED);
    must(&ready, ACTION_SIGN, &leader);
    assert_int_equal(attempt_with(&ready, ACTION_ISSUE_RESULT, &clerk, &facts),
                     ERR_DUPLICATE_NUMBER);
    must(&ready, ACTION_ISSUE_RESULT, &clerk);
    assert_int_equal(attempt_with(&ready, ACTION_RETURN_RESULT, &reception, &facts),
                     ERR_FEE_UNPAID);
    facts.fee_after_settled = true;
    assert_int_equal(attempt_with(&ready, ACTION_RETURN_RESULT, &reception, &facts),
                     ERR_RECEIVER_MISSING);
    facts.collector_identified = true;
    assert_int_equal(attempt_with(&ready, ACTION_RETURN_RESULT, &reception, &facts),
                     ERR_AUTHORISATION_MISSING);
    facts.collector_authorised = true;
    assert_int_equal(attempt_with(&ready, ACTION_RETURN_RESULT, &reception, &facts), ERR_OK);
}

static void a_refusal_changes_nothing(void **state)
{
    const struct dossier dossier = accepted();
    struct dossier_change change = {.step_next_day = true};
    const struct dossier_facts facts = good();

    (void)state;
    assert_int_equal(dossier_decide(&dossier, ACTION_SIGN, &leader, &facts, &change),
                     ERR_STATE_FORBIDS);
    assert_null(change.rule);
    assert_true(change.step_next_day);
}

/* Case 45: a second supplement is forbidden, or a leader overrides with a reason. */
static void a_second_supplement_needs_a_leader_and_a_reason(void **state)
{
    struct dossier dossier = processing();
    struct dossier_facts facts = good();

    (void)state;
    assert_int_equal(attempt(&dossier, ACTION_REQUEST_SUPPLEMENT, &leader), ERR_FORBIDDEN);
    facts.something_asked = false;
    assert_int_equal(attempt_with(&dossier, ACTION_REQUEST_SUPPLEMENT, &head, &facts),
                     ERR_NOTHING_ASKED);
    must(&dossier, ACTION_REQUEST_SUPPLEMENT, &head);
    facts.something_supplied = false;
    assert_int_equal(attempt_with(&dossier, ACTION_RESUME, &reception, &facts),
                     ERR_NOTHING_SUPPLIED);
    must(&dossier, ACTION_RESUME, &reception);
    assert_int_equal(attempt(&dossier, ACTION_REQUEST_SUPPLEMENT, &head), ERR_SUPPLEMENT_LIMIT);
    facts = good();
    facts.reason_given = false;
    assert_int_equal(attempt_with(&dossier, ACTION_REQUEST_SUPPLEMENT, &leader, &facts),
                     ERR_SUPPLEMENT_LIMIT);
    assert_int_equal(attempt(&dossier, ACTION_REQUEST_SUPPLEMENT, &leader), ERR_OK);
    facts = good();
    facts.now = at("2026-03-13T23:59:59"); /* the due day is not after the due date */
    assert_int_equal(attempt_with(&dossier, ACTION_REQUEST_SUPPLEMENT, &leader, &facts), ERR_OK);
    facts.now = at("2026-03-14T00:00:00");
    assert_int_equal(attempt_with(&dossier, ACTION_REQUEST_SUPPLEMENT, &leader, &facts),
                     ERR_AFTER_DUE);
    facts.due.kind = DUE_TIME;
    facts.now = at("2026-03-13T17:00:00");
    assert_int_equal(attempt_with(&dossier, ACTION_REQUEST_SUPPLEMENT, &leader, &facts), ERR_OK);
    facts.now = at("2026-03-13T17:00:01");
    assert_int_equal(attempt_with(&dossier, ACTION_REQUEST_SUPPLEMENT, &leader, &facts),
                     ERR_AFTER_DUE);
}

/* Asked on 10/03/2026: 30 calendar days end on 09/04/2026. */
static void an_unanswered_supplement_stops_the_dossier_after_its_date(void **state)
{
    struct dossier dossier = processing();
    struct dossier_facts facts = good();

    (void)state;
    must(&dossier, ACTION_REQUEST_SUPPLEMENT, &head);
    facts.now = at("2026-04-09T23:59:59");
    assert_int_equal(attempt_with(&dossier, ACTION_STOP, &head, &facts), ERR_SUPPLEMENT_DATE_OPEN);
    facts.now = at("2026-04-10T00:00:00");
    assert_int_equal(attempt_with(&dossier, ACTION_STOP, &other_head, &facts), ERR_FORBIDDEN);
    must_with(&dossier, ACTION_STOP, &head, &facts);
    assert_int_equal(dossier.state, DOSSIER_STOPPED);
    assert_int_equal(instant_seconds(dossier.ended_at), instant_seconds(facts.now));
}

static void a_withdrawal_is_granted_or_goes_back_to_where_it_was(void **state)
{
    struct dossier dossier = accepted();
    struct dossier paused = processing(), signed_one = processing();

    (void)state;
    must(&dossier, ACTION_HAND_OVER, &reception);
    must(&dossier, ACTION_REQUEST_WITHDRAWAL, &reception);
    assert_int_equal(dossier.state, DOSSIER_WITHDRAWAL_REQUESTED);
    assert_false(dossier.handover.pending);
    assert_int_equal(attempt(&dossier, ACTION_STOP, &head), ERR_FORBIDDEN);
    must(&dossier, ACTION_DENY_WITHDRAWAL, &director);
    assert_int_equal(dossier.state, DOSSIER_ACCEPTED);

    must(&paused, ACTION_REQUEST_SUPPLEMENT, &head);
    must(&paused, ACTION_REQUEST_WITHDRAWAL, &reception);
    assert_non_null(dossier_open_pause(&paused)); /* the pause goes on */
    must(&paused, ACTION_DENY_WITHDRAWAL, &director);
    assert_int_equal(paused.state, DOSSIER_AWAITING_SUPPLEMENT);
    must(&paused, ACTION_REQUEST_WITHDRAWAL, &reception);
    must(&paused, ACTION_STOP, &director);
    assert_int_equal(paused.state, DOSSIER_STOPPED);

    must(&signed_one, ACTION_SIGN, &leader);
    assert_int_equal(attempt(&signed_one, ACTION_REQUEST_WITHDRAWAL, &reception),
                     ERR_DECISION_SIGNED);
}

static void who_accepted_does_not_sign(void **state)
{
    const struct dossier_actor both = {
        {"ct", "LANH_DAO"}, {ROLE_BIT(TIEP_NHAN) | ROLE_BIT(LANH_DAO)}, false};
    struct dossier dossier = {.state = DOSSIER_NEW};

    (void)state;
    must(&dossier, ACTION_ACCEPT, &both);
    must(&dossier, ACTION_HAND_OVER, &both);
    must(&dossier, ACTION_CONFIRM, &officer);
    assert_int_equal(attempt(&dossier, ACTION_SIGN, &both), ERR_SEPARATION_OF_DUTIES);
    assert_int_equal(err_status(ERR_SEPARATION_OF_DUTIES), 403);
}

static void a_same_day_procedure_runs_at_the_counter(void **state)
{
    struct dossier dossier = {.state = DOSSIER_NEW, .same_day = true, .at_counter = true};
    const struct dossier elsewhere = accepted(), slow = processing();

    (void)state;
    must(&dossier, ACTION_ACCEPT, &reception);
    assert_int_equal(attempt(&dossier, ACTION_BEGIN, &colleague), ERR_FORBIDDEN);
    must(&dossier, ACTION_BEGIN, &reception);
    assert_string_equal(dossier.responsible.account, "mau.nv");
    must(&dossier, ACTION_SIGN, &leader);
    must(&dossier, ACTION_ISSUE_RESULT, &reception);
    assert_int_equal(dossier.state, DOSSIER_RESULT_READY);
    assert_int_equal(attempt(&elsewhere, ACTION_BEGIN, &reception), ERR_NOT_AT_COUNTER_PROCEDURE);
    assert_int_equal(attempt(&slow, ACTION_ISSUE_RESULT, &reception), ERR_FORBIDDEN);
}

static void dossiers_from_outside_arrive_before_they_are_accepted(void **state)
{
    struct dossier dossier = {.state = DOSSIER_NEW, .channel = CHANNEL_ONLINE};
    struct dossier_facts facts = good();

    (void)state;
    assert_int_equal(attempt(&dossier, ACTION_ARRIVE, &reception), ERR_FORBIDDEN);
    facts.code_is_new = false;
    assert_int_equal(attempt_with(&dossier, ACTION_ARRIVE, &feed, &facts), ERR_DUPLICATE_CODE);
    assert_int_equal(attempt(&dossier, ACTION_ACCEPT, &feed), ERR_FORBIDDEN);
    must(&dossier, ACTION_ARRIVE, &feed);
    must(&dossier, ACTION_REQUEST_SUPPLEMENT, &reception);
    assert_int_equal(dossier.state, DOSSIER_SUPPLEMENT_BEFORE);
    assert_int_equal(dossier.supplements_asked, 0); /* before acceptance none is counted */
    assert_null(dossier_open_pause(&dossier));
    must(&dossier, ACTION_RESUBMIT, &feed);
    assert_int_equal(dossier.state, DOSSIER_ARRIVED);
    must(&dossier, ACTION_REFUSE, &reception);
    assert_int_equal(dossier.state, DOSSIER_REFUSED);
    dossier = (struct dossier){.state = DOSSIER_NEW, .channel = CHANNEL_POST};
    must(&dossier, ACTION_ARRIVE, &reception);
    must(&dossier, ACTION_ACCEPT, &reception);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_day_of_a_dossier_runs_to_its_return),
        cmocka_unit_test(guards_speak_in_the_order_of_their_row),
        cmocka_unit_test(a_refusal_changes_nothing),
        cmocka_unit_test(a_second_supplement_needs_a_leader_and_a_reason),
        cmocka_unit_test(an_unanswered_supplement_stops_the_dossier_after_its_date),
        cmocka_unit_test(a_withdrawal_is_granted_or_goes_back_to_where_it_was),
        cmocka_unit_test(who_accepted_does_not_sign),
        cmocka_unit_test(a_same_day_procedure_runs_at_the_counter),
        cmocka_unit_test(dossiers_from_outside_arrive_before_they_are_accepted),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
