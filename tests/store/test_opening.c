/* Which folders and files a store opens, and which it refuses and leaves as they are. */
#include "support/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store/engine.h"
#include "store/folder.h"
#include "store/migrate.h"
#include "support/store_fixture.h"

static int setup(void **state)
{
    store_fixture_set_up(state);
    store_fixture_close(*state);
    return 0;
}

/* Try to open the folder's store; a refusal must leave neither a handle nor memory behind. */
static enum err try_to_open(const char *folder, bool create)
{
    struct store_config config = store_config_default(folder);
    struct store *store = NULL;
    uv_loop_t loop;

    config.create = create;
    assert_int_equal(uv_loop_init(&loop), 0);
    const enum err err = store_open(&loop, &config, &store);
    assert_null(store);
    uv_run(&loop, UV_RUN_DEFAULT);
    assert_int_equal(uv_loop_close(&loop), 0);
    return err;
}

/* Opening must be refused with `expected` and change no byte of the database. */
static void must_refuse_untouched(const char *folder, bool create, enum err expected)
{
    long size_before, size_after;
    char *before = temp_file_read(folder, FOLDER_DATABASE, &size_before);

    assert_int_equal(try_to_open(folder, create), expected);
    char *after = temp_file_read(folder, FOLDER_DATABASE, &size_after);
    assert_int_equal(size_after, size_before);
    assert_memory_equal(after, before, (size_t)size_before);
    free(before);
    free(after);
}

static void a_second_handle_on_the_folder_is_refused_until_the_first_is_closed(void **state)
{
    struct store_fixture *fixture = *state;

    store_fixture_reopen(fixture);
    assert_int_equal(try_to_open(fixture->folder, false), ERR_DATABASE_LOCKED);
    store_fixture_close(fixture);
    store_fixture_reopen(fixture);
}

static void a_second_process_on_the_folder_is_refused(void **state)
{
    struct store_fixture *fixture = *state;
    int lock = -1, status = 0;

    assert_int_equal(folder_lock(fixture->folder, &lock), ERR_OK);
    fflush(NULL);
    const pid_t child = fork();
    if (child == 0) {
        int own;

        _exit(folder_lock(fixture->folder, &own) == ERR_DATABASE_LOCKED ? 7 : 1);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    assert_int_equal(WEXITSTATUS(status), 7);
    folder_unlock(lock);
}

static void a_folder_without_a_database_says_that_it_is_missing(void **state)
{
    char empty[TEMP_PATH_SIZE], missing[TEMP_PATH_SIZE + 8];

    (void)state;
    temp_folder_make(empty);
    snprintf(missing, sizeof missing, "%s/none", empty);
    assert_int_equal(try_to_open(empty, false), ERR_DATABASE_MISSING);
    assert_int_equal(try_to_open(missing, false), ERR_DATABASE_MISSING);
    assert_int_not_equal(access(missing, F_OK), 0);
    temp_folder_remove(empty);
}

static void a_file_that_is_no_database_is_refused_and_kept(void **state)
{
    static const char text[] = "Đây là sổ tay của ai đó, không phải cơ sở dữ liệu.\n";
    char folder[TEMP_PATH_SIZE];

    (void)state;
    temp_folder_make(folder);
    temp_file_write(folder, FOLDER_DATABASE, text, sizeof text - 1);
    must_refuse_untouched(folder, false, ERR_DATABASE_FOREIGN);
    must_refuse_untouched(folder, true, ERR_DATABASE_FOREIGN);
    temp_folder_remove(folder);
}

static void change_file(const char *folder, const char *sql)
{
    char path[FOLDER_PATH_SIZE];
    struct engine *engine;

    assert_int_equal(folder_path(folder, FOLDER_DATABASE, path), ERR_OK);
    assert_int_equal(engine_open(path, ENGINE_WRITER, 100, &engine), ERR_OK);
    assert_int_equal(engine_exec(engine, sql), ENGINE_DONE);
    engine_close(engine);
}

static void a_database_of_another_program_is_refused_and_kept(void **state)
{
    struct store_fixture *fixture = *state;

    change_file(fixture->folder, "PRAGMA application_id=7");
    must_refuse_untouched(fixture->folder, false, ERR_DATABASE_FOREIGN);
    must_refuse_untouched(fixture->folder, true, ERR_DATABASE_FOREIGN);
}

static void a_database_of_a_newer_program_is_refused_and_kept(void **state)
{
    struct store_fixture *fixture = *state;
    char sql[64];

    snprintf(sql, sizeof sql, "PRAGMA user_version=%d", migrate_version() + 1);
    change_file(fixture->folder, sql);
    must_refuse_untouched(fixture->folder, false, ERR_DATABASE_NEWER);
}

static void a_database_made_just_before_a_crash_is_brought_up_to_date(void **state)
{
    char folder[TEMP_PATH_SIZE], path[FOLDER_PATH_SIZE];
    struct engine *engine;

    (void)state;
    temp_folder_make(folder);
    assert_int_equal(folder_path(folder, FOLDER_DATABASE, path), ERR_OK);
    assert_int_equal(engine_open(path, ENGINE_CREATOR, 100, &engine), ERR_OK);
    engine_close(engine); /* ours by its header, and empty */
    assert_int_equal(engine_open(path, ENGINE_WRITER, 100, &engine), ERR_OK);
    assert_int_equal(engine_schema_version(engine), 0);
    assert_int_equal(migrate(engine), ERR_OK);
    assert_int_equal(engine_schema_version(engine), migrate_version());
    assert_int_equal(migrate(engine), ERR_OK); /* again: nothing to do */
    engine_close(engine);
    temp_folder_remove(folder);
}

static enum err read_last_at(struct store_tx *tx, struct test_request *request)
{
    request->seen[0] = event_log_last_at(tx).ms;
    return ERR_OK;
}

/* the clock starts no earlier than where the log ends. */
static void an_opened_store_knows_where_its_log_ends(void **state)
{
    struct store_fixture *fixture = *state;
    struct test_request sheet = {.run = issue_sheet, .input = 1};
    struct test_request look = {.run = read_last_at};

    store_fixture_reopen(fixture);
    assert_true(instant_is_none(store_log_end(fixture->store)));
    assert_int_equal(store_fixture_do(fixture, &sheet), ERR_OK);
    store_fixture_reopen(fixture);
    assert_int_equal(store_log_end(fixture->store).ms, 1000); /* issue_sheet: the seq in seconds */
    assert_int_equal(store_fixture_do(fixture, &look), ERR_OK);
    assert_int_equal(look.seen[0], 1000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            a_second_handle_on_the_folder_is_refused_until_the_first_is_closed, setup,
            store_fixture_tear_down),
        cmocka_unit_test_setup_teardown(a_second_process_on_the_folder_is_refused, setup,
                                        store_fixture_tear_down),
        cmocka_unit_test(a_folder_without_a_database_says_that_it_is_missing),
        cmocka_unit_test(a_file_that_is_no_database_is_refused_and_kept),
        cmocka_unit_test_setup_teardown(a_database_of_another_program_is_refused_and_kept, setup,
                                        store_fixture_tear_down),
        cmocka_unit_test_setup_teardown(a_database_of_a_newer_program_is_refused_and_kept, setup,
                                        store_fixture_tear_down),
        cmocka_unit_test(a_database_made_just_before_a_crash_is_brought_up_to_date),
        cmocka_unit_test_setup_teardown(an_opened_store_knows_where_its_log_ends, setup,
                                        store_fixture_tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
