/* The readers: snapshots, read-only, the deadline, closing. */
#include "support/test.h"

#include <string.h>

#include "store/tx.h"
#include "support/store_fixture.h"

static int count_row(const struct event *event, void *data)
{
    (void)event;
    ++*(int64_t *)data;
    return 1;
}

static int64_t count_log(struct store_tx *tx)
{
    int64_t rows = 0;

    event_log_read(tx, 0, 1000, count_row, &rows);
    return rows;
}

/* A read that stops in its middle until the test says go on. */
struct long_read {
    struct test_request request;
    uv_sem_t looked, go_on;
};

static enum err look_twice(struct store_tx *tx, struct test_request *request)
{
    struct long_read *read = container_of(request, struct long_read, request);

    request->seen[0] = count_log(tx);
    uv_sem_post(&read->looked);
    uv_sem_wait(&read->go_on);
    request->seen[1] = count_log(tx);
    return ERR_OK;
}

static enum err look_once(struct store_tx *tx, struct test_request *request)
{
    request->seen[0] = count_log(tx);
    return ERR_OK;
}

static void a_read_sees_one_moment_while_others_write_and_read(void **state)
{
    struct store_fixture *fixture = *state;
    struct long_read read = {.request = {.run = look_twice}};
    struct test_request first = {.run = issue_sheet, .input = 1};
    struct test_request second = {.run = issue_sheet, .input = 2};
    struct test_request after = {.run = look_once};

    assert_int_equal(store_fixture_do(fixture, &first), ERR_OK);
    assert_int_equal(uv_sem_init(&read.looked, 0), 0);
    assert_int_equal(uv_sem_init(&read.go_on, 0), 0);
    store_fixture_read(fixture, &read.request);
    uv_sem_wait(&read.looked);
    assert_int_equal(store_fixture_do(fixture, &second), ERR_OK);  /* no reader holds it up */
    assert_int_equal(store_fixture_look(fixture, &after), ERR_OK); /* on the other reader */
    uv_sem_post(&read.go_on);
    store_fixture_wait(fixture, 4);

    assert_int_equal(read.request.seen[0], 1);
    assert_int_equal(read.request.seen[1], 1); /* its snapshot */
    assert_int_equal(after.seen[0], 2);
    assert_int_equal(store_stats(fixture->store).reads, 2);
    uv_sem_destroy(&read.looked);
    uv_sem_destroy(&read.go_on);
}

static enum err write_while_reading(struct store_tx *tx, struct test_request *request)
{
    (void)request;
    setting_put(tx, "work", "was here");
    return ERR_OK;
}

static enum err look_for_setting(struct store_tx *tx, struct test_request *request)
{
    struct text value;

    text_init(&value);
    request->seen[0] = setting_get(tx, "work", &value);
    text_release(&value);
    return ERR_OK;
}

static void a_reader_cannot_write(void **state)
{
    struct store_fixture *fixture = *state;
    struct test_request write = {.run = write_while_reading};
    struct test_request look = {.run = look_for_setting};

    assert_int_equal(store_fixture_look(fixture, &write), ERR_STORE);
    assert_int_equal(store_fixture_look(fixture, &look), ERR_OK);
    assert_false(look.seen[0]);
}

/* Counts to a number that no machine reaches, under a deadline that has as good as passed. */
static enum err count_for_ever(struct store_tx *tx, struct test_request *request)
{
    struct sql counting = {.tx = tx};

    assert_int_equal(engine_prepare(tx->engine,
                                    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
                                    " WHERE i < 1000000000000) SELECT count(*) FROM n",
                                    &counting.statement),
                     ENGINE_DONE);
    engine_set_deadline(tx->engine, 1);
    request->seen[0] = sql_row(&counting);
    engine_finalize(counting.statement);
    return ERR_OK;
}

static void a_read_is_cut_off_at_its_deadline_and_the_reader_goes_on(void **state)
{
    struct store_fixture *fixture = *state;
    struct test_request slow = {.run = count_for_ever};

    for (int i = 0; i < 4; i++) {
        struct test_request next = {.run = look_once};

        assert_int_equal(store_fixture_look(fixture, &slow), ERR_QUERY_TIMEOUT);
        assert_false(slow.seen[0]);
        assert_int_equal(store_fixture_look(fixture, &next), ERR_OK);
    }
}

static void closed(void *data)
{
    ((struct store_fixture *)data)->store = NULL;
}

static void closing_finishes_the_reads_that_were_accepted(void **state)
{
    struct store_fixture *fixture = *state;
    struct test_request reads[50] = {0};
    struct test_request late = {.run = look_once};

    for (int i = 0; i < 50; i++) {
        reads[i] = (struct test_request){.run = look_once};
        store_fixture_read(fixture, &reads[i]);
    }
    store_close(fixture->store, closed, fixture);
    assert_int_equal(store_read(fixture->store, &late.request), ERR_CLOSED);
    uv_run(&fixture->loop, UV_RUN_DEFAULT);
    assert_null(fixture->store);
    assert_int_equal(uv_loop_close(&fixture->loop), 0);
    for (int i = 0; i < 50; i++) {
        assert_int_equal(reads[i].done, 1);
        assert_int_equal(reads[i].outcome, ERR_OK);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_read_sees_one_moment_while_others_write_and_read,
                                        store_fixture_set_up, store_fixture_tear_down),
        cmocka_unit_test_setup_teardown(a_reader_cannot_write, store_fixture_set_up,
                                        store_fixture_tear_down),
        cmocka_unit_test_setup_teardown(a_read_is_cut_off_at_its_deadline_and_the_reader_goes_on,
                                        store_fixture_set_up, store_fixture_tear_down),
        cmocka_unit_test_setup_teardown(closing_finishes_the_reads_that_were_accepted,
                                        store_fixture_set_up, store_fixture_tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
