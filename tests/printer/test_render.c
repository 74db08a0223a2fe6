#include "support/test.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "printer/render.h"

#define JOBS "tests/printer/jobs/"

static struct typesetter *typesetter;

static int open_fonts(void **state)
{
    (void)state;
    return typesetter_new(typesetter_fonts(), &typesetter) == ERR_OK ? 0 : -1;
}

static int close_fonts(void **state)
{
    (void)state;
    typesetter_free(typesetter);
    return 0;
}

static char *file_text(const char *path, size_t *out_length)
{
    FILE *file = fopen(path, "rb");
    char *text = malloc(65536);

    assert_non_null(file);
    assert_non_null(text);
    *out_length = fread(text, 1, 65536, file);
    fclose(file);
    return text;
}

static void job_from(const char *name, struct job *job)
{
    char path[128];
    struct fault fault;
    size_t length;
    char *text;

    snprintf(path, sizeof path, JOBS "%s.json", name);
    text = file_text(path, &length);
    *job = (struct job){0};
    assert_int_equal(job_read(job, text, length, NULL, NULL, &fault), ERR_OK);
    free(text);
}

static void pages_are(const char *name, int pages)
{
    struct bytes first = {0}, second = {0};
    struct render_facts facts;
    struct job job;

    job_from(name, &job);
    assert_int_equal(render_pdf(typesetter, &job, &first, &facts), ERR_OK);
    assert_int_equal(facts.pages, pages);
    assert_int_equal(facts.unknown_glyphs, 0);
    assert_memory_equal(first.data, "%PDF-1.5", 8);
    assert_int_equal(render_pdf(typesetter, &job, &second, &facts), ERR_OK);
    assert_int_equal(first.length, second.length); /* */
    assert_memory_equal(first.data, second.data, first.length);
    bytes_release(&first);
    bytes_release(&second);
    job_release(&job);
}

static void every_example_renders_twice_to_the_same_bytes(void **state)
{
    (void)state;
    pages_are("ticket", 1);
    pages_are("ticket-priority", 1);
    pages_are("01", 1);
    pages_are("01-long", 3);
    pages_are("02", 1);
    pages_are("03", 1);
    pages_are("05", 1);
    pages_are("06", 1);
    pages_are("07", 1);
    pages_are("papers", 1);
    pages_are("survey", 1);
    pages_are("return", 1);
    pages_are("handover", 1);
    pages_are("report", 1);
}

static void pictures_are_png(void **state)
{
    static const char *const names[] = {"ticket", "01", "handover"};

    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        struct bytes picture = {0};
        struct render_facts facts;
        struct job job;

        job_from(names[i], &job);
        assert_int_equal(render_png(typesetter, &job, &picture, &facts), ERR_OK);
        assert_memory_equal(picture.data, "\x89PNG\r\n\x1a\n", 8);
        bytes_release(&picture);
        job_release(&job);
    }
}

static void only_tickets_have_a_raster(void **state)
{
    struct raster raster = {0};
    struct render_facts facts;
    struct job job;

    (void)state;
    job_from("01", &job);
    assert_int_equal(render_raster(typesetter, &job, &raster, &facts), ERR_BAD_VALUE);
    assert_null(raster.bits);
    job_release(&job);
    job_from("ticket", &job);
    assert_int_equal(render_raster(typesetter, &job, &raster, &facts), ERR_OK);
    assert_int_equal(raster.width, 576);
    assert_in_range(raster.rows, 600, 1200);
    free(raster.bits);
    job_release(&job);
}

static void letters_without_a_font_are_counted(void **state)
{
    struct bytes document = {0};
    struct render_facts facts;
    struct job job;

    (void)state;
    job_from("01", &job);
    job.content.receipt.submitter = "Mai \u260e\u2702";
    assert_int_equal(render_pdf(typesetter, &job, &document, &facts), ERR_OK);
    assert_int_equal(facts.unknown_glyphs, 2);
    bytes_release(&document);
    job_release(&job);
}

static void missing_fonts_are_an_error(void **state)
{
    struct typesetter *none = NULL;

    (void)state;
    assert_int_equal(typesetter_new("/nonexistent", &none), ERR_FILE);
    assert_null(none);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_example_renders_twice_to_the_same_bytes),
        cmocka_unit_test(pictures_are_png),
        cmocka_unit_test(only_tickets_have_a_raster),
        cmocka_unit_test(letters_without_a_font_are_counted),
        cmocka_unit_test(missing_fonts_are_an_error),
    };

    return cmocka_run_group_tests(tests, open_fonts, close_fonts);
}
