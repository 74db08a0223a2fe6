/* Rules checked: R-100 R-101. */
#include "support/test.h"

#include <stdio.h>
#include <string.h>

#include "domain/queue_rules.h"

static struct queue_rules rules;

static void the_default_classes_are_those_of_the_rule(void **state)
{
    static const struct {
        const char *code;
        enum queue_lane lane;
        int target_s;
        const char *late_becomes;
    } expected[] = {{"P0", QUEUE_ORDINARY, 1800, NULL}, {"P1", QUEUE_URGENT, 0, NULL},
                    {"P2", QUEUE_PRIORITY, 0, NULL},    {"P3", QUEUE_PRIORITY, 0, NULL},
                    {"P4", QUEUE_PRIORITY, 0, NULL},    {"P5", QUEUE_PRIORITY, 0, NULL},
                    {"P6", QUEUE_PRIORITY, 0, "P0"},    {"P7", QUEUE_PRIORITY, 900, NULL}};
    int last_rank = 0;

    (void)state;
    queue_rules_init_defaults(&rules);
    assert_int_equal(rules.class_count, 8);
    for (size_t i = 0; i < 8; i++) {
        const int at = queue_rules_class(&rules, expected[i].code);
        const struct queue_class *found = &rules.classes[at];

        assert_int_equal(found->lane, expected[i].lane);
        assert_int_equal(found->target_s, expected[i].target_s);
        if (expected[i].late_becomes)
            assert_int_equal(found->late_becomes,
                             queue_rules_class(&rules, expected[i].late_becomes));
        else
            assert_int_equal(found->late_becomes, QUEUE_NONE);
        if (i > 0) { /* P1 .. P7 are ranked in that order, P0 last */
            assert_true(found->rank > last_rank);
            last_rank = found->rank;
        }
    }
    assert_true(rules.classes[queue_rules_class(&rules, "P0")].rank > last_rank);
    assert_int_equal(rules.max_run_priority, 2);
    assert_int_equal(rules.max_run_ordinary, 1);
    assert_int_equal(rules.hard_max_wait_s, QUEUE_OFF);
    assert_int_equal(rules.return_window_s, 900);
    assert_int_equal(rules.return_delay_s, 180);
    assert_int_equal(rules.appointment_late_s, 900);
}

static void a_service_is_primary_or_help_at_one_counter_not_both(void **state)
{
    int a;
    int first;
    int second;

    (void)state;
    queue_rules_init(&rules);
    assert_int_equal(queue_rules_add_service(&rules, "A", &a), ERR_OK);
    assert_int_equal(queue_rules_add_counter(&rules, "1", &first), ERR_OK);
    assert_int_equal(queue_rules_add_counter(&rules, "2", &second), ERR_OK);
    assert_int_equal(queue_rules_add_primary(&rules, first, a), ERR_OK);
    assert_int_equal(queue_rules_add_primary(&rules, first, a), ERR_DUPLICATE);
    assert_int_equal(queue_rules_add_help(&rules, first, a, 600), ERR_DUPLICATE);
    assert_int_equal(queue_rules_duty(&rules, first, a).role, QUEUE_ROLE_PRIMARY);
    assert_false(queue_rules_serves(&rules, second, a));
    assert_int_equal(queue_rules_add_help(&rules, second, a, -1), ERR_RULES_MALFORMED);
    assert_int_equal(queue_rules_add_help(&rules, second, a, 600), ERR_OK);
    assert_int_equal(queue_rules_duty(&rules, second, a).after_s, 600);
}

static void codes_are_short_unique_and_without_control_characters(void **state)
{
    int added = 77;

    (void)state;
    queue_rules_init(&rules);
    assert_int_equal(queue_rules_add_service(&rules, "", &added), ERR_RULES_MALFORMED);
    assert_int_equal(queue_rules_add_service(&rules, "A\tB", &added), ERR_RULES_MALFORMED);
    assert_int_equal(queue_rules_add_service(&rules, "1234567890123456", &added),
                     ERR_RULES_MALFORMED);
    assert_int_equal(added, 77);
    assert_int_equal(queue_rules_add_service(&rules, "123456789012345", &added), ERR_OK);
    assert_int_equal(queue_rules_add_service(&rules, "123456789012345", &added), ERR_DUPLICATE);
    assert_int_equal(queue_rules_service(&rules, "123456789012345"), added);
    assert_int_equal(queue_rules_service(&rules, "B"), QUEUE_NONE);
}

static void every_limit_is_kept(void **state)
{
    char code[QUEUE_CODE_SIZE];
    int added;

    (void)state;
    queue_rules_init(&rules);
    for (int i = 0; i < QUEUE_CLASSES_MAX; i++) {
        snprintf(code, sizeof code, "K%d", i);
        assert_int_equal(queue_rules_add_class(&rules, code, QUEUE_PRIORITY, i, 0, &added), ERR_OK);
    }
    assert_int_equal(queue_rules_add_class(&rules, "K", QUEUE_PRIORITY, 0, 0, &added),
                     ERR_RULES_MALFORMED);
    for (int i = 0; i < QUEUE_COUNTERS_MAX; i++) {
        snprintf(code, sizeof code, "%d", i);
        assert_int_equal(queue_rules_add_counter(&rules, code, &added), ERR_OK);
    }
    assert_int_equal(queue_rules_add_counter(&rules, "more", &added), ERR_RULES_MALFORMED);
    queue_rules_init(&rules);
    assert_int_equal(queue_rules_add_class(&rules, "P0", QUEUE_ORDINARY, -1, 0, &added),
                     ERR_RULES_MALFORMED);
    assert_int_equal(queue_rules_add_class(&rules, "P0", QUEUE_ORDINARY, 0, -1, &added),
                     ERR_RULES_MALFORMED);
    assert_int_equal(queue_rules_set_max_run(&rules, 0, 1), ERR_RULES_MALFORMED);
    assert_int_equal(queue_rules_set_max_run(&rules, 1, 0), ERR_RULES_MALFORMED);
    assert_int_equal(queue_rules_set_max_run(&rules, QUEUE_OFF, QUEUE_OFF), ERR_OK);
    assert_int_equal(queue_rules_set_hard_max(&rules, -2), ERR_RULES_MALFORMED);
    assert_int_equal(queue_rules_set_windows(&rules, 0, 0, -1), ERR_RULES_MALFORMED);
    assert_int_equal(rules.return_window_s, 900);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_default_classes_are_those_of_the_rule),
        cmocka_unit_test(a_service_is_primary_or_help_at_one_counter_not_both),
        cmocka_unit_test(codes_are_short_unique_and_without_control_characters),
        cmocka_unit_test(every_limit_is_kept),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
