/* A wrong key at a counter costs nobody his place; one counter has one seat. Rules R-920..R-923. */
#include "support/test.h"

#include <stdio.h>
#include <string.h>

#include "support/office_fixture.h"
#include "usecase/undo_at_counter.h"

static int setup(void **state)
{
    office_fixture_set_up(state);
    assert_int_equal(office_sit(*state, "1", "lan", "open"), ERR_OK);
    return 0;
}

static enum err undo(struct office_fixture *fixture, const char *officer, int64_t ticket,
                     struct undo_at_counter *out_undo)
{
    struct undo_at_counter take_back = {.counter = "1", .ticket = ticket};

    office_prepare(fixture, &take_back.command, officer, PERMISSION_TICKET_CALL,
                   undo_at_counter_run);
    const enum err err = office_do(fixture, &take_back.command);
    command_release(&take_back.command);
    if (out_undo)
        *out_undo = take_back;
    return err;
}

static int64_t next(struct office_fixture *fixture, bool finish_current)
{
    struct call_next call;

    assert_int_equal(office_call_next(fixture, "1", "lan", finish_current, &call), ERR_OK);
    return call.called_one ? call.called.ticket.id : 0;
}

static enum ticket_state state_of(struct office_fixture *fixture, int64_t ticket)
{
    return office_ticket(fixture, ticket).ticket.state;
}

/* F2 by mistake: the one before is served again, the one called waits where he waited. */
static void finish_and_call_are_taken_back_together(void **state)
{
    struct office_fixture *fixture = *state;
    const int64_t first = office_issue(fixture, "A", NULL).ticket.id;
    const int64_t second = office_issue(fixture, "A", NULL).ticket.id;
    struct undo_at_counter taken;

    assert_int_equal(next(fixture, false), first);
    assert_int_equal(office_move(fixture, VERB_START, "lan", first), ERR_OK);
    const struct ticket_record serving = office_ticket(fixture, first);
    const struct ticket_record waiting = office_ticket(fixture, second);
    assert_int_equal(next(fixture, true), second);
    assert_int_equal(undo(fixture, "lan", first, NULL), ERR_STATE_FORBIDS);
    assert_int_equal(undo(fixture, "lan", second, &taken), ERR_OK); /* */
    assert_int_equal(taken.verb, UNDO_CALL);
    assert_true(taken.stands_again);
    const struct ticket_record again = office_ticket(fixture, first);
    const struct ticket_record back = office_ticket(fixture, second);
    assert_memory_equal(&again.ticket, &serving.ticket, sizeof serving.ticket);
    assert_memory_equal(&back.ticket, &waiting.ticket, sizeof waiting.ticket);
    assert_int_equal(undo(fixture, "lan", second, NULL), ERR_STATE_FORBIDS); /* once */
    assert_int_equal(next(fixture, true), second);
}

/* Over a waiting priority person one ordinary call is allowed: an undone one does not count. */
static void the_next_call_is_decided_as_if_the_key_had_not_been_pressed(void **state)
{
    struct office_fixture *fixture = *state;
    const int64_t ordinary = office_issue(fixture, "A", "P0").ticket.id;

    office_set_time(fixture, office_time(8, 31, 0));
    const int64_t elderly = office_issue(fixture, "A", "P2").ticket.id;
    assert_int_equal(next(fixture, false), ordinary);
    assert_int_equal(undo(fixture, "lan", ordinary, NULL), ERR_OK);
    assert_int_equal(next(fixture, false), ordinary);
    assert_int_equal(next(fixture, true), elderly);
}

static void it_is_for_thirty_seconds_and_for_who_sits_there(void **state)
{
    struct office_fixture *fixture = *state;
    const int64_t person = office_issue(fixture, "A", NULL).ticket.id;

    assert_int_equal(undo(fixture, "lan", person, NULL), ERR_STATE_FORBIDS); /* nothing was done */
    assert_int_equal(undo(fixture, "lan", 999999, NULL), ERR_NOT_FOUND);
    assert_int_equal(next(fixture, false), person);
    assert_int_equal(undo(fixture, "hoa", person, NULL), ERR_NOT_AT_COUNTER);
    office_set_time(fixture, office_time(8, 0, 31)); /* */
    assert_int_equal(undo(fixture, "lan", person, NULL), ERR_TOO_LATE);
    assert_int_equal(state_of(fixture, person), TICKET_CALLED);
    assert_int_equal(office_move(fixture, VERB_NO_SHOW, "lan", person), ERR_OK);
    office_set_time(fixture, office_time(8, 1, 1));
    assert_int_equal(undo(fixture, "lan", person, NULL), ERR_OK);
    assert_int_equal(state_of(fixture, person), TICKET_CALLED);
    assert_int_equal(office_move(fixture, VERB_RECALL, "lan", person), ERR_OK);
    assert_int_equal(undo(fixture, "lan", person, NULL), ERR_STATE_FORBIDS);
}

static void a_no_show_is_not_taken_back_over_the_next_person(void **state)
{
    struct office_fixture *fixture = *state;
    const int64_t absent = office_issue(fixture, "A", NULL).ticket.id;
    const int64_t second = office_issue(fixture, "A", NULL).ticket.id;

    assert_int_equal(next(fixture, false), absent);
    assert_int_equal(office_move(fixture, VERB_NO_SHOW, "lan", absent), ERR_OK);
    assert_int_equal(next(fixture, false), second);
    assert_int_equal(undo(fixture, "lan", absent, NULL), ERR_STATE_FORBIDS);
    assert_int_equal(office_move(fixture, VERB_FINISH, "lan", second), ERR_OK);
    assert_int_equal(office_move(fixture, VERB_COME_BACK, "lan", absent), ERR_OK);
}

/* ---- the seat -------------------------------------------------------------------------------- */

static enum err sit_with(struct office_fixture *fixture, const char *seat, const char *state)
{
    struct set_counter set = {.counter = "1"};

    snprintf(set.state, sizeof set.state, "%s", state);
    office_prepare(fixture, &set.command, "lan", PERMISSION_COUNTER_SIT, set_counter_run);
    snprintf(set.command.seat, sizeof set.command.seat, "%s", seat);
    const enum err err = office_do(fixture, &set.command);
    command_release(&set.command);
    return err;
}

static enum err next_with(struct office_fixture *fixture, const char *seat)
{
    struct call_next call = {.counter = "1", .finish_current = true};

    office_prepare(fixture, &call.command, "lan", PERMISSION_TICKET_CALL, call_next_run);
    snprintf(call.command.seat, sizeof call.command.seat, "%s", seat);
    const enum err err = office_do(fixture, &call.command);
    command_release(&call.command);
    return err;
}

static void the_browser_that_sat_down_last_has_the_counter(void **state)
{
    struct office_fixture *fixture = *state;

    assert_int_equal(sit_with(fixture, "browser-one", "open"), ERR_OK);
    assert_int_equal(next_with(fixture, "browser-one"), ERR_OK);
    assert_int_equal(next_with(fixture, "browser-two"), ERR_SEAT_TAKEN); /* */
    assert_int_equal(sit_with(fixture, "browser-two", "open"), ERR_OK);
    assert_int_equal(next_with(fixture, "browser-one"), ERR_SEAT_TAKEN);
    assert_int_equal(next_with(fixture, "browser-two"), ERR_OK);
    assert_int_equal(next_with(fixture, ""), ERR_OK); /* who names no seat is not asked */
    assert_int_equal(office_sit(fixture, "1", "lan", "open"), ERR_OK);
    assert_int_equal(next_with(fixture, "browser-two"), ERR_SEAT_TAKEN);
    office_fixture_reopen(fixture);
    assert_int_equal(sit_with(fixture, "browser-one", "open"), ERR_OK);
    office_fixture_reopen(fixture);
    assert_int_equal(next_with(fixture, "browser-two"), ERR_SEAT_TAKEN);
    assert_int_equal(next_with(fixture, "browser-one"), ERR_OK);
}

int main(void)
{
#define test(name) cmocka_unit_test_setup_teardown(name, setup, office_fixture_tear_down)
    const struct CMUnitTest tests[] = {
        test(finish_and_call_are_taken_back_together),
        test(the_next_call_is_decided_as_if_the_key_had_not_been_pressed),
        test(it_is_for_thirty_seconds_and_for_who_sits_there),
        test(a_no_show_is_not_taken_back_over_the_next_person),
        test(the_browser_that_sat_down_last_has_the_counter),
    };
#undef test
    return cmocka_run_group_tests(tests, NULL, NULL);
}
