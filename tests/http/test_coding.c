/* Rules checked: R-911. */
#include "support/test.h"

#include "http/coding.h"

static void a_named_coding_is_taken(void **state)
{
    (void)state;
    assert_true(coding_is_accepted("gzip", CODING_GZIP));
    assert_true(coding_is_accepted("deflate, gzip , br", CODING_GZIP));
    assert_true(coding_is_accepted("deflate, gzip;q=0.5,BR", CODING_BROTLI));
    assert_true(coding_is_accepted("gzip ; q=0.001", CODING_GZIP));
    assert_false(coding_is_accepted("gzip", CODING_BROTLI));
    assert_false(coding_is_accepted("brotli, gzipped", CODING_BROTLI));
    assert_false(coding_is_accepted("brotli, gzipped", CODING_GZIP));
    assert_false(coding_is_accepted("", CODING_GZIP));
}

static void without_the_field_nothing_is_coded(void **state)
{
    (void)state;
    assert_true(coding_is_accepted(NULL, CODING_NONE));
    assert_false(coding_is_accepted(NULL, CODING_GZIP));
    assert_true(coding_is_accepted("gzip", CODING_NONE));
}

static void a_weight_of_zero_refuses(void **state)
{
    (void)state;
    assert_false(coding_is_accepted("gzip;q=0, br", CODING_GZIP));
    assert_false(coding_is_accepted("gzip; Q=0.000", CODING_GZIP));
    assert_true(coding_is_accepted("gzip;q=0.01", CODING_GZIP));
    assert_true(coding_is_accepted("gzip;q=1", CODING_GZIP));
}

static void a_star_stands_for_what_is_not_named(void **state)
{
    (void)state;
    assert_true(coding_is_accepted("*", CODING_BROTLI));
    assert_false(coding_is_accepted("*;q=0", CODING_BROTLI));
    assert_false(coding_is_accepted("br;q=0, *", CODING_BROTLI));
    assert_false(coding_is_accepted("*, br;q=0", CODING_BROTLI));
    assert_true(coding_is_accepted("br;q=0, *", CODING_GZIP));
}

static void a_tag_is_found_in_a_list_whole(void **state)
{
    (void)state;
    assert_true(etag_is_named("\"a1\"", "\"a1\""));
    assert_true(etag_is_named("\"x\", W/\"a1\"", "\"a1\""));
    assert_true(etag_is_named("*", "\"a1\""));
    assert_false(etag_is_named(NULL, "\"a1\""));
    assert_false(etag_is_named("", "\"a1\""));
    assert_false(etag_is_named("\"a1-br\"", "\"a1\""));
    assert_false(etag_is_named("\"a1\"x", "\"a1\""));
    assert_false(etag_is_named("a1", "\"a1\""));
    assert_false(etag_is_named(",,, ", "\"a1\""));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_named_coding_is_taken),
        cmocka_unit_test(without_the_field_nothing_is_coded),
        cmocka_unit_test(a_weight_of_zero_refuses),
        cmocka_unit_test(a_star_stands_for_what_is_not_named),
        cmocka_unit_test(a_tag_is_found_in_a_list_whole),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
