/* A document reaches its file whole; what is no file is written to, never replaced. */
#include "support/test.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "printer/output_file.h"
#include "support/temp_folder.h"

static const struct bytes document = {.data = (unsigned char *)"%PDF-1.5 trang", .length = 14};

static void path_in(const char *folder, char out_path[TEMP_PATH_SIZE + 8])
{
    snprintf(out_path, TEMP_PATH_SIZE + 8, "%s/page", folder);
}

static void a_file_is_replaced_whole(void **state)
{
    char folder[TEMP_PATH_SIZE], path[TEMP_PATH_SIZE + 8];
    long size;

    (void)state;
    temp_folder_make(folder);
    path_in(folder, path);
    temp_file_write(folder, "page", "an older and longer page", 24);
    assert_int_equal(output_file(path, &document), ERR_OK);
    char *kept = temp_file_read(folder, "page", &size);
    assert_int_equal(size, 14);
    assert_memory_equal(kept, document.data, 14);
    free(kept);
    temp_folder_remove(folder);
}

static void a_pipe_gets_the_document_and_stays_a_pipe(void **state)
{
    char folder[TEMP_PATH_SIZE], path[TEMP_PATH_SIZE + 8], got[32];
    struct stat status;

    (void)state;
    temp_folder_make(folder);
    path_in(folder, path);
    assert_int_equal(mkfifo(path, 0600), 0);
    const int reader = open(path, O_RDONLY | O_NONBLOCK);
    assert_true(reader >= 0);
    assert_int_equal(output_file(path, &document), ERR_OK);
    assert_int_equal(lstat(path, &status), 0);
    assert_true(S_ISFIFO(status.st_mode));
    assert_int_equal(read(reader, got, sizeof got), 14);
    assert_memory_equal(got, document.data, 14);
    close(reader);
    assert_int_equal(output_file(folder, &document), ERR_FILE); /* a folder is not written to */
    temp_folder_remove(folder);
}

static void a_path_that_cannot_be_made_is_refused(void **state)
{
    char folder[TEMP_PATH_SIZE], path[TEMP_PATH_SIZE + 16];

    (void)state;
    temp_folder_make(folder);
    snprintf(path, sizeof path, "%s/none/page", folder);
    assert_int_equal(output_file(path, &document), ERR_FILE);
    temp_folder_remove(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_file_is_replaced_whole),
        cmocka_unit_test(a_pipe_gets_the_document_and_stays_a_pipe),
        cmocka_unit_test(a_path_that_cannot_be_made_is_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
