/* The chain of the log, slice by slice, sound and with planted faults. Rules.
 */
#include "support/test.h"

#include <string.h>

#include "store/folder.h"
#include "support/office_fixture.h"
#include "usecase/check_log.h"

static struct check_log check(struct office_fixture *fixture, int64_t after, int most,
                              enum err expected)
{
    struct check_log check = {.after = after, .most = most};

    office_prepare(fixture, &check.command, "", PERMISSION_LOG_READ, check_log_run);
    check.command.actor.kind = ACTOR_SYSTEM;
    assert_int_equal(command_read(&check.command), ERR_OK);
    office_wait(fixture, fixture->done + 1);
    assert_int_equal(check.command.err, expected);
    command_release(&check.command);
    return check;
}

/* A log of some rows; returns the number of the last. */
static int64_t write_log(struct office_fixture *fixture)
{
    for (int i = 0; i < 10; i++)
        office_issue(fixture, "A", NULL);
    return check(fixture, 0, LOG_SLICE_MAX, ERR_OK).last;
}

static void slices_meet_and_end_at_the_last_row(void **state)
{
    const int64_t last = write_log(*state);
    struct check_log slice = {.to = 0};

    for (int slices = 1; slice.to < last; slices++) {
        const int64_t before = slice.to;

        slice = check(*state, slice.to, 3, ERR_OK);
        assert_int_equal(slice.breaks, 0);
        assert_true(slice.to == (before + 3 < last ? before + 3 : last));
    }
    const struct check_log whole = check(*state, 0, LOG_SLICE_MAX, ERR_OK);
    assert_int_equal(whole.to, last);
    assert_memory_equal(whole.hash, slice.hash, DIGEST_SIZE);
    check(*state, last + 1, 3, ERR_BAD_PARAMETER);
}

static void change(struct office_fixture *fixture, const char *sql)
{
    struct engine *engine;
    char path[FOLDER_PATH_SIZE];

    assert_int_equal(folder_path(fixture->store.folder, FOLDER_DATABASE, path), ERR_OK);
    assert_int_equal(engine_open(path, ENGINE_WRITER, 1000, &engine), ERR_OK);
    assert_int_equal(engine_exec(engine, sql), ENGINE_DONE);
    engine_close(engine);
}

static void a_row_that_was_changed_is_found(void **state)
{
    write_log(*state);
    change(*state, "UPDATE event SET actor = 'nguoi-khac' WHERE seq = 5");
    struct check_log found = check(*state, 0, LOG_SLICE_MAX, ERR_OK);
    assert_int_equal(found.to, 4);
    assert_int_equal(found.broken, 5);
    assert_int_equal(found.breaks, CHAIN_HASH);
    found = check(*state, 5, LOG_SLICE_MAX, ERR_OK); /* what comes after it is sound again */
    assert_int_equal(found.breaks, 0);
}

static void a_row_that_was_taken_out_is_found(void **state)
{
    const int64_t last = write_log(*state);

    change(*state, "DELETE FROM event WHERE seq = 5");
    struct check_log found = check(*state, 0, LOG_SLICE_MAX, ERR_OK);
    assert_int_equal(found.to, 4);
    assert_int_equal(found.broken, 6);
    assert_int_equal(found.breaks, CHAIN_GAP | CHAIN_HASH);
    found = check(*state, 4, 1, ERR_OK); /* whatever the slices */
    assert_int_equal(found.broken, 6);
    assert_int_equal(found.last, last);
}

static void a_row_of_an_earlier_time_is_found(void **state)
{
    write_log(*state);
    change(*state, "UPDATE event SET at = at - 1000 WHERE seq = 7");
    const struct check_log found = check(*state, 0, LOG_SLICE_MAX, ERR_OK);
    assert_int_equal(found.broken, 7);
    assert_int_equal(found.breaks, CHAIN_TIME | CHAIN_HASH);
}

int main(void)
{
#define TEST(name)                                                                                 \
    cmocka_unit_test_setup_teardown(name, office_fixture_set_up, office_fixture_tear_down)
    const struct CMUnitTest tests[] = {
        TEST(slices_meet_and_end_at_the_last_row),
        TEST(a_row_that_was_changed_is_found),
        TEST(a_row_that_was_taken_out_is_found),
        TEST(a_row_of_an_earlier_time_is_found),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
