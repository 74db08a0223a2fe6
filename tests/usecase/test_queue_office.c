/* The queue at work: from the ticket to the finished visit. Rules R-110..R-122, R-140. */
#include "support/test.h"

#include <stdlib.h>
#include <string.h>

#include "support/office_fixture.h"

static int setup(void **state)
{
    struct office_fixture *fixture = calloc(1, sizeof *fixture);

    assert_non_null(fixture);
    office_fixture_make(fixture);
    *state = fixture;
    return 0;
}

static int teardown(void **state)
{
    office_fixture_remove(*state);
    free(*state);
    return 0;
}

static void a_visit_runs_from_the_ticket_to_its_end(void **state)
{
    struct office_fixture *fixture = *state;
    struct call_next call;

    const struct ticket_record issued = office_issue(fixture, "A", NULL);
    assert_int_equal(issued.number, 1);
    assert_int_equal(office_sit(fixture, "1", "lan", "open"), ERR_OK);
    office_set_time(fixture, office_time(8, 5, 0));
    assert_int_equal(office_call_next(fixture, "1", "lan", false, &call), ERR_OK);
    assert_true(call.called_one);
    assert_int_equal(call.called.ticket.id, issued.ticket.id);
    assert_string_equal(queue_rule_name(call.rule), "turn");
    assert_int_equal(call.waited_s, 300);
    assert_int_equal(call.passed_over, 0);
    office_set_time(fixture, office_time(8, 6, 0));
    assert_int_equal(office_move(fixture, VERB_START, "lan", issued.ticket.id), ERR_OK);
    office_set_time(fixture, office_time(8, 16, 0));
    assert_int_equal(office_move(fixture, VERB_FINISH, "lan", issued.ticket.id), ERR_OK);

    const struct ticket_record done = office_ticket(fixture, issued.ticket.id);
    int64_t service_s;
    assert_int_equal(done.ticket.state, TICKET_DONE);
    assert_true(ticket_service_time(&done.ticket, &service_s));
    assert_int_equal(service_s, 600); /* */
    assert_int_equal(office_call_next(fixture, "1", "lan", false, &call), ERR_OK);
    assert_false(call.called_one);
    assert_string_equal(queue_rule_name(call.rule), "empty");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_visit_runs_from_the_ticket_to_its_end, setup, teardown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
