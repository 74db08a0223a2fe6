/* Rules checked. */
#include "support/dossier_case.h"

static void who_comes_before_the_state_and_the_state_before_the_guards(void **state)
{
    const struct dossier dossier = accepted();
    const struct dossier_facts nothing = {.now = good().now};

    (void)state;
    assert_int_equal(attempt_with(&dossier, ACTION_SIGN, &officer, &nothing), ERR_FORBIDDEN);
    assert_int_equal(attempt_with(&dossier, ACTION_SIGN, &leader, &nothing), ERR_STATE_FORBIDS);
    assert_int_equal(attempt_with(&dossier, ACTION_ACCEPT, &reception, &nothing),
                     ERR_STATE_FORBIDS);
    /* two rows of one name: the state chooses the row, and the row's roles count */
    assert_int_equal(attempt(&dossier, ACTION_REQUEST_SUPPLEMENT, &head), ERR_STATE_FORBIDS);
    assert_int_equal(attempt(&dossier, ACTION_REQUEST_SUPPLEMENT, &clerk), ERR_FORBIDDEN);
    const struct dossier working = processing();
    assert_int_equal(attempt(&working, ACTION_REQUEST_SUPPLEMENT, &reception), ERR_FORBIDDEN);
    for (int i = 0; i < DOSSIER_ACTION_COUNT; i++) {
        assert_int_equal(attempt(&working, (enum dossier_action)i, &administrator), ERR_FORBIDDEN);
        assert_int_equal(attempt(&working, (enum dossier_action)i, &inspector), ERR_FORBIDDEN);
    }
}

static void heads_act_in_their_own_unit_only(void **state)
{
    const struct dossier dossier = processing();

    (void)state;
    assert_int_equal(attempt(&dossier, ACTION_REQUEST_SUPPLEMENT, &head), ERR_OK);
    assert_int_equal(attempt(&dossier, ACTION_REQUEST_SUPPLEMENT, &other_head), ERR_FORBIDDEN);
}

static void the_director_acts_for_others_with_a_reason(void **state)
{
    const struct dossier working = processing(), fresh = {.state = DOSSIER_NEW};
    const struct dossier taken = accepted();
    struct dossier_facts facts = good();
    struct dossier_change change;

    (void)state;
    assert_int_equal(dossier_decide(&fresh, ACTION_ACCEPT, &director, &facts, &change), ERR_OK);
    assert_true(change.acting);
    assert_int_equal(
        dossier_decide(&working, ACTION_REQUEST_SUPPLEMENT, &director, &facts, &change), ERR_OK);
    assert_true(change.acting);
    assert_int_equal(dossier_decide(&taken, ACTION_HAND_OVER, &director, &facts, &change), ERR_OK);
    assert_true(change.acting);
    assert_string_equal(change.after.handover.giver.account, "mau.nv");
    assert_int_equal(attempt(&working, ACTION_HAND_OVER, &director), ERR_FORBIDDEN);
    assert_int_equal(attempt(&working, ACTION_SIGN, &director), ERR_FORBIDDEN);
    assert_int_equal(dossier_decide(&fresh, ACTION_ACCEPT, &reception, &facts, &change), ERR_OK);
    assert_false(change.acting);
    facts.reason_given = false;
    facts.identity_valid = false;
    assert_int_equal(attempt_with(&fresh, ACTION_ACCEPT, &director, &facts), ERR_REASON_MISSING);
    assert_int_equal(attempt_with(&fresh, ACTION_ACCEPT, &reception, &facts), ERR_IDENTITY_INVALID);
}

static void a_pending_hand_over_blocks_what_it_should(void **state)
{
    struct dossier dossier = processing();
    struct dossier_facts facts = good();

    (void)state;
    must(&dossier, ACTION_SIGN, &leader);
    facts.receiver = clerk.officer;
    must_with(&dossier, ACTION_HAND_OVER, &officer, &facts);
    assert_int_equal(attempt(&dossier, ACTION_ISSUE_RESULT, &clerk), ERR_HANDOVER_PENDING);
    assert_int_equal(attempt(&dossier, ACTION_SIGN, &leader), ERR_HANDOVER_PENDING);
    assert_int_equal(attempt(&dossier, ACTION_REQUEST_SUPPLEMENT, &head), ERR_HANDOVER_PENDING);
    assert_int_equal(attempt_with(&dossier, ACTION_HAND_OVER, &officer, &facts),
                     ERR_HANDOVER_PENDING);
    assert_int_equal(attempt(&dossier, ACTION_CONFIRM, &reception), ERR_FORBIDDEN);
    assert_int_equal(attempt(&dossier, ACTION_CONFIRM, &clerk), ERR_OK);
    assert_int_equal(attempt(&dossier, ACTION_RECALL, &clerk), ERR_FORBIDDEN);
    assert_int_equal(attempt(&dossier, ACTION_RECALL, &director), ERR_OK);
    assert_int_equal(attempt(&dossier, ACTION_RECALL, &officer), ERR_OK);
    facts.reason_given = false;
    assert_int_equal(attempt_with(&dossier, ACTION_DECLINE, &clerk, &facts), ERR_REASON_MISSING);
    must(&dossier, ACTION_DECLINE, &clerk);
    assert_string_equal(dossier.responsible.account, "tl.kt");
    assert_int_equal(attempt(&dossier, ACTION_CONFIRM, &clerk), ERR_NO_HANDOVER);
    assert_int_equal(attempt(&dossier, ACTION_DECLINE, &clerk), ERR_NO_HANDOVER);
    assert_int_equal(attempt(&dossier, ACTION_RECALL, &officer), ERR_NO_HANDOVER);
}

static void a_unit_may_be_named_instead_of_a_person(void **state)
{
    struct dossier dossier = accepted();
    struct dossier_facts facts = good();
    struct dossier_change change;

    (void)state;
    facts.receiver = (struct officer){"", "P_KT"};
    must_with(&dossier, ACTION_HAND_OVER, &reception, &facts);
    assert_int_equal(attempt(&dossier, ACTION_CONFIRM, &other_head), ERR_FORBIDDEN);
    assert_int_equal(attempt(&dossier, ACTION_CONFIRM, &head), ERR_OK);
    assert_int_equal(attempt(&dossier, ACTION_CONFIRM, &officer), ERR_OK);
    facts.now = at("2026-03-10T15:00:00");
    assert_int_equal(dossier_decide(&dossier, ACTION_CONFIRM, &head, &facts, &change), ERR_OK);
    assert_false(change.step_next_day);
    facts.now = at("2026-03-10T15:00:01");
    assert_int_equal(dossier_decide(&dossier, ACTION_CONFIRM, &head, &facts, &change), ERR_OK);
    assert_true(change.step_next_day);
    assert_string_equal(change.after.responsible.account, "tp.kt");
}

static uint32_t bits(const enum dossier_action *actions, size_t count)
{
    uint32_t set = 0;

    for (size_t i = 0; i < count; i++)
        set |= UINT32_C(1) << actions[i];
    return set;
}

#define BITS(...)                                                                                  \
    bits((const enum dossier_action[]){__VA_ARGS__},                                               \
         sizeof((const enum dossier_action[]){__VA_ARGS__}) / sizeof(enum dossier_action))

/* Beside corrections, which are asked for in every state. */
static uint32_t offered(const struct dossier *dossier, const struct dossier_actor *actor)
{
    return dossier_allowed_actions(dossier, actor) & ~BITS(ACTION_ASK_CORRECTION, ACTION_CORRECT);
}

static void the_allowed_actions_are_those_a_person_could_do_now(void **state)
{
    struct dossier dossier = accepted();

    (void)state;
    assert_int_equal(offered(&dossier, &reception),
                     BITS(ACTION_HAND_OVER, ACTION_FORWARD, ACTION_REQUEST_WITHDRAWAL));
    assert_int_equal(offered(&dossier, &colleague),
                     BITS(ACTION_FORWARD, ACTION_REQUEST_WITHDRAWAL));
    assert_int_equal(offered(&dossier, &officer), 0);
    must(&dossier, ACTION_HAND_OVER, &reception);
    assert_int_equal(offered(&dossier, &reception), BITS(ACTION_RECALL, ACTION_REQUEST_WITHDRAWAL));
    assert_int_equal(offered(&dossier, &officer), BITS(ACTION_CONFIRM, ACTION_DECLINE));
    assert_int_equal(offered(&dossier, &director),
                     BITS(ACTION_RECALL, ACTION_REASSIGN, ACTION_REQUEST_WITHDRAWAL));
    must(&dossier, ACTION_CONFIRM, &officer);
    assert_int_equal(offered(&dossier, &officer),
                     BITS(ACTION_HAND_OVER, ACTION_REQUEST_PAYMENT, ACTION_FORWARD));
    assert_int_equal(offered(&dossier, &head),
                     BITS(ACTION_REASSIGN, ACTION_REQUEST_SUPPLEMENT, ACTION_SUSPEND));
    assert_int_equal(offered(&dossier, &leader),
                     BITS(ACTION_SIGN, ACTION_APOLOGISE, ACTION_EXTEND));
    assert_int_equal(offered(&dossier, &clerk), 0);
    must(&dossier, ACTION_SIGN, &leader);
    assert_int_equal(offered(&dossier, &clerk), BITS(ACTION_ISSUE_RESULT));
    assert_int_equal(offered(&dossier, &administrator), 0);
    assert_int_equal(offered(&dossier, &inspector), 0);
}

static void reading_follows_the_unit_and_what_one_has_done(void **state)
{
    struct dossier dossier = accepted();

    (void)state;
    assert_false(dossier_may_read(&dossier, &officer, false));
    assert_true(dossier_may_read(&dossier, &officer, true));
    assert_true(dossier_may_read(&dossier, &colleague, false));
    assert_true(dossier_may_read(&dossier, &inspector, false));
    assert_true(dossier_may_read(&dossier, &leader, false));
    assert_false(dossier_may_read(&dossier, &administrator, true));
    must(&dossier, ACTION_HAND_OVER, &reception);
    assert_true(dossier_may_read(&dossier, &officer, false));
    assert_true(dossier_may_read(&dossier, &head, false));
    assert_false(dossier_may_read(&dossier, &other_head, false));
    must(&dossier, ACTION_CONFIRM, &officer);
    assert_true(dossier_may_read(&dossier, &head, false));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(who_comes_before_the_state_and_the_state_before_the_guards),
        cmocka_unit_test(heads_act_in_their_own_unit_only),
        cmocka_unit_test(the_director_acts_for_others_with_a_reason),
        cmocka_unit_test(a_pending_hand_over_blocks_what_it_should),
        cmocka_unit_test(a_unit_may_be_named_instead_of_a_person),
        cmocka_unit_test(the_allowed_actions_are_those_a_person_could_do_now),
        cmocka_unit_test(reading_follows_the_unit_and_what_one_has_done),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
