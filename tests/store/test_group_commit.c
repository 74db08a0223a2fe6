/* The writer: groups, savepoints, refusals, closing. Rules. */
#include "support/test.h"

#include <stdlib.h>
#include <string.h>

#include "support/store_fixture.h"

enum { MANY = 1000 };

/* ---- groups ---------------------------------------------------------------------------------- */

/* What waits while the writer is busy shares a commit, STORE_GROUP_MAX at most. */
static void many_requests_share_few_commits(void **state)
{
    struct store_fixture *fixture = *state;
    struct test_request *requests = calloc(MANY, sizeof *requests);
    struct gate gate;

    const uint64_t before = store_stats(fixture->store).commits;
    gate_close(fixture, &gate);
    for (int i = 0; i < MANY; i++) {
        requests[i] = (struct test_request){.run = issue_sheet, .input = i};
        store_fixture_submit(fixture, &requests[i]);
    }
    gate_open(&gate);
    store_fixture_wait(fixture, MANY + 1);

    /* the gate and 15 who came meanwhile, 512, 473 */
    assert_int_equal(store_stats(fixture->store).commits - before, 3);
    for (int i = 0; i < MANY; i++) {
        assert_int_equal(requests[i].outcome, ERR_OK);
        assert_int_equal(requests[i].done, 1);
        assert_int_equal(requests[i].place, i + 2);  /* in submission order */
        assert_int_equal(requests[i].number, i + 1); /* no number twice */
        assert_int_equal(fixture->events[i], i + 1); /* no gap, told in order */
    }
    assert_int_equal(fixture->event_count, MANY);
    free(requests);
}

/* Submit `count` while a first request runs; the commits that all of them took. */
static uint64_t commits_of_those_who_come_meanwhile(struct store_fixture *fixture, int count)
{
    struct test_request requests[32];
    struct gate gate;
    const uint64_t before = store_stats(fixture->store).commits;

    gate_close(fixture, &gate);
    for (int i = 0; i < count; i++) {
        requests[i] = (struct test_request){.run = issue_sheet, .input = i};
        store_fixture_submit(fixture, &requests[i]);
    }
    gate_open(&gate);
    store_fixture_wait(fixture, fixture->done + count + 1);
    for (int i = 0; i < count; i++)
        assert_int_equal(requests[i].outcome, ERR_OK);
    return store_stats(fixture->store).commits - before;
}

/* A group of 16 takes nobody in any more. */
static void who_comes_while_a_small_group_runs_joins_it(void **state)
{
    struct store_fixture *fixture = *state;

    assert_int_equal(commits_of_those_who_come_meanwhile(fixture, 15), 1);
    assert_int_equal(commits_of_those_who_come_meanwhile(fixture, 16), 2);
}

static enum err take_four_numbers(struct store_tx *tx, struct test_request *request)
{
    request->seen[0] = series_next(tx, "ticket/TT/A", 20522);
    request->seen[1] = series_next(tx, "ticket/TT/A", 20522);
    request->seen[2] = series_next(tx, "ticket/TT/B", 20522);
    request->seen[3] = series_next(tx, "ticket/TT/A", 20523);
    return ERR_OK;
}

/* */
static void series_of_another_name_or_period_counts_for_itself(void **state)
{
    struct test_request request = {.run = take_four_numbers};

    assert_int_equal(store_fixture_do(*state, &request), ERR_OK);
    assert_int_equal(request.seen[0], 1);
    assert_int_equal(request.seen[1], 2);
    assert_int_equal(request.seen[2], 1);
    assert_int_equal(request.seen[3], 1);
}

/* ---- refusals -------------------------------------------------------------------------------- */

static enum err issue_then_refuse(struct store_tx *tx, struct test_request *request)
{
    assert_int_equal(issue_sheet(tx, request), ERR_OK);
    setting_put(tx, "work", "was here");
    return ERR_STATE;
}

static enum err look_at_traces(struct store_tx *tx, struct test_request *request)
{
    struct text value;

    text_init(&value);
    request->seen[0] = setting_get(tx, "work", &value);
    request->seen[1] = setting_get(tx, "refusal", &value);
    request->seen[2] = setting_get(tx, "second", &value);
    text_release(&value);
    return ERR_OK;
}

static void a_refused_request_leaves_no_trace_and_harms_no_neighbour(void **state)
{
    struct store_fixture *fixture = *state;
    struct test_request first = {.run = issue_sheet, .input = 1};
    struct test_request bad = {.run = issue_then_refuse, .input = 2};
    struct test_request last = {.run = issue_sheet, .input = 3};
    struct test_request look = {.run = look_at_traces};
    struct gate gate;

    gate_close(fixture, &gate);
    store_fixture_submit(fixture, &first);
    store_fixture_submit(fixture, &bad);
    store_fixture_submit(fixture, &last);
    gate_open(&gate);
    store_fixture_wait(fixture, 4);

    assert_int_equal(first.outcome, ERR_OK);
    assert_int_equal(bad.outcome, ERR_STATE);
    assert_int_equal(last.outcome, ERR_OK);
    assert_int_equal(first.number, 1);
    assert_int_equal(last.number, 2); /* the refused one's number is free again */
    assert_int_equal(fixture->event_count, 2);
    assert_int_equal(fixture->events[1], 2); /* the log's head was put back: R-600 */
    assert_int_equal(store_stats(fixture->store).refusals, 1);
    assert_int_equal(store_fixture_look(fixture, &look), ERR_OK);
    assert_false(look.seen[0]);
}

static void record_refusal(struct store_tx *tx, struct test_request *request, enum err outcome)
{
    setting_put(tx, "refusal", err_code(outcome));
    request->seen[3]++;
}

static void a_refusal_may_be_recorded(void **state)
{
    struct store_fixture *fixture = *state;
    struct test_request bad = {.run = issue_then_refuse, .refused = record_refusal};
    struct test_request look = {.run = look_at_traces};

    assert_int_equal(store_fixture_do(fixture, &bad), ERR_STATE);
    assert_int_equal(bad.seen[3], 1);
    assert_int_equal(store_fixture_look(fixture, &look), ERR_OK);
    assert_false(look.seen[0]);
    assert_true(look.seen[1]);
}

/* A recording that itself fails after it appended to the log. */
static void record_badly(struct store_tx *tx, struct test_request *request, enum err outcome)
{
    (void)outcome;
    setting_put(tx, "refusal", "half");
    assert_int_equal(issue_sheet(tx, request), ERR_OK);
    sql_fail(tx, ERR_INTERNAL);
}

static void a_recording_that_fails_is_undone_with_its_events(void **state)
{
    struct store_fixture *fixture = *state;
    struct test_request bad = {.run = issue_then_refuse, .refused = record_badly, .input = 1};
    struct test_request next = {.run = issue_sheet, .input = 2};
    struct test_request look = {.run = look_at_traces};

    assert_int_equal(store_fixture_do(fixture, &bad), ERR_STATE);
    assert_int_equal(store_fixture_do(fixture, &next), ERR_OK);
    assert_int_equal(next.number, 1);
    assert_int_equal(fixture->event_count, 1);
    assert_int_equal(fixture->events[0], 1); /* no gap */
    assert_int_equal(store_fixture_look(fixture, &look), ERR_OK);
    assert_false(look.seen[1]);
}

/* The key of a centre stands already: a constraint that the use case did not foresee. */
static enum err break_a_constraint(struct store_tx *tx, struct test_request *request)
{
    struct sql *q = sql_start(tx, STMT_CENTRE_INSERT);

    (void)request;
    setting_put(tx, "work", "was here");
    sql_int(q, 1, 1);
    sql_text(q, 2, "H99.002");
    sql_text(q, 3, "");
    sql_int(q, 4, 0);
    assert_int_equal(sql_run(q), 0);
    setting_put(tx, "second", "does nothing: errors are sticky");
    return ERR_OK;
}

static void a_statement_that_fails_refuses_the_request_whatever_it_returns(void **state)
{
    struct store_fixture *fixture = *state;
    struct test_request bad = {.run = break_a_constraint, .refused = record_refusal};
    struct test_request look = {.run = look_at_traces};

    assert_int_equal(store_fixture_do(fixture, &bad), ERR_STORE);
    assert_int_equal(bad.seen[3], 0); /* not a refusal by rule: nothing to record */
    assert_int_equal(store_fixture_look(fixture, &look), ERR_OK);
    assert_false(look.seen[0]);
    assert_false(look.seen[1]);
    assert_false(look.seen[2]);
}

/* ---- closing --------------------------------------------------------------------------------- */

static void closed(void *data)
{
    ((struct store_fixture *)data)->store = NULL;
}

static void closing_finishes_what_was_accepted_and_takes_no_more(void **state)
{
    struct store_fixture *fixture = *state;
    struct test_request requests[100] = {0};
    struct test_request late = {.run = issue_sheet}, check = {.run = issue_sheet};
    struct gate gate;

    gate_close(fixture, &gate);
    for (int i = 0; i < 100; i++) {
        requests[i] = (struct test_request){.run = issue_sheet, .input = i};
        store_fixture_submit(fixture, &requests[i]);
    }
    store_close(fixture->store, closed, fixture);
    gate_open(&gate);
    while (store_submit(fixture->store, &late.request) == ERR_OK)
        fail_msg("a store that closes took a request");
    uv_run(&fixture->loop, UV_RUN_DEFAULT);
    assert_null(fixture->store);
    assert_int_equal(uv_loop_close(&fixture->loop), 0);

    assert_int_equal(fixture->done, 101);
    assert_int_equal(late.done, 0);
    for (int i = 0; i < 100; i++)
        assert_int_equal(requests[i].outcome, ERR_OK);
    store_fixture_reopen(fixture);
    check.input = 99;
    assert_int_equal(store_fixture_do(fixture, &check), ERR_OK);
    assert_int_equal(check.number, 100); /* kept, and found by its key */
}

/* ---- requests that promise to refuse before they write --------------------------------------- */

static enum err refuse_at_once(struct store_tx *tx, struct test_request *request)
{
    (void)tx;
    (void)request;
    return ERR_STATE;
}

static void note_refusal(struct store_tx *tx, struct test_request *request, enum err outcome)
{
    request->seen[0] = outcome;
    setting_put(tx, "refused", "told");
}

/* Its neighbours are kept, and its refusal is recorded as that of any other. */
static void one_that_refuses_first_harms_no_neighbour(void **state)
{
    struct store_fixture *fixture = *state;
    struct test_request before = {.run = issue_sheet, .input = 1, .refuses_first = true};
    struct test_request refused = {
        .run = refuse_at_once, .refused = note_refusal, .refuses_first = true};
    struct test_request after = {.run = issue_sheet, .input = 2, .refuses_first = true};
    struct gate gate;

    gate_close(fixture, &gate);
    store_fixture_submit(fixture, &before);
    store_fixture_submit(fixture, &refused);
    store_fixture_submit(fixture, &after);
    gate_open(&gate);
    store_fixture_wait(fixture, 4);
    assert_int_equal(before.outcome, ERR_OK);
    assert_int_equal(refused.outcome, ERR_STATE);
    assert_int_equal(refused.seen[0], ERR_STATE);
    assert_int_equal(after.number, 2);
    assert_int_equal(
        store_fixture_number(fixture, "SELECT count(*) FROM setting WHERE name = 'refused'"), 1);
    assert_int_equal(fixture->event_count, 2);
}

static enum err write_then_refuse(struct store_tx *tx, struct test_request *request)
{
    issue_sheet(tx, request);
    return ERR_STATE;
}

/* Without a savepoint it cannot be undone alone: nobody of its group is told that he was served. */
static void one_that_breaks_its_promise_takes_the_group_with_it(void **state)
{
    struct store_fixture *fixture = *state;
    struct test_request before = {.run = issue_sheet, .input = 1};
    struct test_request liar = {.run = write_then_refuse, .input = 2, .refuses_first = true};
    struct test_request later = {.run = issue_sheet, .input = 3};
    struct gate gate;

    gate_close(fixture, &gate);
    store_fixture_submit(fixture, &before);
    store_fixture_submit(fixture, &liar);
    gate_open(&gate);
    store_fixture_wait(fixture, 3);
    assert_int_equal(before.outcome, ERR_STORE);
    assert_int_equal(liar.outcome, ERR_STORE);
    assert_int_equal(fixture->event_count, 0);
    assert_int_equal(store_fixture_do(fixture, &later), ERR_OK);
    assert_int_equal(later.number, 1);       /* the undone numbers were never given */
    assert_int_equal(fixture->events[0], 1); /* */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(one_that_refuses_first_harms_no_neighbour,
                                        store_fixture_set_up, store_fixture_tear_down),
        cmocka_unit_test_setup_teardown(one_that_breaks_its_promise_takes_the_group_with_it,
                                        store_fixture_set_up, store_fixture_tear_down),
        cmocka_unit_test_setup_teardown(many_requests_share_few_commits, store_fixture_set_up,
                                        store_fixture_tear_down),
        cmocka_unit_test_setup_teardown(who_comes_while_a_small_group_runs_joins_it,
                                        store_fixture_set_up, store_fixture_tear_down),
        cmocka_unit_test_setup_teardown(series_of_another_name_or_period_counts_for_itself,
                                        store_fixture_set_up, store_fixture_tear_down),
        cmocka_unit_test_setup_teardown(a_refused_request_leaves_no_trace_and_harms_no_neighbour,
                                        store_fixture_set_up, store_fixture_tear_down),
        cmocka_unit_test_setup_teardown(a_refusal_may_be_recorded, store_fixture_set_up,
                                        store_fixture_tear_down),
        cmocka_unit_test_setup_teardown(a_recording_that_fails_is_undone_with_its_events,
                                        store_fixture_set_up, store_fixture_tear_down),
        cmocka_unit_test_setup_teardown(
            a_statement_that_fails_refuses_the_request_whatever_it_returns, store_fixture_set_up,
            store_fixture_tear_down),
        cmocka_unit_test_setup_teardown(closing_finishes_what_was_accepted_and_takes_no_more,
                                        store_fixture_set_up, store_fixture_tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
