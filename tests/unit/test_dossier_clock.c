/* Rules checked. */
#include "support/dossier_case.h"

static void a_head_gives_it_to_another_officer_at_once(void **state)
{
    struct dossier dossier = processing();
    struct dossier_facts facts = good();

    (void)state;
    facts.receiver = (struct officer){"", "P_KT"}; /* a unit answers for nothing */
    assert_int_equal(attempt_with(&dossier, ACTION_REASSIGN, &head, &facts), ERR_RECEIVER_UNKNOWN);
    facts.receiver = clerk.officer;
    must_with(&dossier, ACTION_HAND_OVER, &officer, &facts);
    facts.receiver = head.officer;
    assert_int_equal(attempt_with(&dossier, ACTION_REASSIGN, &other_head, &facts), ERR_FORBIDDEN);
    assert_int_equal(attempt_with(&dossier, ACTION_REASSIGN, &officer, &facts), ERR_FORBIDDEN);
    const struct dossier_change change =
        must_with(&dossier, ACTION_REASSIGN, &director, &facts); /* in his own right */
    assert_false(change.acting);
    assert_string_equal(dossier.responsible.account, "tp.kt");
    assert_false(dossier.handover.pending);
    assert_int_equal(dossier.state, DOSSIER_PROCESSING);
}

static void a_payment_and_a_suspension_pause_until_they_are_resumed(void **state)
{
    struct dossier dossier = processing();
    struct dossier_facts facts = good();

    (void)state;
    must(&dossier, ACTION_REQUEST_PAYMENT, &officer);
    assert_int_equal(dossier.state, DOSSIER_AWAITING_PAYMENT);
    assert_int_equal(dossier_open_pause(&dossier)->kind, PAUSE_PAYMENT);
    facts.obligation_settled = false;
    assert_int_equal(attempt_with(&dossier, ACTION_RESUME, &feed, &facts), ERR_FEE_UNPAID);
    must(&dossier, ACTION_RESUME, &feed);
    must(&dossier, ACTION_SUSPEND, &head);
    assert_int_equal(dossier_open_pause(&dossier)->kind, PAUSE_SUSPENSION);
    assert_int_equal(attempt(&dossier, ACTION_RESUME, &reception), ERR_FORBIDDEN);
    must(&dossier, ACTION_RESUME, &head);
    assert_int_equal(dossier.pause_count, 2);
    assert_null(dossier_open_pause(&dossier));
    facts.now = at("2026-03-14T08:00"); /* due on the 13th */
    assert_int_equal(attempt_with(&dossier, ACTION_SUSPEND, &head, &facts), ERR_AFTER_DUE);
    assert_int_equal(attempt_with(&dossier, ACTION_REQUEST_PAYMENT, &officer, &facts),
                     ERR_AFTER_DUE);
}

static void after_thirty_two_pauses_there_is_no_other(void **state)
{
    struct dossier dossier = processing();

    (void)state;
    for (int i = 0; i < DOSSIER_PAUSES_MAX; i++) {
        must(&dossier, ACTION_SUSPEND, &head);
        must(&dossier, ACTION_RESUME, &head);
    }
    assert_int_equal(attempt(&dossier, ACTION_SUSPEND, &head), ERR_LIMIT_REACHED);
    assert_int_equal(attempt(&dossier, ACTION_REQUEST_PAYMENT, &officer), ERR_LIMIT_REACHED);
    assert_int_equal(attempt(&dossier, ACTION_REQUEST_SUPPLEMENT, &head), ERR_SUPPLEMENT_LIMIT);
}

static void an_apology_comes_once_and_a_calendar_day_before(void **state)
{
    struct dossier dossier = processing();
    struct dossier_facts facts = good(); /* due on Friday the 13th at 17:00 */

    (void)state;
    facts.new_time = at("2026-03-13T17:00:01"); /* later in the day, not a later day */
    assert_int_equal(attempt_with(&dossier, ACTION_APOLOGISE, &leader, &facts), ERR_BAD_TIME);
    facts.new_time = at("2026-03-14T08:00");
    facts.now = at("2026-03-13T00:00");
    assert_int_equal(attempt_with(&dossier, ACTION_APOLOGISE, &leader, &facts), ERR_TOO_LATE);
    facts.now = at("2026-03-12T23:59:59");
    assert_int_equal(attempt_with(&dossier, ACTION_APOLOGISE, &head, &facts), ERR_FORBIDDEN);
    struct dossier paused = dossier;
    must(&paused, ACTION_SUSPEND, &head);
    assert_int_equal(attempt_with(&paused, ACTION_APOLOGISE, &leader, &facts), ERR_STATE_FORBIDS);
    must(&paused, ACTION_REQUEST_WITHDRAWAL, &reception); /* the pause goes on */
    assert_int_equal(attempt_with(&paused, ACTION_APOLOGISE, &leader, &facts), ERR_STATE_FORBIDS);
    must_with(&dossier, ACTION_APOLOGISE, &leader, &facts);
    assert_int_equal(attempt_with(&dossier, ACTION_APOLOGISE, &leader, &facts),
                     ERR_ALREADY_REAPPOINTED);
    facts.due.kind = DUE_NONE; /* without a due date there is nothing to be later than */
    dossier.reappointed = false;
    assert_int_equal(attempt_with(&dossier, ACTION_APOLOGISE, &leader, &facts), ERR_BAD_TIME);
}

static void steps_at_agencies_end_one_by_one(void **state)
{
    struct dossier dossier = processing();
    struct dossier_facts facts = good();

    (void)state;
    facts.agency_free = false;
    assert_int_equal(attempt_with(&dossier, ACTION_FORWARD, &officer, &facts), ERR_STEP_OPEN);
    facts.step_known = false;
    assert_int_equal(attempt_with(&dossier, ACTION_FORWARD, &officer, &facts), ERR_NO_SUCH_STEP);
    must(&dossier, ACTION_FORWARD, &officer); /* two of them */
    assert_int_equal(dossier.state, DOSSIER_WITH_AGENCY);
    assert_string_equal(dossier.responsible.account, "tl.kt");
    assert_int_equal(attempt(&dossier, ACTION_SIGN, &leader), ERR_STATE_FORBIDS);
    facts.step_is_open = false;
    assert_int_equal(attempt_with(&dossier, ACTION_STEP_RESULT, &feed, &facts), ERR_NO_SUCH_STEP);
    must(&dossier, ACTION_STEP_RESULT, &feed);
    assert_int_equal(dossier.state, DOSSIER_WITH_AGENCY);
    must(&dossier, ACTION_STEP_RESULT, &reception);
    assert_int_equal(dossier.state, DOSSIER_PROCESSING);
    assert_int_equal(attempt(&dossier, ACTION_STEP_RESULT, &reception), ERR_STATE_FORBIDS);
}

static void opened_again_it_is_as_if_never_ended(void **state)
{
    struct dossier dossier = processing();

    (void)state;
    must(&dossier, ACTION_SIGN, &leader);
    must(&dossier, ACTION_ISSUE_RESULT, &clerk);
    assert_int_not_equal(dossier.ended_at.ms, 0);
    must(&dossier, ACTION_REOPEN, &leader);
    assert_int_equal(dossier.ended_at.ms, 0);
    assert_string_equal(dossier.signed_by, "");
    assert_int_equal(attempt(&dossier, ACTION_ISSUE_RESULT, &clerk), ERR_NOT_SIGNED);
    assert_int_equal(attempt(&dossier, ACTION_REQUEST_WITHDRAWAL, &reception), ERR_OK);
    must(&dossier, ACTION_SIGN, &leader);
    must(&dossier, ACTION_ISSUE_RESULT, &clerk);
    must(&dossier, ACTION_RETURN_RESULT, &reception);
    assert_int_equal(attempt(&dossier, ACTION_REOPEN, &leader), ERR_STATE_FORBIDS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_head_gives_it_to_another_officer_at_once),
        cmocka_unit_test(a_payment_and_a_suspension_pause_until_they_are_resumed),
        cmocka_unit_test(after_thirty_two_pauses_there_is_no_other),
        cmocka_unit_test(an_apology_comes_once_and_a_calendar_day_before),
        cmocka_unit_test(steps_at_agencies_end_one_by_one),
        cmocka_unit_test(opened_again_it_is_as_if_never_ended),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
