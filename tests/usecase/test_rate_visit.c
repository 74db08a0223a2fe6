/* Rules checked. */
#include "support/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/office_fixture.h"
#include "usecase/rate_visit.h"
#include "usecase/read_satisfaction.h"

static int setup(void **state)
{
    office_fixture_set_up(state);
    assert_int_equal(office_sit(*state, "1", "lan", "open"), ERR_OK);
    return 0;
}

/* A visit that ends at the office's time; its ticket. */
static struct ticket_record visit(struct office_fixture *fixture)
{
    const struct ticket_record issued = office_issue(fixture, "A", NULL);
    struct call_next call;

    assert_int_equal(office_call_next(fixture, "1", "lan", false, &call), ERR_OK);
    assert_int_equal(office_move(fixture, VERB_FINISH, "lan", issued.ticket.id), ERR_OK);
    return issued;
}

/* Fill a rating that nobody who is signed in gives. */
static void prepare(struct office_fixture *fixture, struct rate_visit *rate,
                    const struct ticket_record *ticket, int level, unsigned reasons)
{
    *rate = (struct rate_visit){.rating = {level, reasons}};
    office_prepare(fixture, &rate->command, "lan", PERMISSION_QUEUE_READ, rate_visit_run);
    rate->command.actor = (struct actor){.kind = ACTOR_NOBODY};
    rate->command.open_to_all = true;
    memcpy(rate->token, ticket->track_token, sizeof rate->token);
}

static enum err rate_once(struct office_fixture *fixture, const struct ticket_record *ticket,
                          int level, unsigned reasons)
{
    struct rate_visit rate;

    prepare(fixture, &rate, ticket, level, reasons);
    const enum err err = office_do(fixture, &rate.command);
    command_release(&rate.command);
    return err;
}

static struct satisfaction total(struct office_fixture *fixture)
{
    /* today too: without a period it ends yesterday, as what is published does */
    struct read_satisfaction read = {.by = SATISFACTION_BY_SERVICE,
                                     .period = {.from = {10000}, .to = {40000}}};

    office_prepare(fixture, &read.command, "lan", PERMISSION_QUEUE_READ, read_satisfaction_run);
    assert_int_equal(office_do(fixture, &read.command), ERR_OK);
    satisfaction_release(&read);
    command_release(&read.command);
    return read.total;
}

static void two_touches_in_one_commit_are_one_answer(void **state) /* */
{
    struct office_fixture *fixture = *state;
    const struct ticket_record ticket = visit(fixture);
    const int before = fixture->done;
    struct rate_visit rates[3];

    for (int i = 0; i < 3; i++) {
        prepare(fixture, &rates[i], &ticket, 3 + i, 0);
        office_submit(fixture, &rates[i].command);
    }
    office_wait(fixture, before + 3);
    assert_int_equal(rates[0].command.err, ERR_OK);
    assert_int_equal(rates[1].command.err, ERR_ALREADY_RATED);
    assert_int_equal(rates[2].command.err, ERR_ALREADY_RATED);
    for (int i = 0; i < 3; i++)
        command_release(&rates[i].command);
    const struct satisfaction counts = total(fixture);
    assert_int_equal(satisfaction_answers(&counts), 1);
    assert_int_equal(counts.levels[2], 1);
}

static void an_answer_is_there_after_a_new_start(void **state) /* */
{
    struct office_fixture *fixture = *state;
    const struct ticket_record ticket = visit(fixture);

    assert_int_equal(rate_once(fixture, &ticket, 2, 0), ERR_REASON_MISSING);
    assert_int_equal(rate_once(fixture, &ticket, 2, 1u << RATING_STAFF), ERR_OK);
    office_fixture_reopen(fixture);
    assert_int_equal(rate_once(fixture, &ticket, 5, 0), ERR_ALREADY_RATED);
    const struct satisfaction counts = total(fixture);
    assert_int_equal(counts.levels[1], 1);
    assert_int_equal(counts.reasons[RATING_STAFF], 1);
}

static void only_a_visit_that_ended_lately_is_rated(void **state) /* */
{
    struct office_fixture *fixture = *state;
    const struct ticket_record first = visit(fixture), second = visit(fixture);
    const struct ticket_record waiting = office_issue(fixture, "A", NULL);
    const struct instant ended = office_ticket(fixture, first.ticket.id).ticket.finished_at;

    assert_int_equal(rate_once(fixture, &waiting, 5, 0), ERR_RATING_CLOSED);
    assert_int_equal(office_move(fixture, VERB_CANCEL, "lan", waiting.ticket.id), ERR_OK);
    assert_int_equal(rate_once(fixture, &waiting, 5, 0), ERR_RATING_CLOSED);
    office_set_time(fixture, instant_plus_seconds(ended, 7 * SECONDS_PER_DAY));
    assert_int_equal(rate_once(fixture, &first, 5, 0), ERR_OK);
    office_set_time(fixture, instant_plus_seconds(ended, 7 * SECONDS_PER_DAY + 1));
    assert_int_equal(rate_once(fixture, &second, 5, 0), ERR_RATING_CLOSED);
}

static void a_guessed_token_rates_nothing(void **state)
{
    struct office_fixture *fixture = *state;
    struct ticket_record ticket = visit(fixture);

    ticket.track_token[3] = ticket.track_token[3] == 'A' ? 'B' : 'A';
    assert_int_equal(rate_once(fixture, &ticket, 5, 0), ERR_NOT_FOUND);
    const struct satisfaction counts = total(fixture);
    assert_int_equal(satisfaction_answers(&counts), 0);
}

static void an_answer_of_staff_stands_apart(void **state) /* */
{
    struct office_fixture *fixture = *state;
    const struct ticket_record ticket = visit(fixture);
    struct rate_visit rate;

    prepare(fixture, &rate, &ticket, 5, 0);
    rate.command.actor.kind = ACTOR_PERSON;
    assert_int_equal(office_do(fixture, &rate.command), ERR_OK);
    assert_true(rate.record.assisted);
    assert_string_equal(rate.record.officer, ""); /* of a ticket nobody is kept */
    assert_string_equal(rate.record.sector, "");
    command_release(&rate.command);
    const struct satisfaction counts = total(fixture);
    assert_int_equal(satisfaction_answers(&counts), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(two_touches_in_one_commit_are_one_answer, setup,
                                        office_fixture_tear_down),
        cmocka_unit_test_setup_teardown(an_answer_is_there_after_a_new_start, setup,
                                        office_fixture_tear_down),
        cmocka_unit_test_setup_teardown(only_a_visit_that_ended_lately_is_rated, setup,
                                        office_fixture_tear_down),
        cmocka_unit_test_setup_teardown(a_guessed_token_rates_nothing, setup,
                                        office_fixture_tear_down),
        cmocka_unit_test_setup_teardown(an_answer_of_staff_stands_apart, setup,
                                        office_fixture_tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
