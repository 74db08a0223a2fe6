/*
 * What the rule of the queue promises, on random days under the default classes.
 * Rules checked: R-105 R-106 R-107.
 */
#include "support/queue_world.h"

enum { SHORT_DAYS = 200, EVENTS = 400 };

enum { CLASS_WITH_TARGET = 5 /* P7 */ };

/*
 * "a later ordinary ticket never precedes an earlier priority one except by hard_max, call, or
 * only_counter/not_before": so not within the pool. Earlier is an earlier second
 * (within one second rank goes before seq), and the classes are those with target 0; the next test
 * shows that the exact rule makes one more exception for a class with a target.
 */
static void a_later_ordinary_person_never_precedes_an_earlier_priority_one(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= SHORT_DAYS; seed++) {
        begin(seed, default_rules);
        for (int i = 0; i < EVENTS; i++) {
            const int c = dice_roll(&world.dice, REF_COUNTERS);
            struct ref_set pool;
            struct ref_answer answer;

            random_event();
            pool = ref_pool(&world.ref, c, world.now);
            answer = call_next(c);
            if (answer.ticket == REF_OFF || ref_lane_of(&world.ref, answer.ticket) != REF_ORDINARY)
                continue;
            for (int t = 0; t < world.ref.count; t++)
                assert_false(pool.has[t] && ref_lane_of(&world.ref, t) == REF_PRIORITY &&
                             world.ref.tickets[t].class_ != CLASS_WITH_TARGET &&
                             world.ref.tickets[t].order_at <
                                 world.ref.tickets[answer.ticket].order_at);
        }
    }
}

/*
 * P7 stands at 0 (due 900), an ordinary person at 1, three of P2 at 2. After two P2 the cap asks
 * for an ordinary person who stands before the first due, the third P2: and there is one, though
 * behind P7. Word for word the rule, and so it is kept.
 */
static void the_cap_may_pass_an_earlier_person_whose_class_has_a_target(void **state)
{
    struct ref_answer answer;

    (void)state;
    begin(1, default_rules);
    issue_one(0, CLASS_WITH_TARGET, REF_OFF);
    world.now++;
    issue_one(0, 0, REF_OFF);
    world.now++;
    for (int i = 0; i < 3; i++)
        issue_one(0, 2, REF_OFF);
    for (int i = 0; i < 3; i++) {
        answer = call_next(0);
        expect_same(queue_day_finish(&world.day, 0, at(world.now)),
                    ref_leave(&world.ref, 0, "done", world.now));
    }
    assert_int_equal(answer.ticket, 1);
    assert_string_equal(answer.rule, "ratio");
}

/* Priority people keep coming, one before every call: still the ordinary person is called third. */
static void priority_never_starves_an_ordinary_person(void **state)
{
    (void)state;
    begin(1, default_rules);
    issue_one(0, 0, REF_OFF);
    for (int call = 1; call <= 3; call++) {
        struct ref_answer answer;

        world.now++;
        issue_one(0, 2, REF_OFF);
        answer = call_next(0);
        assert_int_equal(answer.ticket == 0, call == 3);
        expect_same(queue_day_finish(&world.day, 0, at(world.now)),
                    ref_leave(&world.ref, 0, "done", world.now));
    }
}

/* Forty ordinary people are overdue: a priority person who comes now is called second at most. */
static void the_ordinary_never_starve_a_priority_person(void **state)
{
    int calls = 0;
    struct ref_answer answer;

    (void)state;
    begin(1, default_rules);
    for (int i = 0; i < 40; i++)
        issue_one(0, 0, REF_OFF);
    world.now += 7200;
    issue_one(0, 2, REF_OFF);
    do {
        calls++;
        answer = call_next(0);
        expect_same(queue_day_finish(&world.day, 0, at(world.now)),
                    ref_leave(&world.ref, 0, "done", world.now));
    } while (answer.ticket != 40);
    assert_int_equal(calls, 2);
}

/* While both wait, at most two priority calls over an earlier ordinary person in a row, and at most
 * one ordinary call in a row over a priority one: counted here, not by the counters' runs. */
static void the_caps_hold(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= SHORT_DAYS; seed++) {
        int over_ordinary = 0;
        int over_priority = 0;

        begin(seed, default_rules);
        while (world.ref.count < REF_TICKETS) {
            struct ref_set pool;
            struct ref_answer answer;
            bool earlier_ordinary = false;
            bool priority = false;

            world.now += dice_roll(&world.dice, 300);
            for (int n = dice_roll(&world.dice, 4); n > 0 && world.ref.count < REF_TICKETS; n--)
                issue_one(0, dice_one_in(&world.dice, 2) ? 0 : 2, REF_OFF);
            pool = ref_pool(&world.ref, 0, world.now);
            answer = call_next(0);
            if (answer.ticket == REF_OFF)
                continue;
            for (int t = 0; t < world.ref.count; t++) {
                if (!pool.has[t] || t == answer.ticket)
                    continue;
                priority |= ref_lane_of(&world.ref, t) == REF_PRIORITY;
                earlier_ordinary |=
                    ref_lane_of(&world.ref, t) == REF_ORDINARY &&
                    ref_less(ref_order(&world.ref, t), ref_order(&world.ref, answer.ticket));
            }
            if (ref_lane_of(&world.ref, answer.ticket) == REF_PRIORITY) {
                over_ordinary += earlier_ordinary;
                over_priority = 0;
            } else {
                over_priority += priority;
                over_ordinary = 0;
            }
            assert_true(over_ordinary <= 2 && over_priority <= 1);
            expect_same(queue_day_finish(&world.day, 0, at(world.now)),
                        ref_leave(&world.ref, 0, "done", world.now));
        }
    }
}

/* "a counter that has the service as primary and goes on calling: every waiting ticket is called"
 */
static void everybody_is_called_at_last(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= SHORT_DAYS; seed++) {
        begin(seed, default_rules);
        for (int i = 0; i < EVENTS / 2; i++)
            random_event();
        for (int calls = 0; calls <= REF_TICKETS; calls++) {
            world.now += 300;
            for (int c = 0; c < REF_COUNTERS; c++) {
                (void)queue_day_finish(&world.day, c, at(world.now));
                ref_leave(&world.ref, c, "done", world.now);
                call_next(c);
            }
        }
        for (int t = 0; t < world.ref.count; t++)
            assert_int_not_equal(world.tickets[t].state, TICKET_WAITING);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_later_ordinary_person_never_precedes_an_earlier_priority_one),
        cmocka_unit_test(the_cap_may_pass_an_earlier_person_whose_class_has_a_target),
        cmocka_unit_test(priority_never_starves_an_ordinary_person),
        cmocka_unit_test(the_ordinary_never_starve_a_priority_person),
        cmocka_unit_test(the_caps_hold),
        cmocka_unit_test(everybody_is_called_at_last),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
