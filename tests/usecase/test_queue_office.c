/* The queue at work: from the ticket to the finished visit. Rules R-110..R-122, R-140, R-650. */
#include "support/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/office_fixture.h"

static int setup(void **state)
{
    office_fixture_set_up(state);
    assert_int_equal(office_sit(*state, "1", "lan", "open"), ERR_OK);
    assert_int_equal(office_sit(*state, "2", "hoa", "open"), ERR_OK);
    return 0;
}

/* call-next at `counter` must call `ticket` (0: nobody) by `rule`. */
static void must_call(struct office_fixture *fixture, const char *counter, const char *officer,
                      int64_t ticket, const char *rule)
{
    struct call_next call;

    assert_int_equal(office_call_next(fixture, counter, officer, false, &call), ERR_OK);
    assert_string_equal(queue_rule_name(call.rule), rule);
    assert_int_equal(call.called_one ? call.called.ticket.id : 0, ticket);
}

static void must_be(struct office_fixture *fixture, int64_t ticket, enum ticket_state state)
{
    assert_string_equal(ticket_state_name(office_ticket(fixture, ticket).ticket.state),
                        ticket_state_name(state));
}

/* ---- the visit ------------------------------------------------------------------------------- */

static void a_visit_runs_from_the_ticket_to_its_end(void **state)
{
    struct office_fixture *fixture = *state;
    const struct ticket_record issued = office_issue(fixture, "A", NULL);
    struct call_next call;
    int64_t service_s;

    assert_int_equal(issued.number, 1);
    office_set_time(fixture, office_time(8, 5, 0));
    assert_int_equal(office_call_next(fixture, "1", "lan", false, &call), ERR_OK);
    assert_true(call.called_one);
    assert_int_equal(call.called.ticket.id, issued.ticket.id);
    assert_string_equal(queue_rule_name(call.rule), "turn");
    assert_int_equal(call.waited_s, 300);
    assert_int_equal(call.passed_over, 0);
    assert_int_equal(office_move(fixture, VERB_RECALL, "lan", issued.ticket.id), ERR_OK);
    office_set_time(fixture, office_time(8, 6, 0));
    assert_int_equal(office_move(fixture, VERB_START, "lan", issued.ticket.id), ERR_OK);
    office_set_time(fixture, office_time(8, 16, 0));
    assert_int_equal(office_move(fixture, VERB_FINISH, "lan", issued.ticket.id), ERR_OK);

    const struct ticket_record done = office_ticket(fixture, issued.ticket.id);
    assert_int_equal(done.ticket.state, TICKET_DONE);
    assert_int_equal(done.ticket.calls, 2);
    assert_true(ticket_service_time(&done.ticket, &service_s));
    assert_int_equal(service_s, 600); /* */
    must_call(fixture, "1", "lan", 0, "empty");
}

static void one_request_finishes_and_calls_the_next(void **state)
{
    struct office_fixture *fixture = *state;
    const int64_t first = office_issue(fixture, "A", NULL).ticket.id;
    const int64_t second = office_issue(fixture, "A", NULL).ticket.id;
    struct call_next call;

    must_call(fixture, "1", "lan", first, "turn");
    assert_int_equal(office_call_next(fixture, "1", "lan", false, NULL), ERR_COUNTER_BUSY);
    assert_int_equal(office_call_next(fixture, "1", "lan", true, &call), ERR_OK);
    assert_true(call.finished_one);
    assert_int_equal(call.finished.ticket.id, first);
    assert_int_equal(call.called.ticket.id, second);
    must_be(fixture, first, TICKET_DONE);
    must_be(fixture, second, TICKET_CALLED);
}

/* Nobody to call is an answer; the finish is done all the same, and those elsewhere are counted. */
static void the_last_finish_is_done_when_nobody_waits_here(void **state)
{
    struct office_fixture *fixture = *state;
    const int64_t only = office_issue(fixture, "A", NULL).ticket.id;
    struct call_next call;

    office_issue(fixture, "B", NULL);
    office_issue(fixture, "C", NULL);
    must_call(fixture, "1", "lan", only, "turn");
    assert_int_equal(office_call_next(fixture, "1", "lan", true, &call), ERR_OK);
    assert_true(call.finished_one);
    assert_false(call.called_one);
    assert_string_equal(queue_rule_name(call.rule), "empty");
    assert_int_equal(call.waiting_elsewhere, 2);
    must_be(fixture, only, TICKET_DONE);
}

static void a_transferred_person_waits_for_the_counter_named_alone(void **state)
{
    struct office_fixture *fixture = *state;
    const int64_t person = office_issue(fixture, "A", NULL).ticket.id;

    assert_int_equal(office_sit(fixture, "3", "cuc", "open"), ERR_OK);
    must_call(fixture, "1", "lan", person, "turn");
    assert_int_equal(office_transfer(fixture, "lan", person, "C", "2"), ERR_NOT_SERVED);
    assert_int_equal(office_transfer(fixture, "lan", person, "Z", NULL), ERR_UNKNOWN_SERVICE);
    assert_int_equal(office_transfer(fixture, "lan", person, "B", "7"), ERR_UNKNOWN_COUNTER);
    must_be(fixture, person, TICKET_CALLED); /* refused: nothing happened */
    assert_int_equal(office_transfer(fixture, "lan", person, "B", "2"), ERR_OK); /* */
    must_call(fixture, "3", "cuc", 0, "empty");
    must_call(fixture, "2", "hoa", person, "turn");
}

static void a_no_show_comes_back_after_the_delay_and_once(void **state)
{
    struct office_fixture *fixture = *state;
    const int64_t person = office_issue(fixture, "A", NULL).ticket.id;

    must_call(fixture, "1", "lan", person, "turn");
    assert_int_equal(office_move(fixture, VERB_NO_SHOW, "lan", person), ERR_OK);
    office_set_time(fixture, office_time(8, 15, 0)); /* 900 s, inclusive */
    assert_int_equal(office_move(fixture, VERB_COME_BACK, "mai", person), ERR_OK);
    must_call(fixture, "1", "lan", 0, "later");
    office_set_time(fixture, office_time(8, 17, 59));
    must_call(fixture, "1", "lan", 0, "later");
    office_set_time(fixture, office_time(8, 18, 0));
    must_call(fixture, "1", "lan", person, "turn");
    assert_int_equal(office_move(fixture, VERB_NO_SHOW, "lan", person), ERR_OK);
    assert_int_equal(office_move(fixture, VERB_COME_BACK, "mai", person), ERR_ONCE_ONLY);

    const int64_t other = office_issue(fixture, "A", NULL).ticket.id;
    must_call(fixture, "1", "lan", other, "turn");
    assert_int_equal(office_move(fixture, VERB_NO_SHOW, "lan", other), ERR_OK);
    office_set_time(fixture, office_time(8, 33, 1));
    assert_int_equal(office_move(fixture, VERB_COME_BACK, "mai", other), ERR_TOO_LATE);
}

static void a_particular_person_may_be_called_before_the_delay_is_over(void **state)
{
    struct office_fixture *fixture = *state;
    const int64_t person = office_issue(fixture, "A", NULL).ticket.id;

    must_call(fixture, "1", "lan", person, "turn");
    assert_int_equal(office_move(fixture, VERB_NO_SHOW, "lan", person), ERR_OK);
    assert_int_equal(office_move(fixture, VERB_COME_BACK, "mai", person), ERR_OK);
    assert_int_equal(office_call_ticket(fixture, "2", "hoa", person), ERR_OK); /* */
    must_be(fixture, person, TICKET_CALLED);
    assert_int_equal(office_call_ticket(fixture, "1", "lan", person), ERR_STATE_FORBIDS);
    assert_int_equal(office_call_ticket(fixture, "1", "lan", 999999), ERR_NOT_FOUND);
}

static void a_parked_person_returns_to_the_old_place(void **state)
{
    struct office_fixture *fixture = *state;
    const int64_t first = office_issue(fixture, "A", NULL).ticket.id;
    const int64_t second = office_issue(fixture, "A", NULL).ticket.id;

    must_call(fixture, "1", "lan", first, "turn");
    assert_int_equal(office_move(fixture, VERB_PARK, "lan", first), ERR_OK);
    must_call(fixture, "1", "lan", second, "turn");
    assert_int_equal(office_move(fixture, VERB_PARK, "lan", second), ERR_OK);
    assert_int_equal(office_move(fixture, VERB_RETURN, "lan", second), ERR_OK);
    assert_int_equal(office_move(fixture, VERB_RETURN, "lan", first), ERR_OK);
    must_call(fixture, "1", "lan", first, "turn"); /* */
}

static void a_verb_that_the_state_forbids_names_what_it_allows(void **state)
{
    struct office_fixture *fixture = *state;
    const int64_t person = office_issue(fixture, "A", NULL).ticket.id;
    struct move_ticket move = {.verb = VERB_START, .ticket = person};

    office_prepare(fixture, &move.command, "lan", PERMISSION_TICKET_CALL, move_ticket_run);
    assert_int_equal(office_do(fixture, &move.command), ERR_STATE_FORBIDS);
    assert_string_equal(move.command.facts.state, "waiting");
    assert_string_equal(move.command.facts.action, "start");
    assert_string_equal(move.command.facts.allowed.data, "call\ncancel\n");
    command_release(&move.command);
    assert_int_equal(office_move(fixture, VERB_CANCEL, "lan", person), ERR_OK);
    assert_int_equal(office_move(fixture, VERB_CANCEL, "lan", person), ERR_STATE_FORBIDS);
    assert_int_equal(office_move(fixture, VERB_CANCEL, "lan", 424242), ERR_NOT_FOUND);
}

/* ---- numbers and paper ----------------------------------------------------------------------- */

/* */
static void numbers_count_for_each_site_and_service_and_refusals_take_none(void **state)
{
    struct office_fixture *fixture = *state;
    static const char *const sites[] = {"TT", "NT"}, *const services[] = {"A", "B", "C"};
    struct ticket_record record;

    for (int i = 1; i <= 12; i++)
        for (int site = 0; site < 2; site++)
            for (int service = 0; service < 3; service++) {
                assert_int_equal(
                    office_try_issue(fixture, sites[site], services[service], "P0", &record),
                    ERR_OK);
                assert_int_equal(record.number, i);
                assert_int_equal(office_try_issue(fixture, sites[site], "Z", "P0", &record),
                                 ERR_UNKNOWN_SERVICE);
                assert_int_equal(office_try_issue(fixture, sites[site], "A", "P9", &record),
                                 ERR_UNKNOWN_CLASS);
            }
    assert_int_equal(office_try_issue(fixture, "XX", "A", "P0", &record), ERR_UNKNOWN_SITE);
}

/* */
static void each_ticket_has_one_sheet_in_the_outbox(void **state)
{
    struct office_fixture *fixture = *state;
    struct ticket_record record = office_issue(fixture, "A", NULL);
    char sql[200];

    snprintf(sql, sizeof sql,
             "SELECT count(*) FROM print_job WHERE id = %lld AND subject = 't%lld' AND copy = 1"
             " AND content LIKE '%%\"number\":\"A001\"%%'",
             (long long)record.print_job, (long long)record.ticket.id);
    assert_int_equal(store_fixture_number(&fixture->store, sql), 1);
    office_try_issue(fixture, "TT", "Z", "P0", &record); /* refused: no paper */
    assert_int_equal(store_fixture_number(&fixture->store, "SELECT count(*) FROM print_job"), 1);
}

/* ---- counters (R-140) ------------------------------------------------------------------------ */

static void an_officer_who_sits_down_leaves_the_counter_before(void **state)
{
    struct office_fixture *fixture = *state;

    assert_int_equal(office_sit(fixture, "3", "lan", "open"), ERR_OK);
    assert_int_equal(office_call_next(fixture, "1", "lan", false, NULL), ERR_COUNTER_CLOSED);
    must_call(fixture, "3", "lan", 0, "empty");
    assert_int_equal(
        store_fixture_number(&fixture->store, "SELECT count(*) FROM counter WHERE account = 'lan'"),
        1);
}

static void who_takes_over_a_counter_is_its_only_officer(void **state)
{
    struct office_fixture *fixture = *state;

    assert_int_equal(office_sit(fixture, "1", "cuc", "open"), ERR_OK);
    assert_int_equal(office_call_next(fixture, "1", "lan", false, NULL), ERR_NOT_AT_COUNTER);
    must_call(fixture, "1", "cuc", 0, "empty");
    assert_int_equal(store_fixture_number(
                         &fixture->store,
                         "SELECT count(*) FROM event WHERE kind = 'counter_changed' AND data LIKE"
                         " '%\"officer\":\"cuc\",\"officer_before\":\"lan\"%'"),
                     1);
}

static void a_busy_counter_is_neither_left_nor_closed(void **state)
{
    struct office_fixture *fixture = *state;
    const int64_t person = office_issue(fixture, "A", NULL).ticket.id;

    must_call(fixture, "1", "lan", person, "turn");
    assert_int_equal(office_sit(fixture, "3", "lan", "open"), ERR_COUNTER_BUSY);
    assert_int_equal(office_sit(fixture, "1", "lan", "closed"), ERR_COUNTER_BUSY);
    assert_int_equal(office_move(fixture, VERB_FINISH, "hoa", person), ERR_NOT_AT_COUNTER);
    assert_int_equal(office_move(fixture, VERB_FINISH, "lan", person), ERR_OK);
    assert_int_equal(office_sit(fixture, "1", "lan", "closed"), ERR_OK);
}

static void a_paused_counter_calls_nobody(void **state)
{
    struct office_fixture *fixture = *state;

    office_issue(fixture, "A", NULL);
    assert_int_equal(office_sit(fixture, "1", "lan", "paused"), ERR_OK);
    assert_int_equal(office_call_next(fixture, "1", "lan", false, NULL), ERR_COUNTER_CLOSED);
    assert_int_equal(office_call_next(fixture, "77", "lan", false, NULL), ERR_NOT_FOUND);
}

/* ---- many at once ---------------------------------------------------------------------------- */

enum { PEOPLE = 120, ROUNDS = 60, DESKS = 4 };

static void counters_that_call_at_once_never_call_one_ticket_twice(void **state)
{
    struct office_fixture *fixture = *state;
    static const char *const officers[DESKS] = {"lan", "hoa", "cuc", "mai"};
    struct call_next *calls = calloc(ROUNDS * DESKS, sizeof *calls);
    bool called[4096] = {false};
    int calls_made = 0;
    struct gate gate;

    for (int i = 0; i < DESKS; i++) {
        const char counter[] = {(char)('1' + i), '\0'};
        assert_int_equal(office_sit(fixture, counter, officers[i], "open"), ERR_OK);
    }
    for (int i = 0; i < PEOPLE; i++)
        office_issue(fixture, (const char[]){"ABC"[i % 3], '\0'}, i % 7 ? "P0" : "P2");
    const int before = fixture->done;
    gate_close(&fixture->store, &gate);
    for (int i = 0; i < ROUNDS * DESKS; i++) {
        calls[i].finish_current = true;
        snprintf(calls[i].counter, sizeof calls[i].counter, "%d", i % DESKS + 1);
        office_prepare(fixture, &calls[i].command, officers[i % DESKS], PERMISSION_TICKET_CALL,
                       call_next_run);
        office_submit(fixture, &calls[i].command);
    }
    gate_open(&gate);
    office_wait(fixture, before + ROUNDS * DESKS);
    for (int i = 0; i < ROUNDS * DESKS; i++) {
        assert_int_equal(calls[i].command.err, ERR_OK);
        if (calls[i].called_one) {
            assert_false(called[calls[i].called.ticket.id]);
            called[calls[i].called.ticket.id] = true;
            calls_made++;
        }
        command_release(&calls[i].command);
    }
    assert_int_equal(calls_made, PEOPLE);
    free(calls);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_visit_runs_from_the_ticket_to_its_end, setup,
                                        office_fixture_tear_down),
        cmocka_unit_test_setup_teardown(one_request_finishes_and_calls_the_next, setup,
                                        office_fixture_tear_down),
        cmocka_unit_test_setup_teardown(the_last_finish_is_done_when_nobody_waits_here, setup,
                                        office_fixture_tear_down),
        cmocka_unit_test_setup_teardown(a_transferred_person_waits_for_the_counter_named_alone,
                                        setup, office_fixture_tear_down),
        cmocka_unit_test_setup_teardown(a_no_show_comes_back_after_the_delay_and_once, setup,
                                        office_fixture_tear_down),
        cmocka_unit_test_setup_teardown(a_particular_person_may_be_called_before_the_delay_is_over,
                                        setup, office_fixture_tear_down),
        cmocka_unit_test_setup_teardown(a_parked_person_returns_to_the_old_place, setup,
                                        office_fixture_tear_down),
        cmocka_unit_test_setup_teardown(a_verb_that_the_state_forbids_names_what_it_allows, setup,
                                        office_fixture_tear_down),
        cmocka_unit_test_setup_teardown(
            numbers_count_for_each_site_and_service_and_refusals_take_none, setup,
            office_fixture_tear_down),
        cmocka_unit_test_setup_teardown(each_ticket_has_one_sheet_in_the_outbox, setup,
                                        office_fixture_tear_down),
        cmocka_unit_test_setup_teardown(an_officer_who_sits_down_leaves_the_counter_before, setup,
                                        office_fixture_tear_down),
        cmocka_unit_test_setup_teardown(who_takes_over_a_counter_is_its_only_officer, setup,
                                        office_fixture_tear_down),
        cmocka_unit_test_setup_teardown(a_busy_counter_is_neither_left_nor_closed, setup,
                                        office_fixture_tear_down),
        cmocka_unit_test_setup_teardown(a_paused_counter_calls_nobody, setup,
                                        office_fixture_tear_down),
        cmocka_unit_test_setup_teardown(counters_that_call_at_once_never_call_one_ticket_twice,
                                        setup, office_fixture_tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
