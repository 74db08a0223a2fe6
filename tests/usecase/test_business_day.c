/* The business day: what begins it, what it closes, what it leaves alone. Rules,
 *
 */
#include "support/test.h"

#include <string.h>

#include "support/office_fixture.h"

static int64_t count(struct office_fixture *fixture, const char *sql)
{
    return store_fixture_number(&fixture->store, sql);
}

/* 10 March, 07:00 local time, is midnight UTC. */
static void utc_midnight_resets_nothing(void **state)
{
    struct office_fixture *fixture = *state;
    const struct instant next_day = instant_plus_seconds(office_time(6, 30, 0), 86400);

    office_set_time(fixture, next_day);
    assert_int_equal(office_sit(fixture, "1", "lan", "open"), ERR_OK);
    const int64_t first = office_issue(fixture, "A", NULL).ticket.id;
    const int64_t second = office_issue(fixture, "A", NULL).ticket.id;
    assert_int_equal(office_call_next(fixture, "1", "lan", false, NULL), ERR_OK);
    office_set_time(fixture, instant_plus_seconds(next_day, 1800)); /* 07:00:00 */
    const struct ticket_record third = office_issue(fixture, "A", NULL);
    assert_int_equal(third.number, 3);
    assert_int_equal(office_ticket(fixture, first).ticket.state, TICKET_CALLED);
    assert_int_equal(office_ticket(fixture, second).ticket.state, TICKET_WAITING);
    assert_int_equal(office_call_next(fixture, "1", "lan", false, NULL), ERR_COUNTER_BUSY);
    assert_int_equal(count(fixture, "SELECT count(*) FROM event WHERE kind = 'queue_day_begun'"),
                     1);
}

/* One ticket in each state, at 23:59 of 10 March. */
struct evening {
    int64_t waiting, called, serving, parked, done, no_show, cancelled;
};

static int64_t call_at(struct office_fixture *fixture, const char *counter, const char *officer)
{
    struct call_next call;

    assert_int_equal(office_call_next(fixture, counter, officer, false, &call), ERR_OK);
    assert_true(call.called_one);
    return call.called.ticket.id;
}

static struct evening make_evening(struct office_fixture *fixture)
{
    struct evening evening;

    office_set_time(fixture, office_time(23, 59, 0));
    assert_int_equal(office_sit(fixture, "1", "lan", "open"), ERR_OK);
    assert_int_equal(office_sit(fixture, "3", "hoa", "open"), ERR_OK);
    for (int i = 0; i < 6; i++)
        evening.cancelled = office_issue(fixture, "A", NULL).ticket.id;
    evening.done = call_at(fixture, "1", "lan");
    assert_int_equal(office_move(fixture, VERB_FINISH, "lan", evening.done), ERR_OK);
    evening.no_show = call_at(fixture, "1", "lan");
    assert_int_equal(office_move(fixture, VERB_NO_SHOW, "lan", evening.no_show), ERR_OK);
    evening.parked = call_at(fixture, "1", "lan");
    assert_int_equal(office_move(fixture, VERB_PARK, "lan", evening.parked), ERR_OK);
    evening.called = call_at(fixture, "1", "lan");
    evening.serving = call_at(fixture, "3", "hoa");
    assert_int_equal(office_move(fixture, VERB_START, "hoa", evening.serving), ERR_OK);
    evening.waiting = office_issue(fixture, "B", NULL).ticket.id;
    assert_int_equal(office_move(fixture, VERB_CANCEL, "lan", evening.cancelled), ERR_OK);
    return evening;
}

static void must_be_closed(struct office_fixture *fixture, int64_t id)
{
    const struct ticket_record record = office_ticket(fixture, id);

    assert_int_equal(record.ticket.state, TICKET_CANCELLED);
    assert_int_equal(record.ticket.closed_by, TICKET_CLOSED_BY_DAY_END);
}

static void the_first_action_of_the_local_day_closes_the_day_before(void **state)
{
    struct office_fixture *fixture = *state;
    const struct evening evening = make_evening(fixture);

    office_set_time(fixture, office_time(23, 59, 59));
    office_issue(fixture, "A", NULL);
    assert_int_equal(office_ticket(fixture, evening.waiting).ticket.state, TICKET_WAITING);
    office_set_time(fixture, office_time(24, 0, 0));
    assert_int_equal(office_issue(fixture, "A", NULL).number, 1); /* a new day's series */

    must_be_closed(fixture, evening.waiting);
    must_be_closed(fixture, evening.called);
    must_be_closed(fixture, evening.serving);
    must_be_closed(fixture, evening.parked);
    assert_int_equal(office_ticket(fixture, evening.done).ticket.state, TICKET_DONE);
    assert_int_equal(office_ticket(fixture, evening.no_show).ticket.state, TICKET_NO_SHOW);
    assert_int_equal(office_ticket(fixture, evening.cancelled).ticket.closed_by,
                     TICKET_CLOSED_BY_CANCEL);
    assert_int_equal(count(fixture, "SELECT count(*) FROM event WHERE kind = 'ticket_closed'"), 5);
    /* the figures of the day before: nobody is open, those closed are cancelled */
    assert_int_equal(count(fixture, "SELECT sum(waiting + parked + active) FROM queue_count"
                                    " WHERE date = (SELECT min(date) FROM queue_count)"),
                     0);
    assert_int_equal(count(fixture, "SELECT sum(cancelled) FROM queue_count"
                                    " WHERE date = (SELECT min(date) FROM queue_count)"),
                     6);
}

static void counters_are_free_and_their_runs_begin_anew(void **state)
{
    struct office_fixture *fixture = *state;
    struct call_next call;

    make_evening(fixture);
    office_issue(fixture, "C", "P0");
    const int64_t elder = office_issue(fixture, "C", "P2").ticket.id;
    assert_int_equal(office_sit(fixture, "4", "mai", "open"), ERR_OK);
    assert_int_equal(call_at(fixture, "4", "mai"), elder); /* passes over an ordinary person */
    assert_int_equal(count(fixture, "SELECT sum(over_ordinary + over_priority) FROM counter"), 1);
    assert_int_equal(count(fixture, "SELECT count(*) FROM counter WHERE ticket_id IS NOT NULL"), 3);
    office_set_time(fixture, office_time(24, 0, 5));
    assert_int_equal(office_call_next(fixture, "1", "lan", false, &call), ERR_OK);
    assert_false(call.called_one);
    assert_string_equal(queue_rule_name(call.rule), "empty"); /* yesterday's are closed */
    assert_int_equal(count(fixture, "SELECT count(*) FROM counter WHERE ticket_id IS NOT NULL"), 0);
    assert_int_equal(count(fixture, "SELECT sum(over_ordinary + over_priority) FROM counter"), 0);
    /* who sits where stays */
    assert_int_equal(count(fixture, "SELECT count(*) FROM counter WHERE account = 'lan'"), 1);
}

static void a_verb_on_a_ticket_of_yesterday_finds_it_closed(void **state)
{
    struct office_fixture *fixture = *state;
    const struct evening evening = make_evening(fixture);

    office_set_time(fixture, office_time(31, 0, 0)); /* 07:00 of the next day */
    assert_int_equal(office_move(fixture, VERB_FINISH, "hoa", evening.serving), ERR_STATE_FORBIDS);
    office_issue(fixture, "A", NULL);
    must_be_closed(fixture, evening.serving);
}

static void a_day_with_many_open_tickets_is_closed_at_once(void **state)
{
    struct office_fixture *fixture = *state;

    for (int i = 0; i < 200; i++)
        office_issue(fixture, "B", NULL);
    office_set_time(fixture, instant_plus_seconds(office_time(8, 0, 0), 86400));
    office_issue(fixture, "A", NULL);
    assert_int_equal(count(fixture, "SELECT count(*) FROM ticket WHERE closed_by = 2"), 200);
    assert_int_equal(count(fixture, "SELECT count(*) FROM ticket WHERE state = 'waiting'"), 1);
}

static void each_site_begins_its_own_day(void **state)
{
    struct office_fixture *fixture = *state;
    struct ticket_record branch, main_site, next;

    assert_int_equal(office_try_issue(fixture, "NT", "A", "P0", &branch), ERR_OK);
    assert_int_equal(office_try_issue(fixture, "TT", "A", "P0", &main_site), ERR_OK);
    office_set_time(fixture, instant_plus_seconds(office_time(8, 0, 0), 86400));
    assert_int_equal(office_try_issue(fixture, "TT", "A", "P0", &next), ERR_OK);
    must_be_closed(fixture, main_site.ticket.id);
    assert_int_equal(office_ticket(fixture, branch.ticket.id).ticket.state, TICKET_WAITING);
    assert_int_equal(office_try_issue(fixture, "NT", "A", "P0", &next), ERR_OK);
    assert_int_equal(next.number, 1);
    must_be_closed(fixture, branch.ticket.id);
}

static void a_day_without_any_action_is_skipped(void **state)
{
    struct office_fixture *fixture = *state;
    const int64_t friday = office_issue(fixture, "A", NULL).ticket.id;

    office_set_time(fixture, instant_plus_seconds(office_time(8, 0, 0), 3 * 86400));
    assert_int_equal(office_issue(fixture, "A", NULL).number, 1);
    must_be_closed(fixture, friday);
    assert_int_equal(count(fixture, "SELECT count(*) FROM event WHERE kind = 'queue_day_begun'"),
                     2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(utc_midnight_resets_nothing, office_fixture_set_up,
                                        office_fixture_tear_down),
        cmocka_unit_test_setup_teardown(the_first_action_of_the_local_day_closes_the_day_before,
                                        office_fixture_set_up, office_fixture_tear_down),
        cmocka_unit_test_setup_teardown(counters_are_free_and_their_runs_begin_anew,
                                        office_fixture_set_up, office_fixture_tear_down),
        cmocka_unit_test_setup_teardown(a_verb_on_a_ticket_of_yesterday_finds_it_closed,
                                        office_fixture_set_up, office_fixture_tear_down),
        cmocka_unit_test_setup_teardown(a_day_with_many_open_tickets_is_closed_at_once,
                                        office_fixture_set_up, office_fixture_tear_down),
        cmocka_unit_test_setup_teardown(each_site_begins_its_own_day, office_fixture_set_up,
                                        office_fixture_tear_down),
        cmocka_unit_test_setup_teardown(a_day_without_any_action_is_skipped, office_fixture_set_up,
                                        office_fixture_tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
