/* Rules checked: R-990. */
#include "support/temp_folder.h"
#include "support/test.h"

#include "usecase/make_backup.h"

#include <string.h>
#include <sys/stat.h>

#define NAME "20260310-170000-812"

static char folder[TEMP_PATH_SIZE];

static int make_folder(void **state)
{
    (void)state;
    temp_folder_make(folder);
    return 0;
}

static int remove_folder(void **state)
{
    (void)state;
    temp_folder_remove(folder);
    return 0;
}

/* What the list says while `making` is made; `only` "" for all. The text is the caller's. */
static enum err listed(const char *making, const char *only, struct read_backups *out_read)
{
    *out_read = (struct read_backups){.folder = folder};
    text_init(&out_read->items);
    strcpy(out_read->making, making);
    strcpy(out_read->only, only);
    return read_backups_run(NULL, &out_read->command);
}

static void expect_one(const char *making, const char *only, const char *state)
{
    struct read_backups read;

    assert_int_equal(listed(making, only, &read), ERR_OK);
    assert_int_equal(read.count, 1);
    assert_non_null(strstr(read.items.data, "\"" NAME "\""));
    assert_non_null(strstr(read.items.data, state));
    text_release(&read.items);
}

/* The copy waits for a thread: nobody may think meanwhile that there is none. */
static void a_backup_is_listed_from_its_beginning_though_its_folder_is_not_there(void **state)
{
    (void)state;
    expect_one(NAME, "", "\"making\"");
    expect_one(NAME, NAME, "\"making\"");
}

static void
it_is_listed_once_when_its_folder_is_there_and_unfinished_when_nobody_makes_it(void **state)
{
    char path[FOLDER_PATH_SIZE];

    (void)state;
    assert_int_equal(folder_path(folder, FOLDER_BACKUPS, path), ERR_OK);
    assert_int_equal(folder_make(path), ERR_OK);
    assert_int_equal(backup_path(folder, NAME, NULL, path), ERR_OK);
    assert_int_equal(mkdir(path, 0700), 0);
    expect_one(NAME, "", "\"making\"");
    expect_one("", "", "\"unfinished\"");
}

static void one_that_nobody_began_is_not_found(void **state)
{
    struct read_backups read;

    (void)state;
    assert_int_equal(listed("", NAME, &read), ERR_NOT_FOUND);
    text_release(&read.items);
    assert_int_equal(listed(NAME, "20260310-170000-9", &read), ERR_NOT_FOUND);
    text_release(&read.items);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(
            a_backup_is_listed_from_its_beginning_though_its_folder_is_not_there, make_folder,
            remove_folder),
        cmocka_unit_test_setup_teardown(
            it_is_listed_once_when_its_folder_is_there_and_unfinished_when_nobody_makes_it,
            make_folder, remove_folder),
        cmocka_unit_test_setup_teardown(one_that_nobody_began_is_not_found, make_folder,
                                        remove_folder),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
