/*
 * A disk that is full, or that lies. Rules.
 *
 * What ends the process is tried in a child: this program started once more with the argument
 * "write" or "sync": the call that fails.
 */
#include "support/test.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/folder.h"
#include "support/disk_faults.h"
#include "support/store_fixture.h"

enum { EXIT_OUTCOME_UNKNOWN = 70, FOR_EVER = 1000000 };

static int teardown(void **state)
{
    disk_heal();
    disk_free_bytes(-1);
    return store_fixture_tear_down(state);
}

static enum err issue(struct store_fixture *fixture, int64_t key, int64_t *out_number)
{
    struct test_request sheet = {.run = issue_sheet, .input = key};
    const enum err err = store_fixture_do(fixture, &sheet);

    if (err == ERR_OK)
        *out_number = sheet.number;
    return err;
}

static bool reserve_is_there(const struct store_fixture *fixture)
{
    char path[FOLDER_PATH_SIZE];

    assert_int_equal(folder_path(fixture->folder, FOLDER_RESERVE, path), ERR_OK);
    return access(path, F_OK) == 0;
}

/* ---- full ------------------------------------------------------------------------------------ */

static void a_full_disk_refuses_the_group_and_the_store_goes_on(void **state)
{
    struct store_fixture *fixture = *state;
    struct test_request group[3] = {0};
    struct gate gate;
    int64_t number = 0;

    assert_int_equal(issue(fixture, 1, &number), ERR_OK);
    assert_true(reserve_is_there(fixture));
    gate_close(fixture, &gate);
    for (int i = 0; i < 3; i++) {
        group[i] = (struct test_request){.run = issue_sheet, .input = 10 + i};
        store_fixture_submit(fixture, &group[i]);
    }
    disk_fail(DISK_WRITE, "-wal", 0, FOR_EVER, ENOSPC);
    gate_open(&gate);
    store_fixture_wait(fixture, 5);
    assert_true(disk_failures() > 0);
    for (int i = 0; i < 3; i++)
        assert_int_equal(group[i].outcome, ERR_DISK_FULL);
    assert_int_equal(fixture->event_count, 1); /* nothing of the group is told */
    assert_int_equal(store_stats(fixture->store).full, 1);
    assert_true(store_stats(fixture->store).disk_full);
    assert_false(reserve_is_there(fixture)); /* given up */

    disk_heal();
    assert_int_equal(issue(fixture, 11, &number), ERR_OK);
    assert_int_equal(number, 2); /* the refused numbers were never given */
    assert_int_equal(fixture->events[1], 2);
    assert_false(store_stats(fixture->store).disk_full);
    assert_true(reserve_is_there(fixture));
}

static void while_there_is_no_room_writes_are_refused_and_reads_answered(void **state)
{
    struct store_fixture *fixture = *state;
    struct test_request look = {.run = issue_sheet, .input = 1};
    int64_t number = 0;

    assert_int_equal(issue(fixture, 1, &number), ERR_OK);
    disk_fail(DISK_WRITE, "-wal", 0, FOR_EVER, ENOSPC);
    assert_int_equal(issue(fixture, 2, &number), ERR_DISK_FULL);
    disk_heal();
    disk_free_bytes(STORE_RESERVE_BYTES); /* less than twice the reserve */
    assert_int_equal(issue(fixture, 3, &number), ERR_DISK_FULL);
    assert_int_equal(store_fixture_look(fixture, &look), ERR_OK); /* finds its key: no write */
    assert_int_equal(look.number, 1);
    disk_free_bytes(2 * (int64_t)STORE_RESERVE_BYTES);
    assert_int_equal(issue(fixture, 3, &number), ERR_OK);
    assert_int_equal(number, 2);
}

static void what_was_kept_before_a_full_disk_is_there_after_a_restart(void **state)
{
    struct store_fixture *fixture = *state;
    int64_t number = 0;

    for (int i = 1; i <= 20; i++) {
        disk_fail(DISK_WRITE, "-wal", i % 5, i % 3 ? 1 : 0, ENOSPC);
        if (issue(fixture, i, &number) != ERR_OK) {
            disk_heal();
            assert_int_equal(issue(fixture, i, &number), ERR_OK); /* asked again */
        }
        assert_int_equal(number, i);
    }
    store_fixture_reopen(fixture);
    for (int i = 1; i <= 20; i++) {
        assert_int_equal(issue(fixture, i, &number), ERR_OK);
        assert_int_equal(number, i);
    }
}

/* The reserve makes the room that opening needs; without any room the refusal says so. */
static void a_store_opens_on_a_full_disk_by_giving_up_its_reserve(void **state)
{
    struct store_fixture *fixture = *state;
    struct store_config config = store_config_default(fixture->folder);
    struct store *store = NULL;
    int64_t number = 0;
    uv_loop_t loop;

    assert_int_equal(issue(fixture, 1, &number), ERR_OK);
    store_fixture_close(fixture);
    disk_fail(DISK_WRITE, "-shm", 0, FOR_EVER, ENOSPC);
    assert_int_equal(uv_loop_init(&loop), 0);
    assert_int_equal(store_open(&loop, &config, &store), ERR_DISK_FULL);
    assert_int_equal(uv_loop_close(&loop), 0);
    assert_false(reserve_is_there(fixture));

    disk_fail(DISK_WRITE, "-shm", 0, 1, ENOSPC);
    store_fixture_reopen(fixture);
    assert_int_equal(disk_failures(), 1);
    assert_int_equal(issue(fixture, 1, &number), ERR_OK);
    assert_int_equal(number, 1);
}

/* SQLite's own checkpoint would swallow this; ours counts it, and nothing is lost. */
static void a_checkpoint_that_fails_is_counted_and_loses_nothing(void **state)
{
    struct store_fixture *fixture = *state;
    int64_t number = 0;
    int issued = 0;

    disk_fail(DISK_WRITE, FOLDER_DATABASE, 0, FOR_EVER, EIO);
    while (store_stats(fixture->store).checkpoint_failures == 0) {
        assert_int_equal(issue(fixture, ++issued, &number), ERR_OK);
        assert_int_equal(number, issued);
    }
    disk_heal();
    store_fixture_reopen(fixture);
    for (int i = 1; i <= issued; i++) {
        assert_int_equal(issue(fixture, i, &number), ERR_OK);
        assert_int_equal(number, i);
    }
}

/* ---- a commit whose outcome nobody knows ----------------------------------------------------- */

/* The child: four sheets answered, told on the pipe; the disk fails to write or sync the fifth. */
static int child(const char *folder, enum disk_call call)
{
    struct store_fixture fixture = {.done = 0};
    int64_t number = 0;

    random_start();
    snprintf(fixture.folder, sizeof fixture.folder, "%s", folder);
    store_fixture_reopen(&fixture);
    for (int i = 1; i <= 5; i++) {
        if (i == 5)
            disk_fail(call, "-wal", 0, 1, EIO);
        if (issue(&fixture, i, &number) != ERR_OK)
            return 1;
        printf("%lld\n", (long long)number);
        fflush(stdout);
    }
    return 0;
}

/* Run this program as the child; returns its exit status, the numbers it told in `out_told`. */
static int run_child(const char *folder, const char *call, int64_t out_told[5], int *out_count)
{
    char command[1024], self[512] = "", line[32];

    assert_true(readlink("/proc/self/exe", self, sizeof self - 1) > 0);
    snprintf(command, sizeof command, "exec %s %s %s", self, call, folder);
    FILE *pipe = popen(command, "r");
    assert_non_null(pipe);
    *out_count = 0;
    while (fgets(line, sizeof line, pipe))
        out_told[(*out_count)++] = strtoll(line, NULL, 10);
    const int status = pclose(pipe);
    assert_true(WIFEXITED(status));
    return WEXITSTATUS(status);
}

static enum err look_at_series(struct store_tx *tx, struct test_request *request)
{
    request->number = series_next(tx, "test", 0);
    return ERR_STATE; /* looked only */
}

/* nobody is told; R-605: asked again, the key tells the truth, no number is given twice. */
static void end_in_commit(struct store_fixture *fixture, const char *call)
{
    struct test_request series = {.run = look_at_series};
    int64_t told[5] = {0}, number = 0;
    int count = 0;

    store_fixture_close(fixture);
    assert_int_equal(run_child(fixture->folder, call, told, &count), EXIT_OUTCOME_UNKNOWN);
    assert_int_equal(count, 4); /* the fifth was not answered */
    store_fixture_reopen(fixture);
    for (int i = 1; i <= 5; i++) {
        assert_int_equal(issue(fixture, i, &number), ERR_OK);
        assert_int_equal(number, i); /* what was told, and the fifth once, kept or made now */
    }
    assert_int_equal(store_fixture_do(fixture, &series), ERR_STATE);
    assert_int_equal(series.number, 6);
}

static void
a_commit_that_cannot_be_synced_ends_the_process_and_the_key_tells_the_truth(void **state)
{
    end_in_commit(*state, "sync");
}

static void
a_commit_that_cannot_be_written_ends_the_process_and_the_key_tells_the_truth(void **state)
{
    end_in_commit(*state, "write");
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_full_disk_refuses_the_group_and_the_store_goes_on,
                                        store_fixture_set_up, teardown),
        cmocka_unit_test_setup_teardown(
            while_there_is_no_room_writes_are_refused_and_reads_answered, store_fixture_set_up,
            teardown),
        cmocka_unit_test_setup_teardown(what_was_kept_before_a_full_disk_is_there_after_a_restart,
                                        store_fixture_set_up, teardown),
        cmocka_unit_test_setup_teardown(a_store_opens_on_a_full_disk_by_giving_up_its_reserve,
                                        store_fixture_set_up, teardown),
        cmocka_unit_test_setup_teardown(a_checkpoint_that_fails_is_counted_and_loses_nothing,
                                        store_fixture_set_up, teardown),
        cmocka_unit_test_setup_teardown(
            a_commit_that_cannot_be_synced_ends_the_process_and_the_key_tells_the_truth,
            store_fixture_set_up, teardown),
        cmocka_unit_test_setup_teardown(
            a_commit_that_cannot_be_written_ends_the_process_and_the_key_tells_the_truth,
            store_fixture_set_up, teardown),
    };

    if (argc == 3)
        return child(argv[2], strcmp(argv[1], "write") == 0 ? DISK_WRITE : DISK_SYNC);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
