/* Rules checked: R-123 R-101. */
#include "support/test.h"

#include <stdio.h>
#include <string.h>

#include "usecase/queue_rules_document.h"

static const char example[] =
    "{\"classes\": {\"P0\": {\"lane\": \"ordinary\", \"rank\": 9, \"target_s\": 1800},"
    " \"P1\": {\"lane\": \"urgent\", \"rank\": 1, \"target_s\": 0},"
    " \"P2\": {\"lane\": \"priority\", \"rank\": 2, \"target_s\": 0},"
    " \"P6\": {\"lane\": \"priority\", \"rank\": 6, \"target_s\": 60, \"late_becomes\": \"P0\"}},"
    " \"max_run\": {\"priority\": 2, \"ordinary\": null}, \"hard_max_wait_s\": 3600,"
    " \"return_window_s\": 901, \"return_delay_s\": 181, \"appointment_late_s\": 902,"
    " \"counters\": {\"1\": {\"primary\": [\"A\", \"B\"],"
    " \"help\": [{\"service\": \"C\", \"after_s\": 600}]}}}";

static struct queue_rules rules;

static void the_example_of_the_rule_is_read(void **state)
{
    struct queue_rules_fault fault;

    (void)state;
    assert_int_equal(queue_rules_document_read(example, strlen(example), &rules, &fault), ERR_OK);
    assert_int_equal(rules.class_count, 4);
    assert_int_equal(rules.service_count, 3);
    assert_int_equal(rules.counter_count, 1);
    assert_int_equal(rules.max_run_priority, 2);
    assert_int_equal(rules.max_run_ordinary, QUEUE_OFF);
    assert_int_equal(rules.hard_max_wait_s, 3600);
    assert_int_equal(rules.return_window_s, 901);
    assert_int_equal(rules.return_delay_s, 181);
    assert_int_equal(rules.appointment_late_s, 902);
    assert_int_equal(rules.classes[3].late_becomes, 0);
    assert_int_equal(rules.classes[3].target_s, 60);
    assert_int_equal(rules.classes[3].lane, QUEUE_PRIORITY);
    assert_int_equal(queue_rules_duty(&rules, 0, 1).role, QUEUE_ROLE_PRIMARY);
    assert_int_equal(queue_rules_duty(&rules, 0, 2).role, QUEUE_ROLE_HELP);
    assert_int_equal(queue_rules_duty(&rules, 0, 2).after_s, 600);
}

/* The example with its first `from` replaced by `to`. */
static void write_changed(char *out, size_t size, const char *from, const char *to)
{
    const char *found = strstr(example, from);

    assert_non_null(found);
    snprintf(out, size, "%.*s%s%s", (int)(found - example), example, to, found + strlen(from));
}

static void what_is_not_as_the_rule_says_is_refused_with_its_place(void **state)
{
    static const struct {
        const char *from;
        const char *to;
        const char *place;
    } cases[] = {
        {"\"urgent\"", "\"vip\"", "/classes/P1/lane"},
        {"\"urgent\"", "3", "/classes/P1/lane"},
        {"\"rank\": 2", "\"rank\": -2", "/classes/P2/rank"},
        {"\"rank\": 2", "\"rank\": 2.5", "/classes/P2/rank"},
        {"\"rank\": 2,", "", "/classes/P2/rank"},
        {"\"target_s\": 1800", "\"target_s\": \"1800\"", "/classes/P0/target_s"},
        {"\"target_s\": 1800", "\"target_s\": -1", "/classes/P0/target_s"},
        {"\"target_s\": 1800", "\"target_s\": 1800, \"colour\": 1", "/classes/P0/colour"},
        {"\"late_becomes\": \"P0\"", "\"late_becomes\": \"P9\"", "/classes/P6/late_becomes"},
        {"\"late_becomes\": \"P0\"", "\"late_becomes\": null", "/classes/P6/late_becomes"},
        {"\"priority\": 2", "\"priority\": 0", "/max_run/priority"},
        {"\"ordinary\": null", "\"ordinary\": \"off\"", "/max_run/ordinary"},
        {", \"ordinary\": null", "", "/max_run/ordinary"},
        {"\"hard_max_wait_s\": 3600", "\"hard_max_wait_s\": -1", "/hard_max_wait_s"},
        {"\"return_window_s\": 901", "\"return_window_s\": null", "/return_window_s"},
        {"\"return_delay_s\": 181,", "", "/return_delay_s"},
        {"\"hard_max_wait_s\"", "\"hard_max_wait\"", "/hard_max_wait"},
        {"[\"A\", \"B\"]", "[\"A\", \"A\"]", "/counters/1/primary/1"},
        {"[\"A\", \"B\"]", "[\"A\", \"C\"]", "/counters/1/help/0"},
        {"[\"A\", \"B\"]", "[\"A\", 2]", "/counters/1/primary/1"},
        {"[\"A\", \"B\"]", "[\"A\", \"\"]", "/counters/1/primary/1"},
        {"[\"A\", \"B\"]", "\"A\"", "/counters/1/primary"},
        {"\"after_s\": 600", "\"after_s\": -600", "/counters/1/help/0/after_s"},
        {"\"after_s\": 600", "\"after\": 600", "/counters/1/help/0/after"},
        {"\"1\": {\"primary\"", "\"1\": {\"own\"", "/counters/1/own"},
        {"\"1\": {", "\"a counter of too long a name\": {",
         "/counters/a counter of too long a name"},
        {"{\"classes\"", "[{\"classes\"", "line 1, column"},
        {"\"P1\": {", "\"P0\": {", "line 1, column"},
    };
    char text[2048];
    struct queue_rules_fault fault;
    struct queue_rules untouched;

    (void)state;
    memset(&rules, 0x5a, sizeof rules);
    untouched = rules;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        write_changed(text, sizeof text, cases[i].from, cases[i].to);
        assert_int_equal(queue_rules_document_read(text, strlen(text), &rules, &fault),
                         ERR_RULES_MALFORMED);
        if (strncmp(fault.place, "line", 4) == 0)
            fault.place[strlen(cases[i].place)] = '\0';
        assert_string_equal(fault.place, cases[i].place);
        assert_true(fault.message[0] != '\0');
        assert_memory_equal(&rules, &untouched, sizeof rules);
    }
}

static void a_document_that_is_no_object_is_refused(void **state)
{
    static const char *const texts[] = {"", "[]", "null", "{}", "{\"classes\": []}"};
    struct queue_rules_fault fault;

    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        assert_int_equal(queue_rules_document_read(texts[i], strlen(texts[i]), &rules, &fault),
                         ERR_RULES_MALFORMED);
}

static void a_very_long_name_does_not_overrun_the_place(void **state)
{
    char text[4096];
    char name[2000];
    struct queue_rules_fault fault;

    (void)state;
    memset(name, 'x', sizeof name - 1);
    name[sizeof name - 1] = '\0';
    snprintf(text, sizeof text, "{\"classes\": {\"%s\": {\"lane\": 1}}}", name);
    assert_int_equal(queue_rules_document_read(text, strlen(text), &rules, &fault),
                     ERR_RULES_MALFORMED);
    assert_int_equal(strncmp(fault.place, "/classes/xxx", 12), 0);
    assert_true(strlen(fault.place) < sizeof fault.place);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_example_of_the_rule_is_read),
        cmocka_unit_test(what_is_not_as_the_rule_says_is_refused_with_its_place),
        cmocka_unit_test(a_document_that_is_no_object_is_refused),
        cmocka_unit_test(a_very_long_name_does_not_overrun_the_place),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
