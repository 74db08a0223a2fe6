/* The command layer: keys, permission, time, answers. Rules. */
#include "support/test.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "support/disk_faults.h"
#include "support/office_fixture.h"

static int teardown(void **state)
{
    disk_heal();
    return office_fixture_tear_down(state);
}

/* What the API does: 201 and the ticket, or the problem. */
static void answer_issue(struct command *command, enum err outcome)
{
    struct issue_ticket *issue = container_of(command, struct issue_ticket, command);
    struct answer *answer = &command->answer;

    answer->status = outcome == ERR_OK ? 201 : err_status(outcome);
    if (outcome == ERR_OK) {
        text_printf(&answer->headers, "ETag: \"%lld\"\r\n", (long long)issue->record.version);
        ticket_view(&answer->body, NULL, &issue->record, issue->rules, NULL, true);
    } else {
        text_add(&answer->body, err_code(outcome));
    }
}

static void answer_code(struct command *command, enum err outcome)
{
    command->answer.status = err_status(outcome);
    text_add(&command->answer.body, err_code(outcome));
}

static void set_key(struct command *command, const char *key, int digest)
{
    snprintf(command->key, sizeof command->key, "%s", key);
    memset(command->digest, digest, DIGEST_SIZE);
}

static void prepare_issue(struct office_fixture *fixture, struct issue_ticket *issue,
                          const char *key)
{
    *issue = (struct issue_ticket){
        .site = "TT", .service = "A", .of_class = "P0", .appointment = instant_none()};
    office_prepare(fixture, &issue->command, "mai", PERMISSION_TICKET_ISSUE, issue_ticket_run);
    issue->command.answer_with = answer_issue;
    set_key(&issue->command, key, 1);
}

/* ---- keys ------------------------------------------------------------------------------------ */

static void assert_same_answer(const struct command *a, const struct command *b)
{
    assert_int_equal(a->answer.status, b->answer.status);
    assert_string_equal(a->answer.headers.data, b->answer.headers.data);
    assert_string_equal(a->answer.body.data, b->answer.body.data);
}

static void the_same_key_gives_the_same_bytes_and_changes_nothing(void **state)
{
    struct office_fixture *fixture = *state;
    struct issue_ticket first, again, restarted, other;

    prepare_issue(fixture, &first, "key-00000001");
    assert_int_equal(office_do(fixture, &first.command), ERR_OK);
    assert_false(first.command.replayed);
    assert_int_equal(first.command.answer.status, 201);
    office_set_time(fixture, office_time(9, 0, 0));
    prepare_issue(fixture, &again, "key-00000001");
    assert_int_equal(office_do(fixture, &again.command), ERR_OK);
    assert_true(again.command.replayed);
    assert_same_answer(&again.command, &first.command);

    office_fixture_reopen(fixture);
    prepare_issue(fixture, &restarted, "key-00000001");
    assert_int_equal(office_do(fixture, &restarted.command), ERR_OK);
    assert_true(restarted.command.replayed);
    assert_same_answer(&restarted.command, &first.command);
    prepare_issue(fixture, &other, "key-00000002");
    assert_int_equal(office_do(fixture, &other.command), ERR_OK);
    assert_int_equal(other.record.number, 2);
    assert_int_equal(fixture->store.event_count, 1);
    command_release(&first.command);
    command_release(&again.command);
    command_release(&restarted.command);
    command_release(&other.command);
}

static void the_same_key_twice_in_one_group_is_one_ticket(void **state)
{
    struct office_fixture *fixture = *state;
    struct issue_ticket first, second;
    struct gate gate;

    gate_close(&fixture->store, &gate);
    prepare_issue(fixture, &first, "key-00000001");
    prepare_issue(fixture, &second, "key-00000001");
    office_submit(fixture, &first.command);
    office_submit(fixture, &second.command);
    gate_open(&gate);
    office_wait(fixture, 2);
    assert_false(first.command.replayed);
    assert_true(second.command.replayed);
    assert_same_answer(&second.command, &first.command);
    command_release(&first.command);
    command_release(&second.command);
}

static void another_digest_under_the_key_is_refused_and_the_first_answer_stays(void **state)
{
    struct office_fixture *fixture = *state;
    struct issue_ticket first, other, again;

    prepare_issue(fixture, &first, "key-00000001");
    assert_int_equal(office_do(fixture, &first.command), ERR_OK);
    prepare_issue(fixture, &other, "key-00000001");
    set_key(&other.command, "key-00000001", 2);
    assert_int_equal(office_do(fixture, &other.command), ERR_KEY_MISMATCH);
    assert_int_equal(other.command.answer.status, 422);
    assert_string_equal(other.command.answer.body.data, "idempotency_mismatch");
    prepare_issue(fixture, &again, "key-00000001");
    assert_int_equal(office_do(fixture, &again.command), ERR_OK);
    assert_same_answer(&again.command, &first.command);
    command_release(&first.command);
    command_release(&other.command);
    command_release(&again.command);
}

static void a_key_belongs_to_its_actor(void **state)
{
    struct office_fixture *fixture = *state;
    struct issue_ticket mine, theirs;

    prepare_issue(fixture, &mine, "key-00000001");
    assert_int_equal(office_do(fixture, &mine.command), ERR_OK);
    prepare_issue(fixture, &theirs, "key-00000001");
    snprintf(theirs.command.actor.code, sizeof theirs.command.actor.code, "hoa");
    assert_int_equal(office_do(fixture, &theirs.command), ERR_OK);
    assert_false(theirs.command.replayed);
    assert_int_equal(theirs.record.number, 2);
    command_release(&mine.command);
    command_release(&theirs.command);
}

static void call_with_key(struct office_fixture *fixture, struct call_next *call, const char *key)
{
    *call = (struct call_next){.counter = "1"};
    office_prepare(fixture, &call->command, "lan", PERMISSION_TICKET_CALL, call_next_run);
    call->command.answer_with = answer_code;
    set_key(&call->command, key, 1);
    office_do(fixture, &call->command);
    command_release(&call->command);
}

static void a_refusal_by_rule_is_an_answer_and_is_kept(void **state)
{
    struct office_fixture *fixture = *state;
    struct call_next call;

    call_with_key(fixture, &call, "key-00000001");
    assert_int_equal(call.command.err, ERR_COUNTER_CLOSED); /* 409 */
    assert_int_equal(office_sit(fixture, "1", "lan", "open"), ERR_OK);
    call_with_key(fixture, &call, "key-00000001");
    assert_true(call.command.replayed);
    assert_int_equal(call.command.answer.status, 409);
    call_with_key(fixture, &call, "key-00000002");
    assert_int_equal(call.command.err, ERR_OK);
}

/* ---- permission ------------------------------------------------------------------------------ */

static void who_may_not_is_refused_and_that_is_not_kept(void **state)
{
    struct office_fixture *fixture = *state;
    struct issue_ticket issue;

    prepare_issue(fixture, &issue, "key-00000001");
    issue.command.actor.roles = (struct role_set){ROLE_BIT(KIEM_TRA)};
    assert_int_equal(office_do(fixture, &issue.command), ERR_FORBIDDEN);
    assert_int_equal(issue.command.answer.status, 403);
    command_release(&issue.command);
    prepare_issue(fixture, &issue, "key-00000001");
    issue.command.actor = (struct actor){.kind = ACTOR_NOBODY};
    assert_int_equal(office_do(fixture, &issue.command), ERR_UNAUTHENTICATED);
    command_release(&issue.command);
    prepare_issue(fixture, &issue, "key-00000001");
    assert_int_equal(office_do(fixture, &issue.command), ERR_OK);
    assert_false(issue.command.replayed);
    assert_int_equal(issue.record.number, 1);
    command_release(&issue.command);
}

/* An answer that was given is not given to somebody who has lost the right since. */
static void a_lost_permission_is_checked_before_the_key(void **state)
{
    struct office_fixture *fixture = *state;
    struct issue_ticket issue;

    prepare_issue(fixture, &issue, "key-00000001");
    assert_int_equal(office_do(fixture, &issue.command), ERR_OK);
    command_release(&issue.command);
    prepare_issue(fixture, &issue, "key-00000001");
    issue.command.actor.roles = (struct role_set){0};
    assert_int_equal(office_do(fixture, &issue.command), ERR_FORBIDDEN);
    assert_string_equal(issue.command.answer.body.data, "forbidden");
    command_release(&issue.command);
}

/* ---- time ------------------------------------------------------------------------------------ */

static void now_is_never_before_the_end_of_the_log(void **state)
{
    struct office_fixture *fixture = *state;

    office_set_time(fixture, office_time(10, 0, 0));
    office_issue(fixture, "A", NULL);
    clock_stop(&fixture->office.clock);
    clock_start_training(&fixture->office.clock, office_time(9, 0, 0), 0, instant_none());
    const struct ticket_record late = office_issue(fixture, "A", NULL);
    assert_int_equal(late.ticket.issued_at.ms, office_time(10, 0, 0).ms);
}

static void a_doubtful_clock_changes_nothing_but_answers_what_was_answered(void **state)
{
    struct office_fixture *fixture = *state;
    struct issue_ticket before, during, again;

    prepare_issue(fixture, &before, "key-00000001");
    assert_int_equal(office_do(fixture, &before.command), ERR_OK);
    clock_stop(&fixture->office.clock);
    clock_start(&fixture->office.clock, instant_plus_seconds(clock_wall(), 3600));
    assert_true(clock_is_doubtful(&fixture->office.clock));
    prepare_issue(fixture, &during, "key-00000002");
    assert_int_equal(office_do(fixture, &during.command), ERR_CLOCK_DOUBTFUL);
    assert_int_equal(during.command.answer.status, 503);
    prepare_issue(fixture, &again, "key-00000001");
    assert_int_equal(office_do(fixture, &again.command), ERR_OK);
    assert_same_answer(&again.command, &before.command);
    assert_int_equal(office_ticket(fixture, before.record.ticket.id).number, 1);

    command_release(&during.command);
    clock_confirm(&fixture->office.clock);
    prepare_issue(fixture, &during, "key-00000002"); /* the 503 was not kept */
    assert_int_equal(office_do(fixture, &during.command), ERR_OK);
    command_release(&before.command);
    command_release(&during.command);
    command_release(&again.command);
}

/* ---- answers when the store fails ------------------------------------------------------------ */

/* The use case had succeeded and made its answer when the disk filled up at COMMIT. */
static void a_full_disk_is_answered_as_such_whatever_the_use_case_said(void **state)
{
    struct office_fixture *fixture = *state;
    struct issue_ticket first, replayed, fresh, again;
    struct gate gate;

    prepare_issue(fixture, &first, "key-00000001");
    assert_int_equal(office_do(fixture, &first.command), ERR_OK);
    gate_close(&fixture->store, &gate);
    prepare_issue(fixture, &replayed, "key-00000001");
    prepare_issue(fixture, &fresh, "key-00000002");
    office_submit(fixture, &replayed.command);
    office_submit(fixture, &fresh.command);
    disk_fail(DISK_WRITE, "-wal", 0, 1000, ENOSPC);
    gate_open(&gate);
    office_wait(fixture, 3);
    assert_int_equal(fresh.command.err, ERR_DISK_FULL);
    assert_int_equal(fresh.command.answer.status, 507);
    assert_string_equal(fresh.command.answer.body.data, "disk_full");
    assert_int_equal(replayed.command.err, ERR_DISK_FULL);
    assert_int_equal(replayed.command.answer.status, 507);
    assert_false(replayed.command.replayed);

    disk_heal();
    prepare_issue(fixture, &again, "key-00000002");
    assert_int_equal(office_do(fixture, &again.command), ERR_OK);
    assert_false(again.command.replayed);
    assert_int_equal(again.record.number, 2);
    command_release(&first.command);
    command_release(&replayed.command);
    command_release(&fresh.command);
    command_release(&again.command);
}

/* A statement fails in the middle; the use case, as all do, returns ERR_OK and leaves it to tx. */
static enum err fail_in_sql(struct store_tx *tx, struct command *command)
{
    (void)command;
    sql_fail(tx, ERR_STORE);
    return ERR_OK;
}

static void a_statement_that_fails_is_answered_as_such(void **state)
{
    struct office_fixture *fixture = *state;
    struct command command;

    for (int reads = 0; reads < 2; reads++) {
        office_prepare(fixture, &command, "mai", PERMISSION_QUEUE_READ, fail_in_sql);
        command.answer_with = answer_code;
        assert_int_equal(reads ? command_read(&command) : command_submit(&command), ERR_OK);
        office_wait(fixture, 1 + reads);
        assert_int_equal(command.err, ERR_STORE);
        assert_int_equal(command.answer.status, 500);
        assert_string_equal(command.answer.body.data, "store_failed");
        command_release(&command);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_same_key_gives_the_same_bytes_and_changes_nothing,
                                        office_fixture_set_up, teardown),
        cmocka_unit_test_setup_teardown(the_same_key_twice_in_one_group_is_one_ticket,
                                        office_fixture_set_up, teardown),
        cmocka_unit_test_setup_teardown(
            another_digest_under_the_key_is_refused_and_the_first_answer_stays,
            office_fixture_set_up, teardown),
        cmocka_unit_test_setup_teardown(a_key_belongs_to_its_actor, office_fixture_set_up,
                                        teardown),
        cmocka_unit_test_setup_teardown(a_refusal_by_rule_is_an_answer_and_is_kept,
                                        office_fixture_set_up, teardown),
        cmocka_unit_test_setup_teardown(who_may_not_is_refused_and_that_is_not_kept,
                                        office_fixture_set_up, teardown),
        cmocka_unit_test_setup_teardown(a_lost_permission_is_checked_before_the_key,
                                        office_fixture_set_up, teardown),
        cmocka_unit_test_setup_teardown(now_is_never_before_the_end_of_the_log,
                                        office_fixture_set_up, teardown),
        cmocka_unit_test_setup_teardown(
            a_doubtful_clock_changes_nothing_but_answers_what_was_answered, office_fixture_set_up,
            teardown),
        cmocka_unit_test_setup_teardown(a_full_disk_is_answered_as_such_whatever_the_use_case_said,
                                        office_fixture_set_up, teardown),
        cmocka_unit_test_setup_teardown(a_statement_that_fails_is_answered_as_such,
                                        office_fixture_set_up, teardown),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
