/* The manifest of the screens, and the folder read by it. Rules checked. */
#include "support/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "http/buffer.h"
#include "http/web_folder.h"
#include "support/temp_folder.h"

#define SCRIPT "/a/kiosk-AB12.js\ttext/javascript\ti\t0123456789abcdef\t12\t9\t8\n"
#define PAGE   "/kiosk.html\ttext/html\tr\tfedcba9876543210\t6\t0\t0\n"

static bool reads(const char *line)
{
    struct web_entry entry;
    /* memory of exactly the right size, so that a sanitizer sees every byte too many */
    const size_t length = strlen(line);
    char *copy = malloc(length ? length : 1);
    bool good;

    assert_non_null(copy);
    memcpy(copy, line, length);
    good = web_manifest_line(copy, length, &entry);
    free(copy);
    return good;
}

static void a_line_gives_its_seven_parts(void **state)
{
    struct web_entry entry;

    (void)state;
    assert_true(web_manifest_line(SCRIPT, sizeof SCRIPT - 2, &entry));
    assert_string_equal(entry.path, "/a/kiosk-AB12.js");
    assert_string_equal(entry.type, "text/javascript");
    assert_string_equal(entry.etag, "0123456789abcdef");
    assert_true(entry.immutable);
    assert_int_equal(entry.size[CODING_NONE], 12);
    assert_int_equal(entry.size[CODING_GZIP], 9);
    assert_int_equal(entry.size[CODING_BROTLI], 8);
}

static void a_line_with_anything_odd_is_refused(void **state)
{
    static const char *const odd[] = {
        "",
        "/x",
        "/x\ttext/css\ti\ta1\t3\t0",            /* six parts */
        "/x\ttext/css\ti\ta1\t3\t0\t0\t0",      /* eight */
        "x\ttext/css\ti\ta1\t3\t0\t0",          /* no slash */
        "/\ttext/css\ti\ta1\t3\t0\t0",          /* no name */
        "/../x\ttext/css\ti\ta1\t3\t0\t0",      /* above the folder */
        "/a/../../x\ttext/css\ti\ta1\t3\t0\t0", /* ... by a detour */
        "/a//x\ttext/css\ti\ta1\t3\t0\t0",      /* an empty segment */
        "/a/\ttext/css\ti\ta1\t3\t0\t0",        /* a folder */
        "/.x\ttext/css\ti\ta1\t3\t0\t0",        /* hidden */
        "/x y\ttext/css\ti\ta1\t3\t0\t0",       /* a blank */
        "/x%2e\ttext/css\ti\ta1\t3\t0\t0",      /* an escape */
        "/x\ttext\ti\ta1\t3\t0\t0",             /* no type */
        "/x\t/css\ti\ta1\t3\t0\t0",             /* half a type */
        "/x\ttext/\ti\ta1\t3\t0\t0",            /* the other half */
        "/x\ttext/css\r\ti\ta1\t3\t0\t0",       /* the end of a header line */
        "/x\ttext/css\tx\ta1\t3\t0\t0",         /* neither i nor r */
        "/x\ttext/css\tii\ta1\t3\t0\t0",        /* both */
        "/x\ttext/css\ti\t\t3\t0\t0",           /* no tag */
        "/x\ttext/css\ti\ta\"1\t3\t0\t0",       /* the end of the tag */
        "/x\ttext/css\ti\ta1\t0\t0\t0",         /* an empty file */
        "/x\ttext/css\ti\ta1\t-3\t0\t0",        /* no number */
        "/x\ttext/css\ti\ta1\t3\t3\t0",         /* packed, and no smaller */
        "/x\ttext/css\ti\ta1\t3\t0\t",          /* a size missing */
        "/x\ttext/css\ti\ta1\t8388609\t0\t0",   /* larger than a file may be */
        "/x\ttext/css\ti\ta1\t4294967299\t0\t0" /* more than 32 bits */
    };

    (void)state;
    assert_true(reads("/x\ttext/css\ti\ta1\t3\t0\t0"));
    assert_true(reads("/x\ttext/css\ti\ta1\t8388608\t0\t0"));
    for (size_t i = 0; i < sizeof odd / sizeof *odd; i++)
        if (reads(odd[i]))
            fail_msg("was read: %s", odd[i]);
    assert_false(web_manifest_line("/x\0y\ttext/css\ti\ta1\t3\t0\t0", 24, &(struct web_entry){0}));
}

static void lay_out(char folder[TEMP_PATH_SIZE], const char *manifest)
{
    char below[TEMP_PATH_SIZE + 8];

    temp_folder_make(folder);
    snprintf(below, sizeof below, "%s/a", folder);
    assert_int_equal(mkdir(below, 0700), 0);
    temp_file_write(folder, "manifest.txt", manifest, (long)strlen(manifest));
    temp_file_write(folder, "a/kiosk-AB12.js", "hello();//12", 12);
    temp_file_write(folder, "a/kiosk-AB12.js.gz", "gz-bytes9", 9);
    temp_file_write(folder, "a/kiosk-AB12.js.br", "br-byte8", 8);
    temp_file_write(folder, "kiosk.html", "<page>", 6);
}

static void files_are_found_by_their_paths_alone(void **state)
{
    static const char *const absent[] = {
        "",           "/",           "/a",          "/a/",    "/a/kiosk", "/a/kiosk-AB12.js/",
        "/kiosk.htm", "/kiosk.html", "/a/../kiosk", "/KIOSK", "/kiosk//", "/manifest.txt"};
    struct web_folder *web;
    const struct web_file *file;
    char folder[TEMP_PATH_SIZE], place[512];

    (void)state;
    lay_out(folder, SCRIPT PAGE);
    assert_int_equal(web_folder_open(folder, &web, place, sizeof place), ERR_OK);
    file = web_folder_find(web, "/a/kiosk-AB12.js");
    assert_non_null(file);
    assert_memory_equal(file->body[CODING_NONE]->bytes, "hello();//12", 12);
    assert_memory_equal(file->body[CODING_GZIP]->bytes, "gz-bytes9", 9);
    assert_memory_equal(file->body[CODING_BROTLI]->bytes, "br-byte8", 8);
    file = web_folder_find(web, "/kiosk");
    assert_non_null(file);
    assert_null(file->body[CODING_GZIP]);
    assert_ptr_equal(web_folder_find(web, "/kiosk/"), file);
    for (size_t i = 0; i < sizeof absent / sizeof *absent; i++)
        assert_null(web_folder_find(web, absent[i]));
    web_folder_close(web);
    temp_folder_remove(folder);
}

/* Open a folder with this manifest; expects it refused at this place. */
static void refused(const char *manifest, const char *spoilt, enum err expected, const char *at)
{
    struct web_folder *web;
    char folder[TEMP_PATH_SIZE], place[512];

    lay_out(folder, manifest);
    if (spoilt)
        temp_file_write(folder, spoilt, "other", 5);
    assert_int_equal(web_folder_open(folder, &web, place, sizeof place), expected);
    if (!strstr(place, at))
        fail_msg("%s is not the place %s", place, at);
    temp_folder_remove(folder);
}

static void a_folder_that_is_not_as_its_manifest_says_is_refused_with_the_place(void **state)
{
    (void)state;
    refused("", NULL, ERR_WEB_FOLDER, "manifest.txt");
    refused(SCRIPT "/x\n" PAGE, NULL, ERR_WEB_FOLDER, "manifest.txt:2");
    refused(SCRIPT "/kiosk.html\ttext/html\tr\tfe\t6\t0\t0", NULL, ERR_WEB_FOLDER,
            "manifest.txt:2"); /* cut short */
    refused(SCRIPT PAGE PAGE, NULL, ERR_WEB_FOLDER, "/kiosk");
    refused(SCRIPT "/none.html\ttext/html\tr\tfe\t6\t0\t0\n", NULL, ERR_WEB_FOLDER, "/none.html");
    refused("/a\ttext/html\tr\tfe\t6\t0\t0\n", NULL, ERR_WEB_FOLDER, "/a"); /* a folder */
    refused(SCRIPT PAGE, "kiosk.html", ERR_WEB_FOLDER, "/kiosk.html");
    refused(SCRIPT PAGE, "a/kiosk-AB12.js.br", ERR_WEB_FOLDER, "/a/kiosk-AB12.js.br");
}

static void a_folder_without_a_manifest_cannot_be_read(void **state)
{
    struct web_folder *web;
    char folder[TEMP_PATH_SIZE], place[512];

    (void)state;
    temp_folder_make(folder);
    assert_int_equal(web_folder_open(folder, &web, place, sizeof place), ERR_FILE);
    assert_non_null(strstr(place, "/manifest.txt"));
    temp_folder_remove(folder);
}

static void a_folder_larger_than_its_limit_is_refused(void **state)
{
    enum { SIZE = WEB_FILE_MAX, FILES = 5 };
    struct web_folder *web;
    char folder[TEMP_PATH_SIZE], place[512], manifest[512] = "", name[16];
    char *bytes = calloc(1, SIZE);

    (void)state;
    assert_non_null(bytes);
    temp_folder_make(folder);
    for (int i = 0; i < FILES; i++) {
        snprintf(name, sizeof name, "f%d", i);
        temp_file_write(folder, name, bytes, SIZE);
        snprintf(manifest + strlen(manifest), sizeof manifest - strlen(manifest),
                 "/%s\tapplication/wasm\ti\tf%d\t%d\t0\t0\n", name, i, SIZE);
    }
    temp_file_write(folder, "manifest.txt", manifest, (long)strlen(manifest));
    assert_int_equal(web_folder_open(folder, &web, place, sizeof place), ERR_WEB_FOLDER);
    assert_non_null(strstr(place, "/f4"));
    free(bytes);
    temp_folder_remove(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_line_gives_its_seven_parts),
        cmocka_unit_test(a_line_with_anything_odd_is_refused),
        cmocka_unit_test(files_are_found_by_their_paths_alone),
        cmocka_unit_test(a_folder_that_is_not_as_its_manifest_says_is_refused_with_the_place),
        cmocka_unit_test(a_folder_without_a_manifest_cannot_be_read),
        cmocka_unit_test(a_folder_larger_than_its_limit_is_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
