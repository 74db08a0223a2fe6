/* Rules checked: R-102 R-103 R-104 R-105 R-106 R-107 R-108 R-110. */
#include "support/queue_scene.h"

static struct scene scene;

static int fresh(void **state)
{
    (void)state;
    scene_init(&scene);
    return 0;
}

/* The three examples of the domain's section on priority, where the exact rule agrees. */
static void urgent_then_two_priorities_then_the_ordinary_in_turn(void **state)
{
    const int64_t n1 = scene_issue(&scene, "A", "P0", 0);
    const int64_t n2 = scene_issue(&scene, "A", "P0", 1);
    const int64_t p1a = scene_issue(&scene, "A", "P1", 2);
    const int64_t p2a = scene_issue(&scene, "A", "P2", 3);
    const int64_t p3a = scene_issue(&scene, "A", "P3", 4);
    const int64_t n3 = scene_issue(&scene, "A", "P0", 5);

    (void)state;
    scene_expect(&scene, "1", 10, p1a, QUEUE_RULE_URGENT);
    scene_expect(&scene, "1", 20, p2a, QUEUE_RULE_PRIORITY);
    scene_expect(&scene, "1", 30, p3a, QUEUE_RULE_PRIORITY);
    scene_expect(&scene, "1", 40, n1, QUEUE_RULE_TURN);
    scene_expect(&scene, "1", 50, n2, QUEUE_RULE_TURN);
    scene_expect(&scene, "1", 60, n3, QUEUE_RULE_TURN);
    scene_expect(&scene, "1", 70, QUEUE_NO_TICKET, QUEUE_RULE_EMPTY);
}

static void after_two_priority_calls_an_ordinary_person_who_came_before_is_called(void **state)
{
    const int64_t n1 = scene_issue(&scene, "A", "P0", 0);
    const int64_t n2 = scene_issue(&scene, "A", "P0", 1);
    const int64_t a = scene_issue(&scene, "A", "P2", 2);
    const int64_t b = scene_issue(&scene, "A", "P2", 3);
    const int64_t c = scene_issue(&scene, "A", "P2", 4);
    const int64_t d = scene_issue(&scene, "A", "P2", 5);

    (void)state;
    scene_expect(&scene, "1", 10, a, QUEUE_RULE_PRIORITY);
    scene_expect(&scene, "1", 11, b, QUEUE_RULE_PRIORITY);
    scene_expect(&scene, "1", 12, n1, QUEUE_RULE_RATIO);
    scene_expect(&scene, "1", 13, c, QUEUE_RULE_PRIORITY);
    scene_expect(&scene, "1", 14, d, QUEUE_RULE_PRIORITY);
    scene_expect(&scene, "1", 15, n2, QUEUE_RULE_TURN);
}

/* Due 1800 is before 1860; an ordinary person stands half an hour behind, no more. */
static void an_ordinary_person_after_31_minutes_goes_before_a_new_priority_one(void **state)
{
    const int64_t n = scene_issue(&scene, "A", "P0", 0);
    const int64_t p = scene_issue(&scene, "A", "P2", 1860);
    const int64_t urgent = scene_issue(&scene, "A", "P1", 1860);

    (void)state;
    scene_expect(&scene, "1", 1860, urgent, QUEUE_RULE_URGENT);
    scene_expect(&scene, "1", 1860, n, QUEUE_RULE_TURN);
    scene_expect(&scene, "1", 1860, p, QUEUE_RULE_PRIORITY);
}

static void after_one_ordinary_call_a_waiting_priority_person_is_called(void **state)
{
    const int64_t n1 = scene_issue(&scene, "A", "P0", 0);
    const int64_t n2 = scene_issue(&scene, "A", "P0", 1);
    const int64_t p4 = scene_issue(&scene, "A", "P4", 2000);
    const int64_t p2 = scene_issue(&scene, "A", "P2", 2000);

    (void)state;
    scene_expect(&scene, "1", 2100, n1, QUEUE_RULE_TURN);
    scene_expect(&scene, "1", 2100, p2, QUEUE_RULE_RATIO); /* equally due: rank 2 before 4 */
    scene_expect(&scene, "1", 2100, n2, QUEUE_RULE_TURN);
    scene_expect(&scene, "1", 2100, p4, QUEUE_RULE_PRIORITY);
}

static void the_priority_cap_never_lets_a_later_ordinary_person_pass(void **state)
{
    const int64_t n1 = scene_issue(&scene, "A", "P0", 0);
    const int64_t a = scene_issue(&scene, "A", "P2", 1);
    const int64_t b = scene_issue(&scene, "A", "P2", 2);
    const int64_t c = scene_issue(&scene, "A", "P2", 3);
    const int64_t n2 = scene_issue(&scene, "A", "P0", 4);

    (void)state;
    scene_expect(&scene, "1", 10, a, QUEUE_RULE_PRIORITY);
    scene_expect(&scene, "1", 10, b, QUEUE_RULE_PRIORITY);
    assert_int_equal(scene_desk(&scene, "1")->over_ordinary, 2);
    assert_int_equal(queue_day_cancel(&scene.day, n1), ERR_OK);
    scene_expect(&scene, "1", 10, c, QUEUE_RULE_PRIORITY); /* n2 came after c */
    assert_int_equal(scene_desk(&scene, "1")->over_ordinary, 2);
    scene_expect(&scene, "1", 10, n2, QUEUE_RULE_TURN);
    assert_int_equal(scene_desk(&scene, "1")->over_ordinary, 0);
}

static void caps_that_are_off_leave_the_targets_alone(void **state)
{
    int64_t p[4];
    const int64_t n = scene_issue(&scene, "A", "P0", 0);

    (void)state;
    assert_int_equal(queue_rules_set_max_run(&scene.rules, QUEUE_OFF, QUEUE_OFF), ERR_OK);
    for (int i = 0; i < 4; i++)
        p[i] = scene_issue(&scene, "A", "P2", 1 + i);
    for (int i = 0; i < 4; i++)
        scene_expect(&scene, "1", 10, p[i], QUEUE_RULE_PRIORITY);
    scene_expect(&scene, "1", 10, n, QUEUE_RULE_TURN);
}

static void equally_due_people_go_by_rank_and_then_by_seq(void **state)
{
    const int64_t n = scene_issue(&scene, "A", "P0", 0);        /* due 1800, rank 9 */
    const int64_t far = scene_issue(&scene, "A", "P7", 900);    /* due 1800, rank 7 */
    const int64_t first = scene_issue(&scene, "A", "P4", 1800); /* due 1800, rank 4 */
    const int64_t second = scene_issue(&scene, "A", "P4", 1800);

    (void)state;
    assert_int_equal(queue_rules_set_max_run(&scene.rules, QUEUE_OFF, QUEUE_OFF), ERR_OK);
    scene_expect(&scene, "1", 1800, first, QUEUE_RULE_PRIORITY);
    scene_expect(&scene, "1", 1800, second, QUEUE_RULE_PRIORITY);
    scene_expect(&scene, "1", 1800, far, QUEUE_RULE_PRIORITY);
    scene_expect(&scene, "1", 1800, n, QUEUE_RULE_TURN);
}

static void the_hard_maximum_calls_the_longest_waiting_but_after_the_urgent(void **state)
{
    const int64_t n = scene_issue(&scene, "A", "P0", 0);
    const int64_t p = scene_issue(&scene, "A", "P2", 1);
    int64_t urgent;

    (void)state;
    assert_int_equal(queue_rules_set_hard_max(&scene.rules, 600), ERR_OK);
    scene_expect(&scene, "1", 599, p, QUEUE_RULE_PRIORITY);
    urgent = scene_issue(&scene, "A", "P1", 600);
    scene_issue(&scene, "A", "P2", 600);
    scene_expect(&scene, "1", 600, urgent, QUEUE_RULE_URGENT);
    scene_expect(&scene, "1", 600, n, QUEUE_RULE_HARD_MAX);
    assert_int_equal(scene_desk(&scene, "1")->over_priority, 1);
}

static void help_begins_after_its_wait_and_only_when_own_people_are_served(void **state)
{
    const int64_t a = scene_issue(&scene, "A", "P2", 0);
    const int64_t b = scene_issue(&scene, "B", "P0", 590);

    (void)state;
    scene_expect(&scene, "2", 600, b, QUEUE_RULE_TURN); /* not a, though due before */
    scene_expect(&scene, "2", 599, QUEUE_NO_TICKET, QUEUE_RULE_LATER);
    scene_expect(&scene, "2", 600, a, QUEUE_RULE_PRIORITY);
    scene_expect(&scene, "1", 600, QUEUE_NO_TICKET, QUEUE_RULE_EMPTY);
}

static void an_urgent_person_is_helped_at_once_and_the_own_people_count_as_passed_over(void **state)
{
    struct queue_day_call call;
    int64_t urgent;

    (void)state;
    scene_issue(&scene, "B", "P0", 0);
    scene_issue(&scene, "A", "P0", 1); /* of the help service: not of the pool */
    scene_issue(&scene, "B", "P2", 2);
    urgent = scene_issue(&scene, "A", "P1", 3);
    scene_issue(&scene, "B", "P0", 4);
    call = scene_next(&scene, "2", 700);
    assert_int_equal(call.ticket, urgent);
    assert_int_equal(call.decision.rule, QUEUE_RULE_URGENT);
    assert_int_equal(call.passed_over, 2);
    assert_int_equal(scene_desk(&scene, "2")->over_ordinary, 0);
    assert_int_equal(scene_desk(&scene, "2")->over_priority, 0);
}

static void a_ticket_for_another_counter_or_for_later_is_not_a_candidate(void **state)
{
    const int64_t t = scene_issue(&scene, "A", "P0", 0);

    (void)state;
    scene_ticket(&scene, t)->only_counter = scene_counter(&scene, "2");
    scene_expect(&scene, "1", 50, QUEUE_NO_TICKET, QUEUE_RULE_EMPTY);
    scene_ticket(&scene, t)->only_counter = scene_counter(&scene, "1");
    scene_ticket(&scene, t)->not_before = at(100);
    scene_expect(&scene, "1", 99, QUEUE_NO_TICKET, QUEUE_RULE_LATER);
    scene_expect(&scene, "1", 100, t, QUEUE_RULE_TURN);
}

static void the_answer_tells_wait_and_passed_over_with_99_for_more(void **state)
{
    struct queue_day_call call;

    (void)state;
    for (int i = 0; i < 98; i++)
        scene_issue(&scene, "A", "P0", i);
    scene_issue(&scene, "A", "P2", 100);
    call = scene_next(&scene, "1", 150);
    assert_int_equal(call.decision.waited_s, 50);
    assert_int_equal(call.passed_over, 98);
    scene_finish(&scene, "1", 150);
    for (int i = 0; i < 100; i++)
        scene_issue(&scene, "A", "P0", 150 + i);
    scene_issue(&scene, "A", "P2", 300);
    call = scene_next(&scene, "1", 300);
    assert_int_equal(call.decision.waited_s, 0);
    assert_int_equal(call.passed_over, 99);
}

static void a_person_called_before_the_appointment_has_waited_nothing(void **state)
{
    const int64_t t = scene_appointment(&scene, "A", "P6", 0, 3600);
    const struct queue_day_call call = scene_next(&scene, "1", 10);

    (void)state;
    assert_int_equal(call.ticket, t);
    assert_int_equal(call.decision.waited_s, 0);
}

static void a_busy_counter_is_refused(void **state)
{
    struct queue_day_call call;

    (void)state;
    scene_issue(&scene, "A", "P0", 0);
    scene_issue(&scene, "A", "P0", 0);
    scene_next(&scene, "1", 1);
    assert_int_equal(queue_day_next(&scene.day, scene_counter(&scene, "1"), at(1), &call),
                     ERR_COUNTER_BUSY);
}

static void direct_and_urgent_calls_leave_the_runs(void **state)
{
    int64_t n;
    int64_t direct;

    (void)state;
    n = scene_issue(&scene, "A", "P0", 0);
    scene_issue(&scene, "A", "P2", 1);
    scene_next(&scene, "1", 2);
    scene_finish(&scene, "1", 2);
    assert_int_equal(scene_desk(&scene, "1")->over_ordinary, 1);
    direct = scene_issue(&scene, "A", "P0", 3);
    assert_int_equal(queue_day_call_ticket(&scene.day, scene_counter(&scene, "1"), direct, at(3)),
                     ERR_OK);
    scene_finish(&scene, "1", 3);
    assert_int_equal(scene_desk(&scene, "1")->over_ordinary, 1);
    scene_expect(&scene, "1", 4, n, QUEUE_RULE_TURN);
    assert_int_equal(scene_desk(&scene, "1")->over_ordinary, 0);
}

int main(void)
{
#define test(name) cmocka_unit_test_setup(name, fresh)
    const struct CMUnitTest tests[] = {
        test(urgent_then_two_priorities_then_the_ordinary_in_turn),
        test(after_two_priority_calls_an_ordinary_person_who_came_before_is_called),
        test(an_ordinary_person_after_31_minutes_goes_before_a_new_priority_one),
        test(after_one_ordinary_call_a_waiting_priority_person_is_called),
        test(the_priority_cap_never_lets_a_later_ordinary_person_pass),
        test(caps_that_are_off_leave_the_targets_alone),
        test(equally_due_people_go_by_rank_and_then_by_seq),
        test(the_hard_maximum_calls_the_longest_waiting_but_after_the_urgent),
        test(help_begins_after_its_wait_and_only_when_own_people_are_served),
        test(an_urgent_person_is_helped_at_once_and_the_own_people_count_as_passed_over),
        test(a_ticket_for_another_counter_or_for_later_is_not_a_candidate),
        test(the_answer_tells_wait_and_passed_over_with_99_for_more),
        test(a_person_called_before_the_appointment_has_waited_nothing),
        test(a_busy_counter_is_refused),
        test(direct_and_urgent_calls_leave_the_runs),
    };
#undef test

    return cmocka_run_group_tests(tests, NULL, NULL);
}
